"""Views of the scales of goals, and of the moments at which people looked at them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.model.codec import view_of
from planbureau.model.reading.among import among
from planbureau.model.reading.note_marks import kept_from
from planbureau.model.reading.people import restrictions
from planbureau.model.rows import AnswerRow, LookRow, ScaleRow
from planbureau.rules.notes.notes import with_corrections
from planbureau.views import LookView, ScaleView, answer_targets

OF_NOTE = "note"
"""The source of a look that was given with a progress note."""


def scales_of(session: Session, goal_ids: Iterable[str]) -> dict[str, tuple[ScaleView, ...]]:
    """The scales of these goals by goal, the oldest first."""
    wanted = among(ScaleRow.goal_id, goal_ids) & ScaleRow.removed.is_(False)
    found: dict[str, list[ScaleView]] = {}
    for row in session.scalars(select(ScaleRow).where(wanted).order_by(ScaleRow.order, ScaleRow.made_at)):
        found.setdefault(row.goal_id, []).append(view_of(row, ScaleView))
    return {goal_id: tuple(views) for goal_id, views in found.items()}


def looks_at(session: Session, goal_ids: Iterable[str]) -> tuple[LookView, ...]:
    """The moments at which people looked at these goals, the first day first; corrected ones too."""
    wanted = among(LookRow.goal_id, goal_ids) & LookRow.removed.is_(False)
    query = select(LookRow).where(wanted).order_by(LookRow.on, LookRow.written_at, LookRow.id)
    rows = list(session.scalars(query))
    replaced = {row.replaces: row.id for row in rows if row.replaces}
    away = _not_for(session, rows)
    return tuple(
        view_of(
            row,
            LookView,
            replaced_by=replaced.get(row.id, ""),
            not_for=tuple(sorted(away.get(row.id, ()))),
        )
        for row in rows
    )


def looks_with_notes(session: Session, note_ids: Iterable[str]) -> tuple[LookView, ...]:
    """The looks that were given with these notes; corrected ones too."""
    wanted = set(note_ids)
    given = (LookRow.source == OF_NOTE) & among(LookRow.source_id, wanted) & LookRow.removed.is_(False)
    goals = set(session.scalars(select(LookRow.goal_id).where(given).distinct())) if wanted else set()
    found = looks_at(session, goals) if goals else ()
    return tuple(look for look in found if look.source == OF_NOTE and look.source_id in wanted)


def _not_for(session: Session, rows: Sequence[LookRow]) -> Mapping[str, set[str]]:
    """Who may not read these looks: what holds for one, holds for what corrects it and what it corrects."""
    of_notes = kept_from(session, [row.source_id for row in rows if row.source == OF_NOTE])
    of_reports = _said_not_for(session, [row for row in rows if row.source != OF_NOTE and row.source_id])
    chains = {row.id: row.replaces for row in rows}
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows if of_notes or of_reports else ():
        if people := of_notes.get(row.source_id, frozenset()) | of_reports.get(row.id, frozenset()):
            for other in with_corrections(chains, {row.id}):
                found[other] |= people
    return found


def _said_not_for(session: Session, rows: Sequence[LookRow]) -> Mapping[str, frozenset[str]]:
    """Who may not read what a report said of the goals of these looks, by look, also as a whole question."""
    marks = restrictions(session, [row.source_id for row in rows]) if rows else ()
    if not marks:
        return {}
    wanted = among(AnswerRow.plan_id, {row.source_id for row in rows}) & AnswerRow.key.contains("/")
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for report, key in session.execute(select(AnswerRow.plan_id, AnswerRow.key).where(wanted)):
        said[report, key.partition("/")[2]] |= answer_targets(report, key)
    return {
        row.id: frozenset(
            person
            for mark in marks
            if mark.target_id in said[row.source_id, row.goal_id]
            for person in mark.not_for
        )
        for row in rows
    }

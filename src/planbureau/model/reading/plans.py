"""Views of plans, with their answers, goals and agreements."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy.orm import Session

from planbureau.errors import NotFoundError
from planbureau.formats.answers import Answer, AnswerFile
from planbureau.model.codec import view_of
from planbureau.model.columns import Base
from planbureau.model.reading.looks import scales_of
from planbureau.model.reading.people import conflicts_of
from planbureau.model.rows import (
    ActionRow,
    AgreementRow,
    AnswerRow,
    BlobRow,
    ConsentRow,
    GoalRow,
    PlanGoalRow,
    PlanRecord,
    PlanVersionRow,
    RiskRow,
)
from planbureau.rules.goals.status import AgreedBy, agreement_of
from planbureau.views import (
    ActionView,
    AgreementView,
    AnswerView,
    AttachmentView,
    ConsentView,
    GoalView,
    RiskView,
    VersionRow,
)

_PLAN = select(PlanRecord).where(PlanRecord.id == bindparam("wanted"))
_TABLE = Base.metadata.tables[PlanRecord.__tablename__].c
_STANDING = select(
    _TABLE.status, _TABLE.parent_id, _TABLE.format_id, _TABLE.format_version, _TABLE.client_id,
    _TABLE.household_id,
).where(_TABLE.id == bindparam("wanted"), _TABLE.removed.is_(False))  # fmt: skip


class PlanStanding(NamedTuple):
    """What decides how something is written in a plan: read at each field that is saved."""

    status: str
    parent_id: str
    format_id: str
    format_version: int
    client_id: str
    household_id: str


_NO_PLAN, _OPEN_AGAIN = "Dit plan bestaat niet (meer).", "Open het overzicht opnieuw."


def text_mark(text: object) -> str:
    """A short mark of a text, to see later whether it changed."""
    return hashlib.sha256(str(text).encode()).hexdigest()[:16] if text else ""


def stale(easy_text: str, easy_of: str, text: object) -> bool:
    """Whether the professional text changed after its easy text was written."""
    return bool(easy_text) and easy_of != text_mark(text)


def plan_row(session: Session, plan_id: str) -> PlanRecord:
    """The row of a plan. Raises NotFoundError."""
    row = session.scalar(_PLAN, {"wanted": plan_id})
    if row is None or row.removed:
        raise NotFoundError(_NO_PLAN, _OPEN_AGAIN)
    return row


def plan_standing(connection: Connection, plan_id: str, hidden: Collection[str]) -> PlanStanding:
    """How a plan stands, without its row. Raises NotFoundError, also for one that is `hidden`."""
    found = connection.execute(_STANDING, {"wanted": plan_id}).first()
    if found is None or plan_id in hidden:
        raise NotFoundError(_NO_PLAN, _OPEN_AGAIN)
    return PlanStanding(*found)


def answers(session: Session, plan_id: str) -> dict[str, AnswerView]:
    """All answers of a plan by key."""
    rows = session.scalars(
        select(AnswerRow).where(AnswerRow.plan_id == plan_id, AnswerRow.removed.is_(False))
    )
    return {row.key: answer_view(row) for row in rows}


def answer_view(row: AnswerRow) -> AnswerView:
    """One answer."""
    value = row.value.get("v")
    old = stale(row.easy_text, row.easy_of, value)
    files = tuple(AnswerFile(**file) for file in row.files)
    answer = Answer(value, row.easy_text, old, tuple(row.pictograms), files)
    return AnswerView(row.key, answer, tuple(row.heads), conflicts_of(row))


def actions(session: Session, goal_ids: Sequence[str]) -> dict[str, list[ActionView]]:
    """The actions of these goals in the order of their letters."""
    found: dict[str, list[ActionView]] = {}
    for row in session.scalars(
        select(ActionRow).where(ActionRow.goal_id.in_(goal_ids), ActionRow.removed.is_(False))
    ):
        old = stale(row.easy_text, row.easy_of, row.what)
        found.setdefault(row.goal_id, []).append(
            view_of(row, ActionView, easy_stale=old, conflicts=conflicts_of(row))
        )
    for views in found.values():
        views.sort(key=lambda view: (len(view.letter), view.letter))
    return found


def goals(session: Session, plan_ids: Sequence[str], goal_id: str = "") -> tuple[GoalView, ...]:
    """The goals of these plans by number, with their actions; with `goal_id` that one alone."""
    query = (
        select(PlanGoalRow, GoalRow)
        .join(GoalRow, GoalRow.id == PlanGoalRow.goal_id)
        .where(PlanGoalRow.plan_id.in_(plan_ids), PlanGoalRow.removed.is_(False), GoalRow.removed.is_(False))
    )
    pairs = session.execute(query.where(GoalRow.id == goal_id) if goal_id else query).all()
    ids = [goal.id for _, goal in pairs]
    acts, scales = actions(session, ids), scales_of(session, ids)
    views = [
        view_of(
            goal,
            GoalView,
            plan_id=link.plan_id,
            number=link.number,
            actions=tuple(acts.get(goal.id, ())),
            scales=scales.get(goal.id, ()),
            easy_stale=stale(goal.easy_text, goal.easy_of, goal.sentence),
            conflicts=conflicts_of(goal),
        )
        for link, goal in pairs
    ]
    return tuple(sorted(views, key=lambda view: (view.plan_id, view.number)))


def goal(session: Session, goal_id: str) -> GoalView:
    """One goal as it stands in the plan that it was made in. Raises NotFoundError."""
    link = session.scalar(
        select(PlanGoalRow).where(PlanGoalRow.goal_id == goal_id, PlanGoalRow.removed.is_(False))
    )
    found = () if link is None else goals(session, [link.plan_id], goal_id)
    if not found:
        raise NotFoundError("Dit doel bestaat niet (meer).", "Open het overzicht opnieuw.")
    return found[0]


def agreements(session: Session, plan_id: str) -> tuple[AgreementView, ...]:
    """The standing agreements of a plan in their order."""
    rows = session.scalars(
        select(AgreementRow)
        .where(AgreementRow.plan_id == plan_id, AgreementRow.removed.is_(False))
        .order_by(AgreementRow.order, AgreementRow.id)
    )
    return tuple(
        view_of(
            row,
            AgreementView,
            easy_stale=stale(row.easy_text, row.easy_of, row.what),
            conflicts=conflicts_of(row),
        )
        for row in rows
    )


def risks(session: Session, plan_id: str) -> tuple[RiskView, ...]:
    """The risks of a plan in their order."""
    rows = session.scalars(
        select(RiskRow)
        .where(RiskRow.plan_id == plan_id, RiskRow.removed.is_(False))
        .order_by(RiskRow.order, RiskRow.id)
    )
    return tuple(_risk(row) for row in rows)


def _risk(row: RiskRow) -> RiskView:
    found = view_of(row, RiskView, conflicts=conflicts_of(row))
    return replace(found, easy_stale=stale(row.easy_text, row.easy_of, found.words))


def consents(session: Session, plan_id: str) -> tuple[ConsentView, ...]:
    """Who agreed with which version; of one person the first answer first."""
    rows = session.scalars(
        select(ConsentRow)
        .where(ConsentRow.plan_id == plan_id, ConsentRow.removed.is_(False))
        .order_by(ConsentRow.made_at, ConsentRow.id)
    )
    views = (view_of(row, ConsentView) for row in rows)
    return tuple(
        sorted(views, key=lambda c: (c.version, c.person_id, c.on or date.min, c.withdrawn_on is None))
    )


def versions(session: Session, plan_id: str) -> tuple[VersionRow, ...]:
    """The adopted versions, the oldest first."""
    rows = session.scalars(
        select(PlanVersionRow).where(PlanVersionRow.plan_id == plan_id).order_by(PlanVersionRow.number)
    )
    return tuple(version_row(row) for row in rows)


def how_adopted(session: Session, plan_id: str, number: int) -> tuple[AgreedBy, bool, bool]:
    """Who agrees with a version now (rules B1.4, B1.7), whether it was handed in, and whether it answers.

    The words of the version stay unread.
    """
    query = select(PlanVersionRow.without_consent, PlanVersionRow.reason, PlanVersionRow.meeting)
    found = session.execute(
        query.where(PlanVersionRow.plan_id == plan_id, PlanVersionRow.number == number)
    ).first()
    if not found:
        return AgreedBy.CONSENT, False, False
    without, reason, meeting = found
    agreed = agreement_of(without=bool(without), withdrawn=not reason.strip())
    return agreed, meeting.get("handed_in") is True, meeting.get("answer") is True


def version_row(row: PlanVersionRow) -> VersionRow:
    """One line about an adopted version."""
    return VersionRow(
        row.plan_id,
        row.number,
        row.adopted_on,
        row.adopted_by,
        row.content_hash,
        row.without_consent,
        row.reason,
        row.meeting.get("handed_in") is True,
        row.meeting.get("answer") is True,
    )


def attachments(session: Session, hashes: Iterable[str]) -> tuple[AttachmentView, ...]:
    """What is known of these files, without their content."""
    rows = session.scalars(select(BlobRow).where(BlobRow.sha256.in_([h for h in hashes if h])))
    return tuple(AttachmentView(row.sha256, row.name, row.media_type, row.size) for row in rows)


def next_goal_number(session: Session, plan_id: str) -> int:
    """The number of the next goal; the number of a removed goal is not given again."""
    highest = session.scalar(select(func.max(PlanGoalRow.number)).where(PlanGoalRow.plan_id == plan_id))
    return (highest or 0) + 1


def used_letters(session: Session, goal_id: str) -> list[str]:
    """Every letter that was ever given in a goal."""
    return list(session.scalars(select(ActionRow.letter).where(ActionRow.goal_id == goal_id)))

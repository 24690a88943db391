"""The thread of a goal on paper: for the file itself, or for readers, without what is not for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading.note_marks import clients_of
from planbureau.rules.notes.notes import with_corrections
from planbureau.services.api.requests import FileCheckPrint
from planbureau.services.context import Context
from planbureau.services.file_check.service import FileChecks
from planbureau.services.paper.naming import hidden_names
from planbureau.services.sight.openings import PRINTED, has_list, note
from planbureau.views import GoalThread, ThreadEntry, answer_targets

if TYPE_CHECKING:
    from planbureau.documents.editions.file_check import FileCheckOnPaper


def file_check_on_paper(context: Context, request: FileCheckPrint) -> FileCheckOnPaper:
    """Everything for the print. Raises NotFoundError."""
    from planbureau.documents.editions.file_check import FileCheckOnPaper

    check = FileChecks(context)
    ids = [request.goal_id] if request.goal_id else [goal.id for goal in check.goals(request.plan_id)]
    threads = [check.thread(request.plan_id, goal_id) for goal_id in ids]
    readers = frozenset(request.audience)
    with context.reading() as session:
        plan = plan_reading.plan_row(session, request.plan_id)
        subject = plan.client_id or plan.household_id
        around = {one.id: one for one in people_reading.people_of(session, subject)}
        targets = {entry.target[1] for thread in threads for entry in _entries(thread)}
        targets |= {target.partition(":")[0] for target in targets}  # a mark on a whole question of a report
        marks = [
            mark
            for mark in people_reading.restrictions(session, [*around, request.plan_id, *targets])
            if readers & set(mark.not_for)
        ]
        away = {(mark.target_kind, mark.target_id) for mark in marks}
        client_reads = bool(readers & clients_of(session, plan.client_id, plan.household_id))
        kept = [_without(thread, away, readers, client_reads=client_reads) for thread in threads]
        shown = [thread for thread in kept if thread is not None]
        gone = [one for one in around.values() if ("person", one.id) in away]
        hidden = hidden_names(around.values(), gone)
        paper = FileCheckOnPaper(
            threads=tuple(shown),
            plan_title=plan.title,
            name=people_reading.name_of_subject(session, subject),
            organisation=people_reading.organisation(session).name,
            today=context.today(),
            hidden=hidden,
            left_out=tuple(shown) != tuple(threads) or bool(gone),
            for_file=not readers,
        )
    if has_list(context, plan.format_id):
        note(context, request.plan_id, PRINTED)
    return paper


def _entries(thread: GoalThread) -> Iterable[ThreadEntry]:
    return (entry for part in thread.parts for entry in part.entries)


def _without(
    thread: GoalThread, away: set[tuple[str, str]], readers: frozenset[str], *, client_reads: bool
) -> GoalThread | None:
    """The thread as these readers may see it; None when the goal itself is not for them."""
    if ("goal", thread.goal_id) in away:
        return None
    notes = [entry for entry in _entries(thread) if entry.target[0] == "note"]
    secret = {e.target[1] for e in notes if e.target in away or (client_reads and not e.for_client)}
    secret = set(with_corrections({e.target[1]: e.replaces for e in notes}, secret))
    parts = tuple(
        replace(
            part,
            entries=tuple(
                entry
                for entry in part.entries
                if not _is_away(entry.target, away)
                and entry.target[1] not in secret
                and not readers & set(entry.not_for)
            ),
        )
        for part in thread.parts
    )
    return thread if parts == thread.parts else replace(thread, parts=parts)


def _is_away(target: tuple[str, str], away: set[tuple[str, str]]) -> bool:
    kind, name = target
    names = answer_targets(*name.split(":", 1)) if kind == "answer" else (name,)
    return any((kind, one) in away for one in names)

"""Views of tasks, the first due first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from planbureau.model.codec import view_of
from planbureau.model.reading import lists
from planbureau.model.reading.among import among
from planbureau.model.rows import PlanRecord, TaskRow
from planbureau.views import TaskView


def tasks(
    session: Session,
    *,
    plan_id: str = "",
    subjects: Iterable[str] = (),
    start: date | None = None,
    end: date | None = None,
    open_on: date | None = None,
) -> tuple[TaskView, ...]:
    """Those that were not called off; with `open_on` those that still ask for something on that day."""
    wanted: list[ColumnElement[bool]] = [TaskRow.removed.is_(False), TaskRow.cancelled.is_(False)]
    if plan_id:
        wanted.append(TaskRow.plan_id == plan_id)
    limited = [subject for subject in subjects if subject]
    if limited:
        wanted.append(or_(among(TaskRow.client_id, limited), among(TaskRow.household_id, limited)))
    if start is not None:
        wanted.append(TaskRow.due >= start)
    if end is not None:
        wanted.append(TaskRow.due <= end)
    if open_on is not None:
        wanted += [TaskRow.done_on.is_(None), TaskRow.meeting_on >= open_on]
    query = select(TaskRow).where(*wanted).order_by(TaskRow.due, TaskRow.order, TaskRow.id)
    rows = list(session.scalars(query))
    names = lists.names_of_subjects(session, ((row.client_id, row.household_id) for row in rows))
    titles = _titles(session, {row.plan_id for row in rows})
    return tuple(
        view_of(
            row,
            TaskView,
            subject_name=names.get(row.client_id or row.household_id, ""),
            plan_title=titles[row.plan_id][0],
            coordinator_id=titles[row.plan_id][1],
        )
        for row in rows
        if row.plan_id in titles
    )


def rows_of(session: Session, plan_id: str, meeting_id: str) -> list[TaskRow]:
    """The tasks before one talk that are neither done nor called off."""
    query = select(TaskRow).where(
        TaskRow.plan_id == plan_id,
        TaskRow.meeting_id == meeting_id,
        TaskRow.removed.is_(False),
        TaskRow.cancelled.is_(False),
        TaskRow.done_on.is_(None),
    )
    return list(session.scalars(query.order_by(TaskRow.due, TaskRow.order, TaskRow.id)))


def done_of(session: Session, plan_id: str, meeting_id: str, on: date) -> frozenset[str]:
    """What was done for one talk, as it was called; a talk without a record is known by its day."""
    this = TaskRow.meeting_id == meeting_id
    query = select(TaskRow.title).where(
        TaskRow.plan_id == plan_id,
        this if meeting_id else this & (TaskRow.meeting_on == on),
        TaskRow.removed.is_(False),
        TaskRow.done_on.is_not(None),
    )
    return frozenset(session.scalars(query))


def _titles(session: Session, plans: set[str]) -> dict[str, tuple[str, str]]:
    """Title and coordinator of each of these plans, without those that are closed."""
    query = select(PlanRecord.id, PlanRecord.title, PlanRecord.coordinator_id).where(
        among(PlanRecord.id, plans), PlanRecord.removed.is_(False), PlanRecord.status != "closed"
    )
    return {str(row[0]): (str(row[1]), str(row[2])) for row in session.execute(query)}

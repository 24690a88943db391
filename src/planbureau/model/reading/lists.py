"""Lists over many records, read in a few columns: clients, plans, deadlines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from planbureau.model import codec
from planbureau.model.reading.people import client_rows, person_view
from planbureau.model.rows import (
    ClientRecord,
    DeadlineIndexRow,
    HouseholdRow,
    MemberRow,
    PersonRow,
    PlanRecord,
)
from planbureau.rules.deadlines import Deadline
from planbureau.views import ClientRow, DeadlineRow, PersonView

DRAFTS = ("concept", "concept_beside_active")


def client_list(session: Session) -> tuple[ClientRow, ...]:
    """Every client by name, with the first open deadline."""
    plans = _plans_by_subject(session)
    homes = _households_by_person(session)
    nearest = _nearest(session)
    rows = []
    for client, row in client_rows(session):
        person = person_view(row)
        subjects = (client.id, *homes.get(row.id, ()))
        own = {plan.id: plan for subject in subjects for plan in plans.get(subject, ())}
        due = [nearest[s] for s in subjects if s in nearest]
        rows.append(
            ClientRow(
                id=client.id,
                sort_name=person.sort_name,
                full_name=person.full_name,
                birth_date=person.birth_date,
                code=client.code,
                regimes=tuple(sorted({regime for plan in own.values() for regime in plan.regimes})),
                next_deadline=_deadline(min(due, key=lambda d: d.last_date or date.max)) if due else None,
                draft_plans=sum(plan.status in DRAFTS for plan in own.values()),
                closed=client.care_ended_on is not None,
            )
        )
    return tuple(sorted(rows, key=lambda r: (r.closed, r.sort_name.casefold())))


def _plans_by_subject(session: Session) -> dict[str, list[PlanRecord]]:
    found: dict[str, list[PlanRecord]] = defaultdict(list)
    for plan in session.scalars(select(PlanRecord).where(PlanRecord.removed.is_(False))):
        for subject in {plan.client_id, plan.household_id} - {""}:
            found[subject].append(plan)
    return found


def _households_by_person(session: Session) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    query = select(MemberRow.person_id, MemberRow.household_id).where(MemberRow.removed.is_(False))
    for person_id, household_id in session.execute(query):
        found[person_id].append(household_id)
    return found


def _nearest(session: Session) -> dict[str, DeadlineIndexRow]:
    found: dict[str, DeadlineIndexRow] = {}
    for column in (DeadlineIndexRow.client_id, DeadlineIndexRow.household_id):
        first = (
            select(column.label("subject"), func.min(DeadlineIndexRow.last_date).label("day"))
            .where(DeadlineIndexRow.open, column != "")
            .group_by(column)
            .subquery()
        )
        rows = session.scalars(
            select(DeadlineIndexRow).join(
                first, and_(column == first.c.subject, DeadlineIndexRow.last_date == first.c.day)
            )
        )
        for row in rows:
            subject = row.client_id if column is DeadlineIndexRow.client_id else row.household_id
            if row.open:
                found.setdefault(subject, row)
    return found


def _deadline(row: DeadlineIndexRow) -> Deadline:
    return codec.from_json(row.content, Deadline)


def plan_rows(
    session: Session, subjects: Iterable[str] = (), *, limit: int | None = None
) -> list[PlanRecord]:
    """The plans of these clients and households, or all; the last edited first."""
    query = (
        select(PlanRecord)
        .where(PlanRecord.removed.is_(False))
        .order_by(PlanRecord.edited_at.desc())
        .limit(limit)
    )
    wanted = [subject for subject in subjects if subject]
    if wanted:
        query = query.where(or_(PlanRecord.client_id.in_(wanted), PlanRecord.household_id.in_(wanted)))
    return list(session.scalars(query))


def subject_names(session: Session, plans: Iterable[PlanRecord]) -> dict[str, str]:
    """For each plan the full name of its client, or the name of its household."""
    listed = list(plans)
    names = _client_names(session, {plan.client_id for plan in listed})
    names |= _household_names(session, {plan.household_id for plan in listed})
    return {
        plan.id: names.get(plan.household_id) or names.get(plan.client_id) or "(zonder naam)"
        if not plan.client_id
        else names.get(plan.client_id, "(zonder naam)")
        for plan in listed
    }


def _client_names(session: Session, ids: set[str]) -> dict[str, str]:
    query = select(
        ClientRecord.id, PersonRow.given_name, PersonRow.prefix, PersonRow.family_name, PersonRow.call_name
    ).join(PersonRow, PersonRow.id == ClientRecord.person_id)
    if len(ids) < 500:
        query = query.where(ClientRecord.id.in_(ids))
    return {
        i: PersonView(given_name=given, prefix=prefix, family_name=family, call_name=call).full_name
        for i, given, prefix, family, call in session.execute(query)
    }


def _household_names(session: Session, ids: set[str]) -> dict[str, str]:
    query = select(HouseholdRow.id, HouseholdRow.name)
    if len(ids) < 500:
        query = query.where(HouseholdRow.id.in_(ids))
    return {str(row[0]): str(row[1]) for row in session.execute(query)}


def deadline_rows(
    session: Session,
    *,
    subjects: Iterable[str] = (),
    start: date | None = None,
    end: date | None = None,
    open_only: bool = False,
) -> tuple[DeadlineRow, ...]:
    """The computed deadlines by their last date; those without a date come last."""
    conditions: list[ColumnElement[bool]] = []
    wanted = [subject for subject in subjects if subject]
    if wanted:
        conditions.append(
            or_(DeadlineIndexRow.client_id.in_(wanted), DeadlineIndexRow.household_id.in_(wanted))
        )
    if start is not None:
        conditions.append(DeadlineIndexRow.last_date >= start)
    if end is not None:
        conditions.append(DeadlineIndexRow.last_date <= end)
    if open_only:
        conditions.append(DeadlineIndexRow.open.is_(True))
    rows = list(
        session.scalars(
            select(DeadlineIndexRow)
            .where(*conditions)
            .order_by(DeadlineIndexRow.last_date.is_(None), DeadlineIndexRow.last_date, DeadlineIndexRow.id)
        )
    )
    plans = {plan.id: plan for plan in _plans_named(session, {row.plan_id for row in rows})}
    names = subject_names(session, plans.values())
    return tuple(
        DeadlineRow(
            _deadline(row),
            row.client_id,
            names[row.plan_id],
            row.household_id,
            row.plan_id,
            plans[row.plan_id].title,
        )
        for row in rows
        if row.plan_id in plans
    )


def _plans_named(session: Session, ids: set[str]) -> list[PlanRecord]:
    query = select(PlanRecord).where(PlanRecord.removed.is_(False))
    if len(ids) < 500:
        query = query.where(PlanRecord.id.in_(ids))
    return list(session.scalars(query))

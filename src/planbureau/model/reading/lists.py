"""Lists over many records, read in a few columns: clients, plans, deadlines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from planbureau.model.reading.people import client_rows, person_view
from planbureau.model.rows import (
    ClientRecord,
    DeadlineIndexRow,
    HouseholdRow,
    MemberRow,
    PersonRow,
    PlanRecord,
)
from planbureau.rules.deadlines import Status
from planbureau.rules.deadlines.catalogue import RULES
from planbureau.views import ClientRow, NextDeadline, PersonView

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
                next_deadline=min(due, key=lambda d: d.last_date) if due else None,
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


def _nearest(session: Session) -> dict[str, NextDeadline]:
    found: dict[str, NextDeadline] = {}
    columns = (DeadlineIndexRow.plan_id, DeadlineIndexRow.rule_id, DeadlineIndexRow.status)
    for subject in (DeadlineIndexRow.client_id, DeadlineIndexRow.household_id):
        # SQLite: beside min(), the other columns come from the row that has the minimum.
        query = (
            select(subject, func.min(DeadlineIndexRow.last_date), *columns)
            .where(DeadlineIndexRow.open, subject != "", DeadlineIndexRow.last_date.is_not(None))
            .group_by(subject)
        )
        for name, day, plan_id, rule_id, status in session.execute(query):
            assert day is not None
            found[name] = NextDeadline(plan_id, rule_id, RULES[rule_id].title, day, Status(status))
    return found


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


def plans_with_deadlines(
    session: Session,
    *,
    subjects: Iterable[str] = (),
    start: date | None = None,
    end: date | None = None,
    open_only: bool = False,
) -> list[PlanRecord]:
    """The plans that have a deadline of these subjects between these days."""
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
    ids = session.scalars(select(DeadlineIndexRow.plan_id).where(*conditions).distinct())
    return _plans_named(session, set(ids))


def _plans_named(session: Session, ids: set[str]) -> list[PlanRecord]:
    query = select(PlanRecord).where(PlanRecord.removed.is_(False))
    if len(ids) < 500:
        query = query.where(PlanRecord.id.in_(ids))
    return list(session.scalars(query))

"""Lists over many records, read in a few columns: clients, plans."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import String, or_, select, type_coerce
from sqlalchemy.orm import Session

from planbureau.clock import Clock
from planbureau.model import deadline_index
from planbureau.model.reading.among import among
from planbureau.model.reading.plan_heads import NO_ANNEX, PlanHead
from planbureau.model.rows import ClientRecord, HouseholdRow, MemberRow, PersonRow, PlanRecord
from planbureau.rules.deadlines import TermSettings
from planbureau.views import ClientRow, HouseholdLine, PersonView

DRAFTS = ("concept", "concept_beside_active")


def client_list(session: Session, clock: Clock, settings: TermSettings) -> tuple[ClientRow, ...]:
    """Every client by name, with the first term that is open now."""
    plans = _plans_by_subject(session)
    homes = _households_by_person(session)
    nearest = deadline_index.nearest(session, clock, settings)
    rows = []
    for client_id, code, ended, person_id, born, *name in session.execute(_CLIENTS):
        given, prefix, family, call = name
        person = PersonView(given_name=given, prefix=prefix, family_name=family, call_name=call)
        subjects = (client_id, *homes.get(person_id, ()))
        own = {plan.id: plan for subject in subjects for plan in plans.get(subject, ())}
        due = [nearest[s] for s in subjects if s in nearest]
        rows.append(
            ClientRow(
                id=client_id,
                sort_name=person.sort_name,
                full_name=person.full_name,
                birth_date=born,
                code=code,
                regimes=tuple(sorted({regime for plan in own.values() for regime in plan.regimes})),
                next_deadline=min(due, key=lambda d: d.last_date) if due else None,
                draft_plans=sum(plan.status in DRAFTS for plan in own.values()),
                closed=ended is not None,
            )
        )
    return tuple(sorted(rows, key=lambda r: (r.closed, r.sort_name.casefold())))


_NAME = (PersonRow.given_name, PersonRow.prefix, PersonRow.family_name, PersonRow.call_name)
_CLIENTS = (
    select(
        ClientRecord.id,
        ClientRecord.code,
        ClientRecord.care_ended_on,
        PersonRow.id,
        PersonRow.birth_date,
        *_NAME,
    )
    .join(PersonRow, PersonRow.id == ClientRecord.person_id)
    .where(ClientRecord.removed.is_(False))
)


class _Own(NamedTuple):
    id: str
    status: str
    regimes: tuple[str, ...]


def _plans_by_subject(session: Session) -> dict[str, list[_Own]]:
    found: dict[str, list[_Own]] = defaultdict(list)
    regimes: dict[str, tuple[str, ...]] = {}
    query = select(
        PlanRecord.id,
        PlanRecord.client_id,
        PlanRecord.household_id,
        PlanRecord.status,
        type_coerce(PlanRecord.regimes, String),
    ).where(PlanRecord.removed.is_(False), NO_ANNEX)
    for plan_id, client_id, household_id, status, text in session.execute(query):
        if text not in regimes:
            regimes[text] = tuple(json.loads(text))
        plan = _Own(plan_id, status, regimes[text])
        for subject in {client_id, household_id} - {""}:
            found[subject].append(plan)
    return found


def _households_by_person(session: Session) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    query = select(MemberRow.person_id, MemberRow.household_id).where(MemberRow.removed.is_(False))
    for person_id, household_id in session.execute(query):
        found[person_id].append(household_id)
    return found


def household_list(session: Session) -> tuple[HouseholdLine, ...]:
    """Every household by name, with the names of its members."""
    members: dict[str, list[str]] = defaultdict(list)
    query = (
        select(MemberRow.household_id, *_NAME)
        .join(PersonRow, PersonRow.id == MemberRow.person_id)
        .where(MemberRow.removed.is_(False))
        .order_by(PersonRow.birth_date)
    )
    for home_id, given, prefix, family, call in session.execute(query):
        person = PersonView(given_name=given, prefix=prefix, family_name=family, call_name=call)
        members[home_id].append(person.short_name)
    homes = session.execute(select(HouseholdRow.id, HouseholdRow.name).where(HouseholdRow.removed.is_(False)))
    lines = [HouseholdLine(i, name, tuple(members[i])) for i, name in homes]
    return tuple(sorted(lines, key=lambda line: line.name.casefold()))


def plan_rows(
    session: Session, subjects: Iterable[str] = (), *, limit: int | None = None
) -> list[PlanRecord]:
    """The plans of these clients and households, or all; the last edited first. Annexes are no plans."""
    query = (
        select(PlanRecord)
        .where(PlanRecord.removed.is_(False), NO_ANNEX)
        .order_by(PlanRecord.edited_at.desc())
        .limit(limit)
    )
    wanted = [subject for subject in subjects if subject]
    if wanted:
        query = query.where(or_(PlanRecord.client_id.in_(wanted), PlanRecord.household_id.in_(wanted)))
    return list(session.scalars(query))


def types_of_plans(session: Session, plan_ids: Sequence[str]) -> dict[str, tuple[str, int]]:
    """The plan type and version of each of these plans."""
    query = select(PlanRecord.id, PlanRecord.format_id, PlanRecord.format_version)
    found = session.execute(query.where(among(PlanRecord.id, plan_ids))) if plan_ids else ()
    return {plan: (kind, version) for plan, kind, version in found}


def subject_names(session: Session, plans: Iterable[PlanRecord | PlanHead]) -> dict[str, str]:
    """For each plan the full name of its client, or the name of its household."""
    listed = list(plans)
    clients = {plan.client_id for plan in listed} - {""}
    homes = {plan.household_id for plan in listed if not plan.client_id}
    names = _client_names(session, clients) if clients else {}
    names |= _household_names(session, homes) if homes else {}
    return {
        plan.id: names.get(plan.household_id) or names.get(plan.client_id) or "(zonder naam)"
        if not plan.client_id
        else names.get(plan.client_id, "(zonder naam)")
        for plan in listed
    }


def names_of_subjects(session: Session, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Names by id, of pairs of client and household: of the household only where no client is named."""
    listed = list(pairs)
    clients = {client for client, _ in listed} - {""}
    homes = {home for client, home in listed if not client} - {""}
    names = _client_names(session, clients) if clients else {}
    return names | (_household_names(session, homes) if homes else {})


def homes_with_plans(session: Session) -> frozenset[str]:
    """The households that have a plan."""
    query = select(PlanRecord.household_id).where(
        PlanRecord.removed.is_(False), NO_ANNEX, PlanRecord.household_id != ""
    )
    return frozenset(session.scalars(query.distinct()))


def _client_names(session: Session, ids: set[str]) -> dict[str, str]:
    query = select(ClientRecord.id, *_NAME).join(PersonRow, PersonRow.id == ClientRecord.person_id)
    return {
        i: PersonView(given_name=given, prefix=prefix, family_name=family, call_name=call).full_name
        for i, given, prefix, family, call in session.execute(query.where(among(ClientRecord.id, ids)))
    }


def _household_names(session: Session, ids: set[str]) -> dict[str, str]:
    query = select(HouseholdRow.id, HouseholdRow.name).where(among(HouseholdRow.id, ids))
    return {str(row[0]): str(row[1]) for row in session.execute(query)}

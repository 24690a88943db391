"""The facts that the deadline rules need of a plan, taken from the vault."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from planbureau.clock import AMSTERDAM
from planbureau.formats.model import PlanFormat, Subject
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import terms
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.plan_state import GP_ROLES
from planbureau.rules.deadlines import (
    Deviation,
    Organisation,
    PersonFacts,
    PersonRole,
    PlanFacts,
    Request,
    RequestKind,
)
from planbureau.rules.regime import Regime
from planbureau.views import PersonView

CHILD_ROLES = frozenset({"kind", "zoon", "dochter", "pleegkind", "stiefkind"})


def plan_facts(session: ReadSession, row: PlanRecord, plan_format: PlanFormat) -> PlanFacts:
    """The facts of one plan."""
    done = terms.done(session, row.id)
    series: dict[str, tuple[date, ...]] = {}
    for item in done:
        key = f"{item.rule_id}:{item.subject}" if item.subject else item.rule_id
        series[key] = (*series.get(key, ()), item.on)
    ended, died = _endings(session, row)
    return PlanFacts(
        plan_id=row.id,
        plan_type=row.format_id,
        regimes=frozenset(Regime(name) for name in row.regimes),
        flags=frozenset(row.flags),
        triggers={name: date.fromisoformat(day) for name, day in row.triggers.items()},
        adoptions=tuple(version.adopted_on for version in terms.version_rows(session, row.id)),
        done={key: days[-1] for key, days in series.items()},
        series_done=series,
        late_reasons={item.rule_id: item.reason for item in done if item.reason},
        persons=_persons(session, row, plan_format),
        organisations=_organisations(session, row),
        requests=_requests(session, row),
        care_ended=ended,
        client_died=died,
        deviations=_deviations(session, row),
        last_file_change=row.edited_at.astimezone(AMSTERDAM).date(),
        created_on=_created(session, row),
        rule_ids=frozenset(plan_format.deadlines) or None,
    )


def _created(session: ReadSession, row: PlanRecord) -> date | None:
    first = terms.first_revision_at(session, row.id)
    return first.astimezone(AMSTERDAM).date() if first else None


def _endings(session: ReadSession, row: PlanRecord) -> tuple[date | None, date | None]:
    if row.status == "closed":
        return row.edited_at.astimezone(AMSTERDAM).date(), None
    if not row.client_id:
        return None, None
    client = people_reading.client(session, row.client_id)
    return client.care_ended_on, client.person.deceased_on


def _persons(session: ReadSession, row: PlanRecord, plan_format: PlanFormat) -> tuple[PersonFacts, ...]:
    found: dict[str, PersonFacts] = {}
    if plan_format.subject is Subject.HOUSEHOLD and row.household_id:
        for member in people_reading.household(session, row.household_id).members:
            role = PersonRole.CHILD if member.role in CHILD_ROLES else PersonRole.OTHER
            found[member.person.id] = _person(member.person, role)
    if row.client_id:
        person = people_reading.client(session, row.client_id).person
        found[person.id] = _person(person, PersonRole.CLIENT)
    return tuple(found.values())


def _person(person: PersonView, role: PersonRole) -> PersonFacts:
    return PersonFacts(person.id, person.short_name, person.birth_date, role)


def _organisations(session: ReadSession, row: PlanRecord) -> tuple[Organisation, ...]:
    found: dict[str, Organisation] = {}
    subjects = [i for i in (row.client_id, row.household_id) if i]
    for relation in people_reading.relations(session, subjects):
        name = relation.person.organisation.strip()
        added = terms.first_revision_at(session, relation.id)
        if relation.person.professional and name and added is not None:
            day = added.astimezone(AMSTERDAM).date()
            known = found.get(name.casefold())
            if known is None or day < known.added_on:
                found[name.casefold()] = Organisation(name, day, is_gp=relation.role in GP_ROLES)
    return tuple(found.values())


def _requests(session: ReadSession, row: PlanRecord) -> tuple[Request, ...]:
    if not row.client_id:
        return ()
    return tuple(
        Request(r.id, RequestKind[r.kind], r.asked_on, r.requester, r.written, r.done_on)
        for r in people_reading.requests(session, [row.client_id])
        if r.asked_on is not None
    )


def _deviations(session: ReadSession, row: PlanRecord) -> tuple[Deviation, ...]:
    return tuple(
        Deviation(
            rule_id=item.rule_id,
            old_date=item.old_date,
            new_date=item.new_date,
            reason=item.reason,
            asked_by=item.asked_by,
            recorded_by=item.edited_by,
            recorded_on=item.on,
            told_gives_up_right=item.told_right,
            consent_of=tuple(item.consent_of),
            subject=item.subject,
        )
        for item in terms.deviations(session, row.id)
    )


def term_values(stored: Mapping[str, Any]) -> dict[str, Any]:
    """The organisation's own terms, without the keys that were left empty."""
    return {key: value for key, value in stored.items() if value not in (None, "")}

"""Clients, households and the people around them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError
from planbureau.model import codec
from planbureau.model.columns import Record
from planbureau.model.reading import people as read
from planbureau.model.reading.lists import client_list, household_list, plan_rows
from planbureau.model.rows import (
    ClientRecord,
    CustodyRow,
    HouseholdRow,
    MeasureRow,
    MemberRow,
    PersonRow,
    RelationRow,
    RequestRow,
    RestrictionRow,
)
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.deadlines import RequestKind
from planbureau.rules.deadlines.requests import Asked, Ground, check_request
from planbureau.rules.dutch import plain_date
from planbureau.services.calendar.terms import settings_of
from planbureau.services.context import Context
from planbureau.views import (
    ClientRow,
    ClientView,
    CustodyView,
    HouseholdLine,
    HouseholdView,
    MeasureView,
    MemberView,
    PersonView,
    RelationView,
    RequestView,
    RestrictionView,
)

R = TypeVar("R", bound=Record)
_WAIT = (
    "Er is niets veranderd. Vul de dag in als het zover is: tot dan lopen de termijnen door. Zet een laatste "
    "dag die al bekend is als afspraak in de agenda."
)
_ENDED = ("Het einde van de zorg ({day}) moet nog komen.", _WAIT)
_DIED = ("De dag van overlijden ({day}) moet nog komen.", "Er is niets veranderd. Kies de goede dag.")


class Clients:
    """`services.api.ClientService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def rows(self) -> tuple[ClientRow, ...]:
        with self._context.reading() as session:
            return client_list(session, self._context.clock, settings_of(session))

    def client(self, client_id: str) -> ClientView:
        with self._context.reading() as session:
            return read.client(session, client_id)

    def add_client(self, person: PersonView, code: str = "") -> tuple[str, Changes]:
        self._require_past(person.deceased_on, _DIED)
        with self._context.writing() as work:
            person_id = person.id
            if not person_id:
                person_id = work.create(PersonRow, codec.fields_of(PersonRow, person)).id
            made = work.create(ClientRecord, {"person_id": person_id, "code": code})
            work.touch(made.id)
        return made.id, work.changes

    def save_client(self, before: ClientView, after: ClientView) -> Changes:
        self._require_past(after.care_ended_on, _ENDED, before.care_ended_on)
        self._require_past(after.person.deceased_on, _DIED, before.person.deceased_on)
        with self._context.writing() as work:
            _save(work, ClientRecord, before, after)
            _save(work, PersonRow, before.person, after.person)
            work.touch(before.id, *before.household_ids)
        return work.changes

    def end_care(self, client_id: str, on: date | None) -> Changes:
        self._require_past(on, _ENDED)
        with self._context.writing() as work:
            row = work.get(ClientRecord, client_id)
            work.change(row, {"care_ended_on": on.isoformat() if on else None})
            work.touch(client_id)
        return work.changes

    def _require_past(self, day: date | None, words: tuple[str, str], known: date | None = None) -> None:
        """What closes the terms of a plan has happened: a day that must still come would close them now.

        The day that is `known` already keeps nobody from writing something else down.
        """
        if day is not None and day != known and day > self._context.last_day():
            told, advice = words
            raise InvalidInputError(told.format(day=plain_date(day)), advice)

    def person(self, person_id: str) -> PersonView:
        with self._context.reading() as session:
            return read.person(session, person_id)

    def people(self) -> tuple[PersonView, ...]:
        with self._context.reading() as session:
            return read.all_persons(session)

    def people_of(self, subject_id: str) -> tuple[PersonView, ...]:
        with self._context.reading() as session:
            return read.people_of(session, subject_id)

    def add_person(self, person: PersonView) -> tuple[str, Changes]:
        self._require_past(person.deceased_on, _DIED)
        with self._context.writing() as work:
            made = work.create(PersonRow, codec.fields_of(PersonRow, person))
        return made.id, work.changes

    def save_person(self, before: PersonView, after: PersonView) -> Changes:
        self._require_past(after.deceased_on, _DIED, before.deceased_on)
        with self._context.writing() as work:
            _save(work, PersonRow, before, after)
            work.touch(*read.subjects_of_person(work.session, before.id))
        return work.changes

    def household(self, household_id: str) -> HouseholdView:
        with self._context.reading() as session:
            return read.household(session, household_id)

    def households(self) -> tuple[HouseholdView, ...]:
        with self._context.reading() as session:
            return read.households(session)

    def main_home(self, person_id: str) -> str:
        with self._context.reading() as session:
            return read.main_home(session, person_id)

    def household_lines(self) -> tuple[HouseholdLine, ...]:
        with self._context.reading() as session:
            return household_list(session)

    def remove_household(self, household: HouseholdView) -> Changes:
        with self._context.writing() as work:
            if read.household(work.session, household.id).members:
                raise InvalidInputError("Er horen nog mensen bij dit gezin.", "Haal hen er eerst uit.")
            if plan_rows(work.session, [household.id]):
                raise InvalidInputError(
                    "Dit gezin heeft een plan. Er is niets veranderd.",
                    "Een gezin met een plan blijft bewaard.",
                )
            work.remove(work.get(HouseholdRow, household.id), household.heads)
            work.touch(household.id)
        return work.changes

    def add_household(self, name: str) -> tuple[str, Changes]:
        with self._context.writing() as work:
            made = work.create(HouseholdRow, {"name": name.strip()})
            work.touch(made.id)
        return made.id, work.changes

    def save_household(self, before: HouseholdView, name: str) -> Changes:
        with self._context.writing() as work:
            fields = {"name": name.strip()} if name.strip() != before.name else {}
            work.change(work.get(HouseholdRow, before.id), fields, before.heads)
            work.touch(before.id)
        return work.changes

    def add_member(
        self, household_id: str, person_id: str, role: str, *, main_home: bool = True
    ) -> tuple[str, Changes]:
        with self._context.writing() as work:
            members = read.household(work.session, household_id).members
            if any(member.person.id == person_id for member in members):
                raise InvalidInputError("Deze persoon hoort al bij dit gezin.")
            made = work.create(
                MemberRow,
                {
                    "household_id": household_id,
                    "person_id": person_id,
                    "role": role,
                    "main_home": main_home,
                },
            )
            work.touch(household_id, *read.subjects_of_person(work.session, person_id))
        return made.id, work.changes

    def save_member(self, before: MemberView, after: MemberView) -> Changes:
        with self._context.writing() as work:
            row = _save(work, MemberRow, before, after)
            work.touch(row.household_id, before.client_id)
        return work.changes

    def remove_member(self, member: MemberView) -> Changes:
        with self._context.writing() as work:
            row = work.get(MemberRow, member.id)
            work.remove(row, member.heads)
            work.touch(row.household_id, member.client_id)
        return work.changes

    def relations(self, subject_id: str) -> tuple[RelationView, ...]:
        with self._context.reading() as session:
            return read.relations(session, [subject_id])

    def add_relation(self, relation: RelationView) -> tuple[str, Changes]:
        return self._add(RelationRow, relation, relation.subject_id, person_id=relation.person.id)

    def save_relation(self, before: RelationView, after: RelationView) -> Changes:
        return self._change(RelationRow, before, after, before.subject_id)

    def remove_relation(self, relation: RelationView) -> Changes:
        return self._remove(RelationRow, relation, relation.subject_id)

    def custody(self, client_id: str) -> tuple[CustodyView, ...]:
        with self._context.reading() as session:
            return read.custody(session, [client_id])

    def add_custody(self, custody: CustodyView) -> tuple[str, Changes]:
        return self._add(CustodyRow, custody, custody.client_id, person_id=custody.person.id)

    def save_custody(self, before: CustodyView, after: CustodyView) -> Changes:
        return self._change(CustodyRow, before, after, before.client_id)

    def remove_custody(self, custody: CustodyView) -> Changes:
        return self._remove(CustodyRow, custody, custody.client_id)

    def measures(self, client_id: str) -> tuple[MeasureView, ...]:
        with self._context.reading() as session:
            return read.measures(session, [client_id])

    def add_measure(self, measure: MeasureView) -> tuple[str, Changes]:
        return self._add(MeasureRow, measure, measure.client_id)

    def save_measure(self, before: MeasureView, after: MeasureView) -> Changes:
        return self._change(MeasureRow, before, after, before.client_id)

    def remove_measure(self, measure: MeasureView) -> Changes:
        return self._remove(MeasureRow, measure, measure.client_id)

    def requests(self, client_id: str) -> tuple[RequestView, ...]:
        with self._context.reading() as session:
            return read.requests(session, [client_id])

    def add_request(self, request: RequestView) -> tuple[str, Changes]:
        self._check_request(request)
        return self._add(RequestRow, request, request.client_id)

    def save_request(self, before: RequestView, after: RequestView) -> Changes:
        self._check_request(after)
        return self._change(RequestRow, before, after, before.client_id)

    def _check_request(self, request: RequestView) -> None:
        asked = Asked(
            RequestKind[request.kind],
            request.asked_on,
            request.done_on,
            request.refused,
            Ground(request.ground) if request.ground else None,
            request.note,
        )
        check_request(asked, self._context.last_day())

    def restrictions(self, target_ids: Sequence[str]) -> tuple[RestrictionView, ...]:
        with self._context.reading() as session:
            return read.restrictions(session, target_ids)

    def restrict(self, target_kind: str, target_id: str, not_for: Sequence[str], reason: str = "") -> Changes:
        fields = {"not_for": sorted(set(not_for)), "reason": reason}
        with self._context.writing() as work:
            row = read.restriction_on(work.session, target_kind, target_id)
            if row is not None:
                work.change(row, fields)
            elif not_for:
                work.create(RestrictionRow, {"target_kind": target_kind, "target_id": target_id, **fields})
        return work.changes

    def _add(self, row: type[Record], view: Any, subject: str, **more: str) -> tuple[str, Changes]:
        with self._context.writing() as work:
            made = work.create(row, {**codec.fields_of(row, view), **more})
            work.touch(subject)
        return made.id, work.changes

    def _change(self, row: type[Record], before: Any, after: Any, subject: str) -> Changes:
        with self._context.writing() as work:
            _save(work, row, before, after)
            work.touch(subject)
        return work.changes

    def _remove(self, row: type[Record], view: Any, subject: str) -> Changes:
        with self._context.writing() as work:
            work.remove(work.get(row, view.id), view.heads)
            work.touch(subject)
        return work.changes


def _save(work: UnitOfWork, row: type[R], before: Any, after: Any) -> R:
    found = work.get(row, before.id)
    return work.change(found, codec.difference(row, before, after), before.heads)

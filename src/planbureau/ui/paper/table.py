"""Who sits at the table: the names and roles that the page of adopting shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from planbureau.formats.flow import steps
from planbureau.formats.frame import FRAME_ID
from planbureau.formats.model import Subject
from planbureau.plan_state import state_of
from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.consent.no_signature_note import Answered, NoteFacts, Present
from planbureau.rules.dates import age_on
from planbureau.ui.page import PageContext
from planbureau.ui.paper.entries import AdoptEntries, ConsentEntry
from planbureau.ui.people.words import decider_label
from planbureau.ui.visiting import people_around
from planbureau.views import ClientView, PersonView, PlanView

FAMILY_GROUP, ADULT_FROM = "fgp", 18
DECIDES_FROM = 12
"""Below this age others decide (Jeugdwet 7.3.15 lid 1; Wlz 8.1.2 lid 1a)."""


@dataclass(frozen=True)
class Table:
    """The plan, the people who may have been there, and the parts that can have been discussed."""

    plan: PlanView
    user: PersonView
    people: tuple[PersonView, ...]
    sections: tuple[tuple[str, str], ...]
    roles: dict[str, str] = field(default_factory=dict)

    def named(self) -> tuple[tuple[str, str], ...]:
        """Ids with names, and what each is to the client, of who lives."""
        return tuple((one.id, self._label(one)) for one in self.people if one.deceased_on is None)

    def _label(self, person: PersonView) -> str:
        role = self.roles.get(person.id, "")
        return f"{person.full_name} ({role})" if role else person.full_name

    def name(self, person_id: str) -> str:
        """The full name of somebody; a word for one who is not known here."""
        person = self.plan.people.get(person_id)
        found = person or next((one for one in self.people if one.id == person_id), None)
        return found.full_name if found else "onbekende persoon"

    def clients(self) -> tuple[ClientView, ...]:
        """Whom the plan is about."""
        return self.plan.clients or ((self.plan.client,) if self.plan.client else ())

    def deciding_clients(self, on: date) -> tuple[ClientView, ...]:
        """Clients old enough to decide themselves, unless somebody judged otherwise for this one decision."""
        return tuple(
            client
            for client in self.clients()
            if client.person.birth_date is None or age_on(client.person.birth_date, on) >= DECIDES_FROM
        )

    def children_to_hear(self, on: date) -> tuple[PersonView, ...]:
        """The minors of twelve and older in a familiegroepsplan: whether they were heard is asked (C1).

        A child of the family counts with and without an own file.
        """
        if self.plan.format.family != FAMILY_GROUP:
            return ()
        members = self.plan.household.members if self.plan.household else ()
        family = [one.person for one in self.clients()] + [member.person for member in members]
        return tuple(
            person
            for person in {person.id: person for person in family}.values()
            if person.birth_date and DECIDES_FROM <= age_on(person.birth_date, on) < ADULT_FROM
        )

    def note(self, entries: AdoptEntries, unsigned: str) -> NoteFacts:
        """The facts of the note for a plan that nobody signs (rules B6)."""
        titles = dict(self.sections)
        capacities = {entry.person_id: entry.capacity for entry in entries.consents}
        present = [
            Present(self.name(i), Capacity(capacities[i]) if capacities.get(i) else self.roles.get(i, ""))
            for i in entries.present
        ]
        if entries.present_others.strip():
            present.append(Present(entries.present_others.strip(), ""))
        clients = {client.person.id for client in self.clients()}
        own = next((e for e in entries.consents if e.person_id in clients and e.outcome), None)
        return NoteFacts(
            talked_on=entries.on,
            place_or_way=entries.place,
            present=tuple(present),
            discussed=tuple(titles[i] for i in entries.discussed if i in titles),
            own_words=entries.client_said,
            outcome=own.answer if own and not self.about_family else None,
            with_what=_what(own) if own and not self.about_family else "",
            adopted_because=entries.reason_without_consent,
            reason_unsigned=unsigned,
            copy_given_on=entries.copy_given_on,
            noted_by=self.user.full_name,
            family=self.about_family,
            answers=tuple(self._answers(entries)),
        )

    @property
    def about_family(self) -> bool:
        """Whether this is the plan of a family, in which each person answers."""
        return self.plan.format.subject is Subject.HOUSEHOLD and self.plan.household is not None

    def _answers(self, entries: AdoptEntries) -> Iterator[Answered]:
        """What everybody answered, where it is the plan of a family."""
        for one in entries.consents if self.about_family else ():
            if one.answer is not None:
                yield Answered(self.name(one.person_id), one.answer, _what(one))


def _what(entry: ConsentEntry) -> str:
    return entry.reason if entry.outcome != "agreed" else ""


def table_of(context: PageContext, plan: PlanView) -> Table:
    """Everything that the page needs to name, read once; nobody of another household is in it."""
    about_household = plan.format.subject.value == "household" and plan.household is not None
    household_id = plan.household.id if plan.household else ""
    subject = household_id if about_household or plan.client is None else plan.client.id
    user = context.workspace.organisation.user()
    found = {person.id: person for person in people_around(context, subject)}
    if plan.coordinator is not None:
        found.setdefault(plan.coordinator.id, plan.coordinator)
    found.setdefault(user.id, user)
    sections = tuple(
        (step.section.id, step.section.title)
        for step in steps(plan.format, state_of(plan, context.clock.today()))
        if step.section.id != FRAME_ID
    )
    return Table(plan, user, tuple(found.values()), sections, _roles(plan, user))


def _roles(plan: PlanView, user: PersonView) -> dict[str, str]:
    roles = {user.id: user.function}
    roles |= {member.person.id: member.role for member in (plan.household.members if plan.household else ())}
    roles |= {relation.person.id: relation.role for relation in plan.relations}
    for custody in plan.custody:
        known = {one.value: one.label for one in Capacity}
        role = roles.get(custody.person.id)
        roles[custody.person.id] = known.get(custody.kind) or role or decider_label(custody.kind)
    if plan.client is not None:
        roles[plan.client.person.id] = Capacity.CLIENT.label
    return roles

"""What the parts of the page may ask of it: go somewhere, open a form, say something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from planbureau.services.api import ClientService, Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.places import HomeVisit, Place
from planbureau.ui.theme.context import ThemeContext
from planbureau.views import ClientView, HouseholdView, PersonView


@dataclass(frozen=True)
class Desk:
    """Handed to every card and form. `open_form` shows a form in place of the details."""

    context: PageContext
    go: Callable[[Place], None]
    open_form: Callable[[QWidget], None]
    say: Callable[[str], None]

    @property
    def workspace(self) -> Workspace:
        return self.context.workspace

    @property
    def clients(self) -> ClientService:
        return self.context.workspace.clients

    @property
    def theme(self) -> ThemeContext:
        return self.context.theme

    @property
    def today(self) -> date:
        return self.context.clock.today()

    @property
    def visit(self) -> HomeVisit:
        return self.context.visit

    @property
    def visiting(self) -> bool:
        return self.context.visiting

    def households_of(self, client: ClientView) -> tuple[HouseholdView, ...]:
        """The homes of a client; during a home visit only the one that is visited."""
        ids = client.household_ids
        if self.visiting:
            wanted = self.visit.household_id or (ids[0] if ids else "")
            ids = tuple(i for i in ids if i == wanted)
        return tuple(self.clients.household(i) for i in ids)

    def people_around(self, subject_id: str) -> tuple[PersonView, ...]:
        """Everyone who may be named with this client or household; in a home visit nobody of elsewhere."""
        found = self.clients.people_of(subject_id)
        if not self.visiting:
            return found
        seen = self._seen_people(subject_id)
        return tuple(person for person in found if person.id in seen)

    def known_people(self, subject_id: str) -> tuple[PersonView, ...]:
        """Who can be picked: those around first, then everyone else, but never during a home visit."""
        around = self.people_around(subject_id) if subject_id else ()
        if self.visiting:
            return around
        ids = {person.id for person in around}
        return (*around, *(p for p in self.clients.people() if p.id not in ids))

    def _seen_people(self, subject_id: str) -> frozenset[str]:
        households = {subject_id} if subject_id == self.visit.household_id else set()
        seen: set[str] = set()
        if not households:
            client = self.clients.client(subject_id)
            seen.add(client.person.id)
            seen |= {custody.person.id for custody in self.clients.custody(subject_id)}
            households = {home.id for home in self.households_of(client)}
        for household_id in households:
            seen |= {member.person.id for member in self.clients.household(household_id).members}
            seen |= {relation.person.id for relation in self.clients.relations(household_id)}
        seen |= {relation.person.id for relation in self.clients.relations(subject_id)}
        return frozenset(seen)


def people_labels(people: tuple[PersonView, ...]) -> tuple[tuple[str, str], ...]:
    """People as pairs of id and full name, for pickers."""
    return tuple((person.id, person.full_name) for person in people)

"""What the parts of the page may ask of it: go somewhere, open a form, say something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from planbureau.services.api import ClientService, Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.places import Place
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.visiting import homes_in_sight, people_around, sight_of
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
    def visiting(self) -> bool:
        return self.context.visiting

    def households_of(self, client: ClientView) -> tuple[HouseholdView, ...]:
        """The homes of a client; during a home visit only the one that is visited."""
        return homes_in_sight(self.context, client)

    def people_around(self, subject_id: str) -> tuple[PersonView, ...]:
        """Everyone who may be named with this client or household; in a home visit nobody of elsewhere."""
        return people_around(self.context, subject_id)

    def sees(self, client_id: str, household_id: str) -> bool:
        """Whether a plan or date of this client and household may be shown."""
        return sight_of(self.context).sees(client_id, household_id)

    def known_people(self, subject_id: str) -> tuple[PersonView, ...]:
        """Who can be picked: those around first, then everyone else, but never during a home visit."""
        around = self.people_around(subject_id) if subject_id else ()
        if self.visiting:
            return around
        ids = {person.id for person in around}
        return (*around, *(p for p in self.clients.people() if p.id not in ids))


def people_labels(people: tuple[PersonView, ...]) -> tuple[tuple[str, str], ...]:
    """People as pairs of id and full name, for pickers."""
    return tuple((person.id, person.full_name) for person in people)

"""Who decides: custody over children, representation of adults, measures of a court."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.formats.model import Subject
from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.dates import age_on
from planbureau.rules.dutch import plain_date
from planbureau.ui.people.words import MEASURES, label_of
from planbureau.ui.places import OpenForm
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.wizard.fields.people import PeopleField, PersonLine
from planbureau.views import CustodyView, FormKey, PersonView

ADULT = 18
_MORE = {"parent_without_custody": "ouder zonder gezag", "administrator": "bewindvoerder"}


class CustodyField(PeopleField):
    """Kept with the client, where the rules can ask for the proof."""

    NOBODY = "Er is nog niets vastgelegd over gezag of vertegenwoordiging."
    ADD = ""

    def make_editor(self) -> QWidget:
        box = super().make_editor()
        self._children = FlowBox()
        column = box.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(self._children)
        self._offered: tuple[tuple[str, str, str], ...] = ()
        return box

    def _fill(self) -> None:
        super()._fill()
        children = self._minors() if self.desk.plan.format.subject is Subject.HOUSEHOLD else ()
        if children != self._offered:
            self._offered = children
            self._children.refill(self._button(*child) for child in children)

    def _minors(self) -> tuple[tuple[str, str, str], ...]:
        """The children of the family: person, client if there is an own file, and name."""
        household, today = self.desk.plan.household, self.desk.today()
        files = {client.person.id: client.id for client in self.desk.plan.clients}
        return tuple(
            (one.person.id, files.get(one.person.id, ""), one.person.short_name)
            for one in (household.members if household else ())
            if one.person.birth_date is not None and age_on(one.person.birth_date, today) < ADULT
        )

    def _button(self, person_id: str, client_id: str, name: str) -> Button:
        words = f"Gezag over {name}" if client_id else f"Dossier van {name} maken, met gezag"
        button = Button(self.theme, words, ButtonKind.QUIET, icon="plus")
        button.setEnabled(not self.desk.read_only)
        button.clicked.connect(lambda: self._ask_custody(person_id, client_id))
        return button

    def _ask_custody(self, person_id: str, client_id: str) -> None:
        """Opens the form about custody of a child, which gets a file of its own first when it has none."""
        clients = self.desk.context.workspace.clients
        found = [client_id]

        def make() -> None:
            found[0], _ = clients.add_client(clients.person(person_id))

        if self.desk.autosave.flush() and (client_id or self.desk.write(make)):
            self.desk.place_requested.emit(OpenForm(FormKey("custody", found[0])))

    def lines(self) -> tuple[PersonLine, ...]:
        clients = {client.id: client.person.short_name for client in self.desk.plan.clients}
        # In a family it is never plain about whom it is: a brother or sister may have no file yet.
        several = len(clients) > 1 or self.desk.plan.household is not None
        people = tuple(
            PersonLine(one.person.full_name, _kind(one), self._detail(one, clients, several=several))
            for one in self.desk.plan.custody
        )
        measures = tuple(
            PersonLine(
                label_of(MEASURES, one.kind),
                "maatregel",
                " · ".join(
                    part
                    for part in (
                        f"voor {clients.get(one.client_id, '')}" if several else "",
                        one.authority,
                        f"tot {plain_date(one.end)}" if one.end else "",
                    )
                    if part
                ),
            )
            for one in self.desk.plan.measures
        )
        return people + measures

    def add(self, person: PersonView, role: str) -> None:
        raise NotImplementedError

    def _detail(self, one: CustodyView, clients: dict[str, str], *, several: bool) -> str:
        about = f"voor {clients.get(one.client_id, '')}" if several else ""
        until = f"tot {plain_date(one.end)}" if one.end else ""
        proof = f"bewijs: {one.proof}" if one.proof else "bewijs nog niet genoemd"
        return " · ".join(part for part in (about, proof, until, one.person.died) if part)


def _kind(one: CustodyView) -> str:
    return _MORE.get(one.kind) or next((c.label for c in Capacity if c.value == one.kind), one.kind)

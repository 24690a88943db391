"""A new client: a name and a birth date, everything else later."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planbureau.errors import PlanbureauError
from planbureau.rules.people.life_days import check_born
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.duplicates import described, same_person
from planbureau.ui.people.field_box import FieldBox, TextLine
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.needed import required_name
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.date_field import DateField
from planbureau.views import FormKey, PersonView


class NewClientForm(FormPanel):
    """`made` carries the id of the new client, `known` that of a client who was there already."""

    made = Signal(str)
    known = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            desk,
            FormKey("new-client"),
            "Nieuwe cliënt",
            "Een naam is genoeg om te beginnen. De rest kan later.",
            parent=parent,
        )
        self.given = TextLine("Voornaam of roepnaam")
        self.prefix = TextLine("Tussenvoegsel")
        self.prefix.setPlaceholderText("van den")
        self.family = TextLine("Achternaam")
        self.born = DateField(desk.theme, desk.context.clock, "Geboren op", weekday=False)
        theme = desk.theme
        names = self.fields(
            FieldBox(theme, "Voornaam of roepnaam", self.given),
            FieldBox(theme, "Tussenvoegsel", self.prefix),
            FieldBox(theme, "Achternaam", self.family),
            weights=(3, 2, 4),
        )
        self._born_box = FieldBox(theme, "Geboren op", self.born)
        born = self.fields(self._born_box, QWidget())
        self.hint = Banner(theme, "", Tone.INFO)
        self.hint.hide()
        self.hint.action_requested.connect(self._use_known)
        self.add_card("", names, born, self.hint)
        self._people = desk.known_people("")
        self._found: PersonView | None = None
        for line in (self.given, self.family):
            line.editingFinished.connect(self._look)
        self.born.value_changed.connect(self._look)
        self.ready()

    def state(self) -> object:
        return self._person()

    def first_field(self) -> QWidget:
        return self.given

    def after_put_back(self) -> None:
        self._look()

    def write(self) -> str:
        person = self._person()
        required_name(self.given, self.family)
        client_id, _ = self.desk.clients.add_client(person)
        self.made.emit(client_id)
        return "Cliënt toegevoegd."

    def _person(self) -> PersonView:
        return PersonView(
            given_name=self.given.value(),
            prefix=self.prefix.value(),
            family_name=self.family.value(),
            birth_date=self.born.value(),
        )

    def _look(self) -> None:
        person = self._person()
        if self.born.is_valid():
            self._born_box.show_hints(check_born(person.birth_date, self.desk.today))
        self._found = same_person(self._people, person) if person.given_name else None
        self.hint.setVisible(self._found is not None)
        if self._found is not None:
            self.hint.set_message(
                f"Bedoel je {described(self._found)}?",
                Tone.INFO,
                detail="Deze persoon staat al in de kluis. Eén persoon staat er maar één keer in.",
                action="Ja, deze persoon",
            )

    def _use_known(self) -> None:
        if self._found is None:
            return
        client_id = self._client_with(self._found)
        if client_id:
            self._opened = self.state()
            self._keeper.forget()
            self.known.emit(client_id)
            return
        try:
            made, _ = self.desk.clients.add_client(self._found)
        except PlanbureauError as error:
            self.show_error(str(error))
            return
        self._opened = self.state()
        self.desk.say("Cliënt toegevoegd.")
        self.made.emit(made)
        self.closed.emit()

    def _client_with(self, person: PersonView) -> str:
        named = [row for row in self.desk.clients.rows() if row.full_name == person.full_name]
        clients = (self.desk.clients.client(row.id) for row in named)
        return next((client.id for client in clients if client.person.id == person.id), "")

"""Who: typing a name offers the people who are known; nobody chosen means somebody new."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.rules.people.identifiers import check_phone
from planbureau.rules.people.life_days import check_born
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.duplicates import described, known_like
from planbureau.ui.people.field_box import FieldBox, TextLine
from planbureau.ui.people.needed import EmptyFieldError
from planbureau.ui.people.typed import put_back, typed_in
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.chip_row import ChipMode, ChipRow
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.views import ContactPoint, PersonView


class WhoField(QWidget):
    """Before anything is typed only those around `subject_id` are offered; `not_ids` are there already."""

    value_changed = Signal()

    def __init__(self, desk: Desk, subject_id: str, not_ids: frozenset[str], *, work: bool = True) -> None:
        super().__init__()
        self._desk = desk
        self._near = desk.people_around(subject_id)
        self._people = desk.known_people(subject_id)
        self._not_ids = not_ids
        self._chosen: PersonView | None = None
        self._contact_id = uuid4().hex
        theme = desk.theme
        self.given = TextLine("Voornaam of roepnaam")
        self.prefix = TextLine("Tussenvoegsel")
        self.family = TextLine("Achternaam")
        self.born = DateField(theme, desk.context.clock, "Geboren op", weekday=False)
        self.phone = TextLine("Telefoon")
        self.organisation = TextLine("Organisatie")
        self.professional = QCheckBox("Is hier vanuit het werk (beroepskracht)")
        self._phone_box = FieldBox(theme, "Telefoon", self.phone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._make_card())
        self._new = self._make_fields(work)
        column.addWidget(self._new)
        for line in (self.given, self.family):
            line.textEdited.connect(lambda _: self._suggest())
        self.phone.editingFinished.connect(
            lambda: self._phone_box.show_hints(check_phone(self.phone.value()))
        )
        self._suggest()
        self._show()

    def chosen(self) -> PersonView | None:
        """The known person who was chosen."""
        return self._chosen

    def value(self) -> str:
        """The id of who was chosen; empty while a name is typed."""
        return self._chosen.id if self._chosen else ""

    def choose(self, person: PersonView | None) -> None:
        """Choose a known person; None goes back to typing."""
        self._chosen = person
        self._show()
        self.value_changed.emit()

    def state(self) -> object:
        """What was chosen or typed, to compare."""
        return (self.value(), self._typed())

    def person(self) -> PersonView:
        """The chosen person, or a new one with what was typed. Raises EmptyFieldError without a name."""
        if self._chosen is not None:
            return self._chosen
        typed = self._typed()
        if not (typed.given_name or typed.family_name):
            raise EmptyFieldError(
                "Vul een naam in of kies iemand.",
                (self.given, self.family, self),
                "Wat je invulde staat er nog.",
            )
        return typed

    def save(self) -> PersonView:
        """The person with an id; somebody new is added to the vault. Raises PlanbureauError."""
        person = self.person()
        if person.id:
            return person
        person_id, _ = self._desk.clients.add_person(person)
        self._chosen = replace(person, id=person_id)
        return self._chosen

    def typed_name(self) -> str:
        return "wie"

    def typed(self) -> JsonValue:
        return {"chosen": self.value(), "fields": dict(typed_in(self))}

    def put_back(self, value: JsonValue) -> None:
        """Show what was typed or chosen before; in a home visit only somebody who may be seen there."""
        if not isinstance(value, dict) or not isinstance(value["fields"], dict):
            return
        put_back(self, value["fields"])
        self.choose(next((person for person in self._people if person.id == value["chosen"]), None))
        self._suggest()

    def _typed(self) -> PersonView:
        phone = self.phone.value()
        return PersonView(
            given_name=self.given.value(),
            prefix=self.prefix.value(),
            family_name=self.family.value(),
            birth_date=self.born.value(),
            contacts=(ContactPoint(self._contact_id, "phone", phone),) if phone else (),
            organisation=self.organisation.value(),
            professional=self.professional.isChecked(),
        )

    def _make_card(self) -> QWidget:
        theme = self._desk.theme
        self._card = QWidget()
        row = QHBoxLayout(self._card)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconLabel(theme, "user-check", "primary", 22))
        self._name = TextLabel("", TextRole.STRONG)
        row.addWidget(self._name, 1)
        self.other_button = Button(theme, "Iemand anders", ButtonKind.QUIET)
        self.other_button.clicked.connect(self._again)
        row.addWidget(self.other_button)
        return self._card

    def _make_fields(self, work: bool) -> QWidget:
        theme = self._desk.theme
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        grid = ResponsiveGrid(theme, narrow=460)
        for label, field in (
            ("Voornaam of roepnaam", self.given),
            ("Tussenvoegsel", self.prefix),
            ("Achternaam", self.family),
        ):
            grid.add(FieldBox(theme, label, field))
        born = FieldBox(theme, "Geboren op", self.born)
        self.born.value_changed.connect(
            lambda: born.show_hints(check_born(self.born.value(), self._desk.today))
        )
        grid.add(born)
        self._known_label = TextLabel("Al bekend, kies dan hier:", TextRole.HELP)
        self.known = ChipRow(theme, "Al bekend", ChipMode.OPEN)
        self.known.open_requested.connect(self._picked)
        column.addWidget(self._known_label)
        column.addWidget(self.known)
        column.addWidget(grid)
        more = ResponsiveGrid(theme, narrow=460)
        more.add(self._phone_box)
        more.add(FieldBox(theme, "Organisatie", self.organisation) if work else QWidget())
        column.addWidget(more)
        if work:
            column.addWidget(self.professional)
        return block

    def _suggest(self) -> None:
        typed = f"{self.given.value()} {self.family.value()}".strip()
        found = known_like(self._people if typed else self._near, typed, not_ids=self._not_ids)
        self.known.set_chips(((person.id, described(person)) for person in found), "user-round")
        self.known.setVisible(bool(found))
        self._known_label.setVisible(bool(found))

    def _picked(self, person_id: str) -> None:
        self.choose(next(person for person in self._people if person.id == person_id))
        self.other_button.setFocus()

    def _again(self) -> None:
        self.choose(None)
        self.given.setFocus()

    def _show(self) -> None:
        self._card.setVisible(self._chosen is not None)
        self._new.setVisible(self._chosen is None)
        self._name.setText(described(self._chosen) if self._chosen else "")

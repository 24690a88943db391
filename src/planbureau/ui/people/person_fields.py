"""The fields of one person, as they stand in the form of a person and in that of a client."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from planbureau.rules.people.life_days import check_born, check_died
from planbureau.ui.people.contact_rows import AddressRows, ContactRows
from planbureau.ui.people.desk import Desk, people_labels
from planbureau.ui.people.field_box import FieldBox, TextLine
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.marks import Marks
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.views import PersonView


class PersonFields:
    """Makes the fields and puts them in cards of a form. `subject_id` tells who can be named in a mark."""

    def __init__(self, desk: Desk, person: PersonView, subject_id: str) -> None:
        self._desk = desk
        self._start = person
        parts = (*(a.id for a in person.addresses), *(c.id for c in person.contacts))
        self.marks = Marks(
            desk.theme, desk.clients, (person.id, *parts), lambda: self._others(subject_id, person.id)
        )
        theme = desk.theme
        self.given = TextLine("Voornaam", person.given_name)
        self.call = TextLine("Roepnaam", person.call_name)
        self.prefix = TextLine("Tussenvoegsel", person.prefix)
        self.family = TextLine("Achternaam", person.family_name)
        self.born = DateField(theme, desk.context.clock, "Geboren op", weekday=False)
        self.born.set_value(person.birth_date)
        self.died = DateField(theme, desk.context.clock, "Overleden op", weekday=False)
        self.died.set_value(person.deceased_on)
        self.organisation = TextLine("Organisatie", person.organisation)
        self.function = TextLine("Functie", person.function)
        self.professional = QCheckBox("Is hier vanuit het werk (beroepskracht)")
        self.professional.setChecked(person.professional)
        self.note = LongTextEdit(theme, "Opmerking", lines=2)
        self.note.set_value(person.note)
        self.addresses = AddressRows(theme, person.addresses, self.marks)
        self.contacts = ContactRows(theme, person.contacts, self.marks)

    def value(self) -> PersonView:
        """The person with what stands in the fields."""
        return replace(
            self._start,
            given_name=self.given.value(),
            call_name=self.call.value(),
            prefix=self.prefix.value(),
            family_name=self.family.value(),
            birth_date=self.born.value(),
            deceased_on=self.died.value(),
            addresses=self.addresses.value(),
            contacts=self.contacts.value(),
            organisation=self.organisation.value(),
            function=self.function.value(),
            professional=self.professional.isChecked(),
            note=self.note.value().strip(),
        )

    def put_in(self, form: FormPanel, *, work: bool) -> None:
        """Put the cards in a form; `work` shows organisation and function."""
        theme = self._desk.theme
        mark = self.mark("birth_date", "de geboortedatum")
        self._born_box = FieldBox(theme, "Geboren op", self.born, mark=mark)
        self._died_box = FieldBox(theme, "Overleden op", self.died)
        names = form.fields(
            FieldBox(theme, "Voornaam", self.given),
            FieldBox(theme, "Roepnaam", self.call),
            FieldBox(theme, "Tussenvoegsel", self.prefix),
            FieldBox(theme, "Achternaam", self.family),
            self._born_box,
            self._died_box,
        )
        for field in (self.born, self.died):
            field.value_changed.connect(self._look)
        self._look()
        form.add_card("Naam", names)
        form.add_card("Bereikbaar", self.contacts)
        form.add_card("Adressen", self.addresses)
        if work:
            fields = form.fields(
                FieldBox(
                    theme, "Organisatie", self.organisation, mark=self.mark("organisation", "de organisatie")
                ),
                FieldBox(theme, "Functie", self.function, mark=self.mark("function", "de functie")),
            )
            form.add_card("Werk", self.professional, fields)
        note = FieldBox(theme, "Opmerking", self.note, mark=self.mark("note", "de opmerking"))
        form.add_card("", note)

    def _look(self) -> None:
        born, died, today = self.born.value(), self.died.value(), self._desk.today
        if self.born.is_valid():
            self._born_box.show_hints(check_born(born, today))
        if self.died.is_valid():
            self._died_box.show_hints(check_died(died, born, today))

    def mark(self, name: str, about: str) -> QWidget | None:
        """The button of "niet voor ..." on one of the fields; nothing for somebody who is not saved yet."""
        if not self._start.id:
            return None
        return self.marks.button("person_field", f"{self._start.id}:{name}", about)

    def _others(self, subject_id: str, own: str) -> tuple[tuple[str, str], ...]:
        around = self._desk.people_around(subject_id) if subject_id else ()
        return tuple(one for one in people_labels(around) if one[0] != own)

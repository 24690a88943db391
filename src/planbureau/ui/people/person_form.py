"""One person, once, whatever roles he or she has."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from planbureau.ui.people.desk import Desk
from planbureau.ui.people.duplicates import described, same_person
from planbureau.ui.people.field_box import FieldBox
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.needed import required_name
from planbureau.ui.people.person_fields import PersonFields
from planbureau.ui.people.photo_field import PhotoField
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.views import FormKey, PersonView

_USE = "Voor het blad 'Wie zit er aan tafel' en het makkelijke plan. Een gezicht herken je zonder te lezen."
_CONSENT = "Alleen als deze persoon dat zelf goed vindt. De foto blijft in de kluis."


class PersonForm(FormPanel):
    """Changes a person; `subject_id` is the client or household from whose page it was opened."""

    def __init__(
        self, desk: Desk, person: PersonView, subject_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            desk,
            FormKey("person", subject_id, person.id),
            f"Gegevens van {person.short_name}",
            "Wat je hier wijzigt, geldt overal waar deze persoon voorkomt.",
            parent=parent,
        )
        self._before = desk.clients.person(person.id)
        self.fields_of_person = PersonFields(desk, self._before, subject_id)
        self.hint = Banner(desk.theme, "", Tone.WARN)
        self.hint.hide()
        self.body.add(self.hint)
        self.fields_of_person.put_in(self, work=True)
        self.photo = PhotoField(desk, person.full_name, self._before.photo, _CONSENT)
        self.photo.failed.connect(self.show_error)
        mark = self.fields_of_person.mark("photo", "de foto")
        self.add_card("", FieldBox(desk.theme, "Foto", self.photo, mark=mark, help_text=_USE))
        self._known = desk.known_people(subject_id)
        self.fields_of_person.family.editingFinished.connect(self._look)
        self.fields_of_person.given.editingFinished.connect(self._look)
        self.fields_of_person.born.value_changed.connect(self._look)
        self.ready()
        self._look()

    def state(self) -> object:
        return self._made(), self.fields_of_person.marks.state()

    def first_field(self) -> QWidget:
        return self.fields_of_person.given

    def write(self) -> str:
        after = self._made()
        person = self.fields_of_person
        required_name(person.given, person.call, person.family)
        if after != self._before:
            self.desk.clients.save_person(self._before, after)
            self._before = self.desk.clients.person(after.id)
        self.fields_of_person.marks.write()
        return "Gegevens bewaard."

    def _made(self) -> PersonView:
        return replace(self.fields_of_person.value(), photo=self.photo.value())

    def _look(self) -> None:
        other = same_person(self._known, self.fields_of_person.value())
        self.hint.setVisible(other is not None)
        if other is not None:
            self.hint.set_message(
                f"Er is nog iemand met deze naam: {described(other)}.",
                Tone.WARN,
                detail="Is dit dezelfde? Kies die dan bij 'Iemand toevoegen', zodat alles bij elkaar blijft.",
            )

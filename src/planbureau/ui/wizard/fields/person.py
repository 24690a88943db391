"""Who: people of this plan, or a function without a name."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.ui.widgets.person_picker import PersonPicker, Pick, picks_from_json, picks_to_json
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.fields.new_person import add_to_network, ask_person


class PersonField(Field):
    """One person or more; a new one is added to the people around the client at once."""

    def make_editor(self) -> QWidget:
        bound = bool(self.question.bind)
        self._picker = PersonPicker(
            self.theme,
            self.question.label,
            self.desk.people(),
            many=self.question.many,
            functions=not bound,
            new_people=True,
        )
        self._picker.value_changed.connect(self.chosen)
        self._picker.new_person_requested.connect(self._add_new)
        return self._picker

    def focus_widget(self) -> QWidget:
        return self._picker.focus_target()

    def value(self) -> JsonValue:
        return picks_to_json(self._picker.value())

    def show_value(self, value: JsonValue) -> None:
        self._picker.set_value(picks_from_json(value, self.desk.people()))

    def refresh(self) -> None:
        self._picker.set_people(self.desk.people())
        super().refresh()

    def words(self, value: JsonValue) -> str:
        return ", ".join(pick.label for pick in picks_from_json(value, self.desk.people()))

    def _add_new(self) -> None:
        dialog = ask_person(self.theme, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            person_id = add_to_network(self.desk, dialog.person(), dialog.role())
            if person_id:
                self._picker.set_people(self.desk.people())
                pick = Pick(person_id, self.desk.person_name(person_id))
                self._picker.set_value((*self._picker.value(), pick))
                self.chosen()
        dialog.deleteLater()

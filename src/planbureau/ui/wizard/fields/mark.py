"""A mark of the client: three faces, to five or to ten, as suits him or her."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planbureau.formats.answers import JsonValue
from planbureau.formats.marks import as_answer, mark_answer, mark_words
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.fields.mark_input import MarkInput


class MarkField(Field):
    """The scale is chosen with the life domains; a mark keeps the scale it was given on."""

    def make_editor(self) -> QWidget:
        self.mark = MarkInput(self.theme, self.question.label)
        self.mark.set_scale(self.desk.mark_scale)
        self.mark.value_changed.connect(self.chosen)
        return self.mark

    def focus_widget(self) -> QWidget:
        return self.mark.focus_target()

    def value(self) -> JsonValue:
        untouched = self.mark.value() == mark_answer(self._stored) and not self.mark.taken_away
        return self._stored if untouched else as_answer(self.mark.value())

    def show_value(self, value: JsonValue) -> None:
        self.mark.set_scale(self.desk.mark_scale)
        self.mark.set_value(mark_answer(value), self.words(value))

    def words(self, value: JsonValue) -> str:
        return mark_words(value)

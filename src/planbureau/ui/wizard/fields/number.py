"""A number as people write it: 3 or 2,5."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planbureau.formats.answers import JsonValue
from planbureau.ui.widgets.inline_message import MessageLevel
from planbureau.ui.widgets.number_line import NumberLine
from planbureau.ui.widgets.table_cells import NOT_A_NUMBER
from planbureau.ui.wizard.fields.field import Field


class NumberField(Field):
    """What is no number stays in the line, is said to be wrong, and is not saved."""

    def make_editor(self) -> QWidget:
        self._line = NumberLine()
        self._line.setAccessibleName(self.question.label)
        self._line.setMaximumWidth(self.px(160))
        self._line.textEdited.connect(self._edited)
        self._line.editingFinished.connect(self.flush)
        return self._line

    def _edited(self) -> None:
        if not self._line.raw_text():
            self.typed()

    def _save(self) -> bool:
        # What is no number does not empty the number that was known; it waits among the leftovers.
        return True if self._line.raw_text() else super()._save()

    def value(self) -> JsonValue:
        return self._line.value()

    def draft(self) -> str:
        return self._line.text()

    def show_value(self, value: JsonValue) -> None:
        self._line.set_value(value)

    def words(self, value: JsonValue) -> str:
        return "" if value is None else str(value).replace(".", ",")

    def show_messages(self) -> None:
        if self._line.raw_text():
            self.message.show_message(MessageLevel.ERROR, NOT_A_NUMBER)
        else:
            super().show_messages()

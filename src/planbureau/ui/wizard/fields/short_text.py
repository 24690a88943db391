"""A line of text."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.ui.wizard.fields.field import Field


class ShortTextField(Field):
    """One line; Enter saves it, and so does leaving it."""

    def make_editor(self) -> QWidget:
        self._line = QLineEdit()
        self._line.setAccessibleName(self.question.label)
        self._line.textEdited.connect(self.typed)
        self._line.returnPressed.connect(self.flush)
        return self._line

    def value(self) -> JsonValue:
        return self._line.text()

    def draft(self) -> str:
        return self._line.text()

    def show_value(self, value: JsonValue) -> None:
        text = value if isinstance(value, str) else ""
        if text != self._line.text():
            self._line.setText(text)
            self._line.setCursorPosition(0)

"""A line of text."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.ui.widgets.text_tip import TextKind, TextTip
from planbureau.ui.wizard.fields.field import Field


class ShortTextField(Field):
    """One line; Enter saves it, and so does leaving it."""

    def make_editor(self) -> QWidget:
        self._line = QLineEdit()
        self._line.setAccessibleName(self.question.label)
        self._line.textEdited.connect(self.typed)
        self._line.returnPressed.connect(self.flush)
        if self.question.bind:
            return self._line
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.px(4))
        column.addWidget(self._line)
        self.tip = TextTip(self.theme, self.desk.text_look, self._line.text, TextKind(short=True))
        self._line.textEdited.connect(self.tip.touched)
        column.addWidget(self.tip)
        return box

    def focus_widget(self) -> QWidget:
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

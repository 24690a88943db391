"""A line in which people type a value in their own way, with a button beside it and a message below it."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel

V = TypeVar("V")


class TypedField(QWidget, Generic[V]):
    """`value_changed` comes when the meaning changed: after leaving the line, Enter, or the button.

    What has no meaning stays in the line, is said to be wrong, and can be asked for with `unread_text`.
    """

    value_changed = Signal()

    def __init__(
        self, context: ThemeContext, line: QLineEdit, button: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._value: V | None = None
        self._wrong = False
        self.line = line
        self.message = InlineMessage(context, line)
        row = QHBoxLayout()
        row.setSpacing(context.px(6))
        row.addWidget(line, 1)
        row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.message)
        line.editingFinished.connect(self.commit)

    def _read(self, text: str) -> V | None:
        """What the text means; None for nothing. Raises PlanbureauError when it has no meaning."""
        raise NotImplementedError

    def _shown(self, value: V) -> str:
        """How the line writes a value."""
        raise NotImplementedError

    def focus_target(self) -> QWidget:
        """What gets the focus when the field does."""
        return self.line

    def value(self) -> V | None:
        """The value; None when there is none."""
        return self._value

    def set_value(self, value: V | None) -> None:
        """Shows a value without emitting anything."""
        self._value, self._wrong = value, False
        self.line.setText("" if value is None else self._shown(value))
        self.line.setCursorPosition(0)
        self.line.setModified(False)
        self.message.clear()

    def unread_text(self) -> str:
        """What stands in the line and has no meaning yet: it is wrong, or nobody has left the line."""
        return self.line.text() if self._wrong or self.line.isModified() else ""

    def is_valid(self) -> bool:
        return not self._wrong

    def commit(self) -> None:
        """Reads the line now, as leaving it does."""
        if not self.line.isModified():
            return
        self.line.setModified(False)
        try:
            value = self._read(self.line.text())
        except PlanbureauError as error:
            self.refuse(str(error))
        else:
            self._accept(value)

    def _accept(self, value: V | None) -> None:
        changed = value != self._value or self._wrong
        self.set_value(value)
        if changed:
            self.value_changed.emit()

    def refuse(self, message: str) -> None:
        """Says why what stands in the line cannot be; it stays, and there is no value."""
        self._wrong = True
        self.message.show_message(MessageLevel.ERROR, message)
        if self._value is not None:
            self._value = None
            self.value_changed.emit()

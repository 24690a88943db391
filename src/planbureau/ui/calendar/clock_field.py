"""A time of the day as people write it ("14.30", "9u"); what is no time stays and is said to be wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.errors import InvalidInputError
from planbureau.rules.appointments import parse_clock
from planbureau.ui.people.field_box import TextLine
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel

_WRONG = "Dit is geen tijd. Schrijf bijvoorbeeld 14:30 of 9u."


class ClockField(QWidget):
    """`value_changed` comes when the line is left with another time in it."""

    value_changed = Signal()

    def __init__(self, theme: ThemeContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = TextLine(name)
        self.line.setPlaceholderText("bijv. 14:30")
        self._message = InlineMessage(theme, self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self._message)
        self.line.editingFinished.connect(self.commit)

    def focus_target(self) -> QWidget:
        """What gets the focus when the field does."""
        return self.line

    def set_value(self, clock: str) -> None:
        """Show a time ("14:30") without emitting anything."""
        self.line.setText(clock)
        self._message.clear()

    def text(self) -> str:
        """What stands in the line."""
        return self.line.value()

    def value(self) -> str:
        """The time as "HH:MM", or nothing. Raises InvalidInputError when it is no time."""
        found = parse_clock(self.line.value())
        if found is None:
            raise InvalidInputError(_WRONG, "Er is nog niets bewaard; wat je invulde staat er nog.")
        return found

    def commit(self) -> None:
        """Reads the line now, as leaving it does."""
        found = parse_clock(self.line.value())
        if found is None:
            self._message.show_message(MessageLevel.ERROR, _WRONG)
            return
        changed = found != self.line.value()
        self.set_value(found)
        if changed:
            self.value_changed.emit()

"""A date as people write it ("1-3-26", "za 1 mrt", "over 6 weken"), or from a calendar; it may be empty."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planbureau.clock import Clock
from planbureau.errors import PlanbureauError
from planbureau.rules.dutch import long_date, plain_date
from planbureau.rules.dutch_date_input import parse_date
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import IconButton
from planbureau.ui.widgets.date_popup import DatePopup
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel


class DateParser(Protocol):
    """Reads what a person typed. None for nothing; raises PlanbureauError for no date."""

    def __call__(self, text: str, today: date, /) -> date | None: ...


class DateLine(QLineEdit):
    """The line itself; Alt+Down or F4 opens the calendar, as in a drop-down."""

    calendar_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt_down or event.key() == Qt.Key.Key_F4:
            self.calendar_requested.emit()
        else:
            super().keyPressEvent(event)


class DateField(QWidget):
    """`value_changed` comes when the meaning changed: after leaving the line, Enter, or the calendar.

    What is no date stays in the line, is said to be wrong, and can be asked for with `raw_text`.
    """

    value_changed = Signal()

    def __init__(
        self,
        context: ThemeContext,
        clock: Clock,
        name: str = "",
        *,
        parse: DateParser = parse_date,
        weekday: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._parse = parse
        self._words = long_date if weekday else plain_date
        self._value: date | None = None
        self._wrong = False
        self.line = DateLine()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText("bijv. 1-3-2026")
        self._button = IconButton(
            context, "calendar", f"Kalender bij {name}" if name else "Kalender", quiet=False
        )
        self.message = InlineMessage(context, self.line)
        row = QHBoxLayout()
        row.setSpacing(context.px(6))
        row.addWidget(self.line, 1)
        row.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.message)
        self.line.editingFinished.connect(self.commit)
        self.line.calendar_requested.connect(self._open_calendar)
        self._button.clicked.connect(self._open_calendar)

    def focus_target(self) -> QWidget:
        """What gets the focus when the field does."""
        return self.line

    def set_name(self, name: str) -> None:
        """Name the field for a screen reader."""
        self.line.setAccessibleName(name)
        self._button.set_name(f"Kalender bij {name}")

    def value(self) -> date | None:
        return self._value

    def set_value(self, day: date | None) -> None:
        """Show a day without emitting anything."""
        self._value = day
        self._wrong = False
        self.line.setText(self._words(day) if day else "")
        self.line.setCursorPosition(0)
        self.line.setModified(False)
        self.message.clear()

    def raw_text(self) -> str:
        """What stands in the line when it is no date; otherwise an empty string."""
        return self.line.text() if self._wrong else ""

    def unread_text(self) -> str:
        """What stands in the line and has no meaning yet: it is no date, or nobody has left the line."""
        return self.line.text() if self._wrong or self.line.isModified() else ""

    def is_valid(self) -> bool:
        return not self._wrong

    def commit(self) -> None:
        """Read the line now, as leaving it does."""
        if not self.line.isModified():
            return
        self.line.setModified(False)
        try:
            day = self._parse(self.line.text(), self._clock.today())
        except PlanbureauError as error:
            self._refuse(str(error))
        else:
            self._accept(day)

    def _accept(self, day: date | None) -> None:
        changed = day != self._value or self._wrong
        self.set_value(day)
        if changed:
            self.value_changed.emit()

    def _refuse(self, message: str) -> None:
        self._wrong = True
        self.message.show_message(MessageLevel.ERROR, message)
        if self._value is not None:
            self._value = None
            self.value_changed.emit()

    def _open_calendar(self) -> None:
        self.commit()
        popup = DatePopup(self._context, self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.day_changed.connect(self._chosen)
        popup.open_at(self.line, self._value or self._clock.today())

    def _chosen(self, day: date) -> None:
        self._accept(day)
        self.line.setFocus()

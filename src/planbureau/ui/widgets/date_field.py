"""A date as people write it ("1-3-26", "za 1 mrt", "over 6 weken"), or from a calendar; it may be empty."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planbureau.clock import Clock
from planbureau.rules.dutch import long_date, plain_date
from planbureau.rules.dutch_date_input import parse_date
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import IconButton
from planbureau.ui.widgets.date_popup import DatePopup
from planbureau.ui.widgets.typed_field import TypedField

_AROUND = 26
"""Pixels of the design between the edges of the line and its words."""


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


class DateField(TypedField[date]):
    """The button beside the line opens the calendar."""

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
        line = DateLine()
        self._button = IconButton(
            context, "calendar", f"Kalender bij {name}" if name else "Kalender", quiet=False
        )
        super().__init__(context, line, self._button, parent)
        self._context = context
        self._clock = clock
        self._parse = parse
        self._words = long_date if weekday else plain_date
        line.setAccessibleName(name)
        line.setPlaceholderText("bijv. 1-3-2026")
        line.calendar_requested.connect(self._open_calendar)
        self._button.clicked.connect(self._open_calendar)

    def set_name(self, name: str) -> None:
        """Name the field for a screen reader."""
        self.line.setAccessibleName(name)
        self._button.set_name(f"Kalender bij {name}")

    def raw_text(self) -> str:
        """What stands in the line when it is no date; otherwise an empty string."""
        return "" if self.is_valid() else self.line.text()

    def _read(self, text: str) -> date | None:
        return self._parse(text, self._clock.today())

    def _shown(self, value: date) -> str:
        """With the day of the week, unless the line is too narrow to read it."""
        words = self._words(value)
        wide = self.line.fontMetrics().horizontalAdvance(words)
        around = self._context.px(_AROUND)
        return plain_date(value) if self.line.isVisible() and wide > self.line.width() - around else words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        value = self.value()
        if value is not None and self.is_valid() and not self.line.isModified():
            words = self._shown(value)
            if words != self.line.text():
                self.line.setText(words)
                self.line.setCursorPosition(0)

    def _open_calendar(self) -> None:
        self.commit()
        popup = DatePopup(self._context, self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Order: first the calendar ends its own work. Who hears of the day may ask a question, and meanwhile
        # the calendar is taken away.
        popup.day_changed.connect(self._chosen, Qt.ConnectionType.QueuedConnection)
        popup.open_at(self.line, self.value() or self._clock.today())

    def _chosen(self, day: date) -> None:
        self._accept(day)
        self.line.setFocus()

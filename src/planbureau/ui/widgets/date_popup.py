"""The calendar that opens below a date field, as a second way to say a date."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.screen_room import room_under

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class DatePopup(QFrame):
    """`day_changed` carries the chosen `date`. Escape closes without choosing."""

    day_changed = Signal(object)

    def __init__(self, context: ThemeContext, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("popup", True)
        self._calendar = QCalendarWidget()
        self._calendar.setAccessibleName("Kalender")
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self._calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        weekend = QTextCharFormat()
        weekend.setForeground(context.colour("text"))
        for day in _WEEKEND:
            self._calendar.setWeekdayTextFormat(day, weekend)
        head = QTextCharFormat()
        head.setForeground(context.colour("muted"))
        head.setBackground(context.colour("surface"))
        self._calendar.setHeaderTextFormat(head)
        self._calendar.setMinimumSize(context.px(320), context.px(280))
        self._calendar.clicked.connect(self._choose)
        self._calendar.activated.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self._calendar)

    def open_at(self, field: QWidget, day: date) -> None:
        """Show the month of `day` below `field`, or above it when there is no room below."""
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        corner = field.mapToGlobal(QPoint(0, field.height() + 2))
        screen = room_under(field)
        if corner.y() + self.height() > screen.bottom():
            corner = field.mapToGlobal(QPoint(0, -self.height() - 2))
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        self.move(corner)
        self.show()
        self._calendar.setFocus()

    def _choose(self, chosen: QDate) -> None:
        self.day_changed.emit(date(chosen.year(), chosen.month(), chosen.day()))
        self.close()

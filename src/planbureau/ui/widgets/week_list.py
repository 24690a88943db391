"""A week day by day: what stands on each of the seven days, also on those with nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from planbureau.clock import Clock
from planbureau.rules.dutch import plain_date, sentence, short_date
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.agenda_list import AgendaList
from planbureau.ui.widgets.agenda_model import AgendaEntry, AgendaHeading, AgendaSection

_LEAPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
NOTHING = "geen afspraken"


def monday_of(day: date) -> date:
    """The first day of the week of a day."""
    return day - timedelta(days=day.weekday())


def week_words(day: date) -> str:
    """The week of a day: "Week 12, 16-22 maart 2026"."""
    first, last = monday_of(day), monday_of(day) + timedelta(days=6)
    begin = plain_date(first)
    if first.year == last.year:
        begin = f"{first.day}" if first.month == last.month else begin.rpartition(" ")[0]
    dash = "-" if begin.isdigit() else " - "
    return f"Week {first.isocalendar().week}, {begin}{dash}{plain_date(last)}"


class WeekList(AgendaList):
    """`week_changed` carries the Monday of the week that shows; `day_opened` a day (Enter on its heading).

    Up and Down go from line to line, Left and Right from day to day and into the next week, PageUp and
    PageDown a week, T to today.
    """

    week_changed = Signal(object)
    day_opened = Signal(object)

    def __init__(
        self, context: ThemeContext, clock: Clock, name: str = "Week", parent: QWidget | None = None
    ) -> None:
        super().__init__(context, clock, name, chosen=True, parent=parent)
        self._monday = monday_of(clock.today())
        self.today_requested.connect(lambda: self.go_to(clock.today()))

    def week(self) -> date:
        """The Monday of the week that shows."""
        return self._monday

    def current_day(self) -> date:
        """The day of the line that is the current one, or the first of the week."""
        row = self.row()
        day = row.day if row is not None else None
        return day if day is not None else self._monday

    def show_week(self, entries: Iterable[AgendaEntry]) -> None:
        """Show what there is on the days of this week; the order within a day stays."""
        listed = list(entries)
        today = self._clock.today()
        days = [self._monday + timedelta(days=at) for at in range(7)]
        current = self.current_day()
        self.set_sections(
            AgendaSection(
                day.isoformat(),
                f"Vandaag, {short_date(day)}" if day == today else sentence(short_date(day)),
                tuple(entry for entry in listed if entry.day == day),
                NOTHING,
                day,
                today=day == today,
            )
            for day in days
        )
        if self.row() is None and current in days:
            self._choose_heading(current.isoformat())

    def go_to(self, day: date) -> None:
        """Make a day the current one, in its own week."""
        if monday_of(day) != self._monday:
            self._monday = monday_of(day)
            self.week_changed.emit(self._monday)
        self._choose_heading(day.isoformat())

    def leap(self, weeks: int) -> None:
        """Go to the same day some weeks further, or back."""
        self.go_to(self.current_day() + timedelta(weeks=weeks))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = Qt.Key(event.key()), self.row()
        if key in _LEAPS:
            self.leap(_LEAPS[key])
        elif key in _STEPS:
            self.go_to(self.current_day() + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(row, AgendaHeading):
            self.day_opened.emit(row.day)
        else:
            super().keyPressEvent(event)

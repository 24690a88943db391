"""The three ways to see dates: a month with the nearest beside it, a week day by day, or one long list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planbureau.rules.dutch import long_date, month_name, sentence
from planbureau.ui.calendar.agenda_lines import Line, entry_of, item_of, line_id
from planbureau.ui.calendar.deadline_query import DeadlineQuery
from planbureau.ui.calendar.filter_bar import Filters, Standing
from planbureau.ui.calendar.side_list import SideList
from planbureau.ui.page import PageContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.agenda_list import AgendaList
from planbureau.ui.widgets.agenda_model import AgendaEntry, AgendaHeading, grouped
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.empty_state import EmptyState
from planbureau.ui.widgets.month_grid import MonthGrid
from planbureau.ui.widgets.month_model import first_shown, weeks_shown
from planbureau.ui.widgets.week_list import WeekList, week_words

MONTH, WEEK, LIST = "maand", "week", "lijst"
SIDE = 330
"""Width of the list beside the month."""

NEAREST = timedelta(days=31)
_FURTHER, _FEW = timedelta(days=366), 3
"""When nothing is near: the first few within a year, so that "eerstvolgend" is what it says."""
LIST_AHEAD = timedelta(days=92)


class AgendaViews(QWidget):
    """`line_opened` carries the id of a line, `new_requested` the day of an appointment to be made.

    `period_changed` comes when another month or week shows, `week_requested` when a day of the month has more
    than one line and no room beside it to read them. Only what shows is read.
    """

    line_opened = Signal(str)
    new_requested = Signal(object)
    week_requested = Signal()
    period_changed = Signal()

    def __init__(self, context: PageContext, filters: Callable[[], Filters]) -> None:
        super().__init__()
        self._context = context
        self._filters = filters
        self._query = DeadlineQuery(context.workspace)
        self._lines: dict[str, Line] = {}
        self._near: dict[str, Line] = {}  # what stands beside the month
        self.view = MONTH
        self._beside = True
        self._build()
        self._connect()

    def _build(self) -> None:
        theme, clock = self._context.theme, self._context.clock
        self.grid = MonthGrid(theme, clock)
        self.week = WeekList(theme, clock)
        self._week_card = Card(theme)
        self._week_card.add(self.week)
        self.list = AgendaList(theme, clock, "Datums op volgorde", folds=True)
        self._nothing = EmptyState(
            theme,
            "Geen datums gevonden",
            "Er zijn nog geen plannen met datums en geen afspraken, of de filters laten niets over.",
            icon="calendar",
            action="Nieuwe afspraak",
            action_icon="calendar-plus",
        )
        self._list_card = Card(theme)
        self._list_card.add(self.list)
        self._list_card.add(self._nothing)
        self.nearest = SideList(theme, clock)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(14))
        for widget in (self.grid, self._week_card, self._list_card):
            row.addWidget(widget, 1)
        row.addWidget(self.nearest)

    def _connect(self) -> None:
        today = self._context.clock.today
        for signal in (
            self.grid.item_opened,
            self.week.entry_opened,
            self.list.entry_opened,
            self.nearest.entry_opened,
        ):
            signal.connect(self.line_opened)
        self.grid.month_changed.connect(lambda _: self._period_changed(MONTH))
        self.week.week_changed.connect(lambda _: self._period_changed(WEEK))
        self.grid.day_opened.connect(self._open_day)
        self.week.day_opened.connect(self.new_requested)
        self.nearest.new_requested.connect(self.new_requested)
        self.nearest.all_requested.connect(self.reload)
        self.list.today_requested.connect(self.to_today)
        self._nothing.action_requested.connect(lambda: self.new_requested.emit(today()))

    # What shows

    def set_query(self, query: DeadlineQuery) -> None:
        """Whose dates are read from now on."""
        self._query = query

    def choose(self, view: str) -> None:
        """Turn to another way of looking, at the day that was looked at."""
        day = self.current_day()
        self.view = view
        if view == MONTH:
            self.grid.go_to(day)
        elif view == WEEK:
            self.week.go_to(day)

    def arrange(self, *, beside: bool) -> None:
        """Show the view; `beside` whether there is room beside the month for what comes first."""
        self._beside = beside
        self.grid.setVisible(self.view == MONTH)
        self._week_card.setVisible(self.view == WEEK)
        self._list_card.setVisible(self.view == LIST)
        self.nearest.setVisible(self.view == MONTH and beside)
        self.nearest.setFixedWidth(self._context.theme.px(SIDE))

    def reload(self) -> None:
        """Reads what the view that shows needs, and no more: everyone's dates together are very many."""
        self._lines, self._near = {}, {}
        {MONTH: self._reload_month, WEEK: self._reload_week, LIST: self._reload_list}[self.view]()

    def line(self, line_id: str) -> Line:
        """The line with this id, among those that show."""
        return self._lines[line_id] if line_id in self._lines else self._near[line_id]

    def lines(self) -> tuple[Line, ...]:
        """What the view shows now, by day: of the month or week, or the whole list."""
        return self._query.rows(self._filters(), *self.period())

    def coming(self, length: timedelta) -> tuple[Line, ...]:
        """What is open from today on, for so long, of whom and of the kinds that show."""
        today = self._context.clock.today()
        return self._query.rows(replace(self._filters(), standing=Standing.OPEN), today, today + length)

    def sections(self) -> tuple[tuple[str, tuple[Line, ...]], ...]:
        """What shows, under the headings of the view: of the week its days, of the list its groups."""
        lines, today = self.lines(), self._context.clock.today()
        if self.view == MONTH:
            return ((self.title(), lines),)
        by_id = {line_id(line): line for line in lines}
        entries = [entry for line in lines if (entry := entry_of(line, today)) is not None]
        if self.view == LIST:
            return tuple(
                (section.title, tuple(by_id[entry.id] for entry in section.entries))
                for section in grouped(entries, today)
            )
        days = sorted({entry.day for entry in entries})
        return tuple(
            (sentence(long_date(day)), tuple(by_id[entry.id] for entry in entries if entry.day == day))
            for day in days
        )

    def period(self) -> tuple[date | None, date | None]:
        """The first and last day that the view shows; None where it has no end."""
        if self.view == MONTH:
            first = first_shown(self.grid.month())
            return first, first + timedelta(days=7 * weeks_shown(self.grid.month()) - 1)
        if self.view == WEEK:
            return self.week.week(), self.week.week() + timedelta(days=6)
        today, filters = self._context.clock.today(), self._filters()
        few = self._query.limited or bool(filters.query)
        start = None if few or filters.only_open else today - LIST_AHEAD
        return start, None if few else today + LIST_AHEAD

    def title(self) -> str:
        """The month or week that shows."""
        return week_words(self.week.week()) if self.view == WEEK else month_name(self.grid.month())

    def main(self) -> QWidget:
        """What has the keyboard in this view."""
        return {MONTH: self.grid, WEEK: self.week, LIST: self.list}[self.view]

    def current_day(self) -> date:
        """The day that is looked at; in the list never one that has passed."""
        if self.view == MONTH:
            return self.grid.current_day()
        if self.view == WEEK:
            return self.week.current_day()
        row, today = self.list.row(), self._context.clock.today()
        return max(row.day, today) if isinstance(row, AgendaEntry) else today

    # Where it goes

    def leap(self, steps: int) -> None:
        """To the month or week before or after."""
        (self.week if self.view == WEEK else self.grid).leap(steps)

    def to_today(self) -> None:
        """To today; in the list to the first thing from today on."""
        today = self._context.clock.today()
        if self.view != LIST:
            (self.week if self.view == WEEK else self.grid).go_to(today)
            return
        coming = [e for line in self._lines.values() if (e := entry_of(line, today)) and e.day >= today]
        if coming:
            self.list.set_current(min(coming, key=lambda entry: entry.day).id)

    def show_day(self, day: date) -> None:
        """Turns every view to this day."""
        self.grid.go_to(day)
        self.week.go_to(day)

    def mark(self, line_id: str) -> None:
        """Makes a line the current one in the lists."""
        self.list.set_current(line_id)
        self.week.set_current(line_id)

    def _period_changed(self, view: str) -> None:
        if view != self.view:
            return
        if view == MONTH:
            self._read_month()  # what comes first is the same in every month
        else:
            self.reload()
        self.period_changed.emit()

    def _open_day(self, day: date) -> None:
        items = self.grid.items_on(day)
        if len(items) == 1:
            self.line_opened.emit(items[0].id)
        elif not self._beside:
            if items:
                self.week_requested.emit()
            else:
                self.new_requested.emit(day)
        else:
            today, named = self._context.clock.today(), self._named()
            entries = [entry_of(self._lines[item.id], today, named=named) for item in items]
            self.nearest.show_day(day, [entry for entry in entries if entry is not None])
            self.nearest.focus_day()

    # Reading

    def _read_month(self) -> None:
        today, named = self._context.clock.today(), self._named()
        self._lines = {}
        items = [item_of(line, today, named=named) for line in self._kept(self.lines())]
        shown = [item for item in items if item is not None]
        # A day shows few of its lines: what breaks a law is among them.
        self.grid.set_items(sorted(shown, key=lambda item: item.tone is not Tone.ERR))

    def _reload_month(self) -> None:
        self._read_month()
        self._show_nearest()

    def _show_nearest(self) -> None:
        today, named = self._context.clock.today(), self._named()
        open_only = replace(self._filters(), standing=Standing.OPEN)
        found = self._query.rows(open_only, None, today + NEAREST)
        found = found or self._query.rows(open_only, None, today + _FURTHER)[:_FEW]
        self._near = {line_id(line): line for line in found}
        entries = [entry_of(line, today, named=named) for line in found]
        self.nearest.show_nearest(entry for entry in entries if entry is not None)

    def _reload_week(self) -> None:
        self.week.show_week(self._entries(self.lines()))

    def _reload_list(self) -> None:
        entries = self._entries(self.lines())
        self.list.set_entries(entries)
        self.list.setVisible(bool(entries))
        self._nothing.setVisible(not entries)
        if self.list.row() is None and entries:
            self._first_line()

    def _first_line(self) -> None:
        rows = self.list.model().rowCount()
        for at in range(rows):
            self.list.setCurrentIndex(self.list.model().index(at, 0))
            if not isinstance(self.list.row(), AgendaHeading):
                return

    def _entries(self, lines: tuple[Line, ...]) -> list[AgendaEntry]:
        today, named = self._context.clock.today(), self._named()
        entries = [entry_of(line, today, named=named) for line in self._kept(lines)]
        return [entry for entry in entries if entry is not None]

    def _named(self) -> bool:
        return not self._query.client_id

    def _kept(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        self._lines.update((line_id(line), line) for line in lines)
        return lines

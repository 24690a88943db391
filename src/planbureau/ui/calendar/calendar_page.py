"""The calendar: a month with the nearest dates beside it, or a list; one deadline opens with all it says."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import PlanbureauError
from planbureau.rules.dutch import long_date, sentence
from planbureau.ui.calendar.acting import act_label, act_place
from planbureau.ui.calendar.consenters import consenters
from planbureau.ui.calendar.deadline_look import agenda_entry, calendar_item, row_id
from planbureau.ui.calendar.deadline_panel import DeadlinePanel
from planbureau.ui.calendar.deadline_query import DeadlineQuery
from planbureau.ui.calendar.deviation_form import DeviationAsked
from planbureau.ui.calendar.filter_bar import FilterBar
from planbureau.ui.calendar.side_list import SideList
from planbureau.ui.page import Page, PageContext
from planbureau.ui.places import OpenCalendar, OpenPlan, Place
from planbureau.ui.visiting import sight_of
from planbureau.ui.widgets.agenda_list import AgendaList
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.chip_row import Chip, ChipMode
from planbureau.ui.widgets.empty_state import EmptyState
from planbureau.ui.widgets.flow_layout import FlowLayout
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.month_bar import MonthBar
from planbureau.ui.widgets.month_grid import MonthGrid
from planbureau.ui.widgets.month_model import first_shown, weeks_shown
from planbureau.views import DeadlineRow

MONTH, LIST = "maand", "lijst"
NARROW = 860
"""Below this width, in pixels of the design, there is a list or a deadline, not both."""

SIDE, PANEL = 330, 390
"""Widths of the list beside the month, and of an open deadline."""

ANY_WIDTH = 16_777_215
"""Qt's own word for no maximum (QWIDGETSIZE_MAX), which PySide6 does not carry."""

NEAREST = timedelta(days=31)
LIST_AHEAD = timedelta(days=92)


class CalendarPage(Page):
    """Shows deadlines of everyone, or of one client or household."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._query = DeadlineQuery(context.workspace, context.visit.client_id, context.visit.household_id)
        self._rows: dict[str, DeadlineRow] = {}
        self._view = MONTH
        self._chosen = False
        self._shown = False
        self._opened = False
        self._build()
        self._connect()
        self._arrange()

    # Build the page

    def _build(self) -> None:
        theme, px = self.context.theme, self.context.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(18), px(20), px(18))
        column.setSpacing(px(12))
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._head = QWidget()
        self._flow = FlowLayout(self._head, gap=px(12))
        self._bar = MonthBar(theme)
        self._title = TextLabel("Agenda", TextRole.TITLE, wrap=False)
        self._views = {
            MONTH: Chip(theme, "Maand", ChipMode.TOGGLE, "calendar-days"),
            LIST: Chip(theme, "Lijst", ChipMode.TOGGLE, "list"),
        }
        for widget in (self._bar, self._title, *self._views.values()):
            self._flow.addWidget(widget)
        self._filters = FilterBar(theme)
        column.addWidget(self._head)
        column.addWidget(self._filters)
        row = QHBoxLayout()
        row.setSpacing(px(14))
        self._build_main()
        self._build_side()
        for widget in (self._grid, self._list_card):
            row.addWidget(widget, 1)
        for widget in (self._nearest, self._panel_card):
            row.addWidget(widget)
        column.addLayout(row, 1)

    def _build_main(self) -> None:
        theme, clock = self.context.theme, self.context.clock
        self._grid = MonthGrid(theme, clock)
        self._list_card = Card(theme)
        self._list = AgendaList(theme, clock, "Datums op volgorde")
        self._nothing = EmptyState(
            theme,
            "Geen datums gevonden",
            "Er zijn nog geen plannen met datums, of de filters laten niets over.",
            icon="calendar",
        )
        self._list_card.add(self._list)
        self._list_card.add(self._nothing)

    def _build_side(self) -> None:
        theme, clock = self.context.theme, self.context.clock
        self._nearest = SideList(theme, clock)
        workspace = self.context.workspace
        self._panel = DeadlinePanel(theme, clock, workspace.forms, lambda row: act_label(row, workspace))
        self._panel_card = Card(theme)
        self._panel_card.add(self._panel)

    # Connect signals

    def _connect(self) -> None:
        self._bar.leap_requested.connect(self._grid.leap)
        self._bar.today_requested.connect(lambda: self._grid.go_to(self.context.clock.today()))
        for view, chip in self._views.items():
            chip.clicked.connect(lambda _=False, view=view: self._choose_view(view))
        self._filters.filters_changed.connect(self._reload)
        self._filters.subject_cleared.connect(lambda: self.place_requested.emit(OpenCalendar()))
        self._grid.month_changed.connect(lambda _: self._reload())
        self._grid.item_opened.connect(self._open)
        self._grid.day_opened.connect(self._open_day)
        self._list.entry_opened.connect(self._open)
        self._nearest.entry_opened.connect(self._open)
        self._nearest.all_requested.connect(self._reload)
        self._panel.back_requested.connect(self._close)
        self._panel.plan_requested.connect(lambda plan_id: self.place_requested.emit(OpenPlan(plan_id)))
        self._panel.act_requested.connect(self._act)
        self._panel.done_requested.connect(self._mark_done)
        self._panel.deviation_requested.connect(self._deviate)
        self.context.theme.theme_changed.connect(self._arrange)

    # Show

    def show_place(self, place: Place) -> None:
        if not isinstance(place, OpenCalendar):
            return
        visit = self.context.visit
        seen = visit if self.context.visiting else place
        sight = sight_of(self.context)
        self._query = DeadlineQuery(self.context.workspace, seen.client_id, seen.household_id, sight)
        self._filters.show_subject(self._query.subject_name(), removable=not self.context.visiting)
        self._close()
        self._shown = True
        found = self._query.one(place.plan_id, place.deadline) if place.plan_id else None
        if found is not None and found.deadline.last_date is not None:
            self._grid.go_to(found.deadline.last_date)
        self._reload()
        if found is not None:
            self._show_one(found)
        elif place.deadline:
            self.message_requested.emit("Deze datum staat niet meer in de agenda.")

    def refresh(self, changes: Changes) -> None:
        del changes
        self._reload()
        shown = self._panel.row
        if self._opened and shown is not None:
            found = self._query.one(shown.plan_id, shown.deadline.key)
            if found is None:
                self._close()
            elif found != shown:
                self._show_one(found)

    def leave(self) -> bool:
        if self.keep_unfinished() or self.context.workspace.read_only:
            return True
        self._panel.show_problem("Wat je typte kan nu niet worden bewaard. Het staat nog op het scherm.")
        return False

    def keep_unfinished(self) -> bool:
        return self._panel.keep()

    def first_focus(self) -> QWidget | None:
        if self._opened:
            return self._panel.back
        return self._grid if self._view == MONTH else self._list

    def _reload(self) -> None:
        """Reads what the view that shows needs, and no more: everyone's dates together are very many."""
        self._rows = {}
        if self._view == MONTH:
            self._reload_month()
        else:
            self._reload_list()

    def _reload_month(self) -> None:
        today, month = self.context.clock.today(), self._grid.month()
        filters, named, start = self._filters.filters(), self._named(), first_shown(month)
        shown = self._query.rows(filters, start, start + timedelta(days=7 * weeks_shown(month) - 1))
        items = [calendar_item(row, today, named=named) for row in self._kept(shown)]
        self._grid.set_items(item for item in items if item is not None)
        self._bar.set_month(month)
        self._bar.updateGeometry()  # a longer name of a month shows whole at once, not after two events
        self._flow.activate()
        nearest = self._query.rows(replace(filters, only_open=True), None, today + NEAREST)
        entries = [agenda_entry(row, today, named=named) for row in self._kept(nearest)]
        self._nearest.show_nearest(entry for entry in entries if entry is not None)

    def _reload_list(self) -> None:
        today, filters = self.context.clock.today(), self._filters.filters()
        few = self._query.limited or bool(filters.query)
        start = None if few or filters.only_open else today - LIST_AHEAD
        listed = self._kept(self._query.rows(filters, start, None if few else today + LIST_AHEAD))
        entries = [agenda_entry(row, today, named=self._named()) for row in listed]
        known = [entry for entry in entries if entry is not None]
        self._list.set_entries(known)
        self._list.setVisible(bool(known))
        self._nothing.setVisible(not known)

    def _named(self) -> bool:
        return not self._query.client_id

    def _kept(self, rows: tuple[DeadlineRow, ...]) -> tuple[DeadlineRow, ...]:
        self._rows.update((row_id(row), row) for row in rows)
        return rows

    # Month or list, wide or narrow

    def minimumSizeHint(self) -> QSize:
        """As narrow as the narrow arrangement, also while the wide one shows."""
        return QSize(self.context.theme.px(280), self.context.theme.px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _narrow(self) -> bool:
        return self.width() < self.context.theme.px(NARROW)

    def _choose_view(self, view: str) -> None:
        self._view, self._chosen = view, True
        self._reload()
        self._close()

    def _arrange(self) -> None:
        narrow = self._narrow()
        fitting = LIST if narrow else MONTH
        if not self._chosen and self._view != fitting:
            self._view = fitting
            if self._shown:
                with suppress(PlanbureauError):  # the vault was locked meanwhile: this page goes with it
                    self._reload()
        for view, chip in self._views.items():
            chip.setChecked(view == self._view)
        month = self._view == MONTH
        self._bar.setVisible(month)
        self._title.setVisible(not month)
        hidden = narrow and self._opened
        self._grid.setVisible(month and not hidden)
        self._list_card.setVisible(not month and not hidden)
        self._nearest.setVisible(month and not narrow and not self._opened)
        self._panel_card.setVisible(self._opened)
        for widget in (self._head, self._filters):
            widget.setVisible(not hidden)
        self._nearest.setFixedWidth(self.context.theme.px(SIDE))
        self._panel_card.setMinimumWidth(0 if narrow else self.context.theme.px(PANEL))
        self._panel_card.setMaximumWidth(ANY_WIDTH if narrow else self.context.theme.px(PANEL))

    # One deadline

    def _open(self, entry_id: str) -> None:
        self._show_one(self._rows[entry_id])

    def _open_day(self, day: date) -> None:
        items = self._grid.items_on(day)
        if len(items) == 1:
            self._open(items[0].id)
            return
        entries = [agenda_entry(self._rows[item.id], self.context.clock.today()) for item in items]
        self._close()
        self._nearest.show_day(sentence(long_date(day)), [entry for entry in entries if entry is not None])

    def _show_one(self, row: DeadlineRow) -> None:
        self._panel.show_deadline(row, consenters(self.context, row))
        self._opened = True
        self._list.set_current(row_id(row))
        self._arrange()
        self._panel.back.setFocus()

    def _close(self) -> None:
        was = self._opened
        self._opened = False
        self._arrange()
        if was:
            (self._grid if self._view == MONTH else self._list).setFocus()

    def _act(self) -> None:
        row = self._panel.row
        if row is None:
            return
        try:
            place = act_place(row, self.context.workspace)
        except PlanbureauError as problem:
            self.message_requested.emit(str(problem))
        else:
            self.place_requested.emit(place)

    def _mark_done(self, day: date, reason: str) -> None:
        row = self._panel.row
        if row is None:
            return
        deadline, calendar = row.deadline, self.context.workspace.calendar
        try:
            calendar.mark_done(row.plan_id, deadline.rule_id, deadline.subject, day, reason)
        except PlanbureauError as problem:
            self._panel.show_problem(str(problem))
        else:
            self._written("Vastgelegd dat dit gedaan is.")

    def _deviate(self, asked: DeviationAsked) -> None:
        row = self._panel.row
        if row is None:
            return
        deadline = row.deadline
        try:
            self.context.workspace.calendar.deviate(
                row.plan_id,
                deadline.rule_id,
                asked.new_date,
                asked.reason,
                asked.asked_by,
                told_right=asked.told_right,
                consent_of=asked.consent_of,
                subject=deadline.subject,
            )
        except PlanbureauError as problem:
            self._panel.show_problem(str(problem))
        else:
            self._written("De afwijking is vastgelegd.")

    def _written(self, message: str) -> None:
        self._panel.settle()
        self.refresh(Changes())
        self.message_requested.emit(message)

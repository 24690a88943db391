"""The calendar: a month, a week or a list; one deadline or appointment opens beside it with all it says."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import NotFoundError, PlanbureauError
from planbureau.ui.calendar.agenda_lines import line_id
from planbureau.ui.calendar.agenda_panel import AgendaPanel
from planbureau.ui.calendar.agenda_views import LIST, MONTH, WEEK, AgendaViews
from planbureau.ui.calendar.appointment_look import PREFIX
from planbureau.ui.calendar.deadline_query import DeadlineQuery
from planbureau.ui.calendar.filter_bar import FilterBar
from planbureau.ui.calendar.print_panel import PrintPanel
from planbureau.ui.calendar.send_panel import SendPanel
from planbureau.ui.page import Page, PageContext
from planbureau.ui.people.desk import Desk
from planbureau.ui.places import OpenAnnexes, OpenCalendar, OpenPlan, Place
from planbureau.ui.visiting import sight_of
from planbureau.ui.widgets.buttons import Button, IconButton
from planbureau.ui.widgets.chip_row import Chip, ChipMode
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.period_bar import PeriodBar
from planbureau.views import AppointmentView, DeadlineRow, TaskView

NARROW = 860
"""Below this width, in pixels of the design, there are dates or what is open, not both."""

PANEL = 390
"""Width of what is open."""

ANY_WIDTH = 16_777_215
"""Qt's own word for no maximum (QWIDGETSIZE_MAX), which PySide6 does not carry."""


class CalendarPage(Page):
    """Shows deadlines and appointments of everyone, or of one client or household."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._desk = Desk(context, self.place_requested.emit, lambda _: None, self.message_requested.emit)
        self._query = DeadlineQuery(context.workspace, context.visit.client_id, context.visit.household_id)
        self._chosen = False
        self._shown = False
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
        self._head = Flow(px(12))
        self._bar = PeriodBar(theme)
        self._title = TextLabel("Agenda", TextRole.TITLE, wrap=False)
        self._views = {
            MONTH: Chip(theme, "Maand", ChipMode.TOGGLE, "calendar-days"),
            WEEK: Chip(theme, "Week", ChipMode.TOGGLE, "calendar-clock"),
            LIST: Chip(theme, "Lijst", ChipMode.TOGGLE, "list"),
        }
        self.new_button = Button(theme, "Nieuwe afspraak", icon="calendar-plus")
        self.new_button.setToolTip("Ctrl+N")
        self.new_button.setEnabled(not self.context.workspace.read_only)
        self.send_button = IconButton(theme, "calendar-check", "Naar een andere agenda", quiet=False)
        self.print_button = IconButton(theme, "printer", "Agenda afdrukken", quiet=False)
        self._filter_chip = Chip(theme, "Filters", ChipMode.TOGGLE, "list-filter")
        buttons = (self.new_button, self.send_button, self.print_button, self._filter_chip)
        for widget in (self._bar, self._title, self._bar.today_button, *self._views.values(), *buttons):
            self._head.add(widget)
        self._filters = FilterBar(theme)
        self.views = AgendaViews(self.context, self._filters.filters)
        column.addWidget(self._head)
        column.addWidget(self._filters)
        self._body = QWidget()
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(14))
        row.addWidget(self.views, 1)
        self.panel = AgendaPanel(self._desk)
        row.addWidget(self.panel)
        column.addWidget(self._body, 1)
        self.over: SendPanel | PrintPanel | None = None  # takes the place of everything else
        self._column = column

    # Connect signals

    def _connect(self) -> None:
        self._bar.leap_requested.connect(self.views.leap)
        self._bar.today_requested.connect(self.views.to_today)
        for view, chip in self._views.items():
            chip.clicked.connect(lambda _=False, view=view: self._choose_view(view))
        self._filter_chip.clicked.connect(lambda _=False: self._arrange())
        self._filters.filters_changed.connect(self._reload)
        self._filters.search.results_requested.connect(lambda: self.views.main().setFocus())
        self._filters.subject_cleared.connect(lambda: self.place_requested.emit(OpenCalendar()))
        self.views.line_opened.connect(self._open)
        self.views.new_requested.connect(self._new)
        self.views.week_requested.connect(self._show_week)
        self.views.period_changed.connect(self._show_period)
        self.new_button.clicked.connect(lambda: self._new(self.views.current_day()))
        self.send_button.clicked.connect(self._send)
        self.print_button.clicked.connect(self._print)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+N"), self, context=within).activated.connect(self.new_button.click)
        self.panel.opened.connect(self._arrange)
        self.panel.closed.connect(self._closed)
        self.panel.form_closed.connect(self._form_closed)
        self.panel.back_requested.connect(self._back)
        self.panel.written.connect(lambda: self.refresh(Changes()))
        self.panel.plan_requested.connect(lambda plan_id: self.place_requested.emit(OpenPlan(plan_id)))
        self.context.theme.theme_changed.connect(self._arrange)

    # Show

    def show_place(self, place: Place) -> None:
        if not isinstance(place, OpenCalendar):
            return
        visit = self.context.visit
        seen = visit if self.context.visiting else place
        sight = sight_of(self.context)
        self._query = DeadlineQuery(self.context.workspace, seen.client_id, seen.household_id, sight)
        self.views.set_query(self._query)
        self._filters.show_subject(self._query.subject_name(), removable=not self.context.visiting)
        colleagues = () if self.context.visiting else self.context.workspace.appointments.colleagues()
        self._filters.set_colleagues(colleagues)
        self._close_over()
        self.panel.close_all()
        self._shown = True
        if place.view:
            self._chosen, self.views.view = True, place.view
            self._arrange()
        found = self._query.one(place.plan_id, place.deadline) if place.deadline else None
        day = (
            found.deadline.last_date
            if found is not None
            else place.day or self._query.day_of(place.appointment)
        )
        if day is None and place.new:
            day = self.context.clock.today()
        if day is not None:
            self.views.show_day(day)
        self._reload()
        if found is not None:
            self.panel.show_deadline(found, place.came_from)
            self.views.mark(line_id(found))
        elif place.deadline:
            self.message_requested.emit("Deze datum staat niet meer in de agenda.")
        elif place.appointment:
            self._open_appointment(place.appointment, place.came_from)
        elif place.send and not self.context.visiting:
            self._send()
        elif place.new:
            self._new(day or self.context.clock.today(), place.about, place.came_from)

    def refresh(self, changes: Changes) -> None:
        self._reload()
        self.panel.refresh(changes, self._query)

    def leave(self) -> bool:
        return self.panel.leave()

    def keep_unfinished(self) -> bool:
        return self.panel.keep_unfinished()

    def first_focus(self) -> QWidget | None:
        if self.over is not None:
            return self.over.first_focus()
        return self.panel.first_focus() if self.panel.is_open else self.views.main()

    def _reload(self) -> None:
        self.views.reload()
        self._show_period()

    def _show_period(self) -> None:
        self._bar.show_period(self.views.title(), "week" if self.views.view == WEEK else "maand")
        self._bar.updateGeometry()  # a longer name of a month shows whole at once, not after two events
        self._head.arrange()

    # Month, week or list, wide or narrow

    def minimumSizeHint(self) -> QSize:
        """As narrow as the narrow arrangement, also while the wide one shows."""
        return QSize(self.context.theme.px(280), self.context.theme.px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _narrow(self) -> bool:
        return self.width() < self.context.theme.px(NARROW)

    def _choose_view(self, view: str) -> None:
        if self.panel.put_away():
            self._chosen = True
            self.views.choose(view)
            self._reload()
            self.panel.close_all()
        self._arrange()

    def _show_week(self) -> None:
        """The days with all that is on them, with the keyboard on the day that was looked at."""
        self._choose_view(WEEK)
        self.views.main().setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        narrow = self._narrow()
        fitting = LIST if narrow else MONTH
        at_work = self.views.main().hasFocus()
        if not self._chosen and self.views.view != fitting:
            self.views.view = fitting
            if self._shown:
                with suppress(PlanbureauError):  # the vault was locked meanwhile: this page goes with it
                    self._reload()
        for view, chip in self._views.items():
            chip.setChecked(view == self.views.view)
        listed = self.views.view == LIST
        self._bar.setVisible(not listed)
        self._bar.today_button.setVisible(not listed)
        self._title.setVisible(listed)
        covered = self.over is not None
        opened = self.panel.is_open and not covered
        hidden = covered or (narrow and opened)
        self.views.arrange(beside=not narrow and not opened)
        self.panel.setVisible(opened)
        self._body.setVisible(not covered)
        for widget in (self._head, self.views):
            widget.setVisible(not hidden)
        self._filter_chip.setVisible(narrow)
        self._filter_chip.show_parts(words=False)
        for chip in self._views.values():
            chip.show_parts(icon=not narrow)  # so that all the buttons stand in one row
        self.new_button.set_compact(narrow)
        for button in (self.send_button, self.print_button):
            button.setVisible(not self.context.visiting)
        self._filters.setVisible(not hidden and (not narrow or self._filter_chip.isChecked()))
        if at_work:
            self.views.main().setFocus()
        self.panel.setMinimumWidth(0 if narrow else self.context.theme.px(PANEL))
        self.panel.setMaximumWidth(ANY_WIDTH if narrow else self.context.theme.px(PANEL))

    # To another calendar, and to paper

    def _send(self) -> None:
        if self.panel.leave():
            self._show_over(SendPanel(self._desk, self.views.coming))

    def _print(self) -> None:
        if self.panel.leave():
            subject = self._query.client_id or self._query.household_id
            self._show_over(PrintPanel(self._desk, self.views, subject, self._query.subject_name()))

    def _show_over(self, panel: SendPanel | PrintPanel) -> None:
        self._close_over()
        self.over = panel
        panel.closed.connect(self._over_closed)
        self._column.addWidget(panel, 1)
        panel.show()
        self._arrange()
        panel.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _over_closed(self) -> None:
        self._close_over()
        self.views.main().setFocus()

    def _close_over(self) -> None:
        if self.over is not None:
            if isinstance(self.over, PrintPanel):
                self.over.forget()
            self._column.removeWidget(self.over)
            self.over.hide()
            self.over.deleteLater()
            self.over = None
            self._arrange()

    # One deadline or appointment

    def _open(self, entry_id: str) -> None:
        line = self.views.line(entry_id)
        if isinstance(line, TaskView):
            self.place_requested.emit(OpenAnnexes(line.plan_id, preparing=True))
        elif not isinstance(line, DeadlineRow):
            self._open_appointment(line.id)
        elif self.panel.show_deadline(line):
            self.views.mark(entry_id)

    def _new(self, day: date, about: str = "", came_from: Place | None = None) -> None:
        if self.context.workspace.read_only:
            self.message_requested.emit("De kluis is alleen om te lezen open. Je kunt nu niets toevoegen.")
            return
        client_id, household_id = self._query.subject(about)
        who = (self.context.workspace.organisation.user().id,)
        self.panel.show_appointment(
            AppointmentView("", day, client_id=client_id, household_id=household_id, who=who), came_from
        )

    def _open_appointment(self, appointment_id: str, came_from: Place | None = None) -> None:
        try:
            found = self.context.workspace.appointments.appointment(appointment_id)
        except NotFoundError as error:
            self.message_requested.emit(str(error))
            return
        if self._query.sight.sees(found.client_id, found.household_id):
            self.panel.show_appointment(found, came_from)
        else:
            self.message_requested.emit("Tijdens een huisbezoek zie je alleen dit gezin.")

    def _form_closed(self, kept: str) -> None:
        if self.panel.came_from is not None:
            self.place_requested.emit(self.panel.came_from)
            return
        day = self._query.day_of(kept)
        if day is not None:  # whoever moved it sees where it went
            self.views.show_day(day)
        self._reload()
        if kept:
            self.views.mark(f"{PREFIX}{kept}")

    def _back(self) -> None:
        """To where the deadline that shows was opened from; else only the deadline goes."""
        if self.panel.came_from is not None:
            self.place_requested.emit(self.panel.came_from)
        else:
            self.panel.close_all()

    def _closed(self) -> None:
        self._arrange()
        self.views.main().setFocus()

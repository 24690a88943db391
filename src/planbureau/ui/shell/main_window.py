"""The window of an open vault: navigation at the left, one page at a time, locked when nobody is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import NotFoundError, PlanbureauError
from planbureau.ui.page import Page, PageContext
from planbureau.ui.places import (
    ClientWrites,
    HomeVisit,
    OpenClient,
    OpenNotes,
    OpenOwnPlan,
    OpenPlan,
    OpenScratchPad,
    OpenToday,
    Place,
)
from planbureau.ui.shell.clock_bar import ClockBar
from planbureau.ui.shell.idle import IdleWatch
from planbureau.ui.shell.last_look import cover, let_go, may_lock
from planbureau.ui.shell.lines import Lines
from planbureau.ui.shell.lost import instead_of
from planbureau.ui.shell.navigation import IN_VISIT, LOCK, NAVIGATION, VISIT, nav_id_of, place_of
from planbureau.ui.shell.own_hands import OwnBar, OwnHands
from planbureau.ui.shell.spoken import heading_of
from planbureau.ui.shell.visit_bar import VisitBar
from planbureau.ui.shell.waiting import dismiss_waiting
from planbureau.ui.visiting import menu_of_homes, sees_plan
from planbureau.ui.widgets.nav_bar import NavBar
from planbureau.ui.widgets.toast_bar import ToastBar
from planbureau.views import HouseholdView

TITLE = "Planbureau"
"""The whole window title: a name in it would stand in the task bar and in screen recordings."""

STAYS = "Dit kan nog niet bewaard worden. Je blijft daarom hier; wat je typte staat nog op het scherm."

PageMaker = Callable[[PageContext], Page]


@dataclass(frozen=True)
class PageEntry:
    """How a page is made, and which places it shows."""

    id: str
    places: tuple[type[Place], ...]
    make: PageMaker
    in_visit: bool = True  # may be shown during a home visit
    whole: bool = False  # takes the whole screen: no navigation beside it


class MainWindow(QMainWindow):
    """Shows pages on request. It never looks inside one."""

    locked = Signal()

    def __init__(self, context: PageContext, entries: tuple[PageEntry, ...], idle_minutes: int) -> None:
        super().__init__()
        self._context = context
        self._entries = entries
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._closed = self._whole = False
        self._state_before = Qt.WindowState.WindowNoState
        self.fills_screen = True  # pictures of pages keep the size of their window
        self._place: Place = OpenToday()
        self.setWindowTitle(TITLE)
        self._build()
        self._connect(idle_minutes)
        try:
            self.go(OpenToday())
        except Exception:
            self.lock()  # nobody sees this window: nothing of it goes on
            raise

    # Build the window

    def _build(self) -> None:
        theme = self._context.theme
        central = QWidget()
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._nav = NavBar(theme, NAVIGATION)
        self._stack = QStackedWidget()
        self._visit_bar = VisitBar(theme)
        self._visit_bar.hide()
        self._own = OwnHands(self._context)
        self._own_bar = OwnBar(theme)
        self._own_bar.hide()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.clock_bar = ClockBar(self._context)
        column.addWidget(self.clock_bar)
        column.addWidget(self._visit_bar)
        column.addWidget(self._own_bar)
        column.addWidget(self._stack, 1)
        row.addWidget(self._nav)
        row.addLayout(column, 1)
        self.setCentralWidget(central)
        self._toast = ToastBar(theme, central)
        Lines(self, theme, self._toast)

    def _connect(self, idle_minutes: int) -> None:
        self._nav.place_requested.connect(self._go_to_nav)
        self._nav.action_requested.connect(self._act)
        self._visit_bar.scratch_requested.connect(self._toggle_scratch)
        self._visit_bar.note_requested.connect(self._write_note)
        self._visit_bar.leave_requested.connect(lambda: self.go(HomeVisit()))
        self._own_bar.leave_requested.connect(lambda: self.go(ClientWrites()))
        self._own_bar.place_requested.connect(self.go)
        self._unsubscribe = self._context.workspace.subscribe(self._written)
        self.destroyed.connect(self._unsubscribe)
        self._idle = IdleWatch(self, idle_minutes)
        self._idle.idle.connect(self.lock)
        for item in (one for one in NAVIGATION if one.place):
            key = QShortcut(QKeySequence(item.shortcut), self)
            key.activated.connect(partial(self._go_to_nav, item.id))
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self._lock_asked)
        QShortcut(QKeySequence(Qt.Key.Key_F9), self).activated.connect(self._toggle_visit)
        QShortcut(QKeySequence(Qt.Key.Key_F8), self).activated.connect(self._toggle_scratch)
        QShortcut(QKeySequence("Ctrl+R"), self).activated.connect(self._write_note)

    # Go to a place

    def go(self, place: Place) -> None:
        """Shows the page of a place, after the page that shows has saved what was being typed."""
        if isinstance(place, ClientWrites):
            self._client_writes(place)
            return
        if not self._own.allows(place):
            self._toast.show_message("Nu schrijft de cliënt. Sluit eerst dit plan.")
            return
        if isinstance(place, HomeVisit):
            self._visit(place)
            return
        place = self._own.door_of(place)
        if self._context.visiting and not self._allowed(place):
            self._toast.show_message("Tijdens een huisbezoek zie je alleen dit gezin.")
            return
        if not self._leaves():
            return
        entry = next(e for e in self._entries if isinstance(place, e.places))
        page, here = self._page(entry), (self._place, self._current)
        self._place, self._current = place, entry.id
        try:
            page.show_place(place)
        except PlanbureauError as problem:
            self._not_shown(here, place, problem)
            return
        self._stack.setCurrentWidget(page)
        page.setAccessibleName(heading_of(page))  # Order: before the focus, which makes it be read aloud
        self._take_screen(whole=entry.whole)
        self._nav.set_current(nav_id_of(place))
        if (focus := page.first_focus()) is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leaves(self) -> bool:
        """Whether the page that shows has kept what is typed on it; if not, it is said why it stays."""
        left = not self._current or self._pages[self._current].leave()
        self._toast.tell_while(STAYS, holds=not left)
        return left

    def _not_shown(self, here: tuple[Place, str], place: Place, problem: PlanbureauError) -> None:
        """Comes back to the page that showed, or goes where it is told why something is not there."""
        self._place, self._current = here
        gone = isinstance(problem, NotFoundError)  # else disk or vault is damaged: what shows stays as it is
        if not (gone or here[1]):
            raise problem
        self._toast.show_message(str(problem))
        if gone and (instead := instead_of(self._context, place)) is not None:
            self.go(instead)
        elif gone and here[1]:
            self._pages[here[1]].show_place(here[0])

    def _take_screen(self, *, whole: bool) -> None:
        """Gives a page the whole screen, and gives the window back as it was afterwards."""
        if whole == self._whole:
            return
        self._whole = whole
        self._nav.setVisible(not whole)
        self._visit_bar.setVisible(self._context.visiting and not whole)
        if not self.fills_screen:
            return
        full = Qt.WindowState.WindowFullScreen
        if whole:
            self._state_before = self.windowState()
            self.setWindowState(self._state_before | full)
        else:
            self.setWindowState(self._state_before & ~full)

    def _page(self, entry: PageEntry) -> Page:
        page = self._pages.get(entry.id)
        if page is None:
            page = entry.make(self._context)
            page.place_requested.connect(self.go)
            page.message_requested.connect(self._toast.show_message)
            self._pages[entry.id] = page
            self._stack.addWidget(page)
        return page

    def _allowed(self, place: Place) -> bool:
        entry = next(e for e in self._entries if isinstance(place, e.places))
        plan_id = getattr(place, "plan_id", "")
        return entry.in_visit and (not plan_id or sees_plan(self._context, plan_id))

    def _go_to_nav(self, nav_id: str) -> None:
        self.go(place_of(nav_id, self._context.visit if self._context.visiting else None))

    def _act(self, action: str) -> None:
        if action == LOCK:
            self._lock_asked()
        elif action == VISIT:
            self._toggle_visit()

    # The scratch pad: one key there, the same key back

    def _toggle_scratch(self) -> None:
        if isinstance(self._place, OpenScratchPad):
            place = self._place
            self.go(place.came_from or OpenClient(place.client_id, place.household_id))
            return
        client_id, household_id = _subject_of(self._context, self._place)
        if not (client_id or household_id):
            client_id, household_id = self._context.visit.client_id, self._context.visit.household_id
        if client_id or household_id:
            self.go(OpenScratchPad(client_id, household_id, self._place))
        else:
            self._toast.show_message("Open eerst een cliënt. Daarna kun je op een kladblad schrijven.")

    # A progress note, from anywhere

    def _write_note(self) -> None:
        place = self._place
        if self._context.workspace.organisation.organisation().reports_elsewhere:
            self._toast.show_message("Jullie rapporteren in een ander systeem. Dat staat bij Instellingen.")
            return
        if isinstance(place, OpenNotes):
            self.go(replace(place, write=True, correct=""))
            return
        client_id, household_id = _subject_of(self._context, self._place)
        visit = self._context.visit
        if not (client_id or household_id):
            client_id, household_id = visit.client_id, visit.household_id
        self.go(OpenNotes(client_id, "" if client_id else household_id, write=True, came_from=place))

    # Home visit: nothing of anyone else is on the screen

    def _toggle_visit(self) -> None:
        if self._own.plan_id:
            self.go(ClientWrites())
            return
        if self._context.visiting:
            self.go(HomeVisit())
            return
        client_id, household_id = _subject_of(self._context, self._place)
        homes = _homes_of(self._context, client_id) if client_id and not household_id else ()
        if len(homes) > 1:
            self.homes_menu = menu_of_homes(self, homes, lambda home: self.go(HomeVisit(client_id, home)))
            self.homes_menu.popup(self._nav.mapToGlobal(self._nav.rect().center()))
        elif client_id or household_id:
            self.go(HomeVisit(client_id, household_id))
        else:
            self._toast.show_message("Open eerst een cliënt. Daarna kun je het huisbezoek beginnen.")

    def _visit(self, visit: HomeVisit) -> None:
        if not self._leaves():
            return
        was = self._context.visit
        self._forget_pages()
        self._context = replace(self._context, visit=visit)
        visiting = self._context.visiting
        self._context.workspace.protection.set_visiting(visiting=visiting)
        self._visit_bar.setVisible(visiting)
        elsewhere = self._context.workspace.organisation.organisation().reports_elsewhere
        self._visit_bar.note.setVisible(not elsewhere)
        self._own = OwnHands(self._context)
        self._show_navigation()
        shown = visit if visiting else was
        self.go(OpenClient(shown.client_id, shown.household_id))

    def _client_writes(self, place: ClientWrites) -> None:
        """From here to its end only one plan is on the screen: that which its client opened."""
        if not self._leaves():
            return
        back = self._own.turn_to(place.plan_id)
        self._forget_pages()
        self._own_bar.show_plan(place.plan_id)
        self._visit_bar.setVisible(self._context.visiting and not place.plan_id)
        self._show_navigation()
        self.go(OpenPlan(place.plan_id) if place.plan_id else OpenOwnPlan(back))

    def _show_navigation(self) -> None:
        for item in NAVIGATION:
            seen = not self._context.visiting or item.id in IN_VISIT
            self._nav.set_item_visible(item.id, visible=item.id == LOCK if self._own.plan_id else seen)

    def _forget_pages(self) -> None:
        """Pages that showed others are taken down whole, so that nothing of them can shine through."""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._current = ""

    # Changes, locking, closing

    def _written(self, changes: Changes) -> None:
        if changes.touches("clock_check"):
            self.clock_bar.look()
        if (page := self._pages.get(self._current)) is not None:
            page.refresh(changes)

    def set_idle_minutes(self, minutes: int) -> None:
        """After how many minutes without a touch the vault locks."""
        self._idle.set_minutes(minutes)

    def lock(self) -> None:
        """Closes the vault, always, and tells so. What is being typed is saved, or else kept as a draft."""
        if self._closed:
            return
        self._closed = True
        self._unsubscribe()
        self._idle.stop()
        dismiss_waiting()
        if self._current:
            let_go(self._pages[self._current])
        self._forget_pages()
        cover(self)
        self._context.workspace.lock()
        self.locked.emit()

    def _lock_asked(self) -> None:
        if may_lock(self._context.theme, self._pages.get(self._current), self):
            self.lock()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not (self._closed or may_lock(self._context.theme, self._pages.get(self._current), self)):
            event.ignore()
            return
        self.hide()  # a window that is gone is not followed by the one that unlocks
        self.lock()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._closed:
            self._nav.set_window_width(self.width())


def _subject_of(context: PageContext, place: Place) -> tuple[str, str]:
    """The client or household that a place is about; both empty for everyone."""
    client_id = getattr(place, "client_id", "")
    household_id = getattr(place, "household_id", "")
    plan_id = getattr(place, "plan_id", "")
    if plan_id and not (client_id or household_id):
        plan = context.workspace.plans.plan(plan_id)
        client_id = plan.client.id if plan.client else ""
        household_id = plan.household.id if plan.household and not client_id else ""
    return client_id, household_id


def _homes_of(context: PageContext, client_id: str) -> tuple[HouseholdView, ...]:
    clients = context.workspace.clients
    return tuple(clients.household(i) for i in clients.client(client_id).household_ids)

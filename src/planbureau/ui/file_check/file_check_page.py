"""The file check: what is missing in all files, and the thread of one goal as an inspector reads it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import PlanbureauError
from planbureau.rules.dutch import count, sentence
from planbureau.rules.file_check import Gap
from planbureau.services.api import FileCheckPrint, PrintedDocument
from planbureau.ui.file_check.gap_places import place_of
from planbureau.ui.file_check.gaps_panel import GapsPanel
from planbureau.ui.file_check.gaps_print import GapsPrintPanel
from planbureau.ui.file_check.thread_view import ThreadView
from planbureau.ui.page import Page, PageContext
from planbureau.ui.paper.readers_print import ReadersPrint
from planbureau.ui.people.desk import Desk
from planbureau.ui.places import OpenClient, OpenFileCheck, OpenPlan, Place
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.visiting import sight_of
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, IconButton
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.section_header import SectionHeader
from planbureau.views import GapRow, GoalLabel, GoalThread

TITLE = "Dossiercheck"
_ALL = "De draad van wens tot akkoord, bij iedereen. Een punt in de lijst opent de plek waar je het oplost."
ONE, ALL = "een", "alle"
_WHICH = ((ONE, "Dit doel"), (ALL, "Alle doelen van dit plan"))
_NO_GOALS = "Dit plan heeft nog geen doelen."


class FileCheckPage(Page):
    """Shows `OpenFileCheck`: a plan as threads, else the list of what is missing."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._desk = Desk(context, self.place_requested.emit, lambda _: None, self.message_requested.emit)
        self._place = OpenFileCheck()
        self._goals: tuple[GoalLabel, ...] = ()
        self.thread_shown: GoalThread | None = None
        self.printing: ReadersPrint | None = None
        self._build()

    # Build the page

    def _build(self) -> None:
        theme, px = self.context.theme, self.context.theme.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(20), px(14), px(14), px(10))
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(px(8))
        self.header = SectionHeader(TITLE, " ", level=TextRole.TITLE)
        self.print_button = IconButton(theme, "printer", "Dossiercheck afdrukken", quiet=False)
        self.everyone = Button(theme, "Alle cliënten", icon="users")
        self.back = Button(theme, "Terug", icon="arrow-left")
        for button in (self.print_button, self.everyone, self.back):
            self.header.add_action(button)
        inside.addWidget(self.header)
        self.trouble = Banner(theme, "", Tone.ERR)
        self.trouble.hide()
        inside.addWidget(self.trouble)
        self._stack = QStackedWidget()
        self.panel = GapsPanel(theme)
        self._stack.addWidget(self.panel)
        self._stack.addWidget(self._build_thread())
        inside.addWidget(self._stack, 1)
        self._column.addWidget(self._inside, 1)
        self.panel.gap_opened.connect(self._open_gap)
        self.panel.filtered.connect(self._tell_count)
        self.print_button.clicked.connect(self._open_print)
        self.everyone.clicked.connect(lambda: self.place_requested.emit(OpenFileCheck()))
        self.back.clicked.connect(self._back)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Esc"), self._inside, context=within).activated.connect(self._back)

    def _build_thread(self) -> QWidget:
        theme = self.context.theme
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.goal = ChoiceBox("Doel", (), nothing=None)
        self.before = IconButton(theme, "chevron-left", "Vorig doel", quiet=False)
        self.after = IconButton(theme, "chevron-right", "Volgend doel", quiet=False)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.goal, 1)
        row.addWidget(self.before)
        row.addWidget(self.after)
        column.addLayout(row)
        self.thread_view = ThreadView(theme)
        self.no_goals = TextLabel(_NO_GOALS, TextRole.MUTED)
        scroll = ScrollPage(theme)
        scroll.add(self.no_goals)
        scroll.add(self.thread_view)
        column.addWidget(scroll, 1)
        self.goal.value_changed.connect(self._goal_chosen)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.thread_view.gap_opened.connect(self._open_own_gap)
        return part

    # Page

    def show_place(self, place: Place) -> None:
        if isinstance(place, OpenFileCheck):
            self._drop_print()
            self._place = self._in_sight(place)
            self._reload()

    def refresh(self, changes: Changes) -> None:
        del changes
        if self.printing is None:
            self._reload()

    def first_focus(self) -> QWidget | None:
        if self._place.plan_id:
            return self.goal
        return self.panel.first_focus()

    def leave(self) -> bool:
        self._drop_print()
        return True

    def _in_sight(self, place: OpenFileCheck) -> OpenFileCheck:
        """In a home visit nobody outside the visited home."""
        visit = self.context.visit
        outside = not sight_of(self.context).sees(place.client_id, place.household_id)
        if self.context.visiting and not place.plan_id and outside:
            return replace(place, client_id=visit.client_id, household_id=visit.household_id)
        return place

    def _reload(self) -> None:
        self.trouble.hide()
        self.everyone.setVisible(not self.context.visiting and self._place != OpenFileCheck())
        try:
            if self._place.plan_id:
                self._show_plan()
            else:
                self._show_list()
        except PlanbureauError as problem:
            self.thread_shown = None
            self.print_button.hide()
            self.trouble.set_message(problem.what, Tone.ERR, detail=problem.advice)
            self.trouble.show()
        self.back.setVisible(self._place.came_from is not None or bool(self._place.plan_id))

    # The list

    def _show_list(self) -> None:
        self.thread_shown = None
        place, sight = self._place, sight_of(self.context)
        gaps, answered = (
            tuple(row for row in found if sight.sees(row.client_id, row.household_id))
            for found in self.context.workspace.file_check.look(self._subjects(place))
        )
        self._stack.setCurrentWidget(self.panel)
        self.panel.show_gaps(gaps, answered, of_everyone=not (place.client_id or place.household_id))

    def _subjects(self, place: OpenFileCheck) -> tuple[str, ...]:
        clients = self.context.workspace.clients
        if place.client_id:
            homes = self._desk.households_of(clients.client(place.client_id))
            return (place.client_id, *(home.id for home in homes))
        if place.household_id:
            members = clients.household(place.household_id).members
            return (place.household_id, *(member.client_id for member in members if member.client_id))
        return ()

    def _tell_count(self) -> None:
        shown = self.panel.shown
        files = {row.client_id or row.household_id for row in shown}
        whose = count(len(files), "dossier", "dossiers")
        words = f"{count(len(shown), 'punt', 'punten')} in {whose}" if shown else ""
        self.header.set_subtitle(sentence(words) if words else _ALL)
        self.print_button.setVisible(bool(shown))

    def _open_gap(self, row: GapRow) -> None:
        """A goal first shows its thread: there it is seen in its place, with the button that mends it."""
        if row.goal_id:
            self.place_requested.emit(
                OpenFileCheck(plan_id=row.plan_id, goal_id=row.goal_id, came_from=self._place)
            )
        else:
            self.place_requested.emit(place_of(row, self._place))

    # The thread of one goal

    def _show_plan(self) -> None:
        check, place = self.context.workspace.file_check, self._place
        self._goals = check.goals(place.plan_id)
        self._stack.setCurrentIndex(1)
        self.no_goals.setVisible(not self._goals)
        self.thread_view.setVisible(bool(self._goals))
        self.print_button.setVisible(bool(self._goals))
        if not self._goals:
            self.thread_shown = None
            self.header.set_subtitle(_NO_GOALS)
            return
        ids = [goal.id for goal in self._goals]
        chosen = place.goal_id if place.goal_id in ids else _first(self._goals)
        self._place = replace(place, goal_id=chosen)
        blocked = self.goal.blockSignals(True)
        self.goal.set_options((goal.id, _label(goal)) for goal in self._goals)
        self.goal.set_value(chosen)
        self.goal.blockSignals(blocked)
        at = ids.index(chosen)
        self.before.setEnabled(at > 0)
        self.after.setEnabled(at < len(ids) - 1)
        thread = self.thread_shown = check.thread(place.plan_id, chosen)
        version = f"versie {thread.version}" if thread.version else "nog niet vastgesteld"
        self.header.set_subtitle(f"{thread.plan_title}, {version} · {thread.subject_name}")
        self.thread_view.show_thread(thread)

    def _goal_chosen(self) -> None:
        self._place = replace(self._place, goal_id=self.goal.value())
        self._reload()

    def _step(self, step: int) -> None:
        ids = [goal.id for goal in self._goals]
        at = ids.index(self._place.goal_id) + step
        if 0 <= at < len(ids):
            self._place = replace(self._place, goal_id=ids[at])
            self._reload()

    def _open_own_gap(self, gap: Gap) -> None:
        thread = self.thread_shown
        if thread is not None:
            row = GapRow(
                gap, thread.client_id, thread.household_id, thread.subject_name,
                thread.plan_id, thread.plan_title, thread.goal_id,
            )  # fmt: skip
            self.place_requested.emit(place_of(row, self._place))

    # Paper

    def _open_print(self) -> None:
        thread = self.thread_shown
        if thread is None:
            place = self._place
            subject = place.client_id or place.household_id
            self._show_print(GapsPrintPanel(self._desk, self.panel.shown, self.panel.chosen(), subject))
            return
        subject = thread.client_id or thread.household_id
        prints = self.context.workspace.prints
        whole = ChoiceBox("Welke doelen", _WHICH, nothing=None)

        def render(readers: tuple[str, ...]) -> PrintedDocument:
            goal_id = thread.goal_id if whole.value() == ONE else ""
            return prints.render_file_check(FileCheckPrint(thread.plan_id, goal_id, readers))

        printing = ReadersPrint(self._desk, f"{TITLE} afdrukken", thread.subject_name, subject, render)
        printing.add_choice("Welke doelen", whole)
        printing.make()
        self._show_print(printing)

    def _show_print(self, printing: ReadersPrint) -> None:
        self._inside.hide()
        self.printing = printing
        printing.closed.connect(self._close_print)
        self._column.addWidget(printing, 1)
        printing.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_print(self) -> None:
        self._drop_print()
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_print(self) -> None:
        if self.printing is not None:
            self._column.removeWidget(self.printing)
            self.printing.take_away()
            self.printing = None
        self._inside.show()

    def _back(self) -> None:
        place = self._place
        if place.came_from is not None:
            self.place_requested.emit(place.came_from)
        elif place.plan_id:
            self.place_requested.emit(OpenPlan(place.plan_id))
        elif place.client_id or place.household_id:
            self.place_requested.emit(OpenClient(place.client_id, place.household_id))


def _first(goals: tuple[GoalLabel, ...]) -> str:
    """The first goal in which something is missing, else the first."""
    return next((goal.id for goal in goals if goal.gaps), goals[0].id)


def _label(goal: GoalLabel) -> str:
    return (
        f"{goal.label} ({count(goal.gaps, 'punt ontbreekt', 'punten ontbreken')})"
        if goal.gaps
        else goal.label
    )

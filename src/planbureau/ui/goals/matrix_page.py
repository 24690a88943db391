"""The goal matrix of a client or household: arrows move, Enter opens, and no key changes a status."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import PlanbureauError
from planbureau.rules.dutch import inside
from planbureau.ui.goals.cell_panel import CellPanel
from planbureau.ui.goals.filter_bar import plan_label
from planbureau.ui.goals.goals_print import GoalsPrinting
from planbureau.ui.goals.library_dialog import LibraryDialog
from planbureau.ui.goals.making import own_goal, usual_people
from planbureau.ui.goals.matrix_content import NOBODY, WHOLE, area_at, goals_at, library_area, places_of
from planbureau.ui.goals.overview import Overview
from planbureau.ui.goals.scope import GoalScope, scope_after, scope_of_plan, scope_of_subject
from planbureau.ui.goals.subject_chooser import SubjectChooser
from planbureau.ui.page import Page, PageContext
from planbureau.ui.people.desk import Desk
from planbureau.ui.places import OpenMatrix, Place, PrintPlan
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.labels import TextRole
from planbureau.ui.widgets.matrix_model import MatrixPlace
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.section_header import SectionHeader
from planbureau.ui.wizard.autosave import Autosave
from planbureau.views import PlanView
from planbureau.views.doing import Task

_NARROW = 760
"""Below this width, in pixels of the design, the buttons above the matrix show their icons alone."""


class MatrixPage(Page):
    """Shows `OpenMatrix`. Without a subject it asks for one; in a home visit there is only one."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._scope: GoalScope | None = None
        self._whole_subject = True
        self._place: MatrixPlace | None = None
        self._build()
        self._connect()

    # Build the page

    def _build(self) -> None:
        theme = self.context.theme
        self._header = SectionHeader("Doelenmatrix", " ", level=TextRole.TITLE)
        self.other = Button(theme, "Iemand anders", ButtonKind.QUIET, icon="users")
        self.print = Button(theme, "Afdrukken", icon="printer")
        self.new = Button(theme, "Nieuw doel", ButtonKind.PRIMARY, icon="plus")
        for button in (self.other, self.print, self.new):
            self._header.add_action(button)
        self.trouble = Banner(theme, "", Tone.ERR, dismissible=True)
        self.trouble.hide()
        self.chooser = SubjectChooser(self.context)
        self.overview = Overview(self.context)
        self.panel = CellPanel(self.context)
        self._scroll = ScrollPage(theme, stretch=False)
        self._scroll.body.addWidget(self.overview, 1)
        self._stack = QStackedWidget()
        for part in (self.chooser, self._scroll, self.panel):
            self._stack.addWidget(part)
        desk = Desk(self.context, self.place_requested.emit, lambda _: None, self.message_requested.emit)
        self.printing = GoalsPrinting(desk, self.print, self._stack, self._header)
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(10))
        column.addWidget(self._header)
        column.addWidget(self.trouble)
        column.addWidget(self._stack, 1)

    # Connect signals

    def _connect(self) -> None:
        self.chooser.subject_chosen.connect(
            lambda subject: self.place_requested.emit(OpenMatrix(subject_id=subject))
        )
        self.other.clicked.connect(lambda: self.place_requested.emit(OpenMatrix()))
        self.print.clicked.connect(self._ask_print)
        self.printing.plan_requested.connect(self._print)
        self.new.clicked.connect(self._new_menu)
        self.overview.cell_opened.connect(self.open_cell)
        self.overview.task_opened.connect(self._open_task)
        self.overview.goal_opened.connect(self.open_goal)
        self.panel.back_requested.connect(self.close_cell)
        self.panel.new_requested.connect(self._new)

    # Show a place

    def show_place(self, place: Place) -> None:
        """Show the matrix of this place, with a goal opened when the place names one."""
        if not isinstance(place, OpenMatrix):
            return
        self.trouble.hide()
        self.printing.close()
        self._place = None
        try:
            self._scope = self._read(place)
        except PlanbureauError as problem:
            self._say(problem)
            self._scope = None
        if self._scope is None:
            self._show_chooser()
            return
        self._show_scope()
        self.overview.filters.choose_plan(place.plan_id)
        self.overview.show_goals()
        self._stack.setCurrentWidget(self._scroll)
        if place.goal_id:
            self.open_goal(place.goal_id)

    def _read(self, place: OpenMatrix) -> GoalScope | None:
        visit = self.context.visit
        subject = place.subject_id
        plan_id = place.plan_id
        if place.goal_id and not plan_id:
            plan_id = self.context.workspace.goals.goal(place.goal_id).plan_id
        if not subject and plan_id:
            subject = scope_of_plan(self.context, plan_id).subject_id
        if self.context.visiting:
            home = visit.client_id or visit.household_id
            inside = scope_of_subject(self.context, home)
            if subject not in ("", home) and not any(plan.id == plan_id for plan in inside.plans):
                return inside
            subject = subject if subject in _in_visit(self.context, inside) else home
        return scope_of_subject(self.context, subject) if subject else None

    def _show_chooser(self) -> None:
        self._header.set_subtitle("")
        for button in (self.other, self.print, self.new):
            button.hide()
        self.chooser.reload()
        self._stack.setCurrentWidget(self.chooser)

    def _show_scope(self) -> None:
        scope = self._scope
        if scope is None:
            return
        plans = ", ".join(inside(plan_label(plan)) for plan in scope.plans)
        self._header.set_subtitle(f"{scope.title} · {plans or 'nog geen plan'}")
        self.other.setVisible(not self.context.visiting)
        for button in (self.print, self.new):
            button.setVisible(bool(scope.plans))
        self.overview.set_scope(scope)

    def refresh(self, changes: Changes) -> None:
        """Read the goals again after a write."""
        scope = self._scope
        if scope is None:
            self.chooser.reload()
            return
        about = {scope.subject_id, *(plan.id for plan in scope.plans)}
        if changes.subjects and not changes.subjects & about and not changes.touches("person"):
            return
        self.reload(changes)

    def reload(self, changes: Changes | None = None) -> None:
        """Read everything again, or what these changes touched; what is being typed stays."""
        if self._scope is None:
            return
        try:
            self._scope = scope_after(self.context, self._scope, changes or Changes())
        except PlanbureauError as problem:
            self._say(problem)
            return
        self._show_scope()
        self._show_cell()

    # One cell

    def open_cell(self, place: MatrixPlace) -> None:
        """Show the goals of a cell; a single one is opened at once."""
        self._place = place
        self._show_cell()
        self._stack.setCurrentWidget(self.panel)
        cards = self.panel.list.cards
        if len(cards) == 1:
            cards[0].set_open(opened=True)
        (cards[0].toggle if cards else self.panel.ready).setFocus()

    def open_goal(self, goal_id: str, *, write: bool = False) -> None:
        """Show the cell of a goal with its card open."""
        scope = self._scope
        goal = next((g for g in scope.goals if g.id == goal_id), None) if scope else None
        if scope is None or goal is None:
            return
        place = places_of(goal, scope)[0]
        self.overview.grid.set_current(place)
        self._place = place
        self._show_cell()
        self._stack.setCurrentWidget(self.panel)
        self.panel.list.open_goal(goal_id, write=write)

    def close_cell(self) -> None:
        """Back to the matrix, at the same cell; stays when something could not be saved."""
        if not self.panel.list.leave():
            return
        self._place = None
        self._stack.setCurrentWidget(self._scroll)
        self.overview.main_focus().setFocus()

    def _show_cell(self) -> None:
        scope, place = self._scope, self._place
        if scope is None or place is None:
            return
        content = self.overview.grid.content()
        row = next((head.label for head in content.rows if head.id == place.row_id), "Overig")
        column = next((head.label for head in content.columns if head.id == place.column_id), "")
        shown = {card.editor.goal.id for card in self.panel.list.cards}
        goals = goals_at(place, scope, self.overview.chosen)
        # A goal that moves to another cell while it is being written stays in sight until one goes back.
        kept = [
            g
            for g in scope.goals
            if g.id in shown and g not in goals and self._stack.currentWidget() is self.panel
        ]
        self.panel.show_goals(f"{row} · {column}" if column else row, scope, (*goals, *kept))

    def _open_task(self, task: Task) -> None:
        self.open_goal(task.goal_id)
        card = self.panel.list.card(task.goal_id)
        if card is not None and card.body is not None:
            card.body.acts.open_action(task.action_id)

    # New goals and paper

    def _with_plan(self, button: QWidget, then: object) -> None:
        """Run `then` with the plan that shows, or ask which one."""
        scope = self._scope
        if scope is None or not callable(then):
            return
        chosen = self.overview.chosen.plan_id
        plans = [plan for plan in scope.plans if chosen in ("", plan.id)]
        if len(plans) == 1:
            then(plans[0])
            return
        menu = QMenu(self)
        for plan in plans:
            menu.addAction(plan_label(plan)).triggered.connect(lambda _=False, p=plan: then(p))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _ask_print(self) -> None:
        if self._scope is not None and self.leave():
            self.printing.ask(self._scope, self.overview.chosen)

    def _print(self, plan: PlanView) -> None:
        if self.leave():
            self.place_requested.emit(PrintPlan(plan.id, edition="matrix"))

    def _new_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction("Kant-en-klaar doel…").triggered.connect(lambda: self._new("ready"))
        menu.addAction("Eigen doel").triggered.connect(lambda: self._new("own"))
        menu.popup(self.new.mapToGlobal(QPoint(0, self.new.height())))

    def _new(self, what: str) -> None:
        self._with_plan(self.new, self._choose_ready if what == "ready" else self._make_own)

    def _choose_ready(self, plan: PlanView) -> None:
        scope, place = self._scope, self._place
        area = library_area(place, scope) if scope and place else ""
        dialog = LibraryDialog(self.context, plan.id, area=area, parent=self.window())
        people = self._people_of_cell()
        if people:
            dialog.goals.who.set_value(people)
            dialog.goals.show_goals()
        dialog.saved.connect(self.reload)
        dialog.finished.connect(lambda _result: self._library_closed(dialog))
        dialog.open()

    def _library_closed(self, dialog: LibraryDialog) -> None:
        goal_id = dialog.open_goal
        dialog.deleteLater()
        self.reload()
        if goal_id:
            self.open_goal(goal_id, write=True)

    def _make_own(self, plan: PlanView) -> None:
        scope = self._scope
        if scope is None or not self.leave():
            return
        area = area_at(self._place, plan, scope) if self._place else ""
        people = self._people_of_cell() or usual_people(scope, plan)
        try:
            goal_id, _ = own_goal(self.context.workspace.goals, plan, area=area, for_whom=people)
        except PlanbureauError as problem:
            self._say(problem)
            return
        self.reload()
        self.open_goal(goal_id, write=True)

    def _people_of_cell(self) -> tuple[str, ...]:
        if self._place is None or self._scope is None or self._place.column_id == NOBODY:
            return ()
        if self._place.column_id == WHOLE:
            return tuple(person.id for person, _ in self._scope.people)
        return (self._place.column_id,)

    # The page

    def leave(self) -> bool:
        """Saves what is being typed."""
        return self.panel.list.leave()

    def keep_unfinished(self) -> bool:
        kept = self.findChildren(Autosave)
        for one in kept:
            one.write_drafts()
        return not any(one.has_undrafted() for one in kept)

    def first_focus(self) -> QWidget | None:
        """The search box, the matrix, or the opened goal."""
        current = self._stack.currentWidget()
        if current is self.chooser:
            return self.chooser.search
        return None if current is self.panel else self.overview.main_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.context.theme.px(_NARROW)
        for button in (self.other, self.print, self.new):
            button.set_compact(narrow)

    def _say(self, problem: PlanbureauError) -> None:
        self.trouble.set_message(problem.what, Tone.ERR, detail=problem.advice)
        self.trouble.show()


def _in_visit(context: PageContext, inside: GoalScope) -> set[str]:
    """The clients and households that may show during this home visit."""
    allowed = {context.visit.client_id, context.visit.household_id} - {""}
    for plan in inside.plans:
        allowed |= {client.id for client in plan.clients}
        allowed |= {plan.household.id} if plan.household else set()
    return allowed

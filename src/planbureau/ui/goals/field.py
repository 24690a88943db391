"""Goals inside the wizard: their cards in the step about goals."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import PlanbureauError
from planbureau.formats.flow import hidden_parts
from planbureau.formats.model import Question
from planbureau.plan_state import state_of
from planbureau.ui.goals.goal_list import GoalList
from planbureau.ui.goals.library_dialog import LibraryDialog
from planbureau.ui.goals.making import own_goal, usual_people
from planbureau.ui.goals.matrix_field import MatrixField
from planbureau.ui.goals.scope import GoalScope, scope_of_plan
from planbureau.ui.page import PageContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.wizard.autosave import DRAFT_MS
from planbureau.views import PlanView

__all__ = ["GoalsField", "MatrixField"]

ON_REQUEST = "on_request"


class GoalsField(QWidget):
    """`changed` tells that a goal was written. Where a format says so, examples come only on request."""

    changed = Signal()

    def __init__(
        self,
        context: PageContext,
        plan_id: str,
        question: Question,
        *,
        draft_ms: int = DRAFT_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._plan_id = plan_id
        self._question = question
        theme = context.theme
        self._scope = scope_of_plan(context, plan_id)
        self._none = TextLabel("Nog geen doel.", TextRole.MUTED)
        self.trouble = Banner(theme, "", Tone.ERR, dismissible=True)
        self.trouble.hide()
        self.list = GoalList(context, draft_ms=draft_ms)
        self.own = Button(theme, "Eigen doel", icon="plus")
        on_request = self._plan.format.goal_library == ON_REQUEST
        self.ready = Button(
            theme, "Voorbeelden bekijken" if on_request else "Kant-en-klaar doel", icon="list-checks"
        )
        self.library: LibraryDialog | None = None
        buttons = FlowBox()
        buttons.refill((self.own, self.ready))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        for widget in (self._none, self.trouble, self.list, buttons):
            column.addWidget(widget)
        self.own.clicked.connect(self.add_own)
        self.ready.clicked.connect(self.open_library)
        self.list.saved.connect(self._written)
        self._show()

    @property
    def scope(self) -> GoalScope:
        """The plan and the people as they were read last."""
        return self._scope

    @property
    def _plan(self) -> PlanView:
        return self._scope.plan(self._plan_id)

    def focus_target(self) -> QWidget:
        """Where the keyboard starts."""
        cards = self.list.cards
        return cards[0].toggle if cards else self.own

    def refresh(self) -> None:
        """The plan changed, here or elsewhere. What is being typed stays."""
        self._scope = scope_of_plan(self._context, self._plan_id)
        self._show()

    def leave(self) -> bool:
        """Saves what is being typed. False when something could not be saved; it stays in its field."""
        return self.list.leave()

    def open_goal(self, goal_id: str) -> None:
        """Open the card of one goal."""
        self.list.open_goal(goal_id)

    def add_own(self) -> None:
        """Make a goal of one's own, and start writing it."""
        if not self.leave():
            return
        goals = self._context.workspace.goals
        try:
            people = usual_people(self._scope, self._plan)
            goal_id, changes = own_goal(goals, self._plan, for_whom=people)
        except PlanbureauError as problem:
            self.trouble.set_message(problem.what, Tone.ERR, detail=problem.advice)
            self.trouble.show()
            return
        self._written(changes)
        self.list.open_goal(goal_id, write=True)

    def open_library(self) -> None:
        """Show the ready-made goals."""
        self.library = LibraryDialog(self._context, self._plan_id, parent=self.window())
        self.library.saved.connect(self._written)
        self.library.finished.connect(self._library_closed)
        self.library.open()

    def _library_closed(self, result: int) -> None:
        dialog, self.library = self.library, None
        if dialog is None:
            return
        goal_id = dialog.open_goal
        dialog.deleteLater()
        if result == QDialog.DialogCode.Accepted and goal_id:
            self.list.open_goal(goal_id, write=True)
        else:
            self.ready.setFocus()

    def _written(self, changes: Changes) -> None:
        del changes
        self.trouble.hide()
        self.refresh()
        self.changed.emit()

    def _show(self) -> None:
        plan = self._plan
        state = state_of(plan, self._context.clock.today())
        hidden = hidden_parts(self._question, state, plan.format)
        self.list.set_goals(self._scope, plan.goals, hidden)
        self._none.setVisible(not plan.goals)

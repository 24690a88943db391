"""The goal matrix inside the wizard of a family plan: ten areas with ready-made goals to tick, for whom."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.formats.model import Question
from planbureau.ui.goals.goal_dialog import GoalDialog
from planbureau.ui.goals.ready_goals import ReadyGoals
from planbureau.ui.goals.scope import scope_of_plan
from planbureau.ui.page import PageContext


class MatrixField(QWidget):
    """`changed` tells that a goal was made, changed or stopped."""

    changed = Signal()

    def __init__(
        self, context: PageContext, plan_id: str, question: Question, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._plan_id = plan_id
        self.dialog: GoalDialog | None = None
        self.goals = ReadyGoals(context, scope_of_plan(context, plan_id), plan_id)
        self.goals.setAccessibleName(question.label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.goals)
        self.goals.saved.connect(self._written)
        self.goals.open_requested.connect(self.open_goal)

    def focus_target(self) -> QWidget:
        """Where the keyboard starts."""
        return self.goals.search

    def refresh(self) -> None:
        """The plan changed, here or elsewhere."""
        self.goals.set_scope(scope_of_plan(self._context, self._plan_id))

    def leave(self) -> bool:
        """Every tick is saved at once; there is nothing left to save."""
        return True

    def open_goal(self, goal_id: str) -> None:
        """Show the card of one goal in a window of its own."""
        self.dialog = GoalDialog(self._context, self._plan_id, goal_id, parent=self.window())
        self.dialog.saved.connect(self._written)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self, _result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        self.goals.search.setFocus()

    def _written(self, changes: Changes) -> None:
        del changes
        self.refresh()
        self.changed.emit()

"""One goal in a window of its own, for pages that show goals without their cards."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.goals.goal_list import GoalList
from planbureau.ui.goals.scope import scope_of_plan
from planbureau.ui.page import PageContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.dialog_size import fit_on_screen
from planbureau.ui.widgets.scroll_page import ScrollPage


class GoalDialog(QDialog):
    """Closing it saves what is being typed; when that fails it stays open and says why."""

    saved = Signal(object)

    def __init__(
        self,
        context: PageContext,
        plan_id: str,
        goal_id: str,
        *,
        hidden: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._plan_id = plan_id
        self._goal_id = goal_id
        self._hidden = hidden
        theme = context.theme
        self.setWindowTitle("Doel")
        self.setModal(True)
        fit_on_screen(self, theme, 820, 660)
        self.list = GoalList(context)
        self._scroll = ScrollPage(theme)
        self._scroll.add(self.list)
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(14))
        column.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        self.ready = Button(theme, "Klaar", ButtonKind.PRIMARY)
        self.ready.setAutoDefault(False)
        foot.addWidget(self.ready)
        column.addLayout(foot)
        self.ready.clicked.connect(self.accept)
        self.list.saved.connect(self._written)
        self._show()
        self.list.open_goal(goal_id, write=True)

    def done(self, result: int) -> None:
        """Close, after everything is saved."""
        if self.list.leave():
            super().done(result)

    def _written(self, changes: object) -> None:
        self._show()
        self.saved.emit(changes)

    def _show(self) -> None:
        scope = scope_of_plan(self._context, self._plan_id)
        goals = [goal for goal in scope.goals if goal.id == self._goal_id]
        self.list.set_goals(scope, goals, self._hidden)
        if not goals:
            self.accept()

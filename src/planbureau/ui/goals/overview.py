"""The matrix with its filters and its legend, and behind it who does what."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from planbureau.ui.goals.doer_list import DoerList
from planbureau.ui.goals.filter_bar import FilterBar
from planbureau.ui.goals.legend import StatusLegend
from planbureau.ui.goals.matrix_content import MatrixFilter, by_look, content_of
from planbureau.ui.goals.scope import GoalScope
from planbureau.ui.goals.time_list import TimeList
from planbureau.ui.page import PageContext
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.matrix_grid import MatrixGrid
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid

MATRIX, WHO, TIME = "matrix", "wie", "tijd"
_VIEWS = ((MATRIX, "Matrix"), (WHO, "Wie doet wat"), (TIME, "In de tijd"))
LEAST = 250
"""The least height of the matrix, in pixels of the design; below that the page scrolls."""


class Overview(QWidget):
    """`cell_opened` carries a MatrixPlace, `task_opened` a Task, `goal_opened` the id of a goal."""

    cell_opened = Signal(object)
    task_opened = Signal(object)
    goal_opened = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._scope: GoalScope | None = None
        theme = context.theme
        self.views = ChipRow(theme, "Wat wil je zien", exclusive=True)
        self.views.set_chips(_VIEWS)
        self.views.set_checked({MATRIX})
        self.filters = FilterBar(theme)
        self.legend = StatusLegend(theme)
        self._keys = TextLabel("Pijltjes: bewegen · Enter: openen", TextRole.SMALL)
        self._keys.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.grid = MatrixGrid(theme)
        self.grid.setMinimumHeight(theme.px(LEAST))
        self.doers = DoerList(context)
        self._empty = TextLabel(
            "Nog geen doelen. Kies een vak en druk op Enter, of kies Nieuw doel.", TextRole.MUTED
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.doers)
        self.time = TimeList(context)
        self.time.setMinimumHeight(theme.px(LEAST))
        self._stack.addWidget(self.time)
        self.time.goal_opened.connect(self.goal_opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        top = ResponsiveGrid(theme, weights=(2, 3), narrow=760, gap=(16, 8))
        top.add(self.views)
        top.add(self.filters)
        column.addWidget(top)
        marks = ResponsiveGrid(theme, weights=(3, 1), narrow=760, gap=(16, 4))
        marks.add(self.legend)
        marks.add(self._keys)
        column.addWidget(marks)
        column.addWidget(self._empty)
        column.addWidget(self._stack, 1)
        self.views.chip_toggled.connect(self.show_view)
        self.filters.filter_changed.connect(self.show_goals)
        self.grid.cell_opened.connect(self.cell_opened)
        self.doers.task_opened.connect(self.task_opened)

    @property
    def chosen(self) -> MatrixFilter:
        """The filters as they stand."""
        return self.filters.value()

    def set_scope(self, scope: GoalScope) -> None:
        """Show the goals of these plans."""
        self._scope = scope
        self.filters.set_scope(scope)
        self.show_goals()

    def show_view(self, view: str) -> None:
        """Show the matrix, or who does what."""
        self.views.set_checked({view})
        parts: dict[str, tuple[QWidget, str]] = {
            MATRIX: (self.grid, "Pijltjes: bewegen · Enter: openen"),
            WHO: (self.doers, "Enter: het doel openen"),
            TIME: (self.time, ""),
        }
        shown, keys = parts[view]
        self._stack.setCurrentWidget(shown)
        self._keys.setText(keys)
        if view == TIME:
            self._show_time()

    def _show_time(self) -> None:
        """The pictures are made when somebody wants to see them."""
        if self._scope is not None and self._stack.currentWidget() is self.time:
            goals = tuple(goal for goal in self._scope.goals if self.chosen.keeps(goal, self._scope))
            self.time.set_goals(goals, self._scope)

    def show_goals(self) -> None:
        """Show what the filters leave."""
        if self._scope is None:
            return
        chosen = self.chosen
        goals = tuple(goal for goal in self._scope.goals if chosen.keeps(goal, self._scope))
        self.grid.set_content(content_of(self._scope, chosen, self._context))
        self.doers.set_goals(goals, self._scope)
        shown = by_look(goals, self._scope)
        self.legend.show_statuses({look: len(inside) for look, inside in shown.items()})
        self._show_time()
        self._empty.setVisible(not goals)
        if self._scope.goals and not goals:
            self._empty.setText("Geen doel past bij deze filters.")

    def main_focus(self) -> QWidget:
        """Where the keyboard belongs."""
        shown = self._stack.currentWidget()
        return self.doers.view if shown is self.doers else self.views if shown is self.time else self.grid

"""What the matrix shows: of which plan, with which status, by whom."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.rules.dutch import sentence
from planbureau.ui.goals.matrix_content import MatrixFilter, by_look, doers
from planbureau.ui.goals.scope import GoalScope
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.views import PlanView


class FilterBar(QWidget):
    """`filter_changed` comes when something else is chosen."""

    filter_changed = Signal()

    def __init__(self, context: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = ChoiceBox("Welk plan", (), nothing="Alle plannen")
        self.status = ChoiceBox("Welke status", (), nothing="Alle statussen")
        self.doer = ChoiceBox("Wie doet iets", (), nothing="Iedereen")
        grid = ResponsiveGrid(context, weights=(1, 1, 1), narrow=520, gap=(12, 8))
        for box in (self.plan, self.status, self.doer):
            grid.add(box)
            box.value_changed.connect(self.filter_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)

    def value(self) -> MatrixFilter:
        """What is chosen."""
        return MatrixFilter(self.plan.value(), self.status.value(), self.doer.value())

    def set_scope(self, scope: GoalScope) -> None:
        """Offer what occurs in these plans; what was chosen stays while it still occurs."""
        goals = scope.goals
        people = {doer: scope.name(doer) if doer in scope.names else doer for g in goals for doer in doers(g)}
        self._offer(self.plan, {plan.id: plan_label(plan) for plan in scope.plans})
        self._offer(self.status, {look.word: sentence(look.word) for look in by_look(goals, scope)})
        self._offer(self.doer, dict(sorted(people.items(), key=lambda pair: pair[1].casefold())))

    def choose_plan(self, plan_id: str) -> None:
        """Show one plan, without telling."""
        for box in (self.plan, self.status, self.doer):
            box.blockSignals(True)
            box.set_value(plan_id if box is self.plan else "")
            box.blockSignals(False)

    @staticmethod
    def _offer(box: ChoiceBox, options: dict[str, str]) -> None:
        kept = box.value()
        box.blockSignals(True)
        box.set_value("")
        box.set_options(options.items())
        box.set_value(kept if kept in options else "")
        box.blockSignals(False)


def plan_label(plan: PlanView) -> str:
    """A plan in a few words: "Gezinsplan versie 2"."""
    return f"{plan.title} versie {plan.version}" if plan.version else f"{plan.title} (concept)"

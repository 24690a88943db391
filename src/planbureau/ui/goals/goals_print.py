"""Goals of several plans on paper: the matrix as it stands on the screen, or each goal over time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from planbureau.rules.dutch import sentence
from planbureau.rules.goal_status import GoalStatus
from planbureau.services.api import GoalsPrint, PrintedDocument
from planbureau.ui.goals.filter_bar import plan_label
from planbureau.ui.goals.matrix_content import MatrixFilter
from planbureau.ui.goals.scope import GoalScope
from planbureau.ui.paper.readers_print import ReadersPrint
from planbureau.ui.people.desk import Desk
from planbureau.ui.widgets.choice_box import ChoiceBox

MATRIX, IN_TIME = "matrix", "time"
_WHAT = ((MATRIX, "De matrix, zoals hij nu staat"), (IN_TIME, "Doelen in de tijd"))
_SIZES = (("A4", "A4"), ("A3", "A3"))


class GoalsPrintPanel(ReadersPrint):
    """Made for one client or household, with the filters as they stand."""

    def __init__(self, desk: Desk, scope: GoalScope, chosen: MatrixFilter, *, what: str = MATRIX) -> None:
        super().__init__(
            desk, "Doelen afdrukken", scope.title, scope.subject_id, self._goals_for, of_notes=False
        )
        self._scope, self._chosen = scope, chosen
        self.what = ChoiceBox("Wat druk je af", _WHAT, nothing=None)
        self.paper = ChoiceBox("Papier", _SIZES, nothing="Wat past")
        self.what.set_value(what)
        self.add_choice("Wat druk je af", self.what)
        self.add_choice("Papier", self.paper)
        self.make()

    def _goals_for(self, readers: tuple[str, ...]) -> PrintedDocument:
        scope, chosen = self._scope, self._chosen
        goals = [goal for goal in scope.goals if chosen.keeps(goal)]
        request = GoalsPrint(
            scope.subject_id,
            tuple(plan.id for plan in scope.plans if chosen.plan_id in ("", plan.id)),
            tuple(goal.id for goal in goals if goal.status != GoalStatus.REMOVED.value),
            self.what.value() == IN_TIME,
            filter_words(scope, chosen),
            self.paper.value(),
            readers,
        )
        return self._desk.workspace.prints.render_goals(request)


def filter_words(scope: GoalScope, chosen: MatrixFilter) -> str:
    """The filters as a reader of the paper sees them."""
    plan = next((plan_label(plan) for plan in scope.plans if plan.id == chosen.plan_id), "alle plannen")
    parts = [plan]
    if chosen.status:
        parts.append(f"status {GoalStatus(chosen.status).word}")
    if chosen.doer:
        who = scope.name(chosen.doer) if chosen.doer in scope.names else chosen.doer
        parts.append(f"met een actie van {who}")
    return sentence(", ".join(parts))


class GoalsPrinting(QObject):
    """What the button for paper does: a menu, and the panel in the place of the matrix.

    `plan_requested` carries the plan of which the matrix prints with its version.
    """

    plan_requested = Signal(object)

    def __init__(self, desk: Desk, button: QWidget, stack: QStackedWidget, header: QWidget) -> None:
        super().__init__(stack)
        self._desk, self._button, self._stack, self._header = desk, button, stack, header
        self._back: QWidget | None = None
        self.panel: GoalsPrintPanel | None = None
        self.menu: QMenu | None = None

    def ask(self, scope: GoalScope, chosen: MatrixFilter) -> None:
        """The matrix as it stands, the goals over time, or the matrix of one plan."""
        menu = QMenu(self._button)
        for what, words in _WHAT:
            menu.addAction(words).triggered.connect(lambda _=False, w=what: self.open(scope, chosen, w))
        menu.addSeparator()
        for plan in scope.plans:
            words = f"Matrix van {plan_label(plan)}"
            menu.addAction(words).triggered.connect(lambda _=False, p=plan: self.plan_requested.emit(p))
        self.menu = menu
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def open(self, scope: GoalScope, chosen: MatrixFilter, what: str) -> None:
        """Show what will be printed, with the filters as they stand."""
        self.close()
        self._back = self._stack.currentWidget()
        self.panel = GoalsPrintPanel(self._desk, scope, chosen, what=what)
        self.panel.closed.connect(self.close)
        self._stack.addWidget(self.panel)
        self._stack.setCurrentWidget(self.panel)
        self._header.hide()
        self.panel.what.setFocus()

    def close(self) -> None:
        """Back to what showed before."""
        panel, self.panel = self.panel, None
        if panel is None:
            return
        self._stack.removeWidget(panel)
        panel.take_away()
        self._header.show()
        if self._back is not None:
            self._stack.setCurrentWidget(self._back)
        self._button.setFocus()

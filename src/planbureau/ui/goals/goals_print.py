"""Goals of several plans on paper: the matrix as it stands, each goal over time, or who does what."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from planbureau.rules.dutch import sentence
from planbureau.rules.goals.status import GoalStatus
from planbureau.services.api import GoalsPrint, GoalsShape, PrintedDocument
from planbureau.ui.goals.filter_bar import plan_label
from planbureau.ui.goals.matrix_content import MatrixFilter
from planbureau.ui.goals.scope import GoalScope
from planbureau.ui.goals.who import doers_of
from planbureau.ui.paper.readers_print import ReadersPrint
from planbureau.ui.people.desk import Desk
from planbureau.ui.widgets.choice_box import ChoiceBox

_WHAT = (
    (GoalsShape.MATRIX, "De matrix, zoals hij nu staat"),
    (GoalsShape.IN_TIME, "Doelen in de tijd"),
    (GoalsShape.WHO, "Wie doet wat"),
    (GoalsShape.WHO_EASY, "Wie doet wat, makkelijk lezen"),
)
_WHO = frozenset({GoalsShape.WHO, GoalsShape.WHO_EASY})
_SIZES = (("A4", "A4"), ("A3", "A3"))


class GoalsPrintPanel(ReadersPrint):
    """Made for one client or household, with the filters as they stand."""

    def __init__(
        self, desk: Desk, scope: GoalScope, chosen: MatrixFilter, *, what: GoalsShape = GoalsShape.MATRIX
    ) -> None:
        super().__init__(
            desk, "Doelen afdrukken", scope.title, scope.subject_id, self._goals_for, of_notes=False
        )
        self._scope, self._chosen = scope, chosen
        self._goals = tuple(
            goal
            for goal in scope.goals
            if chosen.keeps(goal, scope) and goal.status != GoalStatus.REMOVED.value
        )
        what_options = tuple((shape.value, words) for shape, words in _WHAT)
        self.what = ChoiceBox("Soort", what_options, nothing=None)
        doers = tuple((one.id, one.name) for one in doers_of(self._goals, scope) if one.id)
        self.doer = ChoiceBox("Van wie", doers, nothing="Iedereen")
        self.paper = ChoiceBox("Papier", _SIZES, nothing="Wat past")
        self.what.set_value(what.value)
        if chosen.doer in dict(doers):
            self.doer.set_value(chosen.doer)
        self.add_choice("Soort", self.what)
        self._doer_box = self.add_choice("Van wie", self.doer)
        self._paper_box = self.add_choice("Papier", self.paper)
        self.doer.value_changed.disconnect(self.make)
        self.doer.value_changed.connect(self._choose_doer)
        self._choose_doer()

    @property
    def shape(self) -> GoalsShape:
        """What prints."""
        return GoalsShape(self.what.value())

    def _choose_doer(self) -> None:
        """The sheet of somebody is for that person: what is not for who gets it stays out."""
        if self.shape in _WHO and self.doer.value():
            self.readers.set_checked(self.readers.checked() | {self.doer.value()})
        self.make()

    def make(self) -> None:
        """Makes the document anew, with the choices that this shape has."""
        self._doer_box.setVisible(self.shape in _WHO)
        self._paper_box.setVisible(self.shape not in _WHO)
        super().make()

    def _goals_for(self, readers: tuple[str, ...]) -> PrintedDocument:
        scope, chosen = self._scope, self._chosen
        request = GoalsPrint(
            scope.subject_id,
            tuple(plan.id for plan in scope.plans if chosen.plan_id in ("", plan.id)),
            tuple(goal.id for goal in self._goals),
            self.shape,
            filter_words(scope, chosen),
            self.paper.value(),
            readers,
            self.doer.value() if self.shape in _WHO else "",
        )
        return self._desk.workspace.prints.render_goals(request)


def filter_words(scope: GoalScope, chosen: MatrixFilter) -> str:
    """The filters as a reader of the paper sees them."""
    plan = next((plan_label(plan) for plan in scope.plans if plan.id == chosen.plan_id), "alle plannen")
    parts = [plan]
    if chosen.status:
        parts.append(f"status {chosen.status}")
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
        """The matrix as it stands, the goals over time, who does what, or the matrix of one plan."""
        menu = QMenu(self._button)
        for what, words in _WHAT:
            menu.addAction(words).triggered.connect(lambda _=False, w=what: self.open(scope, chosen, w))
        menu.addSeparator()
        for plan in scope.plans:
            words = f"Matrix van {plan_label(plan)}"
            menu.addAction(words).triggered.connect(lambda _=False, p=plan: self.plan_requested.emit(p))
        self.menu = menu
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def open(self, scope: GoalScope, chosen: MatrixFilter, what: GoalsShape) -> None:
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

"""The goals of a plan or of a cell, under each other; one at a time is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.ui.goals.goal_card import GoalCard
from planbureau.ui.goals.scope import GoalScope
from planbureau.ui.page import PageContext
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.ui.wizard.autosave import DRAFT_MS
from planbureau.views import EvaluatedGoal, GoalView


class GoalList(QWidget):
    """Cards stay the same widgets when goals change, so that nobody loses the place of the keyboard.

    `saved` carries the Changes of each write.
    """

    saved = Signal(object)
    opened = Signal(str)

    def __init__(
        self, context: PageContext, *, draft_ms: int = DRAFT_MS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._draft_ms = draft_ms
        self._cards: dict[str, GoalCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px(10))

    @property
    def cards(self) -> tuple[GoalCard, ...]:
        """The cards in order."""
        return tuple(self._cards.values())

    def card(self, goal_id: str) -> GoalCard | None:
        """The card of one goal."""
        return self._cards.get(goal_id)

    def set_goals(
        self, scope: GoalScope, goals: Iterable[GoalView], hidden: frozenset[str] = frozenset()
    ) -> None:
        """Show these goals; cards of goals that were there already stay."""
        wanted = tuple(goals)
        for gone in set(self._cards) - {goal.id for goal in wanted}:
            card = self._cards.pop(gone)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        new = [goal for goal in wanted if goal.id not in self._cards]
        drafts = self._drafts(new)
        evaluated = self._evaluated(wanted)
        for goal in wanted:
            card = self._cards.get(goal.id) or self._make(scope, goal, drafts.get(goal.plan_id, {}), hidden)
            card.editor.show(scope, goal)
            card.show_evaluated(evaluated.get(goal.id))
        if new:
            follow_layout(self)

    def _drafts(self, goals: list[GoalView]) -> dict[str, dict[str, str]]:
        """Typed text of a session that ended too soon, by plan and key."""
        plans = self._context.workspace.plans
        return {
            plan_id: {draft.key: draft.text for draft in plans.drafts(plan_id)}
            for plan_id in {goal.plan_id for goal in goals}
        }

    def _evaluated(self, goals: Iterable[GoalView]) -> Mapping[str, EvaluatedGoal]:
        """What the last evaluation said about these goals, read once for the whole list."""
        plan_ids = {goal.plan_id for goal in goals}
        try:
            return self._context.workspace.annexes.evaluated(plan_ids) if plan_ids else {}
        except PlanbureauError:
            return {}

    def _make(
        self, scope: GoalScope, goal: GoalView, drafts: dict[str, str], hidden: frozenset[str]
    ) -> GoalCard:
        card = GoalCard(self._context, scope, goal, drafts, hidden=hidden, draft_ms=self._draft_ms)
        card.opened.connect(self._card_opened)
        card.editor.saved.connect(self.saved)
        self._cards[goal.id] = card
        self._column.addWidget(card)
        return card

    def open_goal(self, goal_id: str, *, write: bool = False) -> None:
        """Open one goal; with `write` the keyboard goes to its sentence, otherwise to its button."""
        card = self._cards.get(goal_id)
        if card is None:
            return
        if write:
            card.focus_sentence()
        else:
            card.set_open(opened=True)
            card.toggle.setFocus()

    def _card_opened(self, goal_id: str) -> None:
        for other_id, card in self._cards.items():
            if other_id != goal_id and card.is_open:
                card.set_open(opened=False)
        follow_layout(self)
        self.opened.emit(goal_id)

    def leave(self) -> bool:
        """Saves what is being typed in any card."""
        saved = [card.leave() for card in self.cards]
        return all(saved)

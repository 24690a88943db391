"""Per goal of the plan: how it went, who thinks what, and what we do now (rules D4)."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.wizard.fields.evaluation_notes import ELSEWHERE, EvaluationNotes
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.fields.outcome_card import OutcomeCard

NO_GOALS = "Dit plan heeft nu geen doelen om op terug te kijken."


class GoalOutcomesField(Field):
    """One card per goal; each is saved by itself."""

    MARKABLE = False

    def make_editor(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.px(8))
        told = EvaluationNotes.read(self.desk)
        if told.elsewhere and self.desk.plan.goals:
            column.addWidget(TextLabel(ELSEWHERE, TextRole.HELP))
        self.cards = {
            goal.id: OutcomeCard(self.desk, self.question, goal, told) for goal in self.desk.plan.goals
        }
        for card in self.cards.values():
            column.addWidget(card)
        if not self.cards:
            column.addWidget(TextLabel(NO_GOALS, TextRole.MUTED))
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return box

    def focus_widget(self) -> QWidget:
        """The first goal that is not decided yet."""
        facts = self.desk.state.goals
        cards = list(self.cards.items())
        if not cards:
            return self.editor
        first = next((card for name, card in cards if name in facts and facts[name].lacks), cards[0][1])
        return first.focus_target()

    def value(self) -> JsonValue:
        return None

    def show_value(self, value: JsonValue) -> None:
        del value

    def easy_here(self) -> bool:
        return False

    def flush(self) -> bool:
        saved = [card.flush() for card in self.cards.values()]
        return all(saved)

    def be_strict(self) -> None:
        for card in self.cards.values():
            card.be_strict()
        super().be_strict()

    def left(self) -> None:
        self.flush()
        self._look()

    def show_messages(self) -> None:
        """Each card says itself what is still needed."""

    def refresh(self) -> None:
        for card in self.cards.values():
            card.refresh()
        self._look()

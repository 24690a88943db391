"""Taking a tick away asks whether it was a mistake or the goal stops (rules D2.5)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QRadioButton, QWidget

from planbureau.rules.goals.moves import Move, MoveContext, moves_on_untick
from planbureau.rules.goals.status import GoalStatus
from planbureau.ui.goals.binding import Labelled
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.views import GoalView

MISTAKE = "Het was een vergissing"
MISTAKE_HELP = "Het doel gaat uit het plan."
STOP = "Het doel stopt"
STOP_HELP = "Het doel blijft staan, met de reden."
NO_WAY = (
    "Dit doel stond al in een vastgesteld plan en is nog niet afgesproken. Het kan niet meer weg. "
    "Spreek het af en stop het, met een reden."
)


def ways(goal: GoalView, context: MoveContext) -> tuple[Move, ...]:
    """What taking this tick away may mean."""
    return moves_on_untick(GoalStatus(goal.status), context)


class UntickDialog(ConfirmDialog):
    """After Accepted `goal_id`, `mistake` and `reason` say what was meant. Nothing is chosen beforehand.

    `goals` are those that stand for one tick, each with a way out.
    """

    def __init__(
        self,
        context: ThemeContext,
        goals: Sequence[tuple[GoalView, str]],
        moves: MoveContext,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            context,
            "Vinkje weghalen?",
            "Kies wat je bedoelt.",
            action="Weghalen",
            parent=parent,
        )
        self._moves = moves
        self._goals = {goal.id: goal for goal, _ in goals}
        self.which = ChoiceBox("Welk doel", ((g.id, label) for g, label in goals), nothing=None)
        self._which = Labelled(context, "Welk doel", self.which)
        self.mistake_box = QRadioButton(MISTAKE)
        self.stop_box = QRadioButton(STOP)
        self._helps = (TextLabel(MISTAKE_HELP, TextRole.HELP), TextLabel(STOP_HELP, TextRole.HELP))
        self._message = InlineMessage(context)
        self.reason_field = LongTextEdit(context, "Waarom stopt het doel", lines=2)
        self._reason = Labelled(context, "Waarom stopt het doel", self.reason_field)
        mistake_help, stop_help = self._helps
        boxes = (self.mistake_box, mistake_help, self.stop_box, stop_help)
        for widget in (self._which, *boxes, self._reason, self._message):
            self.extra.addWidget(widget)
        self._which.setVisible(len(goals) > 1)
        self.which.value_changed.connect(self._show)
        self.stop_box.toggled.connect(self._show)
        self._show()
        (self.stop_box if self.mistake_box.isHidden() else self.mistake_box).setFocus()

    @property
    def goal_id(self) -> str:
        """Which goal is meant."""
        return self.which.value()

    @property
    def mistake(self) -> bool:
        """Whether the tick was a mistake."""
        return self.mistake_box.isChecked()

    @property
    def reason(self) -> str:
        """Why the goal stops."""
        return self.reason_field.value().strip()

    def accept(self) -> None:
        """Close only when it is clear what is meant."""
        if not (self.mistake_box.isChecked() or self.stop_box.isChecked()):
            self._message.show_message(MessageLevel.TODO, "Kies eerst wat je bedoelt.")
            return
        if self.stop_box.isChecked() and not self.reason:
            self._reason.message.show_message(MessageLevel.TODO, "Schrijf in een zin waarom.")
            self.reason_field.edit.setFocus()
            return
        super().accept()

    def _show(self) -> None:
        open_ways = {move.to for move in ways(self._goals[self.goal_id], self._moves)}
        mistake_help, stop_help = self._helps
        for widget in (self.mistake_box, mistake_help):
            widget.setVisible(GoalStatus.REMOVED in open_ways)
        for widget in (self.stop_box, stop_help):
            widget.setVisible(GoalStatus.STOPPED in open_ways)
        self._reason.setVisible(self.stop_box.isChecked() and GoalStatus.STOPPED in open_ways)

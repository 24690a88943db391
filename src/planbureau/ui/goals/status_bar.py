"""The status of a goal in icon, word and colour, with a button for each move that is allowed now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planbureau.rules.goals.moves import Move, moves_from
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import kind_of, move_label, status_word
from planbureau.ui.goals.editor import GoalEditor
from planbureau.ui.goals.matrix_content import status_text
from planbureau.ui.goals.scope import move_context
from planbureau.ui.goals.status_dialog import StatusDialog
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge

_NO_AGREEMENT = "Een doel wordt afgesproken als het plan is vastgesteld. Tot die tijd blijft het een concept."


class GoalStatusBar(QWidget):
    """Nothing changes a status but one of these buttons, and each asks first.

    `ended` comes after a move from which no other one leads on: the keyboard needs another place.
    """

    ended = Signal()

    def __init__(self, editor: GoalEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._theme = editor.context.theme
        self.setAccessibleName("Status van het doel")
        self.badge = StatusBadge(self._theme, "concept")
        self._reason = TextLabel("", TextRole.MUTED)
        self._tip = TextLabel(_NO_AGREEMENT, TextRole.HELP)
        self._buttons = FlowBox()
        self._moves: tuple[Move, ...] = ()
        self._kind = kind_of(editor.goal.kind)
        self.dialog: StatusDialog | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(6))
        for widget in (self.badge, self._reason, self._buttons, self._tip):
            column.addWidget(widget)
        editor.record_changed.connect(self.show_status)
        self.show_status()

    def buttons(self) -> dict[str, QWidget]:
        """The buttons by the status that they lead to."""
        return {button.objectName(): button for button in self._buttons.inside()}

    def show_status(self) -> None:
        """Show the status as it stands, and what can be done with it."""
        goal, plan = self._editor.goal, self._editor.plan
        status = GoalStatus(goal.status)
        self.badge.set_status(status_text(goal, plan), Tone(status.tone), status.icon)
        self._reason.setText(f"Reden: {goal.status_reason}")
        self._reason.setVisible(bool(goal.status_reason))
        moves = moves_from(status, move_context(plan))
        self._tip.setVisible(status is GoalStatus.CONCEPT and not plan.versions)
        kind = kind_of(goal.kind)
        if (moves, kind) != (self._moves, self._kind):
            self._moves, self._kind = moves, kind
            self._make_buttons(moves)

    def _make_buttons(self, moves: tuple[Move, ...]) -> None:
        self._buttons.refill(self._button(move) for move in moves)

    def _button(self, move: Move) -> Button:
        label, word = move_label(move.to, move.label, self._kind), status_word(move.to, self._kind)
        button = Button(self._theme, label, ButtonKind.SECONDARY, icon=move.to.icon)
        button.setObjectName(move.to.value)
        button.setAccessibleName(f'{label}: doel {self._editor.goal.number} wordt "{word}"')
        button.clicked.connect(lambda: self.ask(move))
        return button

    def ask(self, move: Move) -> None:
        """Ask what the move asks for, and make it."""
        self.dialog = StatusDialog(self._editor.context, move, self._editor.goal, self.window())
        self.dialog.finished.connect(lambda result: self._answered(move, result))
        self.dialog.open()

    def _answered(self, move: Move, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        reason, day = dialog.reason, dialog.day
        dialog.deleteLater()
        if result != QDialog.DialogCode.Accepted:
            return
        goals = self._editor.context.workspace.goals
        goal_id = self._editor.goal.id
        self._editor.write(lambda: goals.move_goal(goal_id, move.to.value, reason, day))
        if self._buttons.inside():
            self._buttons.inside()[0].setFocus()
        else:
            self.ended.emit()

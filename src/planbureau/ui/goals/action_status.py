"""The status of an action, with a button for each status that it may get now."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.rules.dutch import sentence
from planbureau.rules.goals.action_status import ActionStatus, action_moves_from
from planbureau.ui.goals.editor import ActionEditor
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge

_WORDS = {ActionStatus.LAPSED: "Laten vervallen", ActionStatus.NOT_STARTED: "Terugzetten"}


class ActionStatusBar(QWidget):
    """Only a button changes the status. A lapsed action keeps its letter and can be put back."""

    def __init__(self, editor: ActionEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._status: ActionStatus | None = None
        theme = editor.context.theme
        self.setAccessibleName("Status van de actie")
        self.badge = StatusBadge(theme, "nog niet begonnen")
        self._buttons = FlowBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(TextLabel("Status", TextRole.STRONG))
        column.addWidget(self.badge)
        column.addWidget(self._buttons)
        editor.record_changed.connect(self.show_status)
        self.show_status()

    def buttons(self) -> dict[str, QWidget]:
        """The buttons by the status that they lead to."""
        return {button.objectName(): button for button in self._buttons.inside()}

    def show_status(self) -> None:
        """Show where the action stands and where it can go."""
        status = self._editor.action.standing
        if status is self._status:
            return
        had_focus = any(button.hasFocus() for button in self._buttons.inside())
        self._status = status
        self.badge.set_status(status.word, Tone(status.tone), status.icon)
        self._buttons.refill(self._button(to) for to in action_moves_from(status))
        if had_focus and self._buttons.inside():
            self._buttons.inside()[0].setFocus()

    def _button(self, to: ActionStatus) -> Button:
        words = _WORDS.get(to, sentence(to.word))
        button = Button(self._editor.context.theme, words, ButtonKind.QUIET, icon=to.icon)
        button.setObjectName(to.value)
        button.setAccessibleName(f"{words}: actie {self._editor.action.letter}")
        button.clicked.connect(lambda: self._move(to))
        return button

    def _move(self, to: ActionStatus) -> None:
        editor = self._editor
        action = editor.action
        goals = editor.context.workspace.goals
        if to is ActionStatus.LAPSED:
            verb = lambda: goals.cancel_action(action)  # noqa: E731 - one of two verbs
        else:
            after = replace(action, status=to.value, cancelled=False)
            verb = lambda: goals.save_action(action, after)  # noqa: E731 - one of two verbs
        if editor.attempt(verb):
            editor.owner.reread()

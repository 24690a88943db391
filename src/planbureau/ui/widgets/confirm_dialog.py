"""One question before something that matters; the safe answer has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import TextLabel, TextRole


class ConfirmDialog(QDialog):
    """`exec()` gives Accepted when the action was chosen; Escape and `cancel` give Rejected.

    The window has the question as its title, so `question` may not name a client.
    """

    def __init__(
        self,
        context: ThemeContext,
        question: str,
        explanation: str,
        *,
        action: str,
        cancel: str = "Annuleren",
        danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(question)
        self.setModal(True)
        self.setMinimumWidth(context.px(420))
        px = context.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(22), px(20), px(22), px(18))
        column.setSpacing(px(10))
        head = QHBoxLayout()
        head.setSpacing(px(10))
        icon, colour = ("triangle-alert", "err") if danger else ("circle-question-mark", "primary")
        head.addWidget(IconLabel(context, icon, colour, 24), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(TextLabel(question, TextRole.HEADING), 1)
        column.addLayout(head)
        column.addWidget(TextLabel(explanation))
        self.extra = QVBoxLayout()
        column.addLayout(self.extra)
        column.addSpacing(px(6))
        column.addStretch(1)  # what a window has too much goes here, not between question and explanation
        buttons = QHBoxLayout()
        buttons.addStretch()
        self.cancel_button = Button(context, cancel)
        kind = ButtonKind.DANGER if danger else ButtonKind.PRIMARY
        self.action_button = Button(context, action, kind)
        for button in (self.cancel_button, self.action_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        self.action_button.setDefault(not danger)  # Enter in a line of the dialog does what was asked
        column.addLayout(buttons)
        self.cancel_button.clicked.connect(self.reject)
        self.action_button.clicked.connect(self.accept)
        self.setAccessibleDescription(explanation)
        (self.cancel_button if danger else self.action_button).setFocus()

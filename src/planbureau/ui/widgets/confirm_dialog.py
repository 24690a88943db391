"""One question before something that matters; the safe answer has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.snug_dialog import SnugDialog

_WIDE = 420


class ConfirmDialog(SnugDialog):
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
        super().__init__(context, _WIDE, parent)
        self.setWindowTitle(question)
        self.setModal(True)
        head = QHBoxLayout()
        head.setSpacing(context.px(10))
        icon, colour = ("triangle-alert", "err") if danger else ("circle-question-mark", "primary")
        head.addWidget(IconLabel(context, icon, colour, 24), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(TextLabel(question, TextRole.HEADING), 1)
        self.add_layout(head)
        self.add(TextLabel(explanation))
        self.extra = QVBoxLayout()
        self.add_layout(self.extra)
        self.cancel_button = Button(context, cancel)
        kind = ButtonKind.DANGER if danger else ButtonKind.PRIMARY
        self.action_button = Button(context, action, kind)
        self.set_buttons(self.cancel_button, self.action_button)
        self.action_button.setDefault(not danger)  # Enter in a line of the dialog does what was asked
        self.cancel_button.clicked.connect(self.reject)
        self.action_button.clicked.connect(self.accept)
        self.setAccessibleDescription(explanation)
        (self.cancel_button if danger else self.action_button).setFocus()

"""What a page shows before there is anything on it: what belongs here, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import TextLabel, TextRole


class EmptyState(QWidget):
    """`action` is the label of the button that begins; without it there is none."""

    action_requested = Signal()

    def __init__(
        self,
        context: ThemeContext,
        title: str,
        explanation: str = "",
        *,
        icon: str = "inbox",
        action: str = "",
        action_icon: str = "plus",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(context.px(8))
        column.setContentsMargins(context.px(16), context.px(24), context.px(16), context.px(24))
        column.addStretch()
        column.addWidget(IconLabel(context, icon, "muted", 40), 0, centre)
        heading = TextLabel(title, TextRole.HEADING)
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(heading)
        if explanation:
            words = TextLabel(explanation, TextRole.MUTED)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        self.button: Button | None = None
        if action:
            self.button = Button(context, action, ButtonKind.PRIMARY, icon=action_icon)
            self.button.clicked.connect(self.action_requested)
            column.addSpacing(context.px(6))
            column.addWidget(self.button, 0, centre)
        column.addStretch()

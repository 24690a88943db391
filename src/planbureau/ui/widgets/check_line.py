"""A tick with words that go on below when the line is full, and a line of help under them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.labels import TextLabel, TextRole


class CheckLine(QWidget):
    """`clicked` after a person ticked or unticked; the words can be clicked too, as those of any tick."""

    clicked = Signal()

    def __init__(
        self, context: ThemeContext, text: str, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.box.setAccessibleName(text)
        self.box.setAccessibleDescription(help_text)
        self.box.clicked.connect(self.clicked)
        self.setFocusProxy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        self.words = words = QVBoxLayout()
        words.setContentsMargins(0, context.px(6), 0, 0)
        words.setSpacing(context.px(1))
        words.addWidget(TextLabel(text))
        if help_text:
            words.addWidget(TextLabel(help_text, TextRole.SMALL))
        row.addLayout(words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def checked(self) -> bool:
        return self.box.isChecked()

    def set_checked(self, on: bool) -> None:
        """Shows it without emitting anything."""
        self.box.setChecked(on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.click()

"""The box in which somebody jots: Enter makes a line of what stands in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.chip_row import Chip, ChipMode
from planbureau.ui.widgets.long_text_edit import GrowingEdit

NAME = "Wat wil je onthouden?"
OWN_WORDS = "Eigen woorden"


class _Line(GrowingEdit):
    """Enter is the end of a line, wherever the cursor stands."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class JotBox(QWidget):
    """`line_entered` when a line is finished, `typed` with each keystroke."""

    line_entered = Signal()
    typed = Signal()

    def __init__(self, theme: ThemeContext, whose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = _Line(theme, 1)
        self.edit.setAccessibleName(NAME)
        self.edit.setPlaceholderText("Typ wat je hoort of ziet. Enter maakt er een regel van.")
        words = f"Eigen woorden van {whose}" if whose else OWN_WORDS
        self.own_words = Chip(theme, words, ChipMode.TOGGLE, "quote")
        self.own_words.setToolTip("Ctrl+E. Of begin de regel met een aanhalingsteken.")
        self.add_button = Button(theme, "Opschrijven", ButtonKind.PRIMARY, icon="plus")
        below = QHBoxLayout()
        below.setSpacing(theme.px(8))
        below.addWidget(self.own_words)
        below.addStretch()
        below.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self.edit)
        column.addLayout(below)
        self.edit.entered.connect(self.line_entered)
        self.add_button.clicked.connect(self.line_entered)
        self.edit.textChanged.connect(self.typed)
        QShortcut(QKeySequence("Ctrl+E"), self).activated.connect(self.own_words.toggle)

    def words(self) -> str:
        """What stands in the box."""
        return self.edit.toPlainText()

    def is_quote(self) -> bool:
        """Whether the line is what somebody said."""
        return self.own_words.isChecked()

    def clear(self) -> None:
        """Ready for the next line."""
        self.edit.clear()
        self.own_words.setChecked(False)

    def set_words(self, words: str) -> None:
        """Puts back what stood in the box."""
        self.edit.setPlainText(words)

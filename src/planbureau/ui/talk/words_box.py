"""What somebody says, in large type: their own text, or a quote under what a professional wrote."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import GrowingEdit


class WordsBox(QWidget):
    """`typed` with each keystroke. Quotes that stand already are shown, and never changed here."""

    typed = Signal()

    def __init__(self, theme: ThemeContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quotes = TextLabel("", TextRole.TALK_QUOTE)
        self._quotes.hide()
        self.edit = GrowingEdit(theme, 2)
        self.edit.setProperty("talk", True)
        self.edit.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(FieldLabel(name, self.edit))
        column.addWidget(self._quotes)
        column.addWidget(self.edit)
        self.edit.textChanged.connect(self.typed)

    def words(self) -> str:
        """What stands in the box."""
        return self.edit.toPlainText()

    def set_words(self, words: str) -> None:
        """Shows a text without telling anybody."""
        if words != self.words():
            self.edit.blockSignals(True)
            self.edit.setPlainText(words)
            self.edit.blockSignals(False)

    def set_quotes(self, quotes: tuple[str, ...]) -> None:
        """What was said before."""
        self._quotes.setText("\n".join(quotes))
        self._quotes.setVisible(bool(quotes))

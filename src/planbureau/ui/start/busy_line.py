"""What a screen shows while slow work goes on."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from planbureau.ui.widgets.labels import TextLabel, TextRole


class BusyLine(QWidget):
    """A bar that moves, and what is going on."""

    def __init__(self) -> None:
        super().__init__()
        self._words = TextLabel("", TextRole.MUTED)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Bezig")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addWidget(self._bar)

    def show_words(self, words: str) -> None:
        """Empty words end it."""
        # A bar without an end animates; it may not go on where nobody sees it.
        self._bar.setRange(0, 0 if words else 1)
        self._words.setText(words)
        self.setVisible(bool(words))

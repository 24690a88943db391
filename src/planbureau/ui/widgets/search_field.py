"""A search box that answers while a person types."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from planbureau.ui.theme.context import ThemeContext


class SearchField(QLineEdit):
    """`query_changed` carries the text without outer spaces, once for each real change.

    Arrow down emits `results_requested`, so that a list can take the focus; Escape empties the box.
    """

    query_changed = Signal(str)
    results_requested = Signal()

    def __init__(self, context: ThemeContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(f"{name}…")
        self.setClearButtonEnabled(True)
        self.addAction(context.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.textChanged.connect(self._emit_query)

    def query(self) -> str:
        return self._last

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.results_requested.emit()
        else:
            super().keyPressEvent(event)

    def _emit_query(self, text: str) -> None:
        query = text.strip()
        if query != self._last:
            self._last = query
            self.query_changed.emit(query)

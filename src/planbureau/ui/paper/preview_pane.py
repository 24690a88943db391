"""The preview with its buttons: which page, how large."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.services.api import PreviewDocument
from planbureau.ui.paper.pages_view import PagesView
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import IconButton
from planbureau.ui.widgets.labels import TextLabel, TextRole

BUSY = "Het voorbeeld wordt gemaakt…"


class PreviewPane(QWidget):
    """Pages as pictures. What you see is what is saved and printed."""

    def __init__(self, theme: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = PagesView(theme)
        self._where = TextLabel("", TextRole.STRONG, wrap=False)
        self._size = TextLabel("", TextRole.MUTED, wrap=False)
        before = IconButton(theme, "chevron-left", "Vorige bladzijde")
        after = IconButton(theme, "chevron-right", "Volgende bladzijde")
        smaller = IconButton(theme, "zoom-out", "Kleiner")
        larger = IconButton(theme, "zoom-in", "Groter")
        self._buttons = (before, after, smaller, larger)
        bar = QHBoxLayout()
        bar.setSpacing(theme.px(6))
        for widget in (before, self._where, after):
            bar.addWidget(widget)
        bar.addStretch()
        for widget in (smaller, self._size, larger):
            bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(bar)
        column.addWidget(self.pages, 1)
        self.pages.setMinimumHeight(theme.px(120))
        before.clicked.connect(lambda: self.pages.go_to(self.pages.current - 1))
        after.clicked.connect(lambda: self.pages.go_to(self.pages.current + 1))
        smaller.clicked.connect(self.pages.zoom_out)
        larger.clicked.connect(self.pages.zoom_in)
        self.pages.page_changed.connect(lambda _: self._tell())
        self.pages.zoom_changed.connect(lambda _: self._tell())
        self.show_busy()

    def show_busy(self) -> None:
        """Say that the document is being made; the old pages stay until then."""
        self._where.setText(BUSY)
        self._size.setText("")
        for button in self._buttons:
            button.setEnabled(False)

    def show_document(self, document: PreviewDocument | None) -> None:
        """Show the pages of a document, or that there is none."""
        self.pages.set_document(document)
        for button in self._buttons:
            button.setEnabled(document is not None)
        self._tell()

    def _tell(self) -> None:
        count = self.pages.page_count
        self._where.setText(f"Bladzijde {self.pages.current + 1} van {count}" if count else "Geen voorbeeld")
        self._size.setText(f"{round(self.pages.zoom * 100)} %" if count else "")

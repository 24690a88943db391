"""A white plane with a heading and one action, on which things that belong together stand."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.labels import Divider
from planbureau.ui.widgets.section_header import SectionHeader


class Card(QFrame):
    """`body` is where content goes; `heading` is None when no title was given."""

    def __init__(
        self,
        context: ThemeContext,
        title: str = "",
        *,
        action: QWidget | None = None,
        sunken: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.setProperty("card", "sunken" if sunken else "true")
        self._outer = QVBoxLayout(self)
        self.heading: SectionHeader | None = None
        if title:
            self.heading = SectionHeader(title, action=action)
            self._outer.addWidget(self.heading)
            self.setAccessibleName(title)
        self.body = QVBoxLayout()
        self._outer.addLayout(self.body)
        context.theme_changed.connect(self._respace)
        self._respace()

    def add(self, widget: QWidget, *, divided: bool = False) -> None:
        """Put a widget below the others; `divided` draws a line above it, except above the first."""
        if divided and self.body.count():
            self.body.addWidget(Divider())
        self.body.addWidget(widget)

    def add_row(self, *widgets: QWidget) -> QHBoxLayout:
        """Put widgets beside each other; the first takes the room that is left."""
        row = QHBoxLayout()
        row.setSpacing(self._context.px(12))
        for index, widget in enumerate(widgets):
            row.addWidget(widget, 1 if index == 0 else 0)
        self.body.addLayout(row)
        return row

    def _respace(self) -> None:
        px = self._context.px
        self._outer.setContentsMargins(px(18), px(14), px(18), px(16))
        self._outer.setSpacing(px(8))
        self.body.setSpacing(px(8))

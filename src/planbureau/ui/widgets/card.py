"""A white plane with a heading and one action, on which things that belong together stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.labels import Divider
from planbureau.ui.widgets.section_header import SectionHeader


class _CardLayout(QVBoxLayout):
    """Wants to grow only when what is in the card does; the rest below it does not count."""

    def __init__(self, parent: QWidget, body: QVBoxLayout) -> None:
        super().__init__(parent)
        self._counts = body

    def expandingDirections(self) -> Qt.Orientation:
        return self._counts.expandingDirections() | Qt.Orientation.Horizontal


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
        self.body = QVBoxLayout()
        self._outer = _CardLayout(self, self.body)
        self.heading: SectionHeader | None = None
        if title:
            self.heading = SectionHeader(title, action=action)
            self._outer.addWidget(self.heading)
            self.setAccessibleName(title)
        self._outer.addLayout(self.body)
        self._rest = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        self._outer.addItem(self._rest)
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

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._balance()
        return super().event(event)

    def _balance(self) -> None:
        """Room that is left goes to a list in the card, and otherwise below everything in it."""
        wants = self.body.expandingDirections() & Qt.Orientation.Vertical
        policy = QSizePolicy.Policy.Minimum if wants else QSizePolicy.Policy.Expanding
        if policy != self._rest.sizePolicy().verticalPolicy():
            self._rest.changeSize(0, 0, QSizePolicy.Policy.Minimum, policy)
            self._outer.invalidate()

    def _respace(self) -> None:
        px = self._context.px
        self._outer.setContentsMargins(px(18), px(14), px(18), px(16))
        self._outer.setSpacing(px(8))
        self.body.setSpacing(px(8))

"""A row of buttons that goes on below when the line is full, and that can be filled again."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.tab_order import follow_layout, stops_in


class FlowBox(Flow):
    """Hidden while it is empty. `anchor` of `refill` is a thing in the page that keeps the order of Tab."""

    def __init__(self, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(gap, parent=parent)
        self._inside: tuple[QWidget, ...] = ()
        self.hide()

    def inside(self) -> tuple[QWidget, ...]:
        """What stands in it."""
        return self._inside

    def refill(self, widgets: Iterable[QWidget]) -> None:
        """Put other things in it; the old ones are thrown away."""
        before = self._inside
        for old in before:
            self.remove(old)
        self._inside = tuple(widgets)
        for widget in self._inside:
            self.add(widget)
        self._show()
        follow_layout(self, next((stop for old in before for stop in stops_in(old)), None))
        for old in before:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange:
            self._show()

    def _show(self) -> None:
        # Without a parent it would be a window of its own, and take the focus.
        if self.parentWidget() is not None:
            self.setVisible(bool(self._inside))

"""A row of buttons that goes on below when the line is full, and that can be filled again."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from planbureau.ui.widgets.flow_layout import FlowLayout
from planbureau.ui.widgets.tab_order import follow_layout, stops_in


class FlowBox(QWidget):
    """Hidden while it is empty. `anchor` of `refill` is a thing in the page that keeps the order of Tab."""

    def __init__(self, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=gap)
        self._inside: tuple[QWidget, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def inside(self) -> tuple[QWidget, ...]:
        """What stands in it."""
        return self._inside

    def refill(self, widgets: Iterable[QWidget]) -> None:
        """Put other things in it; the old ones are thrown away."""
        before = self._inside
        for old in before:
            self._flow.removeWidget(old)
        self._inside = tuple(widgets)
        for widget in self._inside:
            self._flow.addWidget(widget)
            if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                widget.show()  # a layout shows it a moment later: the keyboard may go there now
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

"""A line of a list: a sign, words, and what can be done; below each other in a narrow window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from planbureau.ui.theme.context import ThemeContext

_NARROW = 520


class RowBox(QWidget):
    """`end` stands at the right, or under the words when there is little room."""

    def __init__(
        self,
        context: ThemeContext,
        sign: QWidget,
        words: QWidget,
        end: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._end = end
        self._narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(context.px(10))
        self._grid.setVerticalSpacing(context.px(4))
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(words, 0, 1)
        self._grid.addWidget(end, 0, 2)
        self._fit_end()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        context.theme_changed.connect(self._fit_end)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._context.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._grid.removeWidget(self._end)
            self._grid.addWidget(self._end, *((1, 1) if narrow else (0, 2)))
            self._fit_end()

    def _fit_end(self) -> None:
        """A row of chips has no width of its own: it is given the room its chips need."""
        children = self._end.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        wanted = sum(child.sizeHint().width() + 8 for child in children if not child.isHidden())
        self._end.setMinimumWidth(0 if self._narrow else wanted + 2)

"""Things beside each other while there is room, below each other when there is not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from planbureau.ui.theme.context import ThemeContext

NARROW = 560
"""Below this width, in pixels of the design, a form has one column."""


class ResponsiveGrid(QWidget):
    """Two columns by default, or by `weights`; one column below `narrow` design pixels.

    The order of adding is the order of Tab, in one column and in two.
    """

    def __init__(
        self,
        context: ThemeContext,
        *,
        weights: tuple[int, ...] = (1, 1),
        narrow: int = NARROW,
        gap: tuple[int, int] = (18, 16),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._weights = weights
        self._narrow_below = narrow
        self._gap = gap
        self._cells: list[tuple[QWidget, bool]] = []
        self._one_column = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        context.theme_changed.connect(self._respace)
        self._respace()

    @property
    def one_column(self) -> bool:
        return self._one_column

    def add(self, widget: QWidget, *, wide: bool = False) -> None:
        """Put a widget in the next place; a `wide` one takes a whole row."""
        self._cells.append((widget, wide))
        self._place()

    def remove(self, widget: QWidget) -> None:
        """Take a widget out; it is hidden, and stays the caller's."""
        self._cells = [cell for cell in self._cells if cell[0] is not widget]
        self._grid.removeWidget(widget)
        widget.hide()
        self._place()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest single child, so that two columns never force a page to be wide."""
        width = max((cell.minimumSizeHint().width() for cell, _ in self._cells), default=0)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        one = self.width() < self._context.px(self._narrow_below)
        if one != self._one_column:
            self._one_column = one
            self._place()

    def _place(self) -> None:
        columns = 1 if self._one_column else len(self._weights)
        for widget, _ in self._cells:
            self._grid.removeWidget(widget)
        row = column = 0
        for widget, wide in self._cells:
            if wide and column:
                row, column = row + 1, 0
            span = columns if wide else 1
            self._grid.addWidget(widget, row, column, 1, span, Qt.AlignmentFlag(0))
            column += span
            if column >= columns:
                row, column = row + 1, 0
        for index, weight in enumerate(self._weights):
            self._grid.setColumnStretch(index, weight if index < columns else 0)

    def _respace(self) -> None:
        across, down = self._gap
        self._grid.setHorizontalSpacing(self._context.px(across))
        self._grid.setVerticalSpacing(self._context.px(down))
        self.resizeEvent(QResizeEvent(self.size(), self.size()))

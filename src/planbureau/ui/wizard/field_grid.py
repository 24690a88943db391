"""Places the fields of a step: half ones beside each other while there is room, only those that show."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.responsive_grid import NARROW
from planbureau.ui.widgets.tab_order import follow_layout


class FieldGrid(QWidget):
    """Pairs of a field and whether it is a half one, in reading order."""

    def __init__(self, context: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cells: list[tuple[QWidget, bool]] = []
        self._one_column = False
        self._pairs: list[tuple[QWidget, QWidget]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        context.theme_changed.connect(self._respace)
        self._respace()

    def set_fields(self, cells: Sequence[tuple[QWidget, bool]]) -> bool:
        """Shows these fields and no others. Answers whether anything moved."""
        wanted = list(cells)
        if wanted == self._cells:
            return False
        gone = [widget for widget, _ in self._cells if widget not in {cell for cell, _ in wanted}]
        for widget in gone:
            self._grid.removeWidget(widget)
            widget.hide()
        self._cells = wanted
        self._place()
        for widget, _ in wanted:
            widget.show()
        if self.isVisible():  # what shows later stood at the end of the order
            follow_layout(self)
        return True

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest field alone."""
        width = max((widget.minimumSizeHint().width() for widget, _ in self._cells), default=0)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        one = self.width() < self._context.px(NARROW)
        if one != self._one_column:
            self._one_column = one
            self._place()
        self._level()

    def _place(self) -> None:
        for widget, _ in self._cells:
            self._grid.removeWidget(widget)
        row, waiting = -1, False
        before: QWidget = self
        self._pairs = []
        for widget, half in self._cells:
            if half and waiting and not self._one_column:
                self._grid.addWidget(widget, row, 1)
                self._pairs.append((before, widget))
                waiting = False
                continue
            row += 1
            self._grid.addWidget(widget, row, 0, 1, 1 if half and not self._one_column else 2)
            waiting, before = half, widget
        self._level()

    def _level(self) -> None:
        """Beside each other two fields begin at the same height, also when one has help above it."""
        beside = {id(widget) for pair in self._pairs for widget in pair}
        for widget, _ in self._cells:
            if id(widget) not in beside and (head := _head_of(widget)) is not None:
                head.setMinimumHeight(0)
        wide = (self.width() - self._grid.horizontalSpacing()) // 2
        for pair in self._pairs:
            heads = [head for head in map(_head_of, pair) if head is not None]
            high = [_height(head, wide) for head in heads]
            for head in heads if len(heads) == len(pair) else ():
                head.setMinimumHeight(max(high))

    def _respace(self) -> None:
        self._grid.setHorizontalSpacing(self._context.px(18))
        self._grid.setVerticalSpacing(self._context.px(20))


def _head_of(field: QWidget) -> QWidget | None:
    """What stands above the field itself: its name and its help."""
    head = getattr(field, "head", None)
    return head if isinstance(head, QWidget) else None


def _height(head: QWidget, wide: int) -> int:
    layout = head.layout()
    return layout.heightForWidth(wide) if layout is not None and layout.hasHeightForWidth() else 0

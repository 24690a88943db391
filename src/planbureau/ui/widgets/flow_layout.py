"""Lays children out like words on a line: the next line when the line is full."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """`gap` is the room between children, across and down; `even` gives each line as many children."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8, *, even: bool = False) -> None:
        super().__init__(parent)
        self._even = even
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Put a widget before the child that stands at `index`."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def widgets(self) -> Iterator[QWidget]:
        """The children, first to last."""
        yield from (widget for item in self._items if (widget := item.widget()) is not None)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        area = rect.marginsRemoved(self.contentsMargins())
        shown = [(item, self._size(item, area)) for item in self._items if not item.isEmpty()]
        lines = self._lines(shown, area.width(), len(shown))
        if self._even and len(lines) > 1:
            lines = self._lines(shown, area.width(), -(-len(shown) // len(lines)))
        top = area.top()
        for line in lines:
            left, placed = area.left(), []
            for item, size in line:
                placed.append((item, QRect(QPoint(left, top), size)))
                left += size.width() + self.spacing()
            top += self._finish(placed, move=move) + self.spacing()
        bottom = top - self.spacing() if lines else top
        return bottom - rect.top() + self.contentsMargins().bottom()

    @staticmethod
    def _size(item: QLayoutItem, area: QRect) -> QSize:
        size = item.sizeHint()
        return QSize(min(size.width(), max(area.width(), item.minimumSize().width())), size.height())

    def _lines(
        self, shown: list[tuple[QLayoutItem, QSize]], width: int, most: int
    ) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The children line by line, at most so many on each."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item, size in shown:
            if not lines or len(lines[-1]) == most or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((item, size))
            left += size.width() + self.spacing()
        return lines

    @staticmethod
    def _finish(line: list[tuple[QLayoutItem, QRect]], *, move: bool) -> int:
        """Put a full line in place, each child in the middle of it; gives the height of the line."""
        height = max((place.height() for _, place in line), default=0)
        for item, place in line:
            if move:
                item.setGeometry(place.translated(0, (height - place.height()) // 2))
        return height

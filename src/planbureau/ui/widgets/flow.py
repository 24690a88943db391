"""Things beside each other like words on a line: the next line when the line is full."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

_SHRINKS = QSizePolicy.PolicyFlag.ShrinkFlag


class Flow(QWidget):
    """`gap` is the room between what is in it, across and down; `even` gives each line as many.

    Danger: a widget, and not a layout made in Python. Qt gives such a layout its items to keep and takes them
    away by itself; PySide then finds what is gone at the address of a new item, and the program falls over.
    """

    def __init__(self, gap: int = 8, *, even: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._even = even
        self._placed: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def widgets(self) -> list[QWidget]:
        """What is in it, first to last, hidden things too."""
        self._placed = [one for one in self._placed if isValid(one) and one.parentWidget() is self]
        return list(self._placed)

    def add(self, widget: QWidget) -> None:
        """Put a widget after the others."""
        self.insert(len(self.widgets()), widget)

    def insert(self, index: int, widget: QWidget) -> None:
        """Put a widget before the one that stands at `index`."""
        told = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        stays_hidden = told and widget.isHidden()
        others = [one for one in self.widgets() if one is not widget]
        widget.setParent(self)
        self._placed = [*others[:index], widget, *others[index:]]
        if self.isVisible() and not stays_hidden:
            widget.show()
        self._changed()

    def remove(self, widget: QWidget) -> None:
        """Gives a widget no place any more; it stays a child, shown or not, until somebody takes it away."""
        self._placed = [one for one in self.widgets() if one is not widget]
        self._changed()

    # What Qt asks

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """One below the other."""
        size = QSize()
        for one in self._in_sight():
            size = size.expandedTo(_smallest(one))
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._changed()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._changed()  # what was not on the screen told nobody that its size became another

    # Arranging

    def arrange(self) -> None:
        """Puts everything in its place at once, when that cannot wait."""
        self._arrange(self.rect(), move=True)

    def _changed(self) -> None:
        self.updateGeometry()
        if self.isVisible():  # else it is put in place once, when it shows
            self.arrange()

    def _in_sight(self) -> list[QWidget]:
        return [one for one in self.widgets() if not one.isHidden()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Puts each in its place when `move` is true; gives the height that this takes."""
        area = rect.marginsRemoved(self.contentsMargins())
        sized = [(one, _size(one, area.width())) for one in self._in_sight()]
        lines = self._lines(sized, area.width(), len(sized))
        if self._even and len(lines) > 1:
            lines = self._lines(sized, area.width(), -(-len(sized) // len(lines)))
        top = area.top()
        for line in lines:
            height = max(size.height() for _, size in line)
            left = area.left()
            for one, size in line:
                if move:
                    one.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self._gap
            top += height + self._gap
        bottom = top - self._gap if lines else top
        return bottom - rect.top() + self.contentsMargins().bottom()

    def _lines(
        self, sized: list[tuple[QWidget, QSize]], width: int, most: int
    ) -> list[list[tuple[QWidget, QSize]]]:
        """Line by line, at most so many on each."""
        lines: list[list[tuple[QWidget, QSize]]] = []
        left = 0
        for one, size in sized:
            if not lines or len(lines[-1]) == most or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((one, size))
            left += size.width() + self._gap
        return lines


def _smallest(widget: QWidget) -> QSize:
    """The least room a widget takes, as a layout of Qt counts it."""
    wanted, least, policy = widget.sizeHint(), widget.minimumSizeHint(), widget.sizePolicy()
    size = QSize(
        _least(policy.horizontalPolicy(), wanted.width(), least.width()),
        _least(policy.verticalPolicy(), wanted.height(), least.height()),
    )
    return size.boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize())


def _least(policy: QSizePolicy.Policy, wanted: int, least: int) -> int:
    if policy == QSizePolicy.Policy.Ignored:
        return 0
    return least if policy.value & _SHRINKS.value else max(wanted, least)


def _size(widget: QWidget, width: int) -> QSize:
    """The room a widget gets on a line of this width."""
    wanted = widget.sizeHint().expandedTo(widget.minimumSizeHint())
    wanted = wanted.boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize())
    return QSize(min(wanted.width(), max(width, _smallest(widget).width())), wanted.height())

"""How a list of rows looks and listens: the ground of a row, its two lines and its badge, and Enter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.painting import (
    draw_icon,
    draw_line,
    fill_rounded,
    fill_tone,
    font_of,
    frame_rounded,
    has_focus,
    is_hovered,
    is_selected,
)
from planbureau.ui.widgets.row_model import ROW_ROLE, Index

_NARROWEST = 200


class RowDelegate(QStyledItemDelegate):
    """Draws the rows of a `RowModel`; a subclass says how high one is and what stands in it."""

    def __init__(self, context: ThemeContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    def _height(self, row: object) -> int:
        """The height of a row in design pixels."""
        raise NotImplementedError

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        """Draws one row; the painter is put back as it was afterwards."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        return QSize(self._context.px(_NARROWEST), self._context.px(self._height(index.data(ROW_ROLE))))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, option, index.data(ROW_ROLE))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, hovers: bool = True) -> QRectF:
        """Draws what a row lies on, and the frame of the one that has the keyboard; returns its room."""
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        if is_selected(option) or (hovers and is_hovered(option)):
            ground = "primary_soft" if is_selected(option) else "sunken"
            fill_rounded(painter, rect, self._context.colour(ground))
        if has_focus(option):
            frame_rounded(painter, rect, self._context.colour("focus"))
        return rect

    def _draw_title(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRectF, words: str, *, bold: bool
    ) -> QRectF:
        """Draws the upper line; returns the room of the lower one."""
        half = inner.height() / 2
        painter.setFont(font_of(option, self._context, 15, bold=bold))
        upper = QRectF(inner.left(), inner.top(), inner.width(), half)
        draw_line(painter, upper, words, self._context.colour("text"))
        return upper.translated(0, half)

    def _draw_detail(self, painter: QPainter, option: QStyleOptionViewItem, room: QRectF, words: str) -> None:
        """Draws the lower line."""
        painter.setFont(font_of(option, self._context, 13))
        draw_line(painter, room, words, self._context.colour("muted"))

    def _draw_heading(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        """Draws a heading that can be read, not chosen."""
        painter.setFont(font_of(option, self._context, 15, bold=True))
        rect = QRectF(option.rect).adjusted(self._context.px(8), self._context.px(8), 0, 0)
        draw_line(painter, rect, words, self._context.colour("text"))

    def _draw_badge(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRectF,
        words: str,
        tone: Tone,
        icon: str,
        *,
        at_right: bool = True,
    ) -> float:
        """Draws icon and words in their colour at one end of the room; returns the width taken."""
        context, px = self._context, self._context.px
        painter.setFont(font_of(option, context, 13, bold=True))
        width = min(QFontMetricsF(painter.font()).horizontalAdvance(words) + px(36), room.width())
        left = room.right() - width if at_right else room.left()
        badge = QRectF(left, room.center().y() - px(11), width, px(22))
        colours = context.tone(tone)
        fill_tone(painter, badge, colours, 6)
        corner = QPointF(badge.left() + px(8), badge.center().y() - px(14) / 2)
        draw_icon(painter, context, icon, tone.value, corner, 14)
        draw_line(painter, badge.adjusted(px(27), 0, 0, 0), words, colours.ink)
        return width


class RowView(QListView):
    """Enter and a click open a row, as far as a subclass opens anything.

    The row with the keyboard has the frame. The list has one only while no such row is in sight.
    """

    def __init__(self, context: ThemeContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setAccessibleName(name)
        self.setProperty("plain", True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        context.theme_changed.connect(self._relayout)

    def _relayout(self) -> None:
        """Rows may have another height now."""
        self.scheduleDelayedItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        raise NotImplementedError

    def row_in_sight(self) -> bool:
        """Whether the row that the keyboard is at can be seen."""
        return self.viewport().rect().intersects(self.visualRect(self.currentIndex()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and not self.row_in_sight():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame_rounded(painter, QRectF(self.viewport().rect()), self._context.colour("focus"))
            painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self.hasFocus():
            self.viewport().update()  # else the frame of the list would move along with the rows

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

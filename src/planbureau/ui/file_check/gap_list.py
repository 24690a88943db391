"""The list of gaps: thousands of lines without a widget for each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planbureau.rules.dutch import plain_date
from planbureau.ui.file_check.gap_model import ROW_ROLE, GapHeading, GapModel, title_of
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
from planbureau.views import GapRow

_ENTRY, _HEADING = 60, 36
_Index = QModelIndex | QPersistentModelIndex


class GapDelegate(QStyledItemDelegate):
    """What it is about above; below it what is missing, and since when."""

    def __init__(self, context: ThemeContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option
        heading = isinstance(index.data(ROW_ROLE), GapHeading)
        return QSize(self._context.px(200), self._context.px(_HEADING if heading else _ENTRY))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, GapHeading):
            painter.setFont(font_of(option, self._context, 15, bold=True))
            rect = QRectF(option.rect).adjusted(self._context.px(8), self._context.px(8), 0, 0)
            draw_line(painter, rect, f"{row.name} ({row.count})", self._context.colour("text"))
        elif isinstance(row, GapRow):
            self._draw_entry(painter, option, row)
        painter.restore()

    def _draw_entry(self, painter: QPainter, option: QStyleOptionViewItem, row: GapRow) -> None:
        context, px = self._context, self._context.px
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        if is_selected(option) or is_hovered(option):
            ground = "primary_soft" if is_selected(option) else "sunken"
            fill_rounded(painter, rect, context.colour(ground))
        if has_focus(option):
            frame_rounded(painter, rect, context.colour("focus"))
        inner = rect.adjusted(px(16), px(4), -px(8), -px(4))
        half = inner.height() / 2
        painter.setFont(font_of(option, context, 15))
        upper = QRectF(inner.left(), inner.top(), inner.width(), half)
        draw_line(painter, upper, title_of(row), context.colour("text"))
        lower = QRectF(inner.left(), inner.top() + half, inner.width(), half)
        taken = self._draw_badge(painter, option, lower, row.gap.kind.word)
        painter.setFont(font_of(option, context, 13))
        since = f"sinds {plain_date(row.gap.since)}" if row.gap.since else ""
        words = " · ".join(part for part in (since, row.plan_title if row.goal_id else "") if part)
        draw_line(painter, lower.adjusted(taken + px(10), 0, 0, 0), words, context.colour("muted"))

    def _draw_badge(
        self, painter: QPainter, option: QStyleOptionViewItem, lower: QRectF, words: str
    ) -> float:
        context, px = self._context, self._context.px
        painter.setFont(font_of(option, context, 13, bold=True))
        width = min(QFontMetricsF(painter.font()).horizontalAdvance(words) + px(36), lower.width())
        badge = QRectF(lower.left(), lower.center().y() - px(11), width, px(22))
        colours = context.tone(Tone.WARN)
        fill_tone(painter, badge, colours, 6)
        corner = QPointF(badge.left() + px(8), badge.center().y() - px(14) / 2)
        draw_icon(painter, context, "circle-alert", Tone.WARN.value, corner, 14)
        draw_line(painter, badge.adjusted(px(27), 0, 0, 0), words, colours.ink)
        return width


class GapList(QListView):
    """`gap_opened` (Enter or a click) carries the GapRow."""

    gap_opened = Signal(object)

    def __init__(self, context: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = GapModel(self)
        self.setModel(self._model)
        self.setItemDelegate(GapDelegate(context, self))
        self.setAccessibleName("Wat ontbreekt")
        self.setProperty("plain", True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        context.theme_changed.connect(self.scheduleDelayedItemsLayout)

    def show_gaps(self, gaps: Iterable[GapRow]) -> None:
        """Shows these, and keeps the place as well as it can."""
        at = self.currentIndex().row()
        self._model.replace(gaps)
        last = len(self._model.rows) - 1
        if last > 0:
            self.setCurrentIndex(self._model.index(min(max(at, 1), last)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, GapRow):
            self.gap_opened.emit(row)

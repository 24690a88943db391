"""Draws one day of the month: its number, its items as chips, and "nog 2" when they do not fit."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planbureau.clock import Clock
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.month_model import DAY_ROLE, ITEMS_ROLE, CalendarItem, MonthModel
from planbureau.ui.widgets.painting import (
    draw_icon,
    draw_line,
    fill_rounded,
    fill_tone,
    font_of,
    frame_rounded,
    has_focus,
    is_selected,
)

TOP, CHIP, GAP = 31, 21, 3
"""Room for the number, height of a chip, room between chips, in pixels of the design."""

_SATURDAY = 5


class MonthDelegate(QStyledItemDelegate):
    """Shows the day that is today by the clock in a filled disc."""

    def __init__(self, context: ThemeContext, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = clock

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        context = self._context
        model = index.model()
        day: date = index.data(DAY_ROLE)
        inside = isinstance(model, MonthModel) and day.month == model.month.month
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "bg" if not inside else "sunken" if day.weekday() >= _SATURDAY else "surface"
        painter.fillRect(rect, context.colour(ground))
        self._draw_number(painter, option, day, inside=inside)
        self._draw_items(painter, option, rect, index.data(ITEMS_ROLE))
        if is_selected(option) or has_focus(option):
            token = "focus" if has_focus(option) else "primary"
            frame_rounded(painter, rect.adjusted(0.5, 0.5, -1.5, -1.5), context.colour(token), 5)
        painter.restore()

    def item_at(self, index: QModelIndex, rect: QRectF, point: QPointF) -> CalendarItem | None:
        """The item whose chip is under a point of the view, when its cell has this rectangle."""
        shown, _ = self._shown(index.data(ITEMS_ROLE), rect)
        for position, item in enumerate(shown):
            if self._chip(rect, position).contains(point):
                return item
        return None

    def _draw_number(
        self, painter: QPainter, option: QStyleOptionViewItem, day: date, *, inside: bool
    ) -> None:
        context = self._context
        px = context.px
        rect = QRectF(option.rect)
        today = day == self._clock.today()
        disc = QRectF(rect.left() + px(5), rect.top() + px(4), px(25), px(25))
        painter.setFont(font_of(option, context, 13, bold=today))
        if today:
            fill_rounded(painter, disc, context.colour("primary"), disc.height() / 2)
        painter.setPen(context.colour("on_primary" if today else "text" if inside else "muted"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(day.day))

    def _draw_items(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRectF,
        items: tuple[CalendarItem, ...],
    ) -> None:
        context = self._context
        px = context.px
        shown, more = self._shown(items, rect)
        painter.setFont(font_of(option, context, 13))
        for position, item in enumerate(shown):
            chip = self._chip(rect, position)
            colours = context.tone(item.tone)
            fill_tone(painter, chip, colours, 5)
            corner = QPointF(chip.left() + px(5), chip.center().y() - px(14) / 2)
            draw_icon(painter, context, item.icon, item.tone.value, corner, 14)
            draw_line(painter, chip.adjusted(px(23), 0, -px(4), 0), item.text, colours.ink)
        if more:
            chip = self._chip(rect, len(shown))
            painter.setFont(font_of(option, context, 13, bold=True))
            words = f"nog {more}" if shown else f"{more} dingen" if more > 1 else "1 ding"
            draw_line(painter, chip.adjusted(px(4), 0, 0, 0), words, context.colour("primary"))

    def _shown(self, items: tuple[CalendarItem, ...], rect: QRectF) -> tuple[tuple[CalendarItem, ...], int]:
        px = self._context.px
        room = max(0, int((rect.height() - px(TOP) - px(GAP)) // (px(CHIP) + px(GAP))))
        if len(items) <= room:
            return items, 0
        shown = items[: max(0, room - 1)]
        return shown, len(items) - len(shown)

    def _chip(self, rect: QRectF, position: int) -> QRectF:
        px = self._context.px
        top = rect.top() + px(TOP) + position * (px(CHIP) + px(GAP))
        return QRectF(rect.left() + px(4), top, rect.width() - 2 * px(4), px(CHIP))

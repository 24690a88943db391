"""Draws a cell of the matrix: a chip for each status, with its icon always and its word as large as fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.matrix_model import CELL_ROLE, MatrixCell, MatrixLine
from planbureau.ui.widgets.painting import (
    draw_icon,
    fill_tone,
    font_of,
    frame_rounded,
    has_focus,
    is_selected,
)

CHIP, TALL, GAP, MARGIN = 30, 46, 4, 7
"""Height of a chip, of one with two lines, room between chips and around them, in pixels of the design."""

SHOWN_LINES = 3
_SIZE, _SMALL = 15, 13
"""The letters of a chip, in pixels of the design."""
_LEFT_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


@dataclass(frozen=True)
class _Words:
    """The words of a chip as they fit in it: on one line, or on two; none where only the icon fits."""

    lines: tuple[str, ...]
    font: QFont
    width: float


class MatrixDelegate(QStyledItemDelegate):
    """A cell with more lines than fit says how many there are more."""

    def __init__(self, context: ThemeContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._fitted: dict[tuple[str, int], _Words] = {}
        context.theme_changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        """The sizes of this look, once: a large matrix asks for them thousands of times."""
        px = self._context.px
        self._fitted.clear()
        self._chip, self._tall, self._gap, self._margin = px(CHIP), px(TALL), px(GAP), px(MARGIN)
        self._icon, self._beside, self._room = px(18), px(7), px(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(self._context.px(120), self._chip + 2 * self._margin)

    def chip_font(self, font: QFont) -> QFont:
        """The letters of a chip in a view with this font."""
        found = QFont(font)
        found.setPixelSize(self._context.px(_SIZE))
        return found

    def row_height(self, lines: Sequence[MatrixLine], font: QFont, width: int) -> int:
        """The height of a row in which a cell of this width has these lines, in pixels.

        `font` is that of `chip_font`.
        """
        return self._high(self._heights(lines, font, width)) + 2 * self._margin

    def _heights(self, lines: Sequence[MatrixLine], font: QFont, width: float) -> list[int]:
        """The heights of the chips of a cell, the last perhaps of the words that there are more."""
        fits = len(lines) <= SHOWN_LINES
        shown = lines if fits else lines[: SHOWN_LINES - 1]
        room = self._room_in(width - 2 * self._margin)
        tall = [len(self._text_that_fits(font, line.text, room).lines) > 1 for line in shown]
        return [self._tall if one else self._chip for one in tall] + ([] if fits and lines else [self._chip])

    def _high(self, heights: Sequence[int]) -> int:
        return sum(heights) + (len(heights) - 1) * self._gap

    def _room_in(self, chip: float) -> int:
        """The room for words in a chip."""
        return int(chip) - self._icon - self._beside - self._room

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        context = self._context
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, context.colour("primary_soft" if is_selected(option) else "surface"))
        painter.setFont(font_of(option, context, _SIZE))
        cell: MatrixCell | None = index.data(CELL_ROLE)
        if cell is None or not cell.lines:
            painter.setPen(context.colour("muted"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "–")
        else:
            self._draw_lines(painter, rect, cell.lines)
        if has_focus(option):
            frame_rounded(painter, rect.adjusted(1, 1, -2, -2), context.colour("focus"), 6)
        painter.restore()

    def _draw_lines(self, painter: QPainter, rect: QRectF, lines: tuple[MatrixLine, ...]) -> None:
        usual = painter.font()
        heights = self._heights(lines, usual, rect.width())
        top = rect.center().y() - self._high(heights) / 2
        for line, high in zip(lines, heights, strict=False):
            chip = QRectF(rect.left() + self._margin, top, rect.width() - 2 * self._margin, high)
            if len(lines) > SHOWN_LINES and line is lines[len(heights) - 1]:
                painter.setFont(usual)
                painter.setPen(self._context.colour("primary"))
                more = f"nog {len(lines) - len(heights) + 1}"
                painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, more)
            else:
                self._draw_chip(painter, chip, line, usual)
            top += high + self._gap

    def _draw_chip(self, painter: QPainter, chip: QRectF, line: MatrixLine, usual: QFont) -> None:
        context = self._context
        colours = context.tone(line.tone)
        fill_tone(painter, chip, colours)
        icon, gap = self._icon, self._beside
        room = self._room_in(chip.width())
        words = self._text_that_fits(usual, line.text, room)
        painter.setFont(words.font)
        width = icon + (gap + words.width if words.lines else 0)
        left = chip.center().x() - width / 2
        draw_icon(
            painter, context, line.icon, line.tone.value, QPointF(left, chip.center().y() - icon / 2), 18
        )
        if words.lines:
            painter.setPen(colours.ink)
            place = QRectF(left + icon + gap, chip.top(), room, chip.height())
            painter.drawText(place, _LEFT_MIDDLE, "\n".join(words.lines))

    def _text_that_fits(self, usual: QFont, text: str, room: int) -> _Words:
        """The whole text while it fits, then in small letters, then on two lines: the word stays readable.

        The same words stand in many cells, and are measured once.
        """
        found = self._fitted.get((text, room))
        if found is None:
            found = self._fitted[text, room] = self._fit(usual, text, room)
        return found

    def _fit(self, usual: QFont, text: str, room: int) -> _Words:
        small = QFont(usual)
        small.setPixelSize(self._context.px(_SMALL))
        for font in (usual, small):
            wide = QFontMetricsF(font).horizontalAdvance(text)
            if wide <= room:
                return _Words((text,), QFont(font), wide)
        metrics = QFontMetricsF(small)
        first, second = _two_lines(text, metrics, room)
        cut = [metrics.elidedText(one, Qt.TextElideMode.ElideRight, room) for one in (first, second) if one]
        lines = tuple(one for one in cut if one)
        return _Words(lines, small, max((metrics.horizontalAdvance(one) for one in lines), default=0.0))


def _two_lines(text: str, metrics: QFontMetricsF, room: int) -> tuple[str, str]:
    """As many whole words as fit on the first line, the rest on the second."""
    words = text.split(" ")
    for at in range(len(words) - 1, 0, -1):
        first = " ".join(words[:at])
        if metrics.horizontalAdvance(first) <= room:
            return first, " ".join(words[at:])
    return text, ""

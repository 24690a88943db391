"""Draws a cell of the matrix: a chip for each status, with its icon always and its word as large as fits."""

from __future__ import annotations

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

CHIP, GAP, MARGIN = 30, 4, 7
"""Height of a chip, room between chips, and room around them, in pixels of the design."""

SHOWN_LINES = 3
_LEFT_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def row_height(lines: int) -> int:
    """The height of a row, in pixels of the design, for the fullest cell in it."""
    chips = max(1, min(lines, SHOWN_LINES))
    return chips * CHIP + (chips - 1) * GAP + 2 * MARGIN


class MatrixDelegate(QStyledItemDelegate):
    """A cell with more lines than fit says how many there are more."""

    def __init__(self, context: ThemeContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._fitted: dict[tuple[str, int], tuple[str, QFont, float]] = {}
        context.theme_changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        """The sizes of this look, once: a large matrix asks for them thousands of times."""
        px = self._context.px
        self._fitted.clear()
        self._chip, self._gap, self._margin = px(CHIP), px(GAP), px(MARGIN)
        self._icon, self._beside, self._room = px(18), px(7), px(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(self._context.px(120), self._context.px(row_height(1)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        context = self._context
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, context.colour("primary_soft" if is_selected(option) else "surface"))
        painter.setFont(font_of(option, context, 15))
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
        high, gap, margin = self._chip, self._gap, self._margin
        fits = len(lines) <= SHOWN_LINES
        shown = lines if fits else lines[: SHOWN_LINES - 1]
        count = len(shown) + (0 if fits else 1)
        top = rect.center().y() - (count * high + (count - 1) * gap) / 2
        usual = painter.font()
        for line in shown:
            painter.setFont(usual)
            chip = QRectF(rect.left() + margin, top, rect.width() - 2 * margin, high)
            self._draw_chip(painter, chip, line)
            top += high + gap
        if not fits:
            chip = QRectF(rect.left(), top, rect.width(), high)
            painter.setPen(self._context.colour("primary"))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, f"nog {len(lines) - len(shown)}")

    def _draw_chip(self, painter: QPainter, chip: QRectF, line: MatrixLine) -> None:
        context = self._context
        colours = context.tone(line.tone)
        fill_tone(painter, chip, colours)
        icon, gap = self._icon, self._beside
        room = chip.width() - icon - gap - self._room
        text, font, wide = self._text_that_fits(painter, line.text, int(room))
        painter.setFont(font)
        width = icon + (gap + wide if text else 0)
        left = chip.center().x() - width / 2
        draw_icon(
            painter, context, line.icon, line.tone.value, QPointF(left, chip.center().y() - icon / 2), 18
        )
        if text:
            painter.setPen(colours.ink)
            place = QRectF(left + icon + gap, chip.top(), room, chip.height())
            painter.drawText(place, _LEFT_MIDDLE, text)

    def _text_that_fits(self, painter: QPainter, text: str, room: int) -> tuple[str, QFont, float]:
        """The whole text while it fits, then in small letters, then cut off: the word stays readable.

        With the font for it and its width. The same words stand in many cells, and are measured once.
        """
        found = self._fitted.get((text, room))
        if found is None:
            found = self._fitted[text, room] = self._fit(QFont(painter.font()), text, room)
        return found

    def _fit(self, usual: QFont, text: str, room: int) -> tuple[str, QFont, float]:
        small = QFont(usual)
        small.setPixelSize(self._context.px(13))
        for font in (usual, small):
            wide = QFontMetricsF(font).horizontalAdvance(text)
            if wide <= room:
                return text, font, wide
        cut = QFontMetricsF(small).elidedText(text, Qt.TextElideMode.ElideRight, room)
        return cut, small, QFontMetricsF(small).horizontalAdvance(cut)

"""Then, now and wanted as plain bars; hatch, ground and outline differ, so that no colour is needed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planbureau.formats.marks import Mark
from planbureau.ui.theme.context import ThemeContext

_ROW, _BAR, _WORD, _BEHIND = 26, 14, 76, 150
_PATTERNS = {
    "Toen": Qt.BrushStyle.BDiagPattern,
    "Nu": Qt.BrushStyle.SolidPattern,
    "Gewenst": Qt.BrushStyle.NoBrush,
}


class MarkBars(QWidget):
    """Rows of a word, a bar and the mark; the same words are its accessible name."""

    def __init__(self, context: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._bars: tuple[tuple[str, Mark], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        context.theme_changed.connect(self._rescale)
        self.hide()

    def show_bars(self, about: str, bars: Iterable[tuple[str, Mark]]) -> None:
        """Shows these marks; one mark alone says nothing more than itself and gets no bar."""
        self._bars = tuple(bars)
        told = ", ".join(f"{word.lower()} {mark.words}" for word, mark in self._bars)
        self.setAccessibleName(f"{about}: {told}" if told else about)
        self.setToolTip(told[:1].upper() + told[1:])
        self.setVisible(len(self._bars) > 1)
        self._rescale()

    def words(self) -> tuple[str, ...]:
        """What each row says."""
        return tuple(f"{word}: {mark.words}" for word, mark in self._bars)

    def sizeHint(self) -> QSize:
        return QSize(self._context.px(360), self._context.px(_ROW) * max(1, len(self._bars)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._context.px(_WORD + _BEHIND + 60), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, row = self._context.px, self._context.px(_ROW)
        left, behind = px(_WORD), px(_BEHIND)
        length = min(self.width() - left - behind, px(320))
        for number, (word, mark) in enumerate(self._bars):
            top = number * row
            painter.setPen(self._context.colour("text"))
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, top, left, row), middle, word)
            painter.drawText(QRectF(left + length + px(10), top, behind, row), middle, mark.words)
            whole = QRectF(left, top + (row - px(_BAR)) / 2, length, px(_BAR))
            self._draw_bar(painter, whole, word, mark)

    def _draw_bar(self, painter: QPainter, whole: QRectF, word: str, mark: Mark) -> None:
        ink = self._context.colour("primary")
        painter.setPen(QPen(self._context.colour("control"), 1))
        painter.setBrush(self._context.colour("surface"))
        painter.drawRect(whole)
        filled = QRectF(whole.left(), whole.top(), whole.width() * mark.share, whole.height())
        painter.setPen(QPen(ink, 2))
        painter.setBrush(QBrush(ink, _PATTERNS.get(word, Qt.BrushStyle.SolidPattern)))
        painter.drawRect(filled)

    def _rescale(self) -> None:
        self.updateGeometry()
        self.update()

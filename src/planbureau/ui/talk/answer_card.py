"""A card to point at: a large pictogram and its word, on white as on paper."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.pictograms import PictogramPixmaps

_PAPER, _INK, _LINE, _CHOSEN = QColor("#FFFFFF"), QColor("#16262E"), QColor("#7B8B94"), QColor("#0B6670")
_WIDE, _HIGH, _PICTURE, _WORDS = 168, 178, 96, 19
_SMALL_WIDE, _SMALL_HIGH, _SMALL_PICTURE, _SMALL_WORDS = 132, 124, 60, 16
_LEAST_PICTURE, _GAP = 32, 2
_FLAGS = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
_MARK = 2
"""So few characters are a mark, and stand twice as large."""
_PASSED_ON = frozenset(
    {
        Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Right,
        Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    }
)  # fmt: skip


class AnswerCard(QAbstractButton):
    """Space and a click choose it; arrows and Enter are for the sheet."""

    def __init__(
        self,
        theme: ThemeContext,
        label: str,
        pixmaps: PictogramPixmaps,
        pictogram: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._pixmaps, self._pictogram = theme, pixmaps, pictogram
        self._compact = False
        self.setText(label)
        self.setAccessibleName(label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_compact(self, compact: bool) -> None:
        """Smaller, for a low window."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        wide, high = (_SMALL_WIDE, _SMALL_HIGH) if self._compact else (_WIDE, _HIGH)
        return QSize(self._theme.px(wide), self._theme.px(high))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PASSED_ON:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setBrush(_PAPER)
        chosen = self.isChecked()
        painter.setPen(QPen(_CHOSEN if chosen else _LINE, 4 if chosen else 1))
        painter.drawRoundedRect(edge, 10, 10)
        self._draw_content(painter, edge.adjusted(8, 8, -8, -6))
        if chosen:
            self._draw_check(painter, edge)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 12, 12)

    def _draw_content(self, painter: QPainter, inside: QRectF) -> None:
        painter.setFont(self.word_font())
        painter.setPen(_INK)
        words = QRectF(inside)
        side = self.picture_side(inside)
        picture = self._pixmaps.pixmap(self._pictogram, side, self.devicePixelRatioF()) if side else None
        if picture is not None:
            painter.drawPixmap(QPointF(inside.center().x() - side / 2, inside.top()), picture)
            words.setTop(inside.top() + side + _GAP)
        painter.drawText(words, _FLAGS, self.text())

    def word_font(self) -> QFont:
        """The letters of the word; a mark stands twice as large."""
        font = self.font()
        size = _SMALL_WORDS if self._compact else _WORDS
        font.setPixelSize(self._theme.px(size * 2 if len(self.text()) <= _MARK else size))
        font.setWeight(font.Weight.DemiBold)
        return font

    def picture_side(self, inside: QRectF) -> int:
        """How large the picture is: it gives way to words that need more room. Nought without a picture."""
        if not self._pictogram:
            return 0
        words = QFontMetricsF(self.word_font()).boundingRect(inside, _FLAGS, self.text())
        side = self._theme.px(_SMALL_PICTURE if self._compact else _PICTURE)
        return max(self._theme.px(_LEAST_PICTURE), min(side, int(inside.height() - words.height() - _GAP)))

    def _draw_check(self, painter: QPainter, edge: QRectF) -> None:
        """A sign beside the colour: chosen is never said by colour alone."""
        radius = float(self._theme.px(13))
        middle = QPointF(edge.right() - radius - 4, edge.top() + radius + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_CHOSEN)
        painter.drawEllipse(middle, radius, radius)
        painter.setPen(QPen(_PAPER, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        half = radius / 2
        painter.drawPolyline(
            [
                middle + QPointF(-half, 0),
                middle + QPointF(-half / 4, half * 0.8),
                middle + QPointF(half, -half),
            ]
        )

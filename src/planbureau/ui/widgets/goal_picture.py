"""A goal over time: scores as points and lines, strips of marks below. No colour is needed to read it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from planbureau.rules.goals.gas import signed
from planbureau.ui.theme.context import ThemeContext
from planbureau.views.series import CORNERS, DASHES, FELT, GoalPicture, ScoreLine, Strip, is_full

_STEP, _STRIP, _POINT, _GAP, _LINE = 22, 36, 5, 12, 18


class GoalPictureView(QWidget):
    """What it shows stands in its accessible description too; the table beside it says the same."""

    def __init__(self, context: ThemeContext, picture: GoalPicture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.picture = picture
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        context.theme_changed.connect(self._rescale)
        self.show_picture(picture)

    def show_picture(self, picture: GoalPicture) -> None:
        """Shows another picture."""
        self.picture = picture
        self.setAccessibleName(f"Plaatje van {picture.title}")
        self.setAccessibleDescription(picture.said)
        self._rescale()

    def sizeHint(self) -> QSize:
        px = self._context.px
        scores = len(self.picture.scores) * px(_STEP) + (px(_GAP) if self.picture.scores else 0)
        strips = len(self.picture.strips) * px(_STRIP)
        legend = px(_LINE + 6) if self.picture.lines else 0
        return QSize(px(520), scores + strips + px(_LINE + 6) + legend)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._context.px(260), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(self._context.px(13))
        painter.setFont(font)
        low = self._draw_scores(painter, self._field())
        for strip in self.picture.strips:
            low = self._draw_strip(painter, strip, low)
        low = self._draw_ticks(painter, low)
        self._draw_legend(painter, low)

    def _field(self) -> tuple[float, float]:
        """Where the days begin, and how wide they are together."""
        px, metrics = self._context.px, self._metrics()
        words = [FELT, *(strip.word for strip in self.picture.strips)]
        left = max((metrics.horizontalAdvance(word) for word in words), default=0.0) + 2 * px(_GAP)
        return left, max(1.0, self.width() - left - px(_GAP) - px(_POINT))

    def _metrics(self) -> QFontMetricsF:
        font = QFont(self.font())
        font.setPixelSize(self._context.px(13))
        return QFontMetricsF(font)

    def _y(self, score: int) -> float:
        px = self._context.px
        return px(_GAP) / 2 + (max(self.picture.scores) - score + 0.5) * px(_STEP)

    def _draw_scores(self, painter: QPainter, field: tuple[float, float]) -> float:
        context, picture, (start, wide) = self._context, self.picture, field
        if not picture.scores:
            return 0.0
        px = context.px
        low = len(picture.scores) * px(_STEP) + px(_GAP)
        for score in picture.scores:
            goal = score == 0
            painter.setPen(QPen(context.colour("text" if goal else "border"), 2 if goal else 1))
            painter.drawLine(
                QPointF(start - px(_POINT), self._y(score)),
                QPointF(start + wide + px(_POINT), self._y(score)),
            )
            painter.setPen(context.colour("muted"))
            field_of = QRectF(0, self._y(score) - px(_STEP) / 2, start, px(_STEP))
            painter.drawText(field_of, Qt.AlignmentFlag.AlignVCenter, _axis(score))
        painter.setPen(QPen(context.colour("text"), 1, Qt.PenStyle.DashLine))
        for at in picture.new_scales:
            x = start + at * wide - px(_GAP)
            painter.drawLine(QPointF(x, 0), QPointF(x, low))
        for line in picture.lines:
            self._draw_line(painter, line, field)
        return float(low)

    def _across(self, painter: QPainter, y: float) -> None:
        """A line over the whole field."""
        (start, wide), beyond = self._field(), self._context.px(_POINT)
        painter.drawLine(QPointF(start - beyond, y), QPointF(start + wide + beyond, y))

    def _draw_line(self, painter: QPainter, line: ScoreLine, field: tuple[float, float]) -> None:
        start, wide = field
        places = [(QPointF(start + p.at * wide, self._y(p.score)), p.scale) for p in line.points]
        painter.setPen(self._pen(line.shape))
        for (here, before), (there, after) in pairwise(places):
            if before == after:
                painter.drawLine(here, there)
        for place, _ in places:
            self._draw_point(painter, line.shape, place)

    def _pen(self, shape: int) -> QPen:
        pen = QPen(self._context.colour("primary"), 2)
        dashes = DASHES[shape % len(DASHES)]
        if dashes:
            pen.setDashPattern(list(dashes))
        return pen

    def _draw_point(self, painter: QPainter, shape: int, place: QPointF) -> None:
        size, corners = float(self._context.px(_POINT)), CORNERS[shape % len(CORNERS)]
        painter.save()
        painter.setPen(QPen(self._context.colour("text"), 2))
        painter.setBrush(self._context.colour("text" if is_full(shape) else "surface"))
        if not corners:
            painter.drawEllipse(place, size, size)
        else:
            points = [QPointF(place.x() + x * size, place.y() - y * size) for x, y in corners]
            painter.drawPolygon(QPolygonF(points))
        painter.restore()

    def _draw_strip(self, painter: QPainter, strip: Strip, top: float) -> float:
        context, (start, wide) = self._context, self._field()
        px = context.px
        low = top + px(_STRIP)
        painter.setPen(context.colour("muted"))
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(QRectF(0, top, start, px(_STRIP) - px(2)), bottom, strip.word)
        painter.setPen(QPen(context.colour("border"), 1))
        self._across(painter, low)
        most = px(_STRIP) - px(_LINE)
        for mark in strip.marks:
            x, high = start + mark.at * wide, most * mark.share
            painter.setPen(QPen(context.colour("text"), 1.5))
            painter.setBrush(context.colour("surface"))
            if mark.share:
                painter.drawRect(QRectF(x - px(_POINT), low - high, 2 * px(_POINT), high))
            where = QRectF(x - px(40), low - high - px(_LINE), px(80), px(_LINE))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, mark.says)
        return low

    def _draw_ticks(self, painter: QPainter, top: float) -> float:
        context, (start, wide) = self._context, self._field()
        px, metrics = context.px, self._metrics()
        painter.setPen(QPen(context.colour("text"), 1))
        self._across(painter, top)
        for at, text in self.picture.ticks:
            x = start + at * wide
            painter.drawLine(QPointF(x, top), QPointF(x, top + px(4)))
            half = metrics.horizontalAdvance(text) / 2
            left = min(max(x - half, start - px(_POINT)), start + wide + px(_POINT) - 2 * half)
            painter.drawText(
                QRectF(left, top + px(4), 2 * half + 2, px(_LINE)), Qt.AlignmentFlag.AlignCenter, text
            )
        return top + px(_LINE + 6)

    def _draw_legend(self, painter: QPainter, top: float) -> None:
        px, metrics = self._context.px, self._metrics()
        left, middle = 0.0, top + px(_LINE) / 2
        for line in self.picture.lines:
            painter.setPen(self._pen(line.shape))
            painter.drawLine(QPointF(left, middle), QPointF(left + px(30), middle))
            self._draw_point(painter, line.shape, QPointF(left + px(15), middle))
            painter.setPen(self._context.colour("text"))
            wide = metrics.horizontalAdvance(line.word)
            where = QRectF(left + px(36), top, wide + 4, px(_LINE))
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, line.word)
            left += px(36) + wide + px(18)

    def _rescale(self) -> None:
        self.updateGeometry()
        self.update()


def _axis(score: int) -> str:
    return "0 (doel)" if score == 0 else signed(score)

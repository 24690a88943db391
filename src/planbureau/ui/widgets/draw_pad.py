"""White paper to draw on with a mouse, a finger or a pen."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planbureau.ui.theme.context import ThemeContext

WIDE, HIGH = 1200, 800
"""The size of the drawing in its own points; on the screen it is as large as there is room."""
COLOURS = (
    ("#16262E", "Zwart"),
    ("#A11D1D", "Rood"),
    ("#184C8C", "Blauw"),
    ("#1A6437", "Groen"),
    ("#7A4A00", "Bruin"),
)
THIN, THICK = 5.0, 14.0


@dataclass
class Stroke:
    """One line from pen down to pen up."""

    colour: str
    width: float
    points: list[QPointF] = field(default_factory=list)


class DrawPad(QWidget):
    """`value_changed` after each stroke. Qt makes mouse events of a finger and of a pen."""

    value_changed = Signal()

    def __init__(self, theme: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.colour, self.thickness = COLOURS[0][0], THIN
        self._strokes: list[Stroke] = []
        self._drawing = False
        self.setAccessibleName("Tekenvel")
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def is_empty(self) -> bool:
        """Whether nothing was drawn."""
        return not self._strokes

    def undo(self) -> None:
        """Takes the last stroke away."""
        if self._strokes:
            self._strokes.pop()
            self._changed()

    def png(self) -> bytes:
        """The drawing as a picture on white."""
        image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        self._draw(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs do not know a device here
        return bytes(buffer.data().data())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(720), self._theme.px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._theme.px(110))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drawing = True
            self._strokes.append(Stroke(self.colour, self.thickness, [self._on_paper(event.position())]))
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drawing:
            self._strokes[-1].points.append(self._on_paper(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drawing and event.button() == Qt.MouseButton.LeftButton:
            self._drawing = False
            self._changed()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, left, top = self._place()
        painter.translate(left, top)
        painter.scale(scale, scale)
        painter.fillRect(0, 0, WIDE, HIGH, Qt.GlobalColor.white)
        painter.setPen(self._theme.colour("control"))
        painter.drawRect(0, 0, WIDE - 1, HIGH - 1)  # where the paper ends, also on a white ground
        painter.setClipRect(0, 0, WIDE, HIGH)
        self._draw(painter)

    def _changed(self) -> None:
        self.update()
        self.value_changed.emit()

    def _place(self) -> tuple[float, float, float]:
        """Scale and corner of the paper in the widget."""
        scale = min(self.width() / WIDE, self.height() / HIGH)
        return scale, (self.width() - WIDE * scale) / 2, (self.height() - HIGH * scale) / 2

    def _on_paper(self, point: QPointF) -> QPointF:
        scale, left, top = self._place()
        return QPointF((point.x() - left) / scale, (point.y() - top) / scale)

    def _draw(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        for stroke in self._strokes:
            painter.setPen(QPen(QColor(stroke.colour), stroke.width, Qt.PenStyle.SolidLine, cap, join))
            if len(stroke.points) == 1:
                painter.drawPoint(stroke.points[0])
            else:
                painter.drawPath(_smooth(stroke.points))


def _smooth(points: list[QPointF]) -> QPainterPath:
    """A line through the middles between the points, so that a hand looks like a hand."""
    path = QPainterPath(points[0])
    for one, other in pairwise(points[1:]):
        path.quadTo(one, (one + other) / 2)
    path.lineTo(points[-1])
    return path

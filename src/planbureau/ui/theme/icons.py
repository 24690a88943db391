"""Icons from the shipped Lucide drawings (ISC licence), in the colour that the look asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

STROKE = 2.0


class IconDrawings:
    """Reads each drawing once and keeps what was painted, because lists repaint often."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int], QPixmap] = {}

    def svg(self, name: str, colour: str, stroke: float = STROKE) -> bytes:
        """The drawing `name` with its lines in `colour`. Raises FileNotFoundError for an unknown name."""
        source = self._sources.get(name)
        if source is None:
            source = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
            self._sources[name] = source
        drawing = source.replace("currentColor", colour)
        return drawing.replace('stroke-width="2"', f'stroke-width="{stroke}"').encode()

    def pixmap(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
        """The drawing at `size` logical pixels square, for a screen with `ratio` device pixels each."""
        side = round(size * ratio)
        key = (name, colour, side)
        kept = self._pixmaps.get(key)
        if kept is None:
            kept = QPixmap(side, side)
            kept.fill(Qt.GlobalColor.transparent)
            painter = QPainter(kept)
            self.render(painter, QRectF(0, 0, side, side), name, colour)
            painter.end()
            self._pixmaps[key] = kept
        result = QPixmap(kept)
        result.setDevicePixelRatio(ratio)
        return result

    def render(self, painter: QPainter, square: QRectF, name: str, colour: str) -> None:
        """Draw the icon as vectors into `square`."""
        QSvgRenderer(self.svg(name, colour)).render(painter, square)


class ThemedIconEngine(QIconEngine):
    """Draws at the moment of painting, so that an icon follows the look without being set again.

    `colour` gives it for a button that is on or not, and that can be pressed or not.
    """

    def __init__(self, drawings: IconDrawings, name: str, colour: Callable[[bool, bool], str]) -> None:
        super().__init__()
        self._drawings = drawings
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._colour(state == QIcon.State.On, mode == QIcon.Mode.Disabled)
        side = min(rect.width(), rect.height())
        middle = QRectF(rect).center()
        square = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        painter.save()
        self._drawings.render(painter, square, self._name, QColor(colour).name())
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        result = QPixmap(size)
        result.fill(Qt.GlobalColor.transparent)
        painter = QPainter(result)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return result

    def clone(self) -> QIconEngine:
        return ThemedIconEngine(self._drawings, self._name, self._colour)

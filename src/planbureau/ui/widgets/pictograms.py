"""How a pictogram comes to the screen: drawn from its SVG, on white, because sets are made for white."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

SvgProvider = Callable[[str], bytes]
"""Gives the SVG of a pictogram by its id."""


class PictogramPixmaps:
    """Draws each pictogram once at each size; belongs to one widget, and goes away with it."""

    def __init__(self, provider: SvgProvider) -> None:
        self._provider = provider
        self._drawn: dict[tuple[str, int], QPixmap] = {}

    def pixmap(self, pictogram_id: str, size: int, ratio: float) -> QPixmap:
        """The pictogram at `size` logical pixels square, with its own proportions."""
        side = round(size * ratio)
        key = (pictogram_id, side)
        drawn = self._drawn.get(key)
        if drawn is None:
            drawn = QPixmap(side, side)
            drawn.fill(Qt.GlobalColor.transparent)
            renderer = QSvgRenderer(QByteArray(self._provider(pictogram_id)))
            renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
            painter = QPainter(drawn)
            renderer.render(painter, QRectF(0, 0, side, side))
            painter.end()
            self._drawn[key] = drawn
        result = QPixmap(drawn)
        result.setDevicePixelRatio(ratio)
        return result

"""An icon that only decorates the word beside it; a screen reader passes it by."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planbureau.ui.theme.context import ThemeContext


class IconLabel(QLabel):
    """`size` in pixels of the design; `colour` is the name of a token. Follows the look."""

    def __init__(
        self,
        context: ThemeContext,
        icon: str,
        colour: str = "muted",
        size: float = 18,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._icon = icon
        self._colour = colour
        self._size = size
        self.setProperty("decorative", True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        context.theme_changed.connect(self._draw)
        self._draw()

    def set_icon(self, icon: str, colour: str) -> None:
        self._icon = icon
        self._colour = colour
        self._draw()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self.setPixmap(self._context.pixmap(self._icon, self._colour, self._size, ratio))
        self.setFixedSize(self._context.px(self._size), self._context.px(self._size))

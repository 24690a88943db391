"""The initials of a person in a disc; only decoration beside the whole name."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planbureau.ui.theme.context import ThemeContext

_PREFIXES = frozenset("de den der van von te ten ter 't ’t el al la le in op".split())  # noqa: SIM905 - shorter to read


def initials(name: str) -> str:
    """At most two letters: "Truus de Vries" gives "TV"."""
    words = [word for word in name.split() if word.lower() not in _PREFIXES]
    if not words:
        return "?"
    chosen = words[:1] if len(words) == 1 else [words[0], words[-1]]
    return "".join(word[0] for word in chosen).upper()


class Avatar(QWidget):
    """`size` in pixels of the design."""

    def __init__(
        self, context: ThemeContext, name: str, size: float = 44, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._size = size
        self._initials = initials(name)
        self.setProperty("decorative", True)
        context.theme_changed.connect(self._rescale)
        self._rescale()

    def set_name(self, name: str) -> None:
        self._initials = initials(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._context.colour("primary_soft"))
        disc = QRectF(self.rect())
        painter.drawEllipse(disc)
        font = QFont(self.font())
        font.setPixelSize(round(disc.height() * 0.36))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._context.colour("primary"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._initials)

    def _rescale(self) -> None:
        side = self._context.px(self._size)
        self.setFixedSize(side, side)
        self.update()

"""What a widget may know of the look: colours by name, sizes, icons, and the moment they change."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap

from planbureau.ui.theme.icons import IconDrawings, ThemedIconEngine
from planbureau.ui.theme.tokens import TextSize, Tokens, Tone


@dataclass(frozen=True)
class ToneColours:
    """The colours of a tone: what is written, on what ground, with what outline."""

    ink: QColor
    ground: QColor
    line: QColor


class ThemeContext(QObject):
    """Handed to every widget; only the Theme changes it.

    `theme_changed` is emitted after the application has its new stylesheet. A widget that sets a size
    or paints by itself connects a method of its own to it.
    """

    theme_changed = Signal()

    def __init__(self, drawings: IconDrawings, tokens: Tokens, size: TextSize) -> None:
        super().__init__()
        self._drawings = drawings
        self._tokens = tokens
        self._size = size

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def text_size(self) -> TextSize:
        return self._size

    @property
    def factor(self) -> float:
        """The text size as a factor: 1.0, 1.15 or 1.3."""
        return self._size.factor

    def px(self, design_pixels: float) -> int:
        """A length of the design in logical pixels at the chosen text size."""
        return round(design_pixels * self.factor)

    def colour(self, token: str) -> QColor:
        """The colour with the name of a token, such as `muted`."""
        return QColor(self._tokens.colour(token))

    def tone(self, tone: Tone) -> ToneColours:
        """Ink, ground and outline of a tone."""
        name = tone.value
        return ToneColours(self.colour(name), self.colour(f"{name}_bg"), self.colour(f"{name}_line"))

    def icon(self, name: str, colour: str = "text", checked: str | None = None) -> QIcon:
        """An icon that follows the look; `checked` is its colour on a button that is on.

        On a button that cannot be pressed it has the colour of the words beside it.
        """

        def choose(on: bool, disabled: bool) -> str:
            lit = checked if on and checked else colour
            return self._tokens.colour("muted" if disabled else lit)

        return QIcon(ThemedIconEngine(self._drawings, name, choose))

    def pixmap(self, name: str, colour: str, design_pixels: float, ratio: float = 1.0) -> QPixmap:
        """An icon as pixels, for delegates; `design_pixels` grows with the text size."""
        return self._drawings.pixmap(name, self._tokens.colour(colour), self.px(design_pixels), ratio)

    def update(self, tokens: Tokens, size: TextSize) -> None:
        """Take over a new look; called by the Theme alone."""
        self._tokens = tokens
        self._size = size
        self.theme_changed.emit()

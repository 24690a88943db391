"""Puts a look and a text size on the running application."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from planbureau import resources
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.fonts import body_font, load_fonts
from planbureau.ui.theme.icons import IconDrawings
from planbureau.ui.theme.images import StylesheetImages
from planbureau.ui.theme.palette import palette
from planbureau.ui.theme.stylesheet import stylesheet
from planbureau.ui.theme.tokens import Look, TextSize, tokens_of

STYLE_ARGUMENTS = ("-style", "Fusion")
"""Gives the application its style on its command line: asking for it later makes PySide prepare every drawing
that a style knows, a thirtieth of a start."""
STYLED = "planbureau-style"
"""The property of an application that was made with these arguments."""


class Theme:
    """Made once by the composition root; pages get its `context` only.

    Raises FontMissingError when a shipped font cannot be read.
    """

    def __init__(
        self,
        application: QApplication,
        *,
        look: Look = Look.LIGHT,
        size: TextSize = TextSize.NORMAL,
        fonts: Path | None = None,
        icons: Path | None = None,
    ) -> None:
        self._application = application
        load_fonts(fonts or resources.path("fonts"))
        drawings = IconDrawings(icons or resources.path("icons"))
        self._images = StylesheetImages(drawings)
        self.context = ThemeContext(drawings, tokens_of(look), size)
        if not application.property(STYLED):
            application.setStyle("Fusion")
        self.apply(look, size)

    @property
    def look(self) -> Look:
        return self.context.tokens.look

    @property
    def in_charge(self) -> bool:
        """Whether the application looks like this theme; False when another one was made after it."""
        return self._images.in_use

    @property
    def text_size(self) -> TextSize:
        return self.context.text_size

    def apply(self, look: Look, size: TextSize) -> None:
        """Change the look of everything that is open, at once."""
        tokens = tokens_of(look)
        self._images.write(tokens)
        self._application.setFont(body_font(size.factor))
        self._application.setPalette(palette(tokens))
        self._application.setStyleSheet(stylesheet(tokens, size.factor))
        self.context.update(tokens, size)

    def close(self) -> None:
        """Remove the private folder with stylesheet images."""
        self._images.close()


def look_of_system() -> Look:
    """The look that the operating system asks for now: light or dark."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return Look.DARK if scheme == Qt.ColorScheme.Dark else Look.LIGHT

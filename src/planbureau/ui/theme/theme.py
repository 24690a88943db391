"""Puts a look and a text size on the running application."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from planbureau import resources
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.fonts import body_font, load_fonts
from planbureau.ui.theme.icons import IconDrawings
from planbureau.ui.theme.images import use_images_of
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
    ) -> None:
        self._application = application
        load_fonts(resources.path("fonts"))
        drawings = IconDrawings(resources.path("icons"))
        self.context = ThemeContext(drawings, tokens_of(look), size)
        if not application.property(STYLED):
            application.setStyle("Fusion")
        self.apply(look, size)

    @property
    def look(self) -> Look:
        return self.context.tokens.look

    @property
    def in_charge(self) -> bool:
        """Whether the application looks like this theme; False when another one gave it another look."""
        return self._application.styleSheet() == self._sheet

    @property
    def text_size(self) -> TextSize:
        return self.context.text_size

    def apply(self, look: Look, size: TextSize) -> None:
        """Change the look of everything that is open, at once."""
        tokens = tokens_of(look)
        use_images_of(look)
        self._application.setFont(body_font(size.factor))
        self._application.setPalette(palette(tokens))
        self._sheet = stylesheet(tokens, size.factor)
        self._application.setStyleSheet(self._sheet)
        self.context.update(tokens, size)


def look_of_system() -> Look:
    """The look that the operating system asks for now: light or dark."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return Look.DARK if scheme == Qt.ColorScheme.Dark else Look.LIGHT

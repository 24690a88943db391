"""The letter: Atkinson Hyperlegible Next (SIL Open Font License), made for people who see badly."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from planbureau.errors import PlanbureauError

FAMILY = "Atkinson Hyperlegible Next"
BODY_PIXELS = 15
STYLES = ("Regular", "Italic", "SemiBold", "Bold")


class FontMissingError(PlanbureauError):
    """A font that the program ships cannot be read."""


def load_fonts(folder: Path) -> None:
    """Make the shipped font files known to Qt.

    Raises FontMissingError when one is not there: without it every size on the screen would differ.
    """
    for style in STYLES:
        file = folder / f"AtkinsonHyperlegibleNext-{style}.ttf"
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise FontMissingError(
                f"Het lettertype {file.name} kan niet worden gelezen.",
                "Er is niets kwijt. Installeer Planbureau opnieuw.",
            )


def body_font(factor: float) -> QFont:
    """The font of running text; sizes are in pixels, because points differ between systems."""
    font = QFont(FAMILY)
    font.setPixelSize(round(BODY_PIXELS * factor))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font

"""The program itself: its version, and the makers of letters and pictures."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole

MAKERS = (
    ("Pictogrammen", "OpenMoji (openmoji.org), licentie CC BY-SA 4.0"),
    ("Eigen pictogrammen", "Planbureau, naar de stijl van OpenMoji, licentie CC BY-SA 4.0"),
    ("Letter", "Atkinson Hyperlegible Next van het Braille Institute, SIL Open Font License 1.1"),
    ("Reserveletter", "DejaVu Sans, Bitstream Vera-licentie"),
    ("Iconen", "Lucide (lucide.dev), ISC-licentie"),
)


def program_version() -> str:
    """The version of the installed program."""
    try:
        return version("planbureau")
    except PackageNotFoundError:
        return "onbekend"


class AboutCard(Card):
    """Version and licences."""

    def __init__(self, theme: ThemeContext) -> None:
        super().__init__(theme, "Over Planbureau")
        self.add(TextLabel(f"Versie {program_version()}"))
        for what, who in MAKERS:
            self.add(TextLabel(f"{what}: {who}.", TextRole.SMALL))

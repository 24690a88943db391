"""The program itself: version, plan types that have an error, and the makers of letters and pictures."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
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


class FormatsCard(Card):
    """Whether every plan type could be read; a file with an error is named with its line."""

    def __init__(self, theme: ThemeContext, count: int, problems: tuple[str, ...]) -> None:
        super().__init__(theme, "Plantypen")
        words = (
            "1 plantype is klaar voor gebruik."
            if count == 1
            else f"{count} plantypen zijn klaar voor gebruik."
        )
        self.add(TextLabel(words))
        for problem in problems:
            self.add(Banner(theme, "Een plantype kon niet worden gelezen.", Tone.WARN, detail=problem))


class AboutCard(Card):
    """Version and licences."""

    def __init__(self, theme: ThemeContext) -> None:
        super().__init__(theme, "Over Planbureau")
        self.add(TextLabel(f"Versie {program_version()}"))
        for what, who in MAKERS:
            self.add(TextLabel(f"{what}: {who}.", TextRole.SMALL))

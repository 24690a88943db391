"""How paper looks: colours, type sizes and margins of each edition. All sizes are in points.

The colours are those of the light theme on the screen; each ink on its own field has a contrast of at
least 5:1, and survives a black and white printer because no meaning hangs on colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from planbureau.documents.blocks import CalloutKind, Edition, Page, PaperSize, TextStyle, Tone
from planbureau.documents.fonts import Face
from planbureau.documents.layout.text import TextShape

MM = 72 / 25.4

INK = "#16262E"
MUTED = "#4C5F69"
PRIMARY = "#0B6670"
PRIMARY_SOFT = "#DDEFF0"
LINE = "#C3CED4"
SUNKEN = "#F1F5F6"
WHITE = "#FFFFFF"

TONES: dict[Tone, tuple[str, str]] = {
    Tone.OK: ("#1A6437", "#E1F3E7"),
    Tone.INFO: ("#184C8C", "#E3EEFB"),
    Tone.WARN: ("#7A4A00", "#FFF0CF"),
    Tone.ERROR: ("#A11D1D", "#FCE6E6"),
    Tone.IDLE: ("#44545D", "#E8EDF0"),
}
"""Ink and field of each tone."""

CALLOUTS: dict[CalloutKind, Tone] = {
    CalloutKind.INFO: Tone.INFO,
    CalloutKind.WARN: Tone.WARN,
    CalloutKind.SAFETY: Tone.ERROR,
}

_SHEETS = {
    PaperSize.A3: (297.0, 420.0),
    PaperSize.A4: (210.0, 297.0),
    PaperSize.A5: (148.0, 210.0),
    PaperSize.A6: (105.0, 148.0),
}


@dataclass(frozen=True, slots=True)
class TextLook:
    """Font, size and colour of one role of text."""

    face: Face
    shape: TextShape
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Looks:
    """Everything that an edition decides; `styles` by role, `headings` by level (0 is the title)."""

    styles: dict[TextStyle, TextLook]
    headings: tuple[TextLook, ...]
    cell: TextLook
    cell_head: TextLook
    picture_small: float
    picture_large: float
    gap: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page and its margins in points; `foot` is the height of the base line of the page foot."""

    width: float
    height: float
    side: float
    top: float
    bottom: float
    foot: float

    @property
    def text_width(self) -> float:
        return self.width - 2 * self.side

    @property
    def text_height(self) -> float:
        return self.height - self.top - self.bottom


def sheet_of(page: Page) -> Sheet:
    """Return the sheet of a page with margins that suit its size."""
    short, long = _SHEETS[page.size]
    wide, high = (long, short) if page.landscape else (short, long)
    if page.to_cut:
        return Sheet(wide * MM, high * MM, 0.0, 0.0, 0.0, 0.0)
    if page.size in {PaperSize.A5, PaperSize.A6}:
        side, top, bottom, foot = 9.0, 9.0, 14.0, 7.0
    elif page.narrow:
        side, top, bottom, foot = 12.0, 12.0, 18.0, 8.0
    else:
        side, top, bottom, foot = 22.0, 20.0, 24.0, 12.0
    return Sheet(wide * MM, high * MM, side * MM, top * MM, bottom * MM, foot * MM)


def looks_of(edition: Edition) -> Looks:
    """Return the sizes of an edition: body 11 pt, easy 17 pt, one page 10.5 pt."""
    body = {Edition.PROFESSIONAL: 11.0, Edition.EASY: 17.0, Edition.ONE_PAGE: 10.5}[edition]
    airy = edition is Edition.EASY
    leading = 1.42 if airy else 1.4
    space = {Edition.PROFESSIONAL: 6.0, Edition.EASY: 10.0, Edition.ONE_PAGE: 4.0}[edition]
    cell = body - 1.0
    return Looks(
        styles=_styles(body, leading, space),
        headings=_headings(edition, body),
        cell=TextLook(Face.REGULAR, TextShape(cell, cell * 1.35)),
        cell_head=TextLook(Face.SEMIBOLD, TextShape(cell, cell * 1.3)),
        picture_small=(17 if airy else 11 if edition is Edition.PROFESSIONAL else 9) * MM,
        picture_large=(30 if airy else 22 if edition is Edition.PROFESSIONAL else 14) * MM,
        gap=space,
    )


def _styles(body: float, leading: float, space: float) -> dict[TextStyle, TextLook]:
    def look(face: Face, factor: float, colour: str = INK, after: float = space) -> TextLook:
        size = round(body * factor * 2) / 2
        return TextLook(face, TextShape(size, size * leading, after=after), colour)

    return {
        TextStyle.BODY: look(Face.REGULAR, 1.0),
        TextStyle.LEAD: look(Face.REGULAR, 1.16),
        TextStyle.QUOTE: look(Face.ITALIC, 1.05),
        TextStyle.HINT: look(Face.REGULAR, 0.9, MUTED),
        TextStyle.SMALL: look(Face.REGULAR, 0.82, MUTED),
        TextStyle.LABEL: look(Face.SEMIBOLD, 0.9, PRIMARY, after=1.0),
        TextStyle.FINE: _fine(body),
    }


def _fine(body: float) -> TextLook:
    size = round(body * 0.82 * 2) / 2
    return TextLook(Face.REGULAR, TextShape(size, size * 1.22, after=1.5))


def _headings(edition: Edition, body: float) -> tuple[TextLook, ...]:
    factors = {
        Edition.PROFESSIONAL: (2.35, 1.6, 1.28, 1.1, 1.0),
        Edition.EASY: (1.75, 1.4, 1.2, 1.08, 1.0),
        Edition.ONE_PAGE: (2.0, 1.3, 1.12, 1.0, 1.0),
    }[edition]
    colours = (INK, PRIMARY, INK, INK, MUTED)
    roomy = 0.6 if edition is Edition.ONE_PAGE else body / 11.0

    def look(level: int) -> TextLook:
        size = round(body * factors[level] * 2) / 2
        before = (0.0, 20.0, 15.0, 11.0, 9.0)[level] * roomy
        after = (4.0, 7.0, 5.0, 3.0, 2.0)[level] * roomy
        face = Face.BOLD if level < 2 else Face.SEMIBOLD
        return TextLook(face, TextShape(size, size * 1.2, before, after), colours[level])

    return tuple(look(level) for level in range(5))

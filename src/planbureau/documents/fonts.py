"""The fonts of paper, and which of them draws which sign.

Atkinson Hyperlegible Next draws everything it has; DejaVu Sans the rest (arrows, check marks, Cyrillic,
Greek). A sign that neither has is drawn as an open box that keeps the real sign as its spoken and copied
text; `missing_signs` names such signs before anything is printed. Arabic and Hebrew are drawn with the joined
forms that DejaVu Sans has, and keep their letters as spoken and copied text as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import groupby

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

from planbureau import resources
from planbureau.documents.right_to_left import drawn_letters
from planbureau.documents.signs import clusters, drawn_part, is_right_to_left, printable


class Face(StrEnum):
    """A font by the name under which ReportLab knows it."""

    REGULAR = "AtkinsonHyperlegibleNext-Regular"
    ITALIC = "AtkinsonHyperlegibleNext-Italic"
    SEMIBOLD = "AtkinsonHyperlegibleNext-SemiBold"
    BOLD = "AtkinsonHyperlegibleNext-Bold"
    FALLBACK = "DejaVuSans"
    FALLBACK_BOLD = "DejaVuSans-Bold"


PLACEHOLDER = "\u25af"
ASCENT = 0.76
"""Height of the letters above the base line as a share of the type size, for placing lines and signs."""

_FALLBACKS = {Face.SEMIBOLD: Face.FALLBACK_BOLD, Face.BOLD: Face.FALLBACK_BOLD}


@dataclass(frozen=True, slots=True)
class FontRun:
    """A text in one font. `actual` is what it stands for when a box or another form is drawn instead.

    A `turned` text is written from right to left; its signs still stand in the order of speech.
    """

    face: Face
    text: str
    actual: str = ""
    turned: bool = False


@cache
def register_fonts() -> None:
    """Load the shipped fonts into ReportLab, and keep its own Helvetica out of every file."""
    ttfonts.makeToUnicodeCMap = _to_unicode_map
    rl_config.canvas_basefontname = Face.REGULAR.value
    rl_config.useA85 = 0
    for face in Face:
        path = resources.path("fonts", f"{face.value}.ttf")
        pdfmetrics.registerFont(ttfonts.TTFont(face.value, str(path), shapable=False))


@lru_cache(maxsize=50_000)
def text_width(face: Face, text: str) -> float:
    """Width of the text in thousandths of the type size."""
    register_fonts()
    width: float = pdfmetrics.stringWidth(text, face.value, 1000)
    return width


def font_runs(text: str, face: Face) -> list[FontRun]:
    """Cut a text into runs that each have a font; a sign that no font has becomes a box."""
    if _has_all(face, text):
        return [FontRun(face, text)] if text else []
    runs: list[FontRun] = []
    for turned, part in groupby(clusters(text), is_right_to_left):
        if turned:
            runs += _turned_runs("".join(part), face)
            continue
        for cluster in part:
            _add(runs, _run(cluster, face))
    return runs


def _add(runs: list[FontRun], run: FontRun) -> None:
    """One more run, or a longer last one."""
    last = runs[-1] if runs else None
    alike = last and last.face is run.face and bool(last.actual) == bool(run.actual) and not last.turned
    if last and alike:
        runs[-1] = FontRun(run.face, last.text + run.text, last.actual + run.actual)
    elif run.text:
        runs.append(run)


def _turned_runs(word: str, face: Face) -> list[FontRun]:
    """Arabic or Hebrew letters that belong together; a box only for what the font does not have."""
    fallback, drawn = _FALLBACKS.get(face, Face.FALLBACK), drawn_letters(word)
    if drawn and _has_all(fallback, drawn):
        return [FontRun(fallback, drawn, word, turned=True)]
    letters = list(clusters(word))
    if len(letters) == 1:
        return [FontRun(fallback, PLACEHOLDER, word)]
    return [run for letter in letters for run in _turned_runs(letter, face)]


def missing_signs(text: str) -> tuple[str, ...]:
    """Return the signs in the text that no font can draw, each once, in the order of the text."""
    ready = printable(text)
    if _has_all(Face.REGULAR, ready):
        return ()
    boxes = (run.actual for run in font_runs(ready, Face.REGULAR) if run.actual and not run.turned)
    return tuple(dict.fromkeys(cluster for actual in boxes for cluster in clusters(actual)))


def _run(cluster: str, face: Face) -> FontRun:
    fallback = _FALLBACKS.get(face, Face.FALLBACK)
    drawn = drawn_part(cluster)
    for candidate in (face, fallback):
        if _has_all(candidate, drawn):
            return FontRun(candidate, drawn)
    return FontRun(fallback, PLACEHOLDER, actual=cluster)


def _has_all(face: Face, text: str) -> bool:
    return _signs(face).issuperset(text)


@cache
def _signs(face: Face) -> frozenset[str]:
    register_fonts()
    codes = pdfmetrics.getFont(face.value).face.charToGlyph
    return frozenset(chr(code) for code in codes if code >= 0x20) | {"\n"}


def _to_unicode_map(name: str, subset: list[int]) -> str:
    """The map from codes to text of one embedded subset; stands in for ReportLab's own.

    ReportLab maps unused codes to U+0000, which PDF/UA forbids (ISO 14289-1, 7.21.7), and writes signs
    beyond U+FFFF wrongly.
    """
    pairs = [(code, sign) for code, sign in enumerate(subset) if sign and sign not in {0xFEFF, 0xFFFE}]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(pairs), 100):
        block = pairs[start : start + 100]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:02X}> <{chr(sign).encode('utf-16-be').hex().upper()}>" for code, sign in block]
        lines.append("endbfchar")
    return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])

"""One SVG file -> the same picture as PDF operators, without ReportLab's frame around it.

svglib leaves a shape without `fill` unfilled where SVG says black, so that is written out first. The
operators that come out may only draw: no fonts, no transparency, nothing that needs a resource of the page.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from lxml import etree
from reportlab.graphics import renderPDF
from reportlab.pdfgen.canvas import Canvas
from svglib.svglib import SvgRenderer

from planbureau.pictograms.archive import Picture
from planbureau.pictograms.values import StoredPicture

SHAPES = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline", "line"})
TRANSPARENCY = ("opacity", "fill-opacity", "stroke-opacity", "clip-path", "mask", "filter")
_TEXT_STATE = re.compile(r"BT /F\d+ [\d.]+ Tf [\d.]+ TL ET")
_IDENTITY = "1 0 0 1 0 0 cm"
_DRAWING = re.compile(
    r"q|Q|n|h|f\*?|S|B\*?|b\*?|W\*?|(?:-?[\d.]+ )+(?:m|l|c|re|w|J|j|M|cm|rg|RG)|\[[\d. ]*\] [\d.]+ d"
)
_COMMENTS = re.compile(rb"<!--.*?-->", re.DOTALL)
_BETWEEN_TAGS = re.compile(rb">\s+<")


class PictureError(Exception):
    """A picture is missing, or has something that cannot be drawn on paper; names the file."""


def convert(path: Path) -> Picture:
    """Read one SVG file; raises `PictureError`."""
    try:
        content = path.read_bytes()
        tree = etree.fromstring(content)
    except (OSError, etree.XMLSyntaxError) as error:
        raise PictureError(f"{path.name}: {error}") from error
    _refuse_transparency(tree, path.name)
    _fill_explicitly(tree)
    drawing = SvgRenderer(str(path)).render(tree)
    canvas = Canvas(io.BytesIO(), pageCompression=0, invariant=1)
    start = len(canvas._code)
    renderPDF.draw(drawing, canvas, 0, 0)
    operators = _operators(canvas._code[start:], path.name)
    box = (0.0, 0.0, float(drawing.width), float(drawing.height))
    compact = _BETWEEN_TAGS.sub(b"><", _COMMENTS.sub(b"", content)).strip()
    return Picture(compact, StoredPicture(box, operators))


def _refuse_transparency(tree: etree._Element, name: str) -> None:
    """Refuse what svglib draws as if it were opaque or whole; raises `PictureError`."""
    for element in tree.iter("*"):
        for attribute in TRANSPARENCY:
            if element.get(attribute, "1") != "1":
                raise PictureError(f"{name}: {attribute} kan niet op papier")


def _fill_explicitly(tree: etree._Element) -> None:
    """SVG's default fill is black; svglib's is none."""
    for element in tree.iter("*"):
        if etree.QName(element).localname in SHAPES:
            holders = (element, *element.iterancestors())
            if not any(each.get("fill") or "fill:" in each.get("style", "") for each in holders):
                element.set("fill", "#000000")


def _operators(code: list[str], name: str) -> bytes:
    """The lines that draw; raises `PictureError` for a line that does something else."""
    kept: list[str] = []
    for line in "\n".join(code).splitlines():
        if not line or line == _IDENTITY or _TEXT_STATE.fullmatch(line):
            continue
        if not all(_DRAWING.fullmatch(part) for part in _parts(line)):
            raise PictureError(f"{name}: '{line[:60]}' kan niet zonder bronnen van de pagina")
        kept.append(line)
    return "\n".join(kept).encode("ascii")


def _parts(line: str) -> list[str]:
    """A line with several operators, cut after each operator."""
    return [part.strip() for part in re.findall(r"(?:\[[^\]]*\] )?(?:-?[\d.]+ )*[A-Za-z]+\*?|\S+", line)]

"""Every shipped picture, looked at: it parses, it only draws, and it leaves ink on paper."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pikepdf
import pypdfium2
import pytest

from planbureau import resources
from planbureau.pictograms import Pictogram, PictogramLibrary

CELL, COLUMNS = 24, 24
SVG = "{http://www.w3.org/2000/svg}"
KNOWN = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}


@pytest.fixture(scope="module")
def pictograms(library: PictogramLibrary) -> tuple[Pictogram, ...]:
    return tuple(each for members in library.by_theme().values() for each in members)


def test_every_svg_parses_and_only_draws(
    library: PictogramLibrary, pictograms: tuple[Pictogram, ...]
) -> None:
    for pictogram in pictograms:
        tree = ET.fromstring(library.svg(pictogram.id))  # noqa: S314 - our own shipped files
        names = {element.tag.removeprefix(SVG) for element in tree.iter()}
        assert names <= KNOWN, pictogram.id
        assert tree.get("viewBox") == "0 0 72 72", pictogram.id


def test_operators_need_nothing_of_the_page(
    library: PictogramLibrary, pictograms: tuple[Pictogram, ...]
) -> None:
    needs_resource = re.compile(rb"\b(?:Do|gs|Tf|Tj|TJ|sh|scn|SCN|cs|CS|BI|BDC|BMC)\b|/")
    for pictogram in pictograms:
        picture = library.pdf_picture(pictogram.id)
        assert not needs_resource.search(picture.operators), pictogram.id
        assert picture.operators.count(b"q\n") == len(re.findall(rb"(?m)^Q$", picture.operators))
        assert (picture.width, picture.height) == (54, 54)


def test_every_picture_leaves_ink_on_paper(
    library: PictogramLibrary, pictograms: tuple[Pictogram, ...]
) -> None:
    rows = -(-len(pictograms) // COLUMNS)
    page = _render(library, pictograms, rows)
    empty = [
        pictogram.id
        for number, pictogram in enumerate(pictograms)
        if len({page[place] for place in _cell(number, COLUMNS * CELL)}) < 2
    ]
    assert empty == []


def _cell(number: int, width: int) -> Iterator[int]:
    left, top = number % COLUMNS * CELL, number // COLUMNS * CELL
    for y in range(top, top + CELL):
        for x in range(left, left + CELL):
            yield y * width + x


def _render(library: PictogramLibrary, pictograms: tuple[Pictogram, ...], rows: int) -> bytes:
    """The grey values of a sheet with all pictures, drawn from their stored operators."""
    content = []
    for number, pictogram in enumerate(pictograms):
        picture = library.pdf_picture(pictogram.id)
        x, y = number % COLUMNS * CELL, (rows - 1 - number // COLUMNS) * CELL
        scale = CELL / picture.width
        content.append(f"q {scale:.4f} 0 0 {scale:.4f} {x} {y} cm\n".encode() + picture.operators + b"\nQ\n")
    file = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(COLUMNS * CELL, rows * CELL))
        pdf.pages[0].Contents = pdf.make_stream(b"".join(content))
        pdf.save(file)
    with pypdfium2.PdfDocument(file.getvalue()) as document:
        page = document[0]
        image = page.render(scale=1, grayscale=True)
        assert image.stride == COLUMNS * CELL
        return bytes(image.buffer)


def test_icons_take_the_colour_of_the_theme() -> None:
    icons = sorted(resources.path("icons").glob("*.svg"))
    assert len(icons) >= 90
    for path in icons:
        tree = ET.parse(path).getroot()  # noqa: S314 - our own shipped files
        assert tree.get("stroke") == "currentColor", path.name
        assert "ISC" in path.read_text(encoding="utf-8"), path.name
    assert "ISC License" in resources.path("icons", "LICENSE").read_text(encoding="utf-8")

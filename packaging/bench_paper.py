"""A plan of twelve pages with forty pictograms, printed by the program and by WeasyPrint."""

from __future__ import annotations

import base64
import html
import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench_people import Inventor

from planbureau.documents.blocks import (
    Block,
    BulletList,
    Column,
    Document,
    Footer,
    Heading,
    IdeaRow,
    Paragraph,
    Table,
)
from planbureau.documents.pdf import render
from planbureau.documents.preview import open_preview
from planbureau.pictograms.library import PictogramLibrary, load_library

PICTOGRAMS = 40
PAGES = 12
WARM = 6


def content(library: PictogramLibrary) -> tuple[Block, ...]:
    """Sections with text, a list, a table, and ideas with a pictogram each."""
    invent = Inventor(date(2026, 3, 16))
    ids = [picture.id for members in library.by_theme().values() for picture in members][:PICTOGRAMS]
    return tuple(block for at in range(10) for block in _section(invent, at, ids[4 * at : 4 * at + 4]))


def _section(invent: Inventor, at: int, pictograms: list[str]) -> Iterator[Block]:
    yield Heading(1, f"Onderdeel {at + 1}")
    yield Paragraph(" ".join(invent.text(4, 8) for _ in range(3)))
    yield BulletList(tuple(invent.text(1, 2) for _ in range(4)))
    for pictogram in pictograms:
        yield IdeaRow(pictogram, invent.text(1, 2))
    columns = (Column("Wat"), Column("Wie"), Column("Wanneer"))
    yield Table(columns, tuple((invent.text(1, 2), "Noor", "elke week") for _ in range(4)))


def printing() -> dict[str, list[float]]:
    """Times of the program's own print, once it is warm; and its number of pages."""
    library = load_library()
    document = Document("Ondersteuningsplan", content(library), footer=Footer(("De Linde", "Plan van Noor")))
    times = []
    for _ in range(WARM + 1):
        began = time.perf_counter()
        made = render(document, library)
        times.append((time.perf_counter() - began) * 1000)
    with open_preview(made) as preview:
        pages = preview.page_count
    return {"times": times[1:], "pages": [float(pages)]}


def write_html(target: Path) -> None:
    """The same content as a web page, with its pictograms inside it."""
    library = load_library()
    body = "".join(_html(block, library) for block in content(library))
    style = "body{font:11pt sans-serif;line-height:1.4}img{width:18mm}td,th{border:1px solid;padding:4px}"
    target.write_text(
        f'<!doctype html><html lang="nl"><head><title>Ondersteuningsplan</title><style>{style}</style></head>'
        f"<body>{body}</body></html>",
        "utf-8",
    )


def _html(block: Block, library: PictogramLibrary) -> str:
    if isinstance(block, Heading):
        return f"<h1>{html.escape(block.text)}</h1>"
    if isinstance(block, Paragraph):
        return f"<p>{html.escape(str(block.text))}</p>"
    if isinstance(block, BulletList):
        return "<ul>" + "".join(f"<li>{html.escape(str(item))}</li>" for item in block.items) + "</ul>"
    if isinstance(block, IdeaRow):
        name = html.escape(library.get(block.pictogram).name)
        picture = base64.b64encode(library.svg(block.pictogram)).decode()
        source = f"data:image/svg+xml;base64,{picture}"
        return f'<p><img alt="{name}" src="{source}"> {html.escape(str(block.text))}</p>'
    if isinstance(block, Table):
        head = "".join(f'<th scope="col">{html.escape(c.title)}</th>' for c in block.columns)
        rows = "".join(
            "<tr>" + "".join(f"<td>{html.escape(str(cell))}</td>" for cell in row) + "</tr>"
            for row in block.rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    raise TypeError(f"no web page for a {type(block).__name__}")


WEASYPRINT = """
import json, sys, time
from weasyprint import HTML
times = []
for _ in range(4):
    began = time.perf_counter()
    made = HTML(filename=sys.argv[1]).write_pdf(pdf_variant="pdf/ua-1")
    times.append((time.perf_counter() - began) * 1000)
print(json.dumps({"times": times[1:]}))
"""
"""What the other printer does, in an environment of its own: the same content, tagged, warm."""


def read_times(output: str) -> list[float]:
    """The times that a printer told on its last line."""
    return [float(value) for value in json.loads(output.splitlines()[-1])["times"]]

"""The document as a tagged PDF (PDF/UA-1): the same document gives the same bytes."""

from __future__ import annotations

import threading
from io import BytesIO

from planbureau.documents.blocks import Document
from planbureau.documents.compose.composer import compose
from planbureau.documents.fonts import Face, register_fonts
from planbureau.documents.looks import looks_of, sheet_of
from planbureau.documents.pages import draw_pages, split_pages
from planbureau.documents.pictures import NoPictograms, PictogramSource
from planbureau.documents.signs import printable
from planbureau.documents.tagging.canvas import TaggedCanvas

__all__ = ["NoPictograms", "PictogramSource", "render"]

_ONE_AT_A_TIME = threading.Lock()
"""ReportLab keeps the state of a font in the font itself, so two documents cannot be written at once."""


def render(document: Document, pictograms: PictogramSource | None = None) -> bytes:
    """Return the PDF of a document.

    A pictogram that the source does not know prints as an open frame; a sign that no font has prints as
    an open box (see `fonts.missing_signs`). Raises `PrintError` when a photo in it cannot be read.
    """
    with _ONE_AT_A_TIME:
        return _render(document, pictograms or NoPictograms())


def _render(document: Document, source: PictogramSource) -> bytes:
    register_fonts()
    sheet, looks = sheet_of(document.page), looks_of(document.edition)
    pages = list(split_pages(compose(document, sheet, source), sheet))
    target = BytesIO()
    canvas = TaggedCanvas(target, (sheet.width, sheet.height), document.language, Face.REGULAR.value)
    canvas.setTitle(printable(document.title))
    canvas.setAuthor(printable(document.author))
    canvas.setSubject(printable(document.subject))
    draw_pages(canvas, pages, sheet, looks, document.footer)
    canvas.save()
    return target.getvalue()

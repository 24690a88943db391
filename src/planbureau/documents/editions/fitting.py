"""How many pages a document takes, without writing it."""

from __future__ import annotations

from dataclasses import replace

from planbureau.documents.blocks import Document

_CREDITS = ("Pictogrammen", "Pictogrammen")
"""Room for the lines with makers and licences, which follow when the pictures are known."""


def page_count(document: Document, *, pictures: bool = True) -> int:
    """The number of pages. Pictograms count at their size; `pictures` keeps two lines of credits free."""
    # Lazy: ReportLab is only loaded when a page must be measured.
    from planbureau.documents.compose.composer import compose
    from planbureau.documents.fonts import register_fonts
    from planbureau.documents.looks import sheet_of
    from planbureau.documents.pages import split_pages
    from planbureau.documents.pdf import NoPictograms

    register_fonts()
    sheet = sheet_of(document.page)
    measured = replace(document, credits=(*document.credits, *(_CREDITS if pictures else ())))
    return sum(1 for _ in split_pages(compose(measured, sheet, NoPictograms()), sheet))

"""Lays a stack of pieces out over pages, and draws the pages with their foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planbureau.documents.blocks import Footer, TextStyle
from planbureau.documents.compose.context import text_flow
from planbureau.documents.fonts import Face
from planbureau.documents.layout.flow import Flow, Room, Stack
from planbureau.documents.layout.graphics import RuleFlow
from planbureau.documents.looks import LINE, TONES, Looks, Sheet, TextLook
from planbureau.documents.tagging.canvas import TaggedCanvas
from planbureau.documents.vocabulary import Align, Tone

_FOOT_SIZE = 9.5
"""Points: the foot is as large as it can be with a name and a date on one line."""
_BETWEEN = "  ·  "
_ABOVE_FOOT = 5.0
"""Points between the line above the foot of a page and its text."""


def split_pages(story: Stack, sheet: Sheet) -> Iterator[Flow]:
    """Yield what stands on each page. Always ends: an empty page takes a piece even when it is too tall."""
    rest: Flow | None = story
    room = Room(sheet.text_width, sheet.text_height, sheet.text_height)
    while rest is not None:
        page, following = rest.take(room)
        if page is None and following is not None:
            page, following = following.take(replace(room, force=True))
        if page is not None:
            yield page
        rest = following


def draw_pages(canvas: TaggedCanvas, pages: list[Flow], sheet: Sheet, looks: Looks, footer: Footer) -> None:
    """Draw every page with its foot."""
    for number, page in enumerate(pages, 1):
        page.draw(canvas, sheet.side, sheet.height - sheet.top, sheet.text_width)
        if not sheet.foot:  # a sheet to cut up has no foot
            canvas.showPage()
            continue
        with canvas.artifact("Pagination"):
            if footer.mark:
                _draw_mark(canvas, sheet, looks, footer.mark)
            _draw_foot(
                canvas, sheet, looks, footer, f"{footer.page_word} {number} {footer.of_word} {len(pages)}"
            )
        canvas.showPage()


def _draw_mark(canvas: TaggedCanvas, sheet: Sheet, looks: Looks, mark: str) -> None:
    """The mark of the document at the top right, between the edge and the text."""
    shape = looks.styles[TextStyle.SMALL].shape
    size = min(shape.size * 1.15, 11.0)
    ink, _ = TONES[Tone.WARN]
    look = TextLook(Face.BOLD, replace(shape, size=size, leading=size * 1.2, align=Align.RIGHT), ink)
    top = sheet.height - sheet.top / 2 + size / 2
    text_flow(mark, look, None).draw(canvas, sheet.side, top, sheet.text_width)


def _draw_foot(canvas: TaggedCanvas, sheet: Sheet, looks: Looks, footer: Footer, page_text: str) -> None:
    look = looks.styles[TextStyle.SMALL]
    size = min(look.shape.size, _FOOT_SIZE)
    left_look = replace(look, shape=replace(look.shape, size=size, leading=size * 1.3))
    right_look = replace(left_look, shape=replace(left_look.shape, align=Align.RIGHT))
    number = text_flow(page_text, right_look, None)
    right = number.natural_width() + size
    most = int((sheet.bottom - sheet.foot - _ABOVE_FOOT) // left_look.shape.leading)
    text = _foot_lines(footer.texts, left_look, sheet.text_width - right)
    left = _fitted(text, left_look, sheet.text_width - right, most)
    top = sheet.foot + left.height(sheet.text_width - right)
    RuleFlow(LINE, 0.5).draw(canvas, sheet.side, top + _ABOVE_FOOT, sheet.text_width)
    left.draw(canvas, sheet.side, top, sheet.text_width - right)
    number.draw(canvas, sheet.side + sheet.text_width - right, top, right)


def _foot_lines(texts: Sequence[str], look: TextLook, width: float) -> str:
    """The texts beside each other; where the line is full the next one begins a line of its own."""
    lines: list[str] = []
    for text in (text for text in texts if text):
        longer = f"{lines[-1]}{_BETWEEN}{text}" if lines else text
        if lines and text_flow(longer, look, None).natural_width() <= width:
            lines[-1] = longer
        else:
            lines.append(text)
    return "\n".join(lines)


def _fitted(text: str, look: TextLook, width: float, most: int) -> Flow:
    """The text on at most `most` lines; what is too long for the foot of a page ends with "…"."""
    flow = text_flow(text, look, None)
    while " " in text and flow.height(width) > max(most, 1) * look.shape.leading + 0.01:
        text = text.rstrip("…").rpartition(" ")[0].rstrip(" ·\n") + "…"
        flow = text_flow(text, look, None)
    return flow

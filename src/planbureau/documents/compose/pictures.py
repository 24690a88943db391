"""Pictograms with their texts, ideas of the easy edition, cards, photos and status signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planbureau.documents.blocks import (
    Align,
    Figure,
    IdeaDetail,
    IdeaRow,
    PictureCard,
    PictureGrid,
    PictureRow,
    Status,
    TextStyle,
)
from planbureau.documents.compose.context import Context, text_flow
from planbureau.documents.fonts import Face
from planbureau.documents.layout.boxes import Box, BoxStyle, Part, Row, even_row
from planbureau.documents.layout.flow import Flow, Stack
from planbureau.documents.layout.graphics import Badge, ImageFlow, PictureFlow
from planbureau.documents.layout.text import TextFlow, TextShape
from planbureau.documents.looks import LINE, MM, MUTED, TONES, TextLook
from planbureau.documents.tagging.tags import Tag
from planbureau.pictograms.errors import UnknownPictogramError
from planbureau.pictograms.values import StoredPicture

_NARROW = 90 * MM
_LARGE = 1.5
_SHORT_LINES = 2
"""Lines of an answer that may stand beside another."""
_MISSING = StoredPicture(
    (0.0, 0.0, 100.0, 100.0),
    b"0.48 0.55 0.58 RG 3 w [9 7] 0 d 6 6 88 88 re S [] 0 d 36 36 m 64 64 l S 64 36 m 36 64 l S",
)
"""An open frame for a pictogram that is no longer on this laptop: the words of a plan print all the same."""


def pictogram(pictogram_id: str, size: float, context: Context) -> Flow:
    """The picture with its Dutch name as text; a frame when no set has it."""
    try:
        picture = context.source.pdf_picture(pictogram_id)
        name = context.source.get(pictogram_id).name
    except UnknownPictogramError:
        return PictureFlow("missing", _MISSING, size, "Dit pictogram staat niet op deze laptop")
    context.progress.pictograms[pictogram_id] = None
    return PictureFlow(f"pictogram {pictogram_id}", picture, size, name)


def badge(status: Status, look: TextLook) -> Badge:
    """The sign and the word of a status."""
    ink, fill = TONES[status.tone]
    word = TextLook(Face.SEMIBOLD, replace(look.shape, after=0.0, before=0.0, align=Align.LEFT), ink)
    flow = text_flow(status.word, word, Tag("P"))
    return Badge(status.icon, flow, ink, fill)


def picture_row(block: PictureRow, context: Context) -> list[Flow]:
    """Small pictograms or one photo, and the text at their right."""
    size, gap = context.looks.picture_small * (_LARGE if block.large else 1.0), context.looks.gap
    look = context.looks.styles[block.style]
    pictures: list[Flow]
    if block.photo:
        pictures = [ImageFlow(block.photo, size, size, block.photo_alt, square=True)]
    else:
        pictures = [pictogram(each, size, context) for each in block.pictograms[: _most(context)]]
    parts = [Part(each, size, centred=True) for each in pictures]
    width = context.width - len(parts) * (size + gap)
    text = text_flow(block.text, replace(look, shape=replace(look.shape, after=0.0)), Tag("P"))
    parts.append(Part(text, width, centred=True))
    return [Row(parts, gap, whole=True, space=gap)]


def _most(context: Context) -> int:
    """As many pictograms as leave half of the width to the text."""
    return max(1, int(context.width / 2 // (context.looks.picture_small + context.looks.gap)))


def idea_row(block: IdeaRow, context: Context) -> list[Flow]:
    """One large pictogram and one idea; on a pocket card the text stands below the picture."""
    looks = context.looks
    narrow = context.width < _NARROW
    size = min(looks.picture_large, context.width * (0.5 if narrow else 0.32))
    gap = looks.gap * 1.4
    style = BoxStyle(stroke=LINE, pad_x=10.0, pad_y=10.0, radius=8.0)
    inner = context.width - 2 * style.pad_x
    width = inner if narrow else inner - size - gap
    lead = looks.styles[TextStyle.LEAD]
    idea = TextLook(Face.SEMIBOLD, replace(lead.shape, after=looks.gap * 0.6))
    texts: list[Flow] = [text_flow(block.text, idea, Tag("P"))]
    texts += _details(block.details, context.narrowed(width))
    picture = pictogram(block.pictogram, size, context)
    content: Flow
    if narrow:
        content = Stack([Stack([picture]), _space(), *texts])
    else:
        content = Row([Part(picture, size, centred=True), Part(Stack(texts), width, centred=True)], gap)
    return [Stack([Box(content, style, Tag("Sect"), space=looks.gap)], whole=True)]


def _space() -> Flow:
    return TextFlow((), TextShape(4.0, 4.0), None)


def _details(details: Sequence[IdeaDetail], context: Context) -> list[Flow]:
    """Below each other; two short ones stand beside each other, so that a card fills less of the page."""
    gap = context.looks.gap
    half = context.narrowed((context.width - gap) / 2)
    found: list[Flow] = []
    left = list(details)
    while left:
        first, *rest = left
        if rest and _is_short(first, half) and _is_short(rest[0], half):
            pair = [Part(_detail(one, half), half.width) for one in (first, rest[0])]
            found.append(Row(pair, gap, whole=True, space=gap * 0.6))
            left = rest[1:]
        else:
            found.append(_detail(first, context))
            left = rest
    return found


def _is_short(detail: IdeaDetail, context: Context) -> bool:
    """Whether the label stands on one line here, and the answer on two at most."""
    room = context.width - (_detail_picture(context) + context.looks.gap if detail.pictogram else 0.0)
    label, text = _detail_texts(detail, context)
    return label.natural_width() <= room and text.height(room) <= _SHORT_LINES * text.shape.leading


def _detail_picture(context: Context) -> float:
    return context.looks.picture_small * 0.75


def _detail_texts(detail: IdeaDetail, context: Context) -> tuple[TextFlow, TextFlow]:
    body = context.looks.styles[TextStyle.BODY]
    shape = replace(body.shape, after=0.0)
    small = replace(shape, size=shape.size * 0.85, leading=shape.leading * 0.85)
    label = text_flow(detail.label, TextLook(Face.REGULAR, small, MUTED), Tag("P"))
    return label, text_flow(detail.text, replace(body, shape=shape), Tag("P"))


def _detail(detail: IdeaDetail, context: Context) -> Flow:
    """The label in its own words, and the answer; with a small picture when there is one."""
    looks = context.looks
    size = _detail_picture(context)
    width = context.width - (size + looks.gap if detail.pictogram else 0.0)
    parts = [Part(Stack(_detail_texts(detail, context)), width, centred=True)]
    if detail.pictogram:
        parts.insert(0, Part(pictogram(detail.pictogram, size, context), size, centred=True))
    return Row(parts, looks.gap, whole=True, space=looks.gap * 0.6)


def picture_grid(block: PictureGrid, context: Context) -> list[Flow]:
    """Cards in rows; each row stays on one page."""
    gap = context.looks.gap
    columns = max(1, block.columns)
    width = (context.width - gap * (columns - 1)) / columns
    cards = [_card(card, context.narrowed(width)) for card in block.cards]
    rows = [cards[start : start + columns] for start in range(0, len(cards), columns)]
    return [even_row(row, width, gap) for row in rows]


def _card(card: PictureCard, context: Context) -> Box:
    style = BoxStyle(stroke=LINE, pad_x=6.0, pad_y=8.0, radius=8.0)
    inner = context.width - 2 * style.pad_x
    size = min(inner * 0.8, context.looks.picture_large)
    look = context.looks.styles[TextStyle.BODY]
    shape = replace(look.shape, after=0.0, align=Align.CENTRE)
    word = text_flow(card.text, TextLook(Face.SEMIBOLD, shape), Tag("P"))
    side = (inner - size) / 2
    picture = Row(
        [Part(Stack(()), side), Part(pictogram(card.pictogram, size, context), size)], 0.0, space=4.0
    )
    return Box(Stack([picture, word]), style, Tag("Sect"), space=0.0)


def figure(block: Figure, context: Context) -> list[Flow]:
    """A photo or drawing with its caption."""
    most_height = context.page_height * 0.6
    width = min(block.width_mm * MM, context.width)
    picture: Flow
    if isinstance(block.content, bytes):
        picture = ImageFlow(block.content, width, most_height, block.alt)
    else:
        size = min(width, most_height)
        picture = PictureFlow(f"drawing {id(block.content)}", block.content, size, block.alt)
    parts: list[Flow] = [Row([Part(picture, width)], 0.0, space=context.looks.gap)]
    if block.caption:
        parts.append(text_flow(block.caption, context.looks.styles[TextStyle.HINT], Tag("P")))
    return [Stack(parts, whole=True)]

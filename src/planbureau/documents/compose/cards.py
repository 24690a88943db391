"""Cards of A6, four to a sheet: each with its own credit, because each is cut out."""

from __future__ import annotations

from collections.abc import Sequence

from planbureau.documents.blocks import Align, Card, CardKind, CardSheets
from planbureau.documents.compose.context import Context, text_flow
from planbureau.documents.compose.pictures import pictogram
from planbureau.documents.fonts import Face
from planbureau.documents.layout.card_sheet import CardPage, Placed
from planbureau.documents.layout.flow import Break, Flow
from planbureau.documents.layout.text import TextFlow, TextShape
from planbureau.documents.looks import INK, MM, MUTED, PRIMARY, TextLook
from planbureau.documents.tagging.tags import Tag

_ON_A_SHEET = 4
_PAD = 9 * MM
_PICTURE = {CardKind.QUESTION: 44 * MM, CardKind.ANSWER: 58 * MM, CardKind.SUBJECT: 58 * MM}
_SIZES = (30.0, 27.0, 24.0, 21.0, 18.0, 15.0, 12.0)
"""Type of the words in points: the first with which they fit."""
_MARK, _MARK_SIZE = 2, 120.0
"""So few characters are a mark: without a picture it stands as large as a picture would."""
_CREDIT = 6.0
_LABEL = 10.0
_WORD = {CardKind.QUESTION: "Vraag", CardKind.ANSWER: "Antwoord", CardKind.SUBJECT: "Onderwerp"}


def card_sheets(block: CardSheets, context: Context) -> list[Flow]:
    """Every four cards a page."""
    wide, high = context.width / 2, context.page_height / 2
    flows: list[Flow] = []
    for start in range(0, len(block.cards), _ON_A_SHEET):
        if flows:
            flows.append(Break())
        cards = [_placed(card, wide, high, context) for card in block.cards[start : start + _ON_A_SHEET]]
        flows.append(CardPage(cards, (wide, high), _PAD))
    return flows


def _placed(card: Card, wide: float, high: float, context: Context) -> Placed:
    inner = wide - 2 * _PAD
    label = _text(
        " · ".join(part for part in (_WORD[card.kind], card.label) if part), _LABEL, PRIMARY, Tag("P")
    )
    picture = pictogram(card.pictogram, _PICTURE[card.kind], context) if card.pictogram else None
    lines = context.source.credit_lines([card.pictogram]) if card.pictogram else ()
    credit = _text(" ".join(lines), _CREDIT, MUTED, Tag("P")) if lines else None
    room = high - 2 * _PAD - label.height(inner) - (credit.height(inner) if credit else 0.0) - 6 * MM
    if picture is not None:
        room -= picture.height(_PICTURE[card.kind]) + 5 * MM
    return Placed(label, picture, _PICTURE[card.kind], _fitting(card, inner, room), credit)


def _fitting(card: Card, width: float, room: float) -> Flow:
    """The words as large as they fit; what no size holds stands in the smallest."""
    tag = Tag("P") if card.kind is CardKind.ANSWER else Tag("H1")
    alone = not card.pictogram and len(card.text) <= _MARK
    sizes = (_MARK_SIZE, *_SIZES) if alone else _SIZES
    made: Sequence[TextFlow] = [_text(card.text, size, INK, tag, face=Face.SEMIBOLD) for size in sizes]
    return next((flow for flow in made if flow.height(width) <= room), made[-1])


def _text(text: str, size: float, colour: str, tag: Tag, face: Face = Face.REGULAR) -> TextFlow:
    look = TextLook(face, TextShape(size, size * 1.25, align=Align.CENTRE), colour)
    return text_flow(text, look, tag)

"""Four cards on one page, with lines to cut along in the gutters between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from planbureau.documents.layout.flow import Flow
from planbureau.documents.tagging.canvas import TaggedCanvas
from planbureau.documents.tagging.tags import Tag

_CUT = "#7B8B94"
_GAP = 14.0


@dataclass(frozen=True, slots=True)
class Placed:
    """The pieces of one card, from its top to its foot; `picture_size` is the width of the picture."""

    label: Flow
    picture: Flow | None
    picture_size: float
    words: Flow
    credit: Flow | None


class CardPage(Flow):
    """A page of cards, two by two. `size` is that of one card with its margin `pad`, in points."""

    def __init__(self, cards: Sequence[Placed], size: tuple[float, float], pad: float) -> None:
        self.cards = list(cards)
        self.size, self.pad = size, pad

    def height(self, width: float) -> float:  # noqa: ARG002  # a sheet is as high as it is
        return 2 * self.size[1]

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:  # noqa: ARG002
        wide, high = self.size
        with canvas.artifact():
            _cut_lines(canvas, x, top, wide, high)
        for number, card in enumerate(self.cards):
            left, upper = x + number % 2 * wide, top - number // 2 * high
            with canvas.container(Tag("Sect")):
                self._card(canvas, card, left + self.pad, upper - self.pad)

    def _card(self, canvas: TaggedCanvas, card: Placed, x: float, top: float) -> None:
        inner = self.size[0] - 2 * self.pad
        foot = top - (self.size[1] - 2 * self.pad)
        card.label.draw(canvas, x, top, inner)
        credit = card.credit.height(inner) if card.credit else 0.0
        room = top - card.label.height(inner) - (foot + credit)
        words = card.words.height(inner)
        picture = card.picture.height(card.picture_size) if card.picture else 0.0
        used = words + (picture + _GAP if picture else 0.0)
        at = top - card.label.height(inner) - max(0.0, (room - used) / 2)
        if card.picture is not None:
            card.picture.draw(canvas, x + (inner - card.picture_size) / 2, at, card.picture_size)
            at -= picture + _GAP
        card.words.draw(canvas, x, at, inner)
        if card.credit is not None:
            card.credit.draw(canvas, x, foot + credit, inner)


def _cut_lines(canvas: TaggedCanvas, x: float, top: float, wide: float, high: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(HexColor(_CUT))
    canvas.setLineWidth(0.6)
    canvas.setDash(4, 3)
    canvas.line(x + wide, top, x + wide, top - 2 * high)
    canvas.line(x, top - high, x + 2 * wide, top - high)
    canvas.restoreState()

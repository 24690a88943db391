"""Steps above each other between the two sides of a ladder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from planbureau.documents.layout.flow import Flow
from planbureau.documents.layout.text import TextFlow
from planbureau.documents.looks import INK, PRIMARY_SOFT, WHITE
from planbureau.documents.tagging.canvas import TaggedCanvas
from planbureau.documents.tagging.tags import Tag

_PAD = 6.0
_RAIL = 5.0
_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Rung:
    """One step: its text, the word beside it, and whether somebody stands on it."""

    text: TextFlow
    word: str
    now: bool


class LadderFlow(Flow):
    """One figure that stays on one page; a screen reader says `alt` in its place."""

    def __init__(
        self, rungs: Sequence[Rung], words: Mapping[str, TextFlow], alt: str, *, space: float
    ) -> None:
        self.rungs = tuple(rungs)
        self.words = words
        self.alt = alt
        self.space_before = self.space_after = space / 2

    def height(self, width: float) -> float:
        return sum(self._row(rung, width) for rung in self.rungs) + _PAD

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        side, whole = self._side(width), self.height(width)
        inside = width - side - 2 * _RAIL
        with canvas.content(Tag("Figure", alt=self.alt)) as element:
            element.box = element.box or (x, top - whole, x + width, top)
            canvas.saveState()
            canvas.setStrokeColor(HexColor(INK))
            canvas.setFillColor(HexColor(INK))
            for rail in (x, x + inside + _RAIL):
                canvas.rect(rail, top - whole, _RAIL, whole, stroke=0, fill=1)
            canvas.restoreState()
            low = top - _PAD / 2
            for rung in self.rungs:
                row = self._row(rung, width)
                self._draw_rung(canvas, rung, (x + _RAIL, low - row, inside, row))
                word = self.words.get(rung.word)
                if word is not None:
                    high = word.height(side - _GAP)
                    word.draw(canvas, x + inside + 2 * _RAIL + _GAP, low - (row - high) / 2, side - _GAP)
                low -= row

    def _draw_rung(self, canvas: TaggedCanvas, rung: Rung, field: tuple[float, float, float, float]) -> None:
        """A step with a line round it; where somebody stands the line is thick and the ground is tinted."""
        x, bottom, wide, high = field
        canvas.saveState()
        canvas.setStrokeColor(HexColor(INK))
        canvas.setFillColor(HexColor(PRIMARY_SOFT if rung.now else WHITE))
        canvas.setLineWidth(2.4 if rung.now else 0.8)
        canvas.rect(x, bottom + _PAD / 4, wide, high - _PAD / 2, stroke=1, fill=1)
        canvas.restoreState()
        text = rung.text.height(wide - 2 * _PAD)
        rung.text.draw(canvas, x + _PAD, bottom + high - (high - text) / 2, wide - 2 * _PAD)

    def _row(self, rung: Rung, width: float) -> float:
        side = self._side(width)
        beside = self.words.get(rung.word)
        tall = rung.text.height(width - side - 2 * _RAIL - 2 * _PAD)
        return max(tall, beside.height(side - _GAP) if beside is not None else 0.0) + 2 * _PAD

    def _side(self, width: float) -> float:
        """The room for the words beside the ladder."""
        widest = max((one.natural_width() for one in self.words.values()), default=0.0)
        return min(widest + _GAP + 1.0, width / 3) if widest else 0.0

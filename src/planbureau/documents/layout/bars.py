"""Bars below each other, each between its word and what it says; hatched, solid or open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from planbureau.documents.layout.flow import Flow
from planbureau.documents.layout.text import TextFlow
from planbureau.documents.looks import INK, LINE, WHITE
from planbureau.documents.tagging.canvas import TaggedCanvas
from planbureau.documents.tagging.tags import Tag
from planbureau.documents.vocabulary import BarFill

_LONGEST = 260.0
_GAP = 8.0
_HATCH = 4.0


@dataclass(frozen=True, slots=True)
class BarLine:
    """One bar of a figure."""

    word: TextFlow
    share: float
    fill: BarFill
    says: TextFlow


class BarsFlow(Flow):
    """One figure that stays on one page; a screen reader says `alt` in its place."""

    def __init__(self, lines: Sequence[BarLine], alt: str, *, space: float) -> None:
        self.lines = tuple(lines)
        self.alt = alt
        self.space_before = self.space_after = space / 2

    def height(self, width: float) -> float:
        return sum(self._row(line, width) for line in self.lines)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        left, right = self._sides()
        longest = self._longest(width)
        with canvas.content(Tag("Figure", alt=self.alt)) as element:
            element.box = element.box or (x, top - self.height(width), x + width, top)
            for line in self.lines:
                row = self._row(line, width)
                line.word.draw(canvas, x, top, left)
                size = line.word.shape.size * 0.9
                self._bar(canvas, line, (x + left + _GAP, top - (row + size) / 2, longest, size))
                line.says.draw(canvas, x + left + longest + 2 * _GAP, top, right)
                top -= row

    def _row(self, line: BarLine, width: float) -> float:
        left, right = self._sides()
        return max(line.word.height(left), line.says.height(min(right, width))) * 1.15

    def _sides(self) -> tuple[float, float]:
        """The room for the words before and after the bars."""
        left = max(line.word.natural_width() for line in self.lines) + 0.5
        return left, max(line.says.natural_width() for line in self.lines) + 0.5

    def _longest(self, width: float) -> float:
        left, right = self._sides()
        return max(20.0, min(_LONGEST, width - left - right - 2 * _GAP))

    def _bar(self, canvas: TaggedCanvas, line: BarLine, field: tuple[float, float, float, float]) -> None:
        x, bottom, longest, high = field
        wide = longest * min(max(line.share, 0.0), 1.0)
        canvas.saveState()
        canvas.setLineWidth(0.8)
        canvas.setStrokeColor(HexColor(LINE))
        canvas.setFillColor(HexColor(WHITE))
        canvas.rect(x, bottom, longest, high, stroke=1, fill=1)
        canvas.setStrokeColor(HexColor(INK))
        canvas.setFillColor(HexColor(INK))
        canvas.setLineWidth(1.2)
        canvas.rect(x, bottom, wide, high, stroke=1, fill=int(line.fill is BarFill.SOLID))
        if line.fill is BarFill.HATCHED:
            _hatch(canvas, x, bottom, wide, high)
        canvas.restoreState()


def _hatch(canvas: TaggedCanvas, x: float, bottom: float, wide: float, high: float) -> None:
    """Slanted lines within the bar."""
    canvas.setLineWidth(0.7)
    start = x - high
    while start < x + wide:
        start += _HATCH
        low = max(0.0, x - start)
        far = min(high, x + wide - start)
        if far > low:
            canvas.line(start + low, bottom + low, start + far, bottom + far)

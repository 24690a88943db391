"""A paragraph: lines of text that may run over pages as one structure element."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from reportlab.lib.colors import HexColor

from planbureau.documents.fonts import ASCENT
from planbureau.documents.layout.flow import Flow, Room
from planbureau.documents.layout.lines import Line, Segment, Span, break_lines, one_line_width
from planbureau.documents.tagging.canvas import TaggedCanvas
from planbureau.documents.tagging.tags import Tag
from planbureau.documents.vocabulary import Align

_FEWEST_LINES = 2
_SHARES = {Align.LEFT: 0.0, Align.CENTRE: 0.5, Align.RIGHT: 1.0}


@dataclass(frozen=True, slots=True)
class TextShape:
    """Sizes of a paragraph in points."""

    size: float
    leading: float
    before: float = 0.0
    after: float = 0.0
    align: Align = Align.LEFT


class TextFlow(Flow):
    """Text with the structure element `tag`; None draws it as part of a mark that is already open."""

    def __init__(
        self,
        spans: Iterable[Span],
        shape: TextShape,
        tag: Tag | None,
        *,
        keep_next: bool = False,
        bookmark: tuple[str, int] | None = None,
    ) -> None:
        self.spans = tuple(spans)
        self.shape = shape
        self.tag = tag
        self.space_before, self.space_after = shape.before, shape.after
        self.keep_next = keep_next
        self.bookmark = bookmark
        self._lines: list[Line] = []
        self._width = self._natural = -1.0

    def natural_width(self) -> float:
        """The width of the text on one line."""
        if self._natural < 0:
            self._natural = one_line_width(self.spans, self.shape.size)
        return self._natural

    def height(self, width: float) -> float:
        return len(self._broken(width)) * self.shape.leading

    def take(self, room: Room) -> tuple[Flow | None, Flow | None]:
        lines = self._broken(room.width)
        count = int((room.height + 0.01) // self.shape.leading)
        if count < len(lines) < count + _FEWEST_LINES:
            count = len(lines) - _FEWEST_LINES
        if count < _FEWEST_LINES and not (room.force and count):
            return (self, None) if room.force else (None, self)
        return self._part(lines[:count]), self._part(lines[count:], first=False)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        if self.bookmark:
            canvas.add_bookmark(*self.bookmark, top)
        size = self.shape.size
        base = top - (self.shape.leading - self.shape.size) / 2 - ASCENT * size
        placed: list[tuple[float, float, Segment]] = []
        for line in self._broken(width):
            share = 1.0 if line.at_right else _SHARES[self.shape.align]
            starts = _starts(line, size, x + (width - line.width) * share)
            placed += [(start, base, segment) for start, segment in zip(starts, line.segments, strict=True)]
            base -= self.shape.leading
        for special, group in groupby(placed, key=lambda each: (each[2].link, each[2].actual)):
            self._draw_group(_Pen(canvas, size), special, list(group))

    def _draw_group(
        self,
        pen: _Pen,
        special: tuple[str, str],
        group: list[tuple[float, float, Segment]],
    ) -> None:
        link, actual = special
        if self.tag is None:
            pen.write(group)
        elif link:
            with pen.canvas.container(self.tag), pen.canvas.content(Tag("Link")):
                pen.write(group)
                pen.link(group, link)
        elif actual:
            with pen.canvas.container(self.tag), pen.canvas.content(Tag("Span", actual=actual)):
                pen.write(group)
        else:
            with pen.canvas.content(self.tag):
                pen.write(group)

    def _broken(self, width: float) -> list[Line]:
        if self._width < 0 or (self.spans and abs(self._width - width) > 0.01):
            self._lines = break_lines(self.spans, self.shape.size, width)
            self._width = width
        return self._lines

    def _part(self, lines: list[Line], *, first: bool = True) -> TextFlow:
        """A part with its lines already broken, so that a long text is broken only once."""
        part = TextFlow((), self.shape, self.tag, bookmark=self.bookmark if first else None)
        part.keep_next = self.keep_next
        part._lines, part._width = lines, self._width
        return part


def _starts(line: Line, size: float, left: float) -> list[float]:
    """Where each segment of a line begins, in the order in which they are spoken."""
    starts = [left] * len(line.segments)
    for at in line.places or range(len(line.segments)):
        starts[at] = left
        left += line.segments[at].width(size)
    return starts


class _Pen:
    """Writes segments with ReportLab's text objects."""

    def __init__(self, canvas: TaggedCanvas, size: float) -> None:
        self.canvas = canvas
        self.size = size

    def write(self, group: list[tuple[float, float, Segment]]) -> None:
        text = self.canvas.beginText()
        look = ("", "")
        for x, y, segment in group:
            text.setTextOrigin(x, y)
            if look[0] != segment.face:
                text.setFont(segment.face.value, self.size)
            if look[1] != segment.colour:
                text.setFillColor(HexColor(segment.colour))
            look = (segment.face, segment.colour)
            text.textOut(segment.text)
        self.canvas.drawText(text)

    def link(self, group: list[tuple[float, float, Segment]], address: str) -> None:
        spoken = "".join(segment.text for _, _, segment in group).strip()
        for base, row in groupby(group, key=lambda each: each[1]):
            parts = list(row)
            last_x, _, last = parts[-1]
            low, high = base - 0.25 * self.size, base + 0.85 * self.size
            self.canvas.link(address, (parts[0][0], low, last_x + last.width(self.size), high), spoken)

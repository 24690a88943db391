"""Breaks text into lines: ragged right, with a font per sign, in time that grows with the text only once.

ReportLab's own paragraph is not used: it draws no space at a line end (words run together for a screen
reader), has no second font for a missing sign, and breaks the rest of a text again on every page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from planbureau.documents.fonts import Face, font_runs, text_width
from planbureau.documents.right_to_left import (
    begins_right,
    drawn_letters,
    levels,
    order,
    split_for_order,
    turned,
)
from planbureau.documents.signs import clusters, printable
from planbureau.documents.syllables import SOFT_HYPHEN, syllable_end

_PHONE = r"(?:\+\d{2} ?|\(?0)\d[\d)-]*(?: \d{2,4}){1,4}(?!\w)"
"""A telephone number stays on one line, also between its groups of digits."""
_PIECES = re.compile(rf"\n|[ ]+|{_PHONE}[^ \n\w]*|[^ \n]*?[^\W\d_]-(?=[^\W\d_]{{2}})|[^ \n]+")
_ADDRESS = re.compile(r"[^/?&=.@_]*[/?&=.@_]+|[^/?&=.@_]+")
"""A long web or mail address goes on behind one of its own signs: a hyphen would make it another address."""
_LONG_ADDRESS = 30
_SLACK = 0.01
_LONGEST_WORD = 100
_PART = 8


@dataclass(frozen=True, slots=True)
class Span:
    """Text with one look; `link` is an address."""

    text: str
    face: Face
    colour: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a line in one font. `actual` is the text that a drawn box, or a joined letter, stands for.

    A `turned` part is written from right to left; until its line is full its signs stand as they are spoken.
    """

    text: str
    face: Face
    colour: str
    link: str = ""
    actual: str = ""
    turned: bool = False

    def width(self, size: float) -> float:
        """Width in points at a type size."""
        return text_width(self.face, self.text) * size / 1000

    def same_look(self, other: Segment) -> bool:
        """Whether the two can be drawn as one; boxes stay on their own."""
        return (self.face, self.colour, self.link, self.actual) == (
            other.face,
            other.colour,
            other.link,
            other.actual,
        ) and not self.actual


@dataclass(frozen=True, slots=True)
class Line:
    """The segments of one line as they are spoken; `width` in points, without the space at its end.

    `places` are the segments from left to right, where that is another order. A line of a text in Arabic or
    Hebrew begins `at_right`.
    """

    segments: tuple[Segment, ...]
    width: float
    places: tuple[int, ...] = ()
    at_right: bool = False


@dataclass(slots=True)
class _Word:
    segments: list[Segment]
    width: float
    space_before: bool = False
    newline_before: bool = False


def break_lines(spans: Iterable[Span], size: float, width: float) -> list[Line]:
    """Fill lines of `width` points with text of `size` points; a word that is too long is cut."""
    spans = list(spans)
    filler = _Filler(width)
    for word in _words(spans, size):
        filler.add(word, size)
    lines = filler.finish()
    if not any(segment.turned for line in lines for segment in line.segments):
        return lines
    base = int(begins_right("".join(span.text for span in spans)))
    return [_in_order(line, base, at_right=bool(base) and len(lines) > 1) for line in lines]


def widest_word(spans: Iterable[Span], size: float) -> float:
    """Return the width in points of the widest word: a narrower column would have to break it."""
    return max((word.width for word in _words(spans, size)), default=0.0)


def one_line_width(spans: Iterable[Span], size: float) -> float:
    """Return the width in points of the widest line when lines only end where the text says so."""
    return max(line.width for line in break_lines(spans, size, float("inf")))


def _in_order(line: Line, base: int, *, at_right: bool) -> Line:
    """The line with its segments as they stand on paper, still listed as they are spoken."""
    parts = [part for segment in line.segments for part in _apart(segment)]
    found = levels([part.actual or part.text for part in parts], base=base)
    segments = tuple(_turned(part) if level % 2 else part for part, level in zip(parts, found, strict=True))
    places = order(found)
    last = len(segments) - 1
    if segments and segments[last].text.isspace():  # the space at the end of a line shifts nothing
        places = [*(at for at in places if at != last), last]
    return Line(segments, line.width, tuple(places), at_right)


def _apart(segment: Segment) -> list[Segment]:
    """A segment with its brackets and the spaces around it apart: they may stand in another direction."""
    if segment.actual:
        return [segment]
    return [replace(segment, text=text) for text in split_for_order(segment.text)]


def _turned(segment: Segment) -> Segment:
    """A segment from right to left; what it says stays as it was."""
    text = turned(segment.text)
    said = segment.actual or (segment.text if text != segment.text else "")
    return replace(segment, text=text, actual=said)


class _Filler:
    """Collects words into lines."""

    def __init__(self, width: float) -> None:
        self._limit = width + _SLACK
        self._lines: list[Line] = []
        self._line: list[Segment] = []
        self._used = 0.0

    def add(self, word: _Word, size: float) -> None:
        if word.newline_before:
            self._end_line()
        space = self._space(word) if word.space_before and self._line else None
        gap = space.width(size) if space else 0.0
        if self._line and self._used + gap + word.width > self._limit:
            self._end_line(space=word.space_before)
            space, gap = None, 0.0
        if space:
            self._append(space)
        while not self._line and word.width > self._limit:
            head, word = _cut(word, self._limit, size)
            self._line = head.segments
            self._used = head.width
            self._end_line(space=False)
        for segment in word.segments:
            self._append(segment)
        self._used += gap + word.width

    def finish(self) -> list[Line]:
        if self._line or not self._lines:
            self._lines.append(Line(tuple(self._line), self._used))
        return self._lines

    def _space(self, word: _Word) -> Segment:
        """The space before a word, as wide as its own font makes it; inside a link it belongs to the link."""
        first, last = word.segments[0], self._line[-1]
        return Segment(" ", first.face, first.colour, first.link if first.link == last.link else "")

    def _append(self, segment: Segment) -> None:
        if self._line and self._line[-1].same_look(segment):
            text = self._line.pop().text + segment.text
            segment = Segment(text, segment.face, segment.colour, segment.link)
        self._line.append(segment)

    def _end_line(self, *, space: bool = True) -> None:
        """Close the line with its space, which a screen reader needs (ISO 32000-1, 14.8.2.5)."""
        width = self._used
        if space and self._line:
            last = self._line[-1]
            self._append(Segment(" ", Face.REGULAR if last.actual else last.face, last.colour))
        self._lines.append(Line(tuple(self._line), width))
        self._line, self._used = [], 0.0


def _words(spans: Iterable[Span], size: float) -> Iterator[_Word]:
    """Yield unbreakable words; a word may be made of several spans."""
    word: _Word | None = None
    spaced = broken = False
    for span in spans:
        for piece in _PIECES.findall(printable(span.text)):
            if piece == "\n" or piece[0] == " ":
                if word:
                    yield word
                    word, spaced, broken = None, False, False
                if piece == "\n" and broken:
                    yield _Word([], 0.0, newline_before=True)
                broken = broken or piece == "\n"
                spaced = True
                continue
            for part in _parts(piece):
                addition = _word(part, span, size)
                if word is None:
                    word = addition
                    word.space_before, word.newline_before = spaced, broken
                    spaced = broken = False
                else:
                    word.segments += addition.segments
                    word.width += addition.width
                if part is not piece or piece.endswith("-"):
                    yield word
                    word = None
    if word:
        yield word


def _parts(piece: str) -> Iterable[str]:
    """The piece itself; or, when no word is that long, small parts that may stand on different lines."""
    if len(piece) > _LONG_ADDRESS and ("://" in piece or "@" in piece or piece.startswith("www.")):
        return (part for whole in _ADDRESS.findall(piece) for part in _small(whole))
    return _small(piece)


def _small(piece: str) -> Iterable[str]:
    if len(piece) <= _LONGEST_WORD:
        return (piece,)
    return (piece[start : start + _PART] for start in range(0, len(piece), _PART))


def _word(piece: str, span: Span, size: float) -> _Word:
    segments = [
        Segment(run.text, run.face, span.colour, span.link, run.actual, run.turned)
        for run in font_runs(piece, span.face)
    ]
    return _Word(segments, sum(each.width(size) for each in segments))


def _cut(word: _Word, limit: float, size: float) -> tuple[_Word, _Word]:
    """Cut a word that is wider than a line; at least one sign goes before the cut."""
    head: list[Segment] = []
    used = 0.0
    for index, segment in enumerate(word.segments):
        width = segment.width(size)
        if used + width <= limit:
            head.append(segment)
            used += width
            continue
        if segment.turned:
            hyphen = None
            before, after = _split_turned(segment, limit - used, size, first=not head)
        else:
            count, hyphen = _cut_place(segment, limit - used, size, first=not head)
            before, after = _split_segment(segment, count)
        head += [each for each in (before, hyphen) if each]
        used += sum(each.width(size) for each in head[index:])
        rest = ([after] if after else []) + word.segments[index + 1 :]
        return _Word(head, used), _Word(rest, max(word.width - used, 0.0))
    return _Word(head, used), _Word([], 0.0)


def _split_segment(segment: Segment, count: int) -> tuple[Segment | None, Segment | None]:
    """Cut a segment after `count` signs; each box keeps the sign that it stands for."""
    actual = list(clusters(segment.actual)) if segment.actual else []
    before = replace(segment, text=segment.text[:count], actual="".join(actual[:count]))
    after = replace(segment, text=segment.text[count:], actual="".join(actual[count:]))
    return (before if before.text else None), (after if after.text else None)


def _split_turned(
    segment: Segment, room: float, size: float, *, first: bool
) -> tuple[Segment | None, Segment | None]:
    """Cut Arabic or Hebrew where the line ends; the letters beside the cut take their other forms."""
    letters = list(clusters(segment.actual))
    count = min(_count_that_fit(segment, room, size), len(letters) - 1)

    def part(some: list[str]) -> Segment | None:
        return replace(segment, text=drawn_letters("".join(some)), actual="".join(some)) if some else None

    while count > 1 and (before := part(letters[:count])) and before.width(size) > room:
        count -= 1
    count = max(count, 1 if first else 0)
    return part(letters[:count]), part(letters[count:])


def _cut_place(segment: Segment, room: float, size: float, *, first: bool) -> tuple[int, Segment | None]:
    """Where to cut: between two syllables with a hyphen, or else wherever the line ends."""
    hyphen = replace(segment, text="-", actual=SOFT_HYPHEN)
    place = syllable_end(segment.text, _count_that_fit(segment, room - hyphen.width(size), size))
    if place:
        return place, hyphen
    return max(_count_that_fit(segment, room, size), 1 if first else 0), None


def _count_that_fit(segment: Segment, room: float, size: float) -> int:
    used = 0.0
    for index, sign in enumerate(segment.text):
        used += text_width(segment.face, sign) * size / 1000
        if used > room:
            return index
    return len(segment.text)

"""A goal over time: scores as points and lines, and strips of marks below them.

Voices differ in the shape of their points and the dashes of their lines, so that no colour is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise

from reportlab.lib.colors import HexColor

from planbureau.documents.layout.flow import Flow
from planbureau.documents.layout.text import TextFlow
from planbureau.documents.looks import INK, LINE, PRIMARY, WHITE
from planbureau.documents.tagging.canvas import TaggedCanvas
from planbureau.documents.tagging.tags import Tag
from planbureau.rules.goals.gas import signed
from planbureau.views.series import CORNERS, DASHES, FELT, GoalPicture, ScoreLine, Strip, is_full

_STEP = 17.0
_STRIP = 26.0
_POINT = 3.6
_GAP = 8.0


class FigureWords:
    """Makes the small words in a figure, each once."""

    def __init__(self, make: Callable[[str], TextFlow]) -> None:
        self.of = cache(make)


class GoalFigureFlow(Flow):
    """One figure that stays on one page; a screen reader says what it shows."""

    def __init__(self, picture: GoalPicture, words: FigureWords, *, space: float) -> None:
        self.picture = picture
        self.words = words
        self.space_before = self.space_after = space / 2

    def height(self, width: float) -> float:
        return self._scores() + len(self.picture.strips) * _STRIP + self._line() * 1.4 + self._legend(width)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        left = self._left()
        field = (x + left, width - left - 2 * _POINT - _GAP)
        with canvas.content(Tag("Figure", alt=self.picture.said)) as element:
            element.box = element.box or (x, top - self.height(width), x + width, top)
            low = self._draw_scores(canvas, x, top, field)
            for strip in self.picture.strips:
                low = self._draw_strip(canvas, strip, (x, low), field)
            low = self._draw_ticks(canvas, low, field)
            self._draw_legend(canvas, x, low, width)

    # Sizes

    def _line(self) -> float:
        return self.words.of("x").shape.leading

    def _scores(self) -> float:
        return len(self.picture.scores) * _STEP + _GAP if self.picture.scores else 0.0

    def _left(self) -> float:
        """The room for the words before the field."""
        words = [FELT, *(strip.word for strip in self.picture.strips)]
        return max(self.words.of(word).natural_width() for word in words) + 2 * _GAP

    def _legend(self, width: float) -> float:
        return self._line() * 1.3 * len(self._rows(width)) if self.picture.lines else 0.0

    def _rows(self, width: float) -> list[list[ScoreLine]]:
        """The voices side by side, on as many lines as they need."""
        rows: list[list[ScoreLine]] = []
        room = 0.0
        for line in self.picture.lines:
            wide = self._entry(line)
            if not rows or wide > room:
                rows.append([])
                room = width
            rows[-1].append(line)
            room -= wide
        return rows

    def _entry(self, line: ScoreLine) -> float:
        return self.words.of(line.word).natural_width() + 44.0

    # Drawing

    def _draw_scores(self, canvas: TaggedCanvas, x: float, top: float, field: tuple[float, float]) -> float:
        picture, (start, wide) = self.picture, field
        if not picture.scores:
            return top
        low = top - self._scores()
        highest, right = max(picture.scores), start + wide + _POINT

        def y(score: int) -> float:
            return top - _GAP / 2 - (highest - score + 0.5) * _STEP

        canvas.saveState()
        for score in picture.scores:
            canvas.setStrokeColor(HexColor(INK if score == 0 else LINE))
            canvas.setLineWidth(1.4 if score == 0 else 0.6)
            canvas.line(start - _POINT, y(score), right, y(score))
        canvas.setStrokeColor(HexColor(INK))
        canvas.setLineWidth(0.8)
        canvas.setDash([2.0, 2.0])
        for at in picture.new_scales:
            canvas.line(start + at * wide - _GAP, top, start + at * wide - _GAP, low)
        canvas.restoreState()
        for score in picture.scores:
            word = self.words.of(_axis(score))
            word.draw(canvas, x, y(score) + word.shape.leading / 2, word.natural_width() + 1)
        for line in picture.lines:
            self._draw_line(canvas, line, start, wide, y)
        return low

    def _draw_line(
        self, canvas: TaggedCanvas, line: ScoreLine, start: float, wide: float, y: Callable[[int], float]
    ) -> None:
        places = [(start + point.at * wide, y(point.score), point.scale) for point in line.points]
        canvas.saveState()
        canvas.setStrokeColor(HexColor(PRIMARY))
        canvas.setLineWidth(1.2)
        canvas.setDash(list(DASHES[line.shape % len(DASHES)]))
        for (x0, y0, before), (x1, y1, after) in pairwise(places):
            if before == after:
                canvas.line(x0, y0, x1, y1)
        canvas.restoreState()
        for x, at, _ in places:
            point(canvas, line.shape, x, at)

    def _draw_strip(
        self, canvas: TaggedCanvas, strip: Strip, corner: tuple[float, float], field: tuple[float, float]
    ) -> float:
        (x, top), (start, wide) = corner, field
        low = top - _STRIP
        word = self.words.of(strip.word)
        word.draw(canvas, x, low + word.shape.leading + 2, word.natural_width() + 1)
        canvas.saveState()
        canvas.setStrokeColor(HexColor(LINE))
        canvas.setLineWidth(0.6)
        canvas.line(start - _POINT, low + 2, start + wide + _POINT, low + 2)
        canvas.setFillColor(HexColor(WHITE))
        canvas.setStrokeColor(HexColor(INK))
        canvas.setLineWidth(0.9)
        most = _STRIP - word.shape.leading - 3
        for mark in strip.marks:
            if mark.share:
                canvas.rect(start + mark.at * wide - _POINT, low + 2, 2 * _POINT, most * mark.share)
        canvas.restoreState()
        for mark in strip.marks:
            says = self.words.of(mark.says)
            half = says.natural_width() / 2
            above = low + 2 + most * mark.share + says.shape.leading
            says.draw(canvas, start + mark.at * wide - half, above, 2 * half + 1)
        return low

    def _draw_ticks(self, canvas: TaggedCanvas, top: float, field: tuple[float, float]) -> float:
        start, wide = field
        canvas.saveState()
        canvas.setStrokeColor(HexColor(INK))
        canvas.setLineWidth(0.8)
        canvas.line(start - _POINT, top, start + wide + _POINT, top)
        for at, _ in self.picture.ticks:
            canvas.line(start + at * wide, top, start + at * wide, top - 3)
        canvas.restoreState()
        for at, text in self.picture.ticks:
            word = self.words.of(text)
            half = word.natural_width() / 2
            left = min(max(start + at * wide - half, start - _POINT), start + wide + _POINT - 2 * half)
            word.draw(canvas, left, top - 3, 2 * half + 1)
        return top - self._line() * 1.4

    def _draw_legend(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        for row in self._rows(width) if self.picture.lines else []:
            left = x
            for line in row:
                middle = top - self._line() * 0.65
                canvas.saveState()
                canvas.setStrokeColor(HexColor(PRIMARY))
                canvas.setLineWidth(1.2)
                canvas.setDash(list(DASHES[line.shape % len(DASHES)]))
                canvas.line(left, middle, left + 22, middle)
                canvas.restoreState()
                point(canvas, line.shape, left + 11, middle)
                word = self.words.of(line.word)
                word.draw(canvas, left + 27, middle + word.shape.leading / 2, word.natural_width() + 1)
                left += self._entry(line)
            top -= self._line() * 1.3


def _axis(score: int) -> str:
    return "0 (doel)" if score == 0 else signed(score)


def point(canvas: TaggedCanvas, shape: int, x: float, y: float) -> None:
    """The sign of a voice: a round, a square, a triangle or a diamond, full or open."""
    size, corners = _POINT, CORNERS[shape % len(CORNERS)]
    canvas.saveState()
    canvas.setStrokeColor(HexColor(INK))
    canvas.setFillColor(HexColor(INK if is_full(shape) else WHITE))
    canvas.setLineWidth(1.2)
    if not corners:
        canvas.circle(x, y, size, stroke=1, fill=1)
    else:
        path = canvas.beginPath()
        path.moveTo(x + corners[0][0] * size, y + corners[0][1] * size)
        for dx, dy in corners[1:]:
            path.lineTo(x + dx * size, y + dy * size)
        path.close()
        canvas.drawPath(path, stroke=1, fill=1)
    canvas.restoreState()

"""Pieces inside a coloured box, and pieces beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from planbureau.documents.layout.flow import Flow, Room, Stack
from planbureau.documents.tagging.canvas import TaggedCanvas
from planbureau.documents.tagging.tags import Tag


@dataclass(frozen=True, slots=True)
class BoxStyle:
    """Colours ("" for none) and sizes in points; `accent` is a bar at the left."""

    fill: str = ""
    stroke: str = ""
    accent: str = ""
    pad_x: float = 10.0
    pad_y: float = 10.0
    radius: float = 5.0
    accent_width: float = 4.0


class Box(Flow):
    """A piece with a background; a box that runs over a page end is drawn as two boxes."""

    def __init__(self, inner: Flow, style: BoxStyle, tag: Tag | None = None, *, space: float = 8.0) -> None:
        self.inner = inner
        self.style = style
        self.tag = tag
        self.space_before = self.space_after = space
        self.least_height = 0.0

    def height(self, width: float) -> float:
        return max(self.least_height, self.inner.height(width - self._sides) + 2 * self.style.pad_y)

    def take(self, room: Room) -> tuple[Flow | None, Flow | None]:
        first, rest = self.inner.take(room.less(self._sides, 2 * self.style.pad_y))
        return self._copy(first), self._copy(rest)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        style = self.style
        height = self.height(width)
        _draw_box(canvas, (x, top - height, width, height), style)
        left = x + style.pad_x + (style.accent_width if style.accent else 0.0)
        with canvas.container(self.tag):
            self.inner.draw(canvas, left, top - style.pad_y, width - self._sides)

    @property
    def _sides(self) -> float:
        return 2 * self.style.pad_x + (self.style.accent_width if self.style.accent else 0.0)

    def _copy(self, inner: Flow | None) -> Box | None:
        return None if inner is None else Box(inner, self.style, self.tag, space=self.space_before)


def _draw_box(canvas: TaggedCanvas, rect: tuple[float, float, float, float], style: BoxStyle) -> None:
    x, y, width, height = rect
    canvas.saveState()
    if style.fill or style.stroke:
        canvas.setLineWidth(0.8)
        if style.fill:
            canvas.setFillColor(HexColor(style.fill))
        if style.stroke:
            canvas.setStrokeColor(HexColor(style.stroke))
        canvas.roundRect(x, y, width, height, style.radius, stroke=bool(style.stroke), fill=bool(style.fill))
    if style.accent:
        canvas.setFillColor(HexColor(style.accent))
        canvas.roundRect(x, y, style.accent_width, height, style.accent_width / 2, stroke=0, fill=1)
    canvas.restoreState()


def even_row(boxes: Sequence[Box], width: float, gap: float) -> Row:
    """Boxes of `width` points beside each other, all as high as the highest; the row does not break."""
    highest = max(box.height(width) for box in boxes)
    for box in boxes:
        box.least_height = highest
    return Row([Part(box, width) for box in boxes], gap, whole=True, space=gap)


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a `Row`: its width in points, its structure element, whether it stands in the middle."""

    flow: Flow
    width: float
    tag: Tag | None = None
    centred: bool = False


class Row(Flow):
    """Pieces beside each other, `gap` points apart. With `whole` it only breaks when no page can hold it."""

    def __init__(
        self,
        parts: Iterable[Part],
        gap: float,
        tag: Tag | None = None,
        *,
        whole: bool = False,
        space: float = 0.0,
    ) -> None:
        self.parts = list(parts)
        self.gap = gap
        self.tag = tag
        self.whole = whole
        self.space_before = self.space_after = space

    def height(self, width: float) -> float:  # noqa: ARG002  # the parts have their own widths
        return max(part.flow.height(part.width) for part in self.parts)

    def take(self, room: Room) -> tuple[Flow | None, Flow | None]:
        if self.whole and not room.force and self.height(room.width) <= room.full:
            return None, self
        pairs = take_beside([(part.flow, part.width) for part in self.parts], room)
        if pairs is None:
            return (self, None) if room.force else (None, self)
        return self._copy([first for first, _ in pairs]), self._copy([rest for _, rest in pairs])

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        height = self.height(width)
        with canvas.container(self.tag):
            for part in self.parts:
                drop = (height - part.flow.height(part.width)) / 2 if part.centred else 0.0
                with canvas.container(part.tag):
                    part.flow.draw(canvas, x, top - drop, part.width)
                x += part.width + self.gap

    def _copy(self, flows: list[Flow | None]) -> Row | None:
        if not any(flows):
            return None
        parts = [
            Part(flow or Stack(()), part.width, part.tag, part.centred)
            for flow, part in zip(flows, self.parts, strict=True)
        ]
        return Row(parts, self.gap, self.tag, space=self.space_before)


def take_beside(
    flows: list[tuple[Flow, float]],
    room: Room,
) -> list[tuple[Flow | None, Flow | None]] | None:
    """Break pieces beside each other at the same height; None when one of them cannot even begin."""
    pairs: list[tuple[Flow | None, Flow | None]] = []
    for flow, width in flows:
        if flow.height(width) <= room.height + 0.01:
            pairs.append((flow, None))
            continue
        first, rest = flow.take(Room(width, room.height, room.full, room.force))
        if first is None:
            return None
        pairs.append((first, rest))
    return pairs

"""The piece of a page that all others are made of, and the stack of pieces below each other."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, replace

from planbureau.documents.tagging.canvas import TaggedCanvas
from planbureau.documents.tagging.tags import Tag

_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Room:
    """The space that is left, in points. `full` is the height of an empty page.

    With `force` the page is empty and something must be placed, even when it is too tall.
    """

    width: float
    height: float
    full: float
    force: bool = False

    def less(self, width: float = 0.0, height: float = 0.0) -> Room:
        """The room inside a border."""
        return replace(self, width=self.width - width, height=self.height - height, full=self.full - height)


class Flow(ABC):
    """A piece of a page. Heights and widths are points; `top` is measured from the foot of the page."""

    space_before: float = 0.0
    space_after: float = 0.0
    keep_next: bool = False

    @abstractmethod
    def height(self, width: float) -> float:
        """Return the height when the piece is `width` wide."""

    @abstractmethod
    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the piece with its upper left corner at (x, top)."""

    def take(self, room: Room) -> tuple[Flow | None, Flow | None]:
        """Break the piece: what fits in `room`, and the rest. Pieces that cannot break move as a whole."""
        return (self, None) if room.force else (None, self)


class Break(Flow):
    """The end of a page."""

    def height(self, width: float) -> float:  # noqa: ARG002  # the signature of Flow
        return 0.0

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw nothing."""


class Stack(Flow):
    """Pieces below each other, optionally as one structure element."""

    def __init__(self, children: Iterable[Flow], tag: Tag | None = None, *, whole: bool = False) -> None:
        self.children = list(children)
        self.tag = tag
        self.whole = whole
        if self.children:
            self.space_before = self.children[0].space_before
            self.space_after = self.children[-1].space_after
            self.keep_next = self.children[-1].keep_next

    def height(self, width: float) -> float:
        total = 0.0
        for index, child in enumerate(self.children):
            total += self._gap(index) + child.height(width)
        return total

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        with canvas.container(self.tag):
            for index, child in enumerate(self.children):
                top -= self._gap(index)
                child.draw(canvas, x, top, width)
                top -= child.height(width)

    def take(self, room: Room) -> tuple[Flow | None, Flow | None]:
        if self.whole and not room.force and self.height(room.width) <= room.full:
            return None, self
        used = 0.0
        for index, child in enumerate(self.children):
            if isinstance(child, Break):
                following = self.children[index + 1 :]
                return self._cut(index, None, Stack(following, self.tag) if following else None)
            gap = self._gap(index)
            height = child.height(room.width)
            if used + gap + height > room.height + _SLACK:
                return self._take_last(index, replace(room, height=room.height - used - gap))
            used += gap + height
        return self, None

    def _take_last(self, index: int, room: Room) -> tuple[Flow | None, Flow | None]:
        """Break the child that does not fit; headings above it stay with what follows them."""
        keep = index
        while keep and self.children[keep - 1].keep_next:
            keep -= 1
        force = room.force and keep == 0
        first, rest = self.children[index].take(replace(room, force=force))
        if first is None:
            index = keep
            rest = None
            tail = self.children[index:]
        else:
            tail = ([rest] if rest else []) + self.children[index + 1 :]
        following = Stack(tail, self.tag) if tail else None
        return self._cut(index, first, following)

    def _cut(self, index: int, first: Flow | None, rest: Stack | None) -> tuple[Flow | None, Flow | None]:
        taken = self.children[:index] + ([first] if first else [])
        if rest is not None:
            rest.space_after = self.space_after  # the end of a broken table keeps its distance
        return (Stack(taken, self.tag) if taken else None), rest

    def _gap(self, index: int) -> float:
        if index == 0:
            return 0.0
        return max(self.children[index - 1].space_after, self.children[index].space_before)

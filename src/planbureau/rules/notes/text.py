"""A text in which what was seen and what somebody thinks of it stand apart: facts and impressions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

IMPRESSION = "indruk"


@dataclass(frozen=True)
class TextPart:
    """A piece of a text: a fact, or an impression of the one who wrote it."""

    words: str
    impression: bool = False


def parts_of(pieces: Iterable[tuple[str, bool]]) -> tuple[TextPart, ...]:
    """Pieces of text as parts, neighbours of one kind joined; spaces around an impression stay outside it."""
    split: list[tuple[str, bool]] = []
    for words, impression in _joined(pieces):
        inner = words.strip() if impression else ""
        if not inner:
            split.append((words, False))
            continue
        before, _, after = words.partition(inner)
        split += [(before, False), (inner, True), (after, False)]
    return tuple(TextPart(words, impression) for words, impression in _joined(split))


def _joined(pieces: Iterable[tuple[str, bool]]) -> list[tuple[str, bool]]:
    filled = (piece for piece in pieces if piece[0])
    return [
        ("".join(words for words, _ in group), impression)
        for impression, group in groupby(filled, key=lambda piece: piece[1])
    ]


def plain_text(parts: Iterable[TextPart]) -> str:
    """Only the words."""
    return "".join(part.words for part in parts)


def said_text(parts: Iterable[TextPart]) -> str:
    """The words, with "(indruk: ...)" around each impression: for where no style can be seen."""
    return "".join(f"({IMPRESSION}: {part.words})" if part.impression else part.words for part in parts)

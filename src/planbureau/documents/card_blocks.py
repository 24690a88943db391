"""Blocks that are cards: beside each other on a page, or four on a sheet to be cut out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class PictureCard:
    """A pictogram with its word below, in a `PictureGrid`."""

    pictogram: str
    text: str


@dataclass(frozen=True)
class PictureGrid:
    """Cards side by side, `columns` in a row: a day in pictures, a choice sheet."""

    cards: tuple[PictureCard, ...]
    columns: int = 4


class CardKind(StrEnum):
    """What a card is for: it asks, it is what somebody points at, or it names what the talk is about."""

    QUESTION = "question"
    ANSWER = "answer"
    SUBJECT = "subject"


@dataclass(frozen=True)
class Card:
    """One card of A6. `label` stands small at its top: what kind of card it is and what it is about."""

    kind: CardKind
    text: str
    pictogram: str = ""
    label: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a card needs words")


@dataclass(frozen=True)
class CardSheets:
    """Cards of A6, four to a sheet of A4 with lines to cut along; only for a page without edges."""

    cards: tuple[Card, ...]

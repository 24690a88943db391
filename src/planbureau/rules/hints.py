"""What a check says about a field. A hint never stops a draft from being saved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class HintLevel(Enum):
    """The three levels of a message under a field."""

    NEEDED = "needed"
    WRONG = "wrong"
    TIP = "tip"

    @property
    def label(self) -> str:
        """The Dutch word before the message."""
        return _LABELS[self]


_LABELS = {HintLevel.NEEDED: "nog nodig", HintLevel.WRONG: "klopt niet", HintLevel.TIP: "tip"}


@dataclass(frozen=True)
class Hint:
    """One message (`text`, Dutch) at one `field`."""

    level: HintLevel
    field: str
    text: str


def needed(field: str, text: str) -> Hint:
    """A hint for something that is still missing."""
    return Hint(HintLevel.NEEDED, field, text)


def wrong(field: str, text: str) -> Hint:
    """A hint for something that cannot be right."""
    return Hint(HintLevel.WRONG, field, text)


def tip(field: str, text: str) -> Hint:
    """A hint that may be left as it is."""
    return Hint(HintLevel.TIP, field, text)

"""The moments at which people look at a goal together: scores, what is noticed, and marks (rules D3, D4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from planbureau.rules.goals.gas import GasScale, check_scale


class Noticed(Enum):
    """An answer after a look (rules D3)."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    @property
    def word(self) -> str:
        """The Dutch word as a user reads it."""
        return {"yes": "ja", "no": "nee", "unknown": "weet niet"}[self.value]


class Voice(Enum):
    """Whose score or mark it is. Voices stay apart and are never averaged (rules D4)."""

    TOGETHER = "together"
    CLIENT = "client"
    FAMILY = "family"
    PROFESSIONAL = "professional"

    @property
    def word(self) -> str:
        """The Dutch word as a user reads it."""
        return _VOICES[self]


_VOICES = {
    Voice.TOGETHER: "samen",
    Voice.CLIENT: "cliënt",
    Voice.FAMILY: "familie of netwerk",
    Voice.PROFESSIONAL: "begeleider",
}


@dataclass(frozen=True)
class LookFacts:
    """What was filled in at one moment; `scale` is the one in use, None when the goal has none."""

    on: date
    score: int | None = None
    scale: GasScale | None = None
    said: bool = False  # a noticed change, whether it makes sense, a mark, a next step or a remark


def problem_with(facts: LookFacts, last_day: date) -> str:
    """Why this cannot be kept, in Dutch; empty when it can. `last_day` is the last that can have passed."""
    if facts.on > last_day:
        return "Deze dag moet nog komen. Kies de dag waarop jullie keken."
    if facts.score is None:
        return "" if facts.said else "Kies een score, of vul in wat jullie merken."
    if facts.scale is None:
        return "Dit doel heeft geen schaal. Maak eerst een schaal."
    if check_scale(facts.scale):
        return "De schaal is nog niet af. Schrijf eerst bij elke stap een eigen tekst."
    if facts.score not in facts.scale.scores:
        return "Deze score staat niet op de schaal."
    return ""

"""How it goes with one goal of a plan, as an evaluation or a talk about the plan says it (rules D4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .answers import JsonValue
from .marks import Mark, read_mark

VOICES = ("client", "family", "professional")
"""Whose view of a goal is asked apart."""
_NUMBERS = frozenset({"score", "mark", "mark_of"})


@dataclass(frozen=True)
class GoalOutcome:
    """Stored as the value of answer "question/goal id". What people think stays apart, and is never averaged.

    `score` is that of a GAS scale, -3 to 2; `outcome` a value of `rules.goals.status.GoalStatus`; `decision`
    one of `rules.goals.gas.Decision`.
    """

    happened: str = ""  # a few lines, where notes are kept in another system
    mark: int | None = None  # how the client feels about it
    mark_of: int | None = None  # the scale of that mark: 3, 5 or 10; None is 10
    score: int | None = None
    outcome: str = ""
    outcome_reason: str = ""  # why it is another one than the score says
    how_seen: str = ""
    helped: str = ""
    client: str = ""
    family: str = ""
    professional: str = ""
    differs: tuple[str, ...] = ()  # who sees it otherwise than the outcome: names of `VOICES`
    decision: str = ""
    new_sentence: str = ""
    new_date: str = ""  # ISO
    reason: str = ""  # why it stops

    @property
    def feeling(self) -> Mark | None:
        """How the client feels about the goal, as a mark or a face."""
        return read_mark(self.mark, self.mark_of)

    @property
    def empty(self) -> bool:
        """Whether nothing was said about the goal yet."""
        return not self.to_json()

    @classmethod
    def read(cls, value: JsonValue) -> GoalOutcome:
        """The stored value; what is unknown or of another shape is left out."""
        if not isinstance(value, dict):
            return cls()
        kept: dict[str, Any] = {}
        for key in cls.__dataclass_fields__:
            found = value.get(key)
            if key == "differs":
                kept[key] = tuple(one for one in VOICES if isinstance(found, list) and one in found)
                continue
            wanted = int if key in _NUMBERS else str
            if isinstance(found, wanted) and not isinstance(found, bool):
                kept[key] = found
        return cls(**kept)

    def to_json(self) -> dict[str, JsonValue]:
        """The value to store; empty parts are left out."""
        kept = {key: part for key, part in self.__dict__.items() if part not in ("", None, ())}
        return {key: list(part) if isinstance(part, tuple) else part for key, part in kept.items()}

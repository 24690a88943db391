"""Views of a gradual scale of a goal, and of the moments at which people looked at that goal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from planbureau.formats.marks import Mark, read_mark
from planbureau.rules.goals.gas import GasScale, check_scale
from planbureau.rules.goals.looks import Voice


@dataclass(frozen=True)
class ScaleView:
    """One gradual scale of a goal (rules D4), a text for each level. Its words close with the first score."""

    id: str
    goal_id: str
    order: int = 0  # the highest is the scale in use
    variable: str = ""  # the one thing that is looked at
    moment: str = ""  # when a score is given
    made_on: date | None = None
    made_with: tuple[str, ...] = ()  # person ids
    with_worse: bool = False
    worse: str = ""  # -3
    start: str = ""  # -2
    better: str = ""  # -1
    reached: str = ""  # 0
    more: str = ""  # +1
    most: str = ""  # +2
    heads: tuple[str, ...] = ()

    @property
    def gas(self) -> GasScale:
        """The scale as the rules see it."""
        return GasScale({score: str(getattr(self, name)) for name, score in LEVELS.items()}, self.with_worse)

    @property
    def whole(self) -> bool:
        """Whether every step has words of its own: only then a score can be given (rules D4)."""
        return not check_scale(self.gas)

    def text(self, score: int) -> str:
        """What a score stands for in the words of this scale; empty when it has no such level."""
        gas = self.gas
        return gas.levels[score].strip() if score in gas.scores else ""

    def inside(self, score: int) -> str:
        """The same within a sentence or brackets, without the full stop of its own."""
        return self.text(score).rstrip(".")


LEVELS: Mapping[str, int] = {"worse": -3, "start": -2, "better": -1, "reached": 0, "more": 1, "most": 2}
"""The fields of a scale by what they score, from low to high."""


@dataclass(frozen=True)
class LookView:
    """One moment at which people looked at a goal: a score, what they notice, how the client feels about it.

    It is only added to. A correction is a new one that names the old one in `replaces`. `voice` says who
    looked, `author` who wrote it down; what different people say is never averaged (rules D4).
    """

    id: str
    goal_id: str
    on: date
    scale_id: str = ""
    score: int | None = None
    change: str = ""  # a value of rules.goals.looks.Noticed: do we notice a change
    meaningful: str = ""  # a value of rules.goals.looks.Noticed: does it make sense
    next_step: str = ""
    mark: int | None = None
    mark_of: int | None = None
    voice: str = Voice.TOGETHER.value
    said_by: str = ""  # person id
    remark: str = ""
    source: str = ""  # "note" or "evaluation"; "" is the card of the goal
    source_id: str = ""  # of that note or annex
    author_id: str = ""  # person id
    author: str = ""
    written_at: datetime | None = None
    replaces: str = ""
    replaced_by: str = ""
    not_for: tuple[str, ...] = ()  # ids of those who may not read the note or answer with which it came
    heads: tuple[str, ...] = ()

    @property
    def feeling(self) -> Mark | None:
        """How the client feels about the goal, as a mark or a face."""
        return read_mark(self.mark, self.mark_of)

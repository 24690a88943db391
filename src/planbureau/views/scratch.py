"""Views of a scratch pad: working notes of one professional about one visit, and no part of any file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class ScratchLineView:
    """One line. `went_to` says in words where it went; a line that is done stays, struck, until closing."""

    id: str
    at: datetime
    words: str
    quote: bool = False  # somebody's own words
    done: bool = False
    plan_id: str = ""
    key: str = ""
    went_to: str = ""


@dataclass(frozen=True)
class ScratchPadView:
    """The pad of one visit. `typing` is what stood in the box; `clear_by` the day to have it dealt with."""

    id: str
    client_id: str
    household_id: str
    started_at: datetime
    clear_by: date
    lines: tuple[ScratchLineView, ...] = ()
    typing: str = ""

    @property
    def left(self) -> int:
        """How many lines still wait for their place."""
        return sum(not line.done for line in self.lines)

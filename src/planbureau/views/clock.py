"""Views of the clock of the computer: who said that it is right, and what lies ahead of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class ClockCheckView:
    """Somebody said that the clock is right. `doubted` is the moment in the vault that lay beside it."""

    id: str
    at: datetime
    by: str
    reason: str
    doubted: datetime | None


@dataclass(frozen=True)
class AheadView:
    """Something that closed a term on a day that must still come: `whose` name, the plan, and what."""

    plan_id: str
    whose: str
    plan: str
    what: str
    day: date

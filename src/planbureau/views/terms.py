"""Views of what is recorded about terms: pauses of care, what was done or decided, and corrected dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class PauseView:
    """Days on which the care of a plan lay still, both included; without a last day it still does.

    `kind` is a value of rules.deadlines.pauses.PauseKind.
    """

    id: str
    plan_id: str
    first_day: date | None = None
    last_day: date | None = None
    kind: str = ""
    reason: str = ""
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class TermRecordView:
    """One thing that was recorded about a term. `by` is a name, `taken_back` who took it back and when.

    `kind` is "done", "deviation", "not_applicable", "corrected" or "ended"; `words` says it in Dutch. Without
    an id it cannot be taken back here.
    """

    id: str
    kind: str
    words: str
    reason: str
    by: str
    at: datetime
    taken_back: str = ""


@dataclass(frozen=True)
class CorrectionView:
    """A trigger date that was changed (rules T13): what stood there, who changed it, when and why."""

    trigger: str
    old: date | None
    new: date | None
    by: str
    at: datetime
    why: str

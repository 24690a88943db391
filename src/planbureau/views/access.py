"""Views of who may open a protected plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class AccessLine:
    """Somebody who is, or was, on the list of a plan."""

    person_id: str
    name: str
    reason: str
    given_by: str  # a name
    since: datetime
    until: datetime | None = None
    removed_reason: str = ""


@dataclass(frozen=True)
class OpeningLine:
    """One opening, print or export of a plan."""

    name: str
    what: str
    at: datetime


@dataclass(frozen=True)
class PlanAccessView:
    """The list of a plan with its history, and what was noted; the last opening comes first."""

    plan_id: str
    lines: tuple[AccessLine, ...] = ()
    openings: tuple[OpeningLine, ...] = ()

    @property
    def now(self) -> tuple[AccessLine, ...]:
        """Who may open it now."""
        return tuple(line for line in self.lines if line.until is None)


@dataclass(frozen=True)
class ShareLine:
    """One section of an own plan, and with whom the client shares it: "", "team" or a person id."""

    section_id: str
    title: str
    with_whom: str = ""


@dataclass(frozen=True)
class OwnPlanView:
    """What is known of a plan that its client keeps with a code."""

    plan_id: str
    title: str
    client_id: str
    client_name: str
    has_code: bool = False
    opened: bool = False
    wait_seconds: float = 0.0  # before the next try, after wrong codes
    shares: tuple[ShareLine, ...] = ()
    noted: tuple[OpeningLine, ...] = ()  # new codes, the last one first

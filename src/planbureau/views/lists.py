"""Lines of lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from planbureau.rules.deadlines import Deadline, Status
from planbureau.rules.goals.status import AgreedBy


@dataclass(frozen=True)
class NextDeadline:
    """The first open term of a client, as a list shows it."""

    plan_id: str
    rule_id: str
    title: str
    last_date: date
    status: Status

    @property
    def is_late(self) -> bool:
        """Whether its last day has passed."""
        return self.status is Status.LATE


@dataclass(frozen=True)
class ClientRow:
    """One line of the list of clients."""

    id: str
    sort_name: str
    full_name: str
    birth_date: date | None
    code: str
    regimes: tuple[str, ...]
    next_deadline: NextDeadline | None
    draft_plans: int
    closed: bool = False


@dataclass(frozen=True)
class HouseholdLine:
    """One line of the list of households, with the names of who belongs to it."""

    id: str
    name: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanRow:
    """One line of a list of plans. `status` is "concept", "active", "concept_beside_active" or "closed"."""

    id: str
    format_id: str
    title: str
    subject_name: str
    client_ids: tuple[str, ...]
    household_id: str
    status: str
    version: int  # 0 when never adopted
    adopted_on: date | None
    edited_at: datetime | None
    needed: int  # how many parts are still needed before adopting
    regimes: tuple[str, ...] = ()
    agreed_by: AgreedBy = AgreedBy.CONSENT  # how the last version stands now
    handed_in: bool = False  # the last version was handed in by the client or the family
    answered: bool = False  # the last version holds the answer to what was handed in
    parent_id: str = ""  # of an annex: the plan that it belongs to
    annexes: int = 0  # how many annexes the plan has
    family: str = ""  # the plan type that rules go by: that of the base for an organisation's own copy
    lost: bool = False  # the file of its plan type is gone or broken: see `LostPlanView`
    private: bool = False  # what stands in it stays in it: of the client alone, or for who is on its list


@dataclass(frozen=True)
class AnnexRow:
    """One line of the list of annexes of a plan.

    `status` is "concept", "active" (finished), "concept_beside_active" (finished, and added to) or
    "correcting" (finished, and open to be corrected).
    """

    id: str
    plan_id: str
    format_id: str
    title: str
    plan_title: str
    subject_name: str
    day: date  # the day that it is about, else the day on which it was begun
    status: str
    version: int  # 0 when never finished
    finished_on: date | None
    edited_at: datetime | None
    needed: int = 0  # how many parts are still needed before finishing
    empty: bool = False  # nothing was written in it, so it may be thrown away
    client_id: str = ""
    household_id: str = ""
    group: str = ""  # the heading under which its kind stands
    has_days: bool = False  # finished, with a first or last day of a term that can be corrected
    can_reopen: bool = False  # finished, and the whole of it can be corrected


@dataclass(frozen=True)
class DeadlineRow:
    """A deadline in a list, with whom and what it is about."""

    deadline: Deadline
    client_id: str
    client_name: str
    household_id: str
    plan_id: str
    plan_title: str
    coordinator_id: str = ""  # who coordinates the plan (person id)


@dataclass(frozen=True)
class WaitingConsent:
    """A plan of which the version that counts still waits for the answer of these people."""

    plan_id: str
    plan_title: str
    subject_name: str
    people: tuple[str, ...]


@dataclass(frozen=True)
class DueAction:
    """An action that somebody would have done by now; `code` is its goal's number with its letter ("2b")."""

    plan_id: str
    goal_id: str
    code: str
    what: str
    done_by: date
    subject_name: str
    client_id: str = ""
    household_id: str = ""


@dataclass(frozen=True)
class SearchHit:
    """One answer of the search. `kind` is "client", "household", "plan", "note" or "appointment"."""

    kind: str
    record_id: str
    client_id: str
    title: str
    detail: str
    household_id: str = ""  # of a note, plan or appointment about a household
    lost: bool = False  # a plan whose plan type is gone or broken

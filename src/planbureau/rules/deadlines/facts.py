"""What the deadline rules may know of a plan: frozen facts, filled in by the caller."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType
from typing import Any

from planbureau.rules.regime import Regime
from planbureau.rules.wzd.measures import AT


def _nothing() -> Mapping[str, Any]:
    return _EMPTY


_EMPTY: Mapping[str, Any] = MappingProxyType({})


class PersonRole(Enum):
    """Whether the plan is about this person: ages count for a client and a member of its household.

    Whatever the role there: with grandparents a child is a grandchild, and a mother can be a minor.
    """

    CLIENT = "client"
    MEMBER = "gezinslid"
    OTHER = "overig"


class RequestKind(Enum):
    """What somebody asked for (rules HVP-02, RCT-01 to RCT-05); the last two have no term of their own."""

    IN_WRITING = "plan op schrift"
    ACCESS = "inzage of afschrift"
    DESTRUCTION = "vernietiging"
    OWN_STATEMENT = "eigen verklaring"
    CORRECTION = "gegevens verbeteren"
    BY_RELATIVES = "inzage na overlijden"


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person of the plan: `key` is stable, `label` is the name that the screen shows."""

    key: str
    label: str
    birth_date: date | None
    role: PersonRole = PersonRole.OTHER


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation that takes part in a plan since `added_on`; the GP does not count for GZP-01."""

    name: str
    added_on: date
    is_gp: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """A request of a client, a parent or another; `written` matters for destruction under the Wmo."""

    key: str
    kind: RequestKind
    asked_on: date
    requester: str = ""
    written: bool = True
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """Days without care (hospital, holiday, detention), both included; it shifts no term by itself (T14).

    Without a last day the care still lies still.
    """

    first_day: date
    last_day: date | None
    reason: str = ""

    def days_until(self, today: date) -> int:
        """The length in days, both ends counted; of a pause that still lasts up to and with `today`."""
        return max(0, ((self.last_day or today) - self.first_day).days + 1)


@dataclass(frozen=True, slots=True)
class Deviation:
    """A recorded decision to keep to another date; `new_date` None means that the term falls away."""

    rule_id: str
    old_date: date | None
    new_date: date | None
    reason: str
    asked_by: str
    recorded_by: str
    recorded_on: date
    consent_of: tuple[str, ...] = ()
    told_gives_up_right: bool = False
    subject: str = ""


STARTS_OF_CARE = ("datum_start_zorg", "datum_start_jeugdhulp", "datum_start_begeleiding")
"""The dates on which care begins, also when a client comes back."""

INVOLUNTARY = "onvrijwillige_zorg"
"""The flag of a plan with involuntary care. Nobody sets it: it follows from the records of the Wzd."""
_INVOLUNTARY_DATES = frozenset(
    {
        "datum_plan_oz_opgeslagen",
        "datum_start_termijn_oz",
        "datum_start_tweede_termijn_oz",
        "datum_start_overbrugging_oz",
        "datum_start_termijn_na_advies",
        "datum_uitvoering_oz",
        "datum_einde_oz",
    }
)


def flags_with(flags: frozenset[str], triggers: Mapping[str, date]) -> frozenset[str]:
    """The flags of a plan, with what follows from its dates."""
    if not triggers or _INVOLUNTARY_DATES.isdisjoint(name.partition(AT)[0] for name in triggers):
        return flags
    return flags | {INVOLUNTARY}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """All that the rules need of one plan.

    `triggers` holds dates by the field names of the rules ("datum_start_zorg"); `moments` the few triggers
    with a clock time, aware. `adoptions` are all days on which a version was adopted and `evaluations` all
    evaluation talks: the rules derive `datum_vastgesteld` and `datum_evaluatiegesprek` from them unless
    `triggers` names these itself. `done`, `not_applicable` and `late_reasons` are keyed by rule id, or by
    "rule id:subject" where a rule exists more than once in a plan. `rule_ids` are the rules that the plan's
    format names; None means: the rules that belong to `plan_type`. General rules always hold.
    """

    plan_id: str
    plan_type: str
    regimes: frozenset[Regime] = frozenset()
    flags: frozenset[str] = frozenset()
    triggers: Mapping[str, date] = field(default_factory=_nothing)
    moments: Mapping[str, datetime] = field(default_factory=_nothing)
    adoptions: tuple[date, ...] = ()
    evaluations: tuple[date, ...] = ()
    ordinary_evaluations: frozenset[date] = frozenset()
    agreed_dates: Mapping[str, tuple[date, ...]] = field(default_factory=_nothing)
    done: Mapping[str, date] = field(default_factory=_nothing)
    series_done: Mapping[str, tuple[date, ...]] = field(default_factory=_nothing)
    persons: tuple[PersonFacts, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    requests: tuple[Request, ...] = ()
    care_ended: date | None = None
    care_before: date | None = None
    client_died: date | None = None
    plan_closed: bool = False
    pauses: tuple[Pause, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    not_applicable: Mapping[str, str] = field(default_factory=_nothing)
    late_reasons: Mapping[str, str] = field(default_factory=_nothing)
    last_file_change: date | None = None
    created_on: date | None = None
    rule_ids: frozenset[str] | None = None

    @property
    def ended_on(self) -> date | None:
        """The day on which the care stopped, by its end or by death, whichever came first."""
        if self.care_ended is None or self.client_died is None:
            return self.care_ended or self.client_died
        return min(self.care_ended, self.client_died)

"""The shape of a deadline rule, written as data in the modules of `table/`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from planbureau.rules.deadlines.acts import Act
from planbureau.rules.deadlines.interval import Interval
from planbureau.rules.deadlines.kinds import Series, Severity, Shape
from planbureau.rules.mark import Mark
from planbureau.rules.regime import Regime


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The plans that a rule is for; empty sets ask nothing. `none` are flags and regimes that exclude."""

    plan_types: frozenset[str] = frozenset()
    regimes: frozenset[Regime] = frozenset()
    flags: frozenset[str] = frozenset()
    no_flags: frozenset[str] = frozenset()
    no_regimes: frozenset[Regime] = frozenset()

    def holds(
        self, plan_type: str, regimes: frozenset[Regime], flags: frozenset[str], *, any_type: bool
    ) -> bool:
        """Whether such a plan falls under this scope; `any_type` leaves the plan type out of it."""
        return (
            (any_type or not self.plan_types or plan_type in self.plan_types)
            and (not self.regimes or not self.regimes.isdisjoint(regimes))
            and (not self.flags or not self.flags.isdisjoint(flags))
            and self.no_flags.isdisjoint(flags)
            and self.no_regimes.isdisjoint(regimes)
        )


@dataclass(frozen=True, slots=True)
class DeviationPolicy:
    """Whether a deviation can be recorded, on which condition (Dutch), and how far it may go.

    At most `max_months` after the trigger, or the number of months in the setting `max_setting`. A rule
    with `needs_told` is a right of the client: giving it up leaves the term of that setting (WLZ-04).
    """

    allowed: bool
    condition: str = ""
    max_setting: str = ""
    max_months: int = 0
    needs_consent: bool = False
    needs_told: bool = False


NO_DEVIATION = DeviationPolicy(allowed=False)
WITH_REASON = DeviationPolicy(allowed=True, condition="Noteer de reden.")


class Adoption(Enum):
    """Which adoption of the plan settles a rule."""

    NONE = "geen"
    FIRST = "de eerste vaststelling"
    ANY = "een vaststelling"
    AFTER = "de eerste vaststelling na het begin van de termijn"


class Special(Enum):
    """The rules whose dates need more than one trigger and one interval; each has a function of its own."""

    NO = "geen"
    PERSON_AGE = "per persoon op leeftijd"
    CLIENT_AGE = "leeftijd van de cliënt"
    AT_ONCE = "dezelfde dag, te laat na een werkdag"
    NEXT_WORKING_DAY = "dezelfde dag, te laat vanaf de volgende werkdag"
    TWICE_A_YEAR = "twee keer per jaar"
    AGREED = "alleen op een afgesproken dag"
    SMALL_TALK = "alleen als de organisatie het wil"
    ORGANISATIONS = "derde organisatie of aanvraag"
    LATE_START = "late start van het perspectiefplan"
    REQUEST = "per verzoek"
    WZD_DESTRUCTION = "vernietiging van Wzd-gegevens"
    AFTER_TERM = "de dag na een andere termijn"
    MOMENT = "een moment met een klok"
    KEEPING = "bewaren na het einde van de zorg"
    KEEPING_LONGEST = "de langste bewaartermijn"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRule:
    """One rule of the law, of guidance or of the organisation.

    `mark` is the mark of the duty, `number_mark` that of the number when it differs: a law may ask for
    something "within a reasonable time". `in_force_from` is the date of the text that was read: the rule
    is known to hold from that day at the latest. `triggers` are tried in order, the first filled one counts.
    `agreed_end` is the date of an end that was chosen: it may make the term shorter, never longer.
    `per_measure` rules hold for every measure of the Wzd apart (rules/wzd/measures).
    `done_by` are triggers whose date means that the rule is met. A series is met by each evaluation of the
    plan, unless `series_by_evaluation` is off. With `current_months` only an adoption or evaluation counts
    that lies at most so long before the trigger, and not after it. With one of the
    `not_applicable_flags` the rule does not hold, for the reason beside them. `breach` is the colour when
    late. `adoption_of` are the plan types whose adoption settles the rule; empty is every type. `act` is what
    one does now, and `annex` the report that is begun for it.
    """

    id: str
    title: str
    what_now: str
    mark: Mark
    source: str
    scopes: tuple[Scope, ...]
    triggers: tuple[str, ...]
    interval: Interval | None
    in_force_from: date | None = None
    number_mark: Mark | None = None
    atw: bool = False
    series: Series = Series.NO
    shape: Shape = Shape.DUE
    deviation: DeviationPolicy = NO_DEVIATION
    special: Special = Special.NO
    done_by: tuple[str, ...] = ()
    done_by_adoption: Adoption = Adoption.NONE
    done_by_evaluation: bool = False
    series_by_evaluation: bool = True
    done_after_trigger: bool = False
    current_months: int = 0
    done_by_flag: str = ""
    not_applicable_flags: frozenset[str] = frozenset()
    not_applicable_reason: str = ""
    only_when_triggered: bool = False
    counts_agreed_dates: bool = False
    general: bool = False
    lapses: bool = True
    enabled: bool = True
    breach: Severity | None = None
    start_setting: str = ""
    agreed_end: str = ""
    per_measure: bool = False
    why_extra: str = ""
    act: Act = Act.OPEN
    annex: str = ""
    adoption_of: frozenset[str] = frozenset()

    @property
    def base_id(self) -> str:
        """The id as a plan format names it: "WMO-06" for "WMO-06/beschikking"."""
        return self.id.partition("/")[0]

    @property
    def breach_severity(self) -> Severity:
        """The colour of a breach: red for law, orange for guidance, yellow for an own choice (part 0)."""
        return self.breach or _BREACH[self.mark]

    def applies_to(
        self,
        plan_type: str,
        regimes: frozenset[Regime],
        flags: frozenset[str],
        rule_ids: frozenset[str] | None = None,
    ) -> bool:
        """Whether the rule holds for such a plan.

        `rule_ids` are the rules that the plan's format names; they then decide instead of the plan type.
        """
        named = rule_ids is not None and (self.id in rule_ids or self.base_id in rule_ids)
        if rule_ids is not None and not named and not self.general:
            return False
        # A rule that knows the plan type has said under which regime it holds there; FGP-01 names a
        # familiegroepsplan without one, and would otherwise hold for a plan under the Wlz too.
        known = any(plan_type in scope.plan_types for scope in self.scopes)
        return self.enabled and any(
            scope.holds(plan_type, regimes, flags, any_type=named and not known) for scope in self.scopes
        )


_BREACH = {
    Mark.LAW: Severity.RED,
    Mark.GUIDANCE: Severity.ORANGE,
    Mark.OWN: Severity.YELLOW,
    Mark.UNCONFIRMED: Severity.YELLOW,
}

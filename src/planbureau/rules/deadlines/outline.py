"""Deadlines in short: without their words, and without a day.

A day that passes changes no outline; only something that is written does. So outlines can be kept as rows.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planbureau.rules.deadlines.catalogue import RULES, rules_for
from planbureau.rules.deadlines.deviations import Applied, applied
from planbureau.rules.deadlines.facts import PlanFacts
from planbureau.rules.deadlines.kinds import Shape, Status, Unit
from planbureau.rules.deadlines.known import KnownDates
from planbureau.rules.deadlines.occurrence import Occurrence
from planbureau.rules.deadlines.rule import DeadlineRule, Special
from planbureau.rules.deadlines.settings import DEFAULT_SETTINGS, TermSettings
from planbureau.rules.deadlines.special import EXPAND
from planbureau.rules.deadlines.status import not_applicable_reason, standing_of

PASSING = frozenset(rule.id for rule in RULES.values() if rule.shape is Shape.WINDOW)
"""Rules of which a term closes by itself once its last day is over."""

OPENING = frozenset(rule.id for rule in RULES.values() if rule.shape is Shape.OPENS)
"""Rules of which a term closes by itself on its last day: from then on it may be done."""

HOURLY = frozenset(
    rule.id for rule in RULES.values() if rule.interval is not None and rule.interval.unit is Unit.HOURS
)
"""Rules of which a term ends at an hour of its last day."""

ANNOUNCED = {rule.id: rule.start_setting for rule in RULES.values() if rule.start_setting}
"""Rules whose task is shown so many days before, with the setting that holds the number (A6, LFT)."""

_ABOUT_PERSONS = (Special.PERSON_AGE, Special.CLIENT_AGE, Special.LATE_START)
_ABOUT_REQUESTS = (Special.REQUEST, Special.WZD_DESTRUCTION)
BY_PERSONS = frozenset(rule.id for rule in RULES.values() if rule.special in _ABOUT_PERSONS)
"""Rules that look at the persons of a plan; no other rule does."""

BIRTHDAYS = frozenset(rule.id for rule in RULES.values() if rule.special is Special.PERSON_AGE)
"""Rules about the age of somebody (LFT): the same for every plan in which this person has a part."""

BY_ORGANISATIONS = frozenset(rule.id for rule in RULES.values() if rule.special is Special.ORGANISATIONS)
"""Rules that look at the organisations of a plan; no other rule does."""

BY_REQUESTS = frozenset(rule.id for rule in RULES.values() if rule.special in _ABOUT_REQUESTS)
"""Rules that look at what was asked; no other rule does."""


ONCE = BY_REQUESTS | BIRTHDAYS
"""Rules of which a term about one subject stands in a list once, and not with every plan."""


class Outline(NamedTuple):
    """One deadline; `standing` is its status before today is looked at (`status.status_on` does that)."""

    rule_id: str
    subject: str
    last_date: date | None
    standing: Status

    @property
    def can_be_open(self) -> bool:
        """Whether there is a day on which somebody has to do something."""
        return self.standing.is_open or (self.standing is Status.DEVIATED and self.last_date is not None)


class Judged(NamedTuple):
    """What a plan's facts make of a term: its standing, its last day, and why."""

    standing: Status
    last_date: date | None
    reason: str
    deviation: Applied | None
    remark: str


def judge(rule: DeadlineRule, facts: PlanFacts, settings: TermSettings, one: Occurrence) -> Judged:
    """How a term stands after deviations, the end of the care, and what was done."""
    deviation: Applied | None = None
    last, remark = one.last, ""
    if facts.deviations:
        deviation, remark = applied(rule, facts, settings, one)
        last = one.last if deviation is None else deviation.new_date
    reason = not_applicable_reason(rule, facts, one)
    return Judged(standing_of(rule, facts, one, last, deviation, reason), last, reason, deviation, remark)


def outline(facts: PlanFacts, settings: TermSettings = DEFAULT_SETTINGS) -> list[Outline]:
    """The deadlines of a plan in no order, as the engine computes them on whatever day."""
    known = KnownDates(facts)
    found = []
    for rule in rules_for(facts.plan_type, facts.regimes, facts.flags, facts.rule_ids):
        for one in EXPAND[rule.id](rule, known, settings):
            judged = judge(rule, facts, settings, one)
            found.append(Outline(rule.id, one.subject, judged.last_date, judged.standing))
    return found

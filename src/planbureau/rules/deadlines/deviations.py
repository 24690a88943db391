"""Deviations and pauses: when another date than the computed one may stand (A1, T14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from planbureau.errors import InvalidInputError
from planbureau.rules import dutch
from planbureau.rules.deadlines.catalogue import RULES
from planbureau.rules.deadlines.deadline import Deadline
from planbureau.rules.deadlines.facts import Deviation, Pause, PlanFacts
from planbureau.rules.deadlines.kinds import Series
from planbureau.rules.deadlines.occurrence import Occurrence, maximum_date
from planbureau.rules.deadlines.rule import DeadlineRule
from planbureau.rules.deadlines.settings import TermSettings
from planbureau.rules.mark import Mark

_KEPT = "Er is niets bewaard."


@dataclass(frozen=True, slots=True)
class Applied:
    """What a deviation does to one term: the new last day, or that it falls away."""

    deviation: Deviation
    new_date: date | None
    falls_away: bool
    check: bool


def movable_until(
    rule: DeadlineRule, anchor: date | None, last: date | None, pauses: tuple[Pause, ...], today: date
) -> date | None:
    """How far pauses let an open term of guidance or own choice move (T14); None for a law and for keeping.

    A pause that still lasts counts for the days that it has lasted on `today`; a day in two pauses, once.
    """
    if rule.mark is Mark.LAW or not rule.lapses or not pauses or anchor is None or last is None:
        return None
    begin = min(anchor, last)  # a term that is counted backwards ends before its trigger
    still = {
        pause.first_day + timedelta(n)
        for pause in pauses
        if pause.first_day <= last and (pause.last_day or today) >= begin
        for n in range(pause.days_until(today))
    }
    return last + timedelta(len(still)) if still else None


def applied(
    rule: DeadlineRule, facts: PlanFacts, settings: TermSettings, one: Occurrence
) -> tuple[Applied | None, str]:
    """The valid deviation for this term, or None; with a Dutch remark when a recorded one does not count."""
    remark = ""
    for deviation in reversed(facts.deviations):
        if deviation.rule_id != rule.id or deviation.subject != one.subject:
            continue
        if not rule.deviation.needs_told and _of_earlier_turn(rule, deviation, one):
            continue
        # What a pause allowed on the day of recording stays allowed: a pause that lasts only grows.
        limit = movable_until(rule, one.anchor, one.last, facts.pauses, deviation.recorded_on)
        problem = _problem(rule, deviation, limit)
        if problem:
            remark = (
                remark
                or f"De afwijking van {dutch.plain_date(deviation.recorded_on)} telt niet mee: {problem}"
            )
            continue
        return _apply(rule, settings, deviation, one, limit), ""
    return None, remark


def _of_earlier_turn(rule: DeadlineRule, deviation: Deviation, one: Occurrence) -> bool:
    """A deviation from an earlier date of a series says nothing about the next one."""
    return rule.series is not Series.NO and one.anchor is not None and deviation.recorded_on < one.anchor


def _apply(
    rule: DeadlineRule, settings: TermSettings, deviation: Deviation, one: Occurrence, limit: date | None
) -> Applied:
    policy = rule.deviation
    new_date = deviation.new_date
    if policy.needs_told:
        new_date = one.last if new_date is None else new_date
    maximum = maximum_date(rule, settings, one.anchor) if policy.allowed else limit
    if new_date is not None and maximum is not None:
        new_date = min(new_date, maximum)
    check = (
        not policy.needs_told
        and deviation.old_date is not None
        and one.last is not None
        and deviation.old_date not in {one.term, one.last}
    )
    return Applied(deviation, new_date, falls_away=new_date is None, check=check)


def _problem(rule: DeadlineRule, deviation: Deviation, limit: date | None) -> str:
    """Why this deviation does not count, in Dutch, or an empty text."""
    policy = rule.deviation
    if not deviation.reason.strip():
        return "er staat geen reden bij."
    if policy.allowed:
        if policy.needs_consent and not deviation.consent_of:
            return "er staat niet bij wie ermee akkoord is."
        if policy.needs_told and not deviation.told_gives_up_right:
            return "er staat niet bij dat de cliënt weet dat dit een recht is."
        return ""
    if rule.mark is Mark.LAW:
        return "van deze termijn uit de wet mag niet worden afgeweken."
    if limit is None:
        return "van deze termijn mag alleen worden afgeweken als de zorg stil lag."
    if deviation.new_date is None or deviation.new_date > limit:
        return f"door de pauze kan de datum niet verder dan {dutch.plain_date(limit)}."
    return ""


def check_deviation(deviation: Deviation, current: Deadline, settings: TermSettings) -> None:
    """Raise InvalidInputError (in Dutch) when `deviation` cannot be recorded for the deadline `current`."""
    rule = RULES.get(deviation.rule_id)
    if rule is None or deviation.rule_id != current.rule_id or deviation.subject != current.subject:
        raise InvalidInputError("Deze afwijking hoort bij een andere termijn.", _KEPT)
    problem = _problem(rule, deviation, current.movable_until)
    if problem:
        advice = f"{_KEPT} {rule.deviation.condition}".strip()
        raise InvalidInputError(f"Deze afwijking kan niet: {problem}", advice)
    if not deviation.asked_by.strip() or not deviation.recorded_by.strip():
        raise InvalidInputError("Er staat niet bij wie om de afwijking vroeg en wie haar noteert.", _KEPT)
    limit = maximum_date(rule, settings, current.trigger_date)
    if limit is not None and deviation.new_date is not None and deviation.new_date > limit:
        raise InvalidInputError(
            f"De nieuwe datum kan niet later zijn dan {dutch.long_date(limit)}.",
            f"{_KEPT} {rule.deviation.condition}",
        )
    if current.trigger_date is not None and deviation.new_date is not None:
        _check_after(deviation.new_date, current)


def _check_after(new_date: date, current: Deadline) -> None:
    backward = current.last_date is not None and current.last_date < (
        current.trigger_date or current.last_date
    )
    if not backward and current.trigger_date is not None and new_date < current.trigger_date:
        raise InvalidInputError(
            f"De nieuwe datum ligt voor het begin van de termijn ({dutch.long_date(current.trigger_date)}).",
            _KEPT,
        )

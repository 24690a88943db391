"""The dates of one plan as the rules see them: given ones, and those that follow from its history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from planbureau.rules import dates
from planbureau.rules.deadlines.facts import INVOLUNTARY, Deviation, PlanFacts
from planbureau.rules.deadlines.rule import Adoption, DeadlineRule
from planbureau.rules.deadlines.settings import TermSettings
from planbureau.rules.deadlines.wzd_talks import RULES_OF_TALKS, talks_of_wzd

_EVALUATIONS = ("WLZ-04", "WZD-02", "WZD-03")
"""Rules of which each time that they are met is an evaluation talk, with a record that must follow."""

_NOT_BY_ADOPTION = Adoption.NONE
_OF_THIS_CARE = ("datum_laatste_planbespreking", "datum_start_uitvoering", "datum_geinformeerd_pp")
"""Dates that must be given anew when a client comes back: the law counts from them again."""


class KnownDates:
    """Looks up triggers, evaluations and done dates of one plan; built once for each computation."""

    __slots__ = ("adoptions", "derived", "evaluations", "facts", "of_wzd", "since")

    def __init__(self, facts: PlanFacts) -> None:
        self.facts = facts
        given = facts.triggers
        adopted = given.get("datum_vastgesteld")
        self.adoptions = sorted({*facts.adoptions, *((adopted,) if adopted else ())})
        talk = given.get("datum_evaluatiegesprek")
        held = {*facts.evaluations, *((talk,) if talk else ())}
        if facts.series_done:
            held.update(day for name in _EVALUATIONS for day in facts.series_done.get(name, ()))
        self.evaluations = sorted(held)
        self.of_wzd = self.evaluations
        if INVOLUNTARY in facts.flags:
            self.of_wzd = talks_of_wzd(facts, self.evaluations, talk)
        derived: dict[str, date] = {}
        versions, talks, looked = self.adoptions, self.evaluations, self.of_wzd
        if facts.care_before is not None:
            versions, talks, looked = (self._of_now(days) for days in (versions, talks, looked))
        if versions:
            derived["datum_vastgesteld"] = versions[0]
            derived["datum_nieuwe_versie"] = versions[-1]
        if talks:
            derived["datum_evaluatiegesprek"] = _talk(talks, versions)
        if looked:
            derived["datum_laatste_evaluatie"] = looked[-1]
        change = facts.last_file_change or given.get("laatste_wijziging_dossier") or facts.ended_on
        if change is not None:
            derived["laatste_wijziging_dossier"] = change
        self.derived: Mapping[str, date] = derived
        self.since = facts.created_on or min(
            (day for name, day in given.items() if name.startswith("datum_start_")), default=None
        )

    def _of_now(self, days: list[date]) -> list[date]:
        """The days that belong to the care of now, and not to that before the client came back."""
        before = self.facts.care_before
        return days if before is None else [day for day in days if day > before]

    def of_earlier_care(self, day: date, anchor: date | None) -> bool:
        """Whether this was done in a care that had ended before the term began: it settles nothing."""
        before = self.facts.care_before
        return before is not None and day <= before and (anchor is None or before < anchor)

    def trigger(self, names: tuple[str, ...]) -> tuple[str, date | None]:
        """The first of `names` that has a date, with that date; else the first name and None."""
        given, derived = self.facts.triggers, self.derived
        for name in names:
            day = derived.get(name) or given.get(name)
            if day is not None and (name not in _OF_THIS_CARE or self._of_now([day])):
                return name, day
        return names[0], None

    def series_done(self, rule: DeadlineRule, anchor: date) -> list[date]:
        """The days on which a recurring rule was met, from `anchor` on, in order."""
        days = {*self.facts.series_done.get(rule.id, ())}
        recorded = self.facts.done.get(rule.id)
        if recorded is not None:
            days.add(recorded)
        if rule.series_by_evaluation:
            days.update(self._talks(rule))
        return sorted(day for day in days if day >= anchor)

    def done(self, rule: DeadlineRule, anchor: date | None, subject: str = "") -> date | None:
        """The day on which a rule was met, or None; the recorded day goes before what follows by itself."""
        if self.facts.done:
            recorded = self.facts.done.get(f"{rule.id}:{subject}" if subject else rule.id)
            if recorded is not None and self._settles(rule, recorded, anchor):
                return recorded
        given = self.facts.triggers
        found = [day for name in rule.done_by if (day := given.get(name)) is not None] if rule.done_by else []
        if rule.done_by_adoption is not _NOT_BY_ADOPTION and (
            not rule.adoption_of or self.facts.plan_type in rule.adoption_of
        ):
            versions = self.adoptions
            if self.facts.care_before is not None:
                versions = [day for day in versions if not self.of_earlier_care(day, anchor)]
            found += versions[:1] if rule.done_by_adoption is Adoption.FIRST else versions
        if rule.done_by_evaluation and anchor is not None:
            found += [day for day in self._talks(rule) if day >= anchor]
        if rule.current_months and anchor is not None:
            found = self._current(rule, anchor, found)
        if not found:
            return None
        return min((day for day in found if self._settles(rule, day, anchor)), default=None)

    def _talks(self, rule: DeadlineRule) -> list[date]:
        """The evaluations that settle this rule."""
        return self.of_wzd if rule.id in RULES_OF_TALKS else self.evaluations

    def _current(self, rule: DeadlineRule, ends: date, adopted: list[date]) -> list[date]:
        """The days that still tell how things are when a decision ends on the day `ends` (GZP-03)."""
        since = dates.add_months(ends, -rule.current_months)
        days = adopted if rule.done_by_adoption is not _NOT_BY_ADOPTION else self.evaluations
        return [day for day in days if since <= day <= ends]

    def _settles(self, rule: DeadlineRule, day: date, anchor: date | None) -> bool:
        if rule.done_after_trigger and anchor is not None and day < anchor:
            return False
        return not self.of_earlier_care(day, anchor)

    def waiver(self, rule: DeadlineRule) -> Deviation | None:
        """The recorded choice of the client to give up the right that `rule` gives (WLZ-04), if valid."""
        for deviation in reversed(self.facts.deviations):
            valid = deviation.told_gives_up_right and deviation.consent_of and deviation.reason.strip()
            if deviation.rule_id == rule.id and valid:
                return deviation
        return None


def _talk(talks: list[date], versions: list[date]) -> date:
    """The first talk that no version followed, else the last one: a later talk hides none (WLZ-05)."""
    newest = versions[-1] if versions else date.min
    return next((day for day in talks if day > newest), talks[-1])


def amount_of(rule: DeadlineRule, settings: TermSettings) -> int:
    """The number of the interval of `rule`: the organisation's, or the rule's own."""
    interval = rule.interval
    if interval is None:
        return 0
    amount = interval.amount
    if interval.setting:
        amount = settings.amount(interval.setting)
    stricter = settings.strenger.get(rule.id) if settings.strenger else None
    return amount if stricter is None else stricter


def is_short(rule: DeadlineRule, settings: TermSettings) -> bool:
    """Whether the term of `rule`, as the organisation chose it, is so short that "bijna" begins later."""
    interval = rule.interval
    return interval is not None and interval.is_short(amount_of(rule, settings))

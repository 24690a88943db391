"""What was done but does not settle a term: said with the term, so that nobody wonders why it waits."""

from __future__ import annotations

from datetime import date

from planbureau.rules import dutch
from planbureau.rules.deadlines.facts import STARTS_OF_CARE
from planbureau.rules.deadlines.known import KnownDates
from planbureau.rules.deadlines.occurrence import Occurrence
from planbureau.rules.deadlines.rule import Adoption, DeadlineRule
from planbureau.rules.deadlines.wzd_talks import RULES_OF_TALKS


def uncounted(rule: DeadlineRule, known: KnownDates, one: Occurrence) -> str:
    """The remark in Dutch about an open term; empty when all that was done counts."""
    if one.anchor is None or one.done is not None:
        return ""
    if one.trigger in STARTS_OF_CARE and _begins_after_the_end(rule, known, one.anchor):
        return _AGAIN
    if rule.id in RULES_OF_TALKS and known.of_wzd is not known.evaluations:
        return _talk_without_care(known, one)
    before = known.facts.care_before
    if before is None or before >= one.anchor:
        return ""
    stopped = f"de zorg die op {dutch.plain_date(before)} stopte"
    versions = [day for day in known.adoptions if day <= before]
    if versions and rule.done_by_adoption is not Adoption.NONE:
        day = dutch.plain_date(versions[-1])
        return f"De versie van {day} is van {stopped}. Kijk het plan na en stel het opnieuw vast."
    told = known.facts.done.get(f"{rule.id}:{one.subject}" if one.subject else rule.id)
    if told is None or told > before:
        return ""
    return f"Wat op {dutch.plain_date(told)} is gedaan, hoort bij {stopped}. Het telt hier niet."


_AGAIN = (
    "De zorg stopte voor deze termijn begon. Is de zorg weer begonnen? Haal dan bij de gegevens van de "
    "cliënt de dag weg waarop de zorg stopte."
)


def _begins_after_the_end(rule: DeadlineRule, known: KnownDates, anchor: date) -> bool:
    facts, ended = known.facts, known.facts.care_ended
    over = ended is not None and not facts.plan_closed and facts.client_died is None
    return over and rule.lapses and ended is not None and ended < anchor


def _talk_without_care(known: KnownDates, one: Occurrence) -> str:
    counted = set(known.of_wzd)
    days = [day for day in known.evaluations if one.anchor and day > one.anchor and day not in counted]
    if not days:
        return ""
    return (
        f"Op {dutch.plain_date(days[-1])} is teruggekeken op het plan. De onvrijwillige zorg staat niet in "
        "dat verslag. Maak daarom ook het verslag Evaluatie van de Wzd-zorg."
    )

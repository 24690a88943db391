"""Which evaluations settle the Wzd: with involuntary care only those that looked at that care (Wzd 8, 10)."""

from __future__ import annotations

from datetime import date

from planbureau.rules.deadlines.facts import PlanFacts
from planbureau.rules.wzd.measures import AT

RULES_OF_TALKS = frozenset({"WZD-02", "WZD-03"})
_BEGINS = ("datum_start_termijn_oz", "datum_plan_oz_opgeslagen")


def talks_of_wzd(facts: PlanFacts, talks: list[date], told: date | None) -> list[date]:
    """The days of `talks` that settle WZD-02 and WZD-03 in a plan that knows of involuntary care.

    `told` is one that stands in the plan itself.

    The law asks to look at the plan and to hear the client or who represents. An ordinary report does that.
    It does not ask about involuntary care, so while there is such care only the report of the Wzd counts, or
    a day that somebody gave for these rules.
    """
    own = {day for rule in RULES_OF_TALKS for day in facts.series_done.get(rule, ())}
    own.update(day for day in (told, *facts.evaluations) if day and day not in facts.ordinary_evaluations)
    return [day for day in talks if day in own or not _under_care(facts, day)]


def _under_care(facts: PlanFacts, day: date) -> bool:
    """Whether there was involuntary care on this day, by its first days and its end."""
    before = facts.care_before or date.min  # with the care the involuntary care ended
    begins = [on for name, on in facts.triggers.items() if name.partition(AT)[0] in _BEGINS and on > before]
    if facts.care_before is not None and not begins:
        return False
    ended = facts.triggers.get("datum_einde_oz")
    if ended is None or day < ended:
        return not begins or day >= min(begins) or (ended is not None and min(begins) > ended)
    return any(ended < begin <= day for begin in begins)

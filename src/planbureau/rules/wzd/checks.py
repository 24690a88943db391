"""Checks of the records of the Wzd: longest terms, another discipline, and one decision for each judgement.

They stand in the list of what is still needed and never stop anybody from saving.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from planbureau.clock import AMSTERDAM
from planbureau.formats.answers import PlanState
from planbureau.formats.flow import steps
from planbureau.formats.lookup import plan_answer
from planbureau.formats.model import PlanFormat
from planbureau.formats.moments import read_day, read_moment
from planbureau.rules.consent.competence import is_general_judgement
from planbureau.rules.dates import add_hours, add_months
from planbureau.rules.dutch import long_date
from planbureau.rules.found import Check, Found

_TERM_MONTHS, _LATER_MONTHS, _WRITTEN_HOURS, _EMERGENCY_DAYS = 3, 6, 48, 14
_DISCIPLINES = 2
_NEVER_LONGER = "Een weekend of feestdag maakt deze termijn niet langer."


def _one_decision(plan: PlanFormat, state: PlanState) -> Iterator[Found]:
    """A judgement names the decision that it is about (rules B5)."""
    if is_general_judgement(str(plan_answer("beslissing", state, plan).value or "")):
        yield Found(
            "beslissing",
            "needed",
            "Dit klopt niet: schrijf over welke ene beslissing het gaat",
            "Niemand is in het algemeen wilsonbekwaam. 'Is wilsonbekwaam' zonder beslissing kan niet.",
            "Wzd 3 lid 2; Wlz 8.1.3 lid 3",
        )


def _other_discipline(plan: PlanFormat, state: PlanState) -> Iterator[Found]:
    """At least two different disciplines sit at the table."""
    rows = plan_answer("deelnemers", state, plan).value
    named = {
        " ".join(str(row.get("discipline") or "").casefold().split())
        for row in (rows if isinstance(rows, list) else ())
        if isinstance(row, dict)
    } - {""}
    if named and len(named) < _DISCIPLINES:
        yield Found(
            "deelnemers",
            "needed",
            "Er hoort minstens één andere discipline bij",
            "Met één discipline is dit geen overleg zoals de wet het vraagt.",
            "Wzd 9",
        )


def _three_months(plan: PlanFormat, state: PlanState) -> Iterator[Found]:
    yield from _longest(plan, state, ("begin", "eind"), _TERM_MONTHS, "Wzd 10 lid 4f, 8 en 10")


def _advice_terms(plan: PlanFormat, state: PlanState) -> Iterator[Found]:
    bridge = ("overbrugging_begin", "overbrugging_eind")
    yield from _longest(plan, state, bridge, _TERM_MONTHS, "Wzd 11 lid 2")
    yield from _longest(plan, state, ("begin", "eind"), _LATER_MONTHS, "Wzd 11 lid 4")


def _longest(
    plan: PlanFormat, state: PlanState, names: tuple[str, str], months: int, source: str
) -> Iterator[Found]:
    """The last day lies after the first, and at most some months later (T7: never lengthened)."""
    shown = {question.id for step in steps(plan, state) for question in step.questions}
    first, last = (read_day(plan_answer(name, state, plan).value) for name in names)
    if not shown.issuperset(names) or first is None or last is None:
        return
    limit = add_months(first, months)
    if last < first:
        yield Found(names[1], "needed", "De laatste dag ligt voor de eerste dag", source=source)
    elif last > limit:
        text = f"Deze termijn is te lang: hij loopt hooguit tot en met {long_date(limit)}"
        yield Found(names[1], "needed", text, _NEVER_LONGER, source)


def _emergency(plan: PlanFormat, state: PlanState) -> Iterator[Found]:
    """A decision in an emergency: on paper within 48 real hours, in force for at most 14 days."""
    decided, written = (
        read_moment(plan_answer(name, state, plan).value) for name in ("besluit", "op_schrift")
    )
    if decided is None:
        return
    source = "Wzd 15 lid 2"
    if written is not None and written < decided:
        yield Found("op_schrift", "needed", "Het besluit staat op schrift voordat het is genomen", "", source)
    elif written is not None and written > add_hours(decided, _WRITTEN_HOURS):
        limit = add_hours(decided, _WRITTEN_HOURS)
        text = f"Het stond te laat op schrift: dat kon tot {_moment(limit)}"
        why = "Verander de tijd niet. Schrijf bij de toelichting waarom het later werd."
        yield Found("op_schrift", "attention", text, why, source)
    until = read_day(plan_answer("tot", state, plan).value)
    day = decided.astimezone(AMSTERDAM).date()
    limit_day = day + timedelta(days=_EMERGENCY_DAYS)
    if until is not None and until < day:
        yield Found("tot", "needed", "Deze dag ligt voor het besluit", "", source)
    elif until is not None and until > limit_day:
        text = f"Het besluit geldt hooguit tot en met {long_date(limit_day)}"
        yield Found("tot", "needed", text, _NEVER_LONGER, source)


def _begin_and_end(plan: PlanFormat, state: PlanState) -> Iterator[Found]:
    begin, end = (read_moment(plan_answer(name, state, plan).value) for name in ("begin", "einde"))
    if begin is not None and end is not None and end < begin:
        yield Found("einde", "needed", "Het einde ligt voor het begin", "Kijk de tijden na.", "Wzd 16 lid 3")


def _moment(moment: datetime) -> str:
    here = moment.astimezone(AMSTERDAM)
    return f"{long_date(here.date())}, {here:%H:%M} uur"


WZD_CHECKS: dict[str, Check] = {
    "wzd_wilsbekwaamheid": _one_decision,
    "wzd_andere_discipline": _other_discipline,
    "wzd_drie_maanden": _three_months,
    "wzd_advies_termijnen": _advice_terms,
    "wzd_noodbesluit": _emergency,
    "wzd_begin_en_einde": _begin_and_end,
}
"""The checks by the name that a format gives to `[[gate]]`."""

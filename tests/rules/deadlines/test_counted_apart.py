"""Every plain term counted once more, by a calendar that shares no code with the program (T1 to T10)."""

from __future__ import annotations

import calendar
import random
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from planbureau.rules.deadlines import PlanFacts, Regime, Request, RequestKind, compute

CASES = Path(__file__).parents[2] / "cases" / "deadlines" / "counted_apart.toml"
RULES: dict[str, list[Any]] = tomllib.loads(CASES.read_text(encoding="utf-8"))["rules"]
DAY = timedelta(days=1)
AWKWARD = (date(2028, 2, 29), date(2026, 8, 31), date(2027, 11, 30), date(2029, 12, 31))


def _easter(year: int) -> date:
    """Easter Sunday by the rule of Gauss for 1900 to 2099; the program counts in another way."""
    moon = (19 * (year % 19) + 24) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
    if sunday == 6 and (moon == 29 or (moon == 28 and year % 19 > 10)):
        sunday -= 7
    return date(year, 3, 22) + (moon + sunday) * DAY


def _holidays(year: int) -> set[date]:
    """T8: Good Friday, Easter Monday, Ascension, Whit Monday, and the fixed days."""
    sunday = _easter(year)
    king = date(year, 4, 27)
    fixed = {(1, 1), (5, 5), (12, 25), (12, 26)}
    found = {date(year, month, day) for month, day in fixed}
    found |= {sunday + timedelta(days) for days in (-2, 1, 39, 50)}
    return found | {king - DAY if king.isoweekday() == 7 else king}


def _is_free(day: date) -> bool:
    return day.isoweekday() > 5 or day in _holidays(day.year)


def _working(day: date, step: timedelta) -> date:
    while _is_free(day):
        day += step
    return day


def _counted(begin: date, words: str) -> date:
    number, unit = words.split()
    amount = int(number)
    if unit == "d":
        return begin + amount * DAY
    if unit == "w":
        day = begin
        for _ in range(amount):
            day = _working(day + DAY, DAY)
        return day
    if unit == "j":  # kept a day longer, never shorter (T5)
        leap = (begin.month, begin.day) == (2, 29) and not calendar.isleap(begin.year + amount)
        return date(begin.year + amount, 3, 1) if leap else begin.replace(year=begin.year + amount)
    month = begin.month - 1 + amount
    year, month = begin.year + month // 12, month % 12 + 1
    return date(year, month, min(begin.day, calendar.monthrange(year, month)[1]))


def _facts(rule: str, begin: date) -> PlanFacts:
    plan, law, flags, start, *_ = RULES[rule]
    starts: dict[str, dict[str, Any]] = {
        "adopted": {"adoptions": (begin,)},
        "evaluated": {"evaluations": (begin,)},
        "ended": {"care_ended": begin, "last_file_change": begin},
    }
    given = starts.get(start, {"triggers": {start: begin}})
    if start.startswith("asked:"):
        given = {"requests": (Request("r", RequestKind[start.removeprefix("asked:")], begin),)}
    regimes, known = frozenset({Regime(law)}), frozenset(flags.split())
    return PlanFacts(plan_id="p", plan_type=plan, regimes=regimes, flags=known, **given)


def _days(rule: str) -> Iterator[date]:
    chance = random.Random(rule)  # noqa: S311 - the same days each time
    yield from AWKWARD
    for _ in range(20):
        yield date(2024, 1, 1) + chance.randrange(4000) * DAY


@pytest.mark.parametrize("rule", RULES)
def test_a_calendar_of_its_own_finds_the_same_dates(rule: str) -> None:
    *_, words, shifts = RULES[rule]
    for begin in _days(rule):
        term = _counted(begin, words)
        last = _working(term, DAY) if shifts else term
        (one,) = compute(_facts(rule, begin), begin, only={rule})
        assert (one.term_date, one.last_date, one.target_date) == (term, last, _working(term, -DAY)), begin

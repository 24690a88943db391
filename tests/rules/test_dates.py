"""Date counting against the worked examples of the rules (T1 to T9), and properties that must always hold."""

from __future__ import annotations

import calendar
import json
import tomllib
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbureau.rules import dates

CASES = Path(__file__).parents[1] / "cases" / "deadlines"
WORKED: dict[str, list[dict[str, Any]]] = tomllib.loads((CASES / "dates.toml").read_text(encoding="utf-8"))
HOLIDAYS: dict[str, dict[str, str]] = json.loads((CASES / "holidays.json").read_text(encoding="utf-8"))

days = st.dates(date(1930, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize("year", sorted(HOLIDAYS))
def test_holidays_are_those_of_the_list(year: str) -> None:
    computed = {day.isoformat(): name for day, name in dates.holidays(int(year)).items()}
    assert computed == HOLIDAYS[year]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (1961, date(1961, 4, 2)),
        (2000, date(2000, 4, 23)),
        (2008, date(2008, 3, 23)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter(year: int, expected: date) -> None:
    assert dates.easter(year) == expected


def test_two_holidays_on_one_day_are_both_named() -> None:
    assert dates.holiday_name(date(2016, 5, 5)) == "Bevrijdingsdag en Hemelvaartsdag"


@pytest.mark.parametrize("case", WORKED["months"])
def test_months(case: dict[str, Any]) -> None:
    assert dates.add_months(case["anchor"], case["months"]) == case["expected"]


@pytest.mark.parametrize("case", WORKED["age"])
def test_age(case: dict[str, Any]) -> None:
    assert dates.age_reached(case["born"], case["years"]) == case["expected"]
    assert dates.age_on(case["born"], case["expected"]) == case["years"]
    assert dates.age_on(case["born"], case["expected"] - timedelta(days=1)) == case["years"] - 1


def test_a_leap_birthday_can_be_set_to_february() -> None:
    assert dates.age_reached(date(2008, 2, 29), 18, leap_in_february=True) == date(2026, 2, 28)


@pytest.mark.parametrize("case", WORKED["half_age"])
def test_half_years_of_age(case: dict[str, Any]) -> None:
    assert dates.age_point(case["born"], case["months"]) == case["expected"]


@pytest.mark.parametrize("case", WORKED["keep"])
def test_years_of_keeping(case: dict[str, Any]) -> None:
    assert dates.keep_until(case["start"], case["years"]) == case["expected"]


@pytest.mark.parametrize("case", WORKED["working"])
def test_working_days(case: dict[str, Any]) -> None:
    assert dates.add_working_days(case["day"], case["count"]) == case["expected"]


@pytest.mark.parametrize("case", WORKED["atw"])
def test_atw(case: dict[str, Any]) -> None:
    assert dates.atw_shift(case["day"]) == case["expected"]


@pytest.mark.parametrize("case", WORKED["hours"])
def test_real_hours(case: dict[str, Any]) -> None:
    end = dates.add_hours(case["moment"], case["hours"])
    assert end == case["expected"]
    assert end.utcoffset() == case["expected"].utcoffset()


def test_hours_need_a_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        dates.add_hours(datetime(2026, 5, 1, 14, 0), 48)  # noqa: DTZ001 - that is what is refused


def test_the_atw_holds_up_to_twelve_weeks_and_three_months() -> None:
    assert [dates.atw_covers_days(n) for n in (7, 14, 28, 42, 84, 91)] == [True] * 5 + [False]
    assert [dates.atw_covers_months(n) for n in (1, 3, 4, 6, 12)] == [True, True, False, False, False]


@given(days, st.integers(0, 600))
def test_months_keep_the_day_or_take_the_last_of_the_month(anchor: date, months: int) -> None:
    end = dates.add_months(anchor, months)
    last = calendar.monthrange(end.year, end.month)[1]
    assert end >= anchor
    assert end.year * 12 + end.month == anchor.year * 12 + anchor.month + months
    assert end.day == anchor.day or (end.day == last < anchor.day)


@given(days, st.integers(1, 48), st.integers(1, 12))
def test_a_series_from_its_anchor_never_drifts(anchor: date, step: int, turns: int) -> None:
    end = dates.add_months(anchor, step * turns)
    assert dates.add_months(anchor, step * turns + 12).month == end.month
    assert end.day == min(anchor.day, calendar.monthrange(end.year, end.month)[1])


@given(days)
def test_the_atw_only_moves_forward_and_lands_on_a_working_day(day: date) -> None:
    moved = dates.atw_shift(day)
    assert moved >= day
    assert dates.is_working_day(moved)
    assert not any(dates.is_working_day(day + timedelta(n)) for n in range((moved - day).days))
    assert (moved - day).days <= 5


@given(days)
def test_the_reminder_never_falls_after_the_term(day: date) -> None:
    earlier = dates.previous_working_day(day)
    assert earlier <= day
    assert dates.is_working_day(earlier)


@given(days, st.integers(1, 30))
def test_working_days_count_only_working_days(day: date, count: int) -> None:
    end = dates.add_working_days(day, count)
    between = [day + timedelta(n) for n in range(1, (end - day).days + 1)]
    assert sum(map(dates.is_working_day, between)) == count


@given(days, st.integers(0, 100))
def test_keeping_is_never_a_day_too_short(start: date, years: int) -> None:
    end = dates.keep_until(start, years)
    assert (end.year, end.month, end.day) >= (start.year + years, start.month, start.day)
    assert end - start.replace(year=start.year, day=min(start.day, 28)) >= timedelta(365 * years)


@given(days, st.integers(1, 90), st.integers(0, 3))
def test_age_changes_exactly_on_the_birthday(born: date, years: int, before: int) -> None:
    birthday = dates.age_reached(born, years)
    assert dates.age_on(born, birthday) == years
    assert dates.age_on(born, birthday - timedelta(days=before + 1)) == years - 1


@given(st.integers(1900, 2199))
def test_easter_is_a_sunday_in_march_or_april(year: int) -> None:
    sunday = dates.easter(year)
    assert sunday.weekday() == 6
    assert date(year, 3, 22) <= sunday <= date(year, 4, 25)

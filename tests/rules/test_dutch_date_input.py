"""Dates as people type them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbureau.errors import InvalidInputError
from planbureau.rules.dutch import long_date, number_date, plain_date, short_date
from planbureau.rules.dutch_date_input import parse_date

TODAY = date(2025, 11, 22)
DATES = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1-3-2026", date(2026, 3, 1)),
        ("1-3-26", date(2026, 3, 1)),
        ("01/03/2026", date(2026, 3, 1)),
        ("1.3.2026", date(2026, 3, 1)),
        ("1 3 2026", date(2026, 3, 1)),
        ("1 mrt", date(2025, 3, 1)),
        ("1 maart", date(2025, 3, 1)),
        ("1 maart 2026", date(2026, 3, 1)),
        ("1 MAART 2026", date(2026, 3, 1)),
        ("1maart2026", None),
        ("1 mrt. 2026", date(2026, 3, 1)),
        ("1 mrt '26", date(2026, 3, 1)),
        ("3 sept 2026", date(2026, 9, 3)),
        ("zo 1 mrt 2026", date(2026, 3, 1)),
        ("zondag 1 maart 2026", date(2026, 3, 1)),
        ("31.1", date(2025, 1, 31)),
        ("14-3-87", date(1987, 3, 14)),
        ("31-12-50", date(2050, 12, 31)),
        ("1-1-51", date(1951, 1, 1)),
        ("01032026", date(2026, 3, 1)),
        ("2026-03-01", date(2026, 3, 1)),
        ("29-2-2028", date(2028, 2, 29)),
        ("vandaag", TODAY),
        ("Morgen", date(2025, 11, 23)),
        ("gisteren", date(2025, 11, 21)),
        ("over 6 weken", date(2026, 1, 3)),
        ("over zes weken", date(2026, 1, 3)),
        ("over een week", date(2025, 11, 29)),
        ("+6w", date(2026, 1, 3)),
        ("+ 10 d", date(2025, 12, 2)),
        ("over half jaar", date(2026, 5, 22)),
        ("over een half jaar", date(2026, 5, 22)),
        ("over anderhalf jaar", date(2027, 5, 22)),
        ("over een jaar", date(2026, 11, 22)),
        ("over 3 maanden", date(2026, 2, 22)),
        ("3 weken geleden", date(2025, 11, 1)),
        ("", None),
        ("   ", None),
    ],
)
def test_what_people_type(typed: str, expected: date | None) -> None:
    if expected is None and typed.strip():
        with pytest.raises(InvalidInputError):
            parse_date(typed, TODAY)
    else:
        assert parse_date(typed, TODAY) == expected


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("30 feb", "30 februari bestaat niet. Februari heeft 28 dagen."),
        ("29-2-2026", "29 februari bestaat niet in 2026. Kies 28 februari of 1 maart."),
        ("32-1-2026", "32 januari bestaat niet. Januari heeft 31 dagen."),
        ("31-4-2026", "31 april bestaat niet."),
        ("0-1-2026", "0 januari bestaat niet."),
        ("1-13-2026", "Maand 13 bestaat niet."),
        ("1-0-2026", "Maand 0 bestaat niet."),
        ("za 1 mrt 2026", "1 maart 2026 is een zondag."),
        ("1 foo 2026", "Deze maand ken ik niet."),
        ("1 ju 2026", "Deze maand ken ik niet."),
        ("abc", "Dit is geen datum."),
        ("over gisteren", "Dit is geen datum."),
        ("over half week", "Dit is geen datum."),
        ("1-3-0026", "Het jaar 26 kan niet kloppen."),
        ("1-3-1899", "Het jaar 1899"),
        ("over 9999 jaar", "te ver weg"),
        ("1-3-2026 " * 9000, "Dit is geen datum."),
        ("१-३-२०२६", "Dit is geen datum."),
        ("²-3-2026", "Dit is geen datum."),
    ],
)
def test_what_is_no_date_is_said_in_dutch(typed: str, words: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        parse_date(typed, TODAY)
    assert str(caught.value).startswith(words) or words in str(caught.value)


def test_a_month_beyond_the_end_of_a_short_month_is_its_last_day() -> None:
    assert parse_date("over 1 maand", date(2026, 1, 31)) == date(2026, 2, 28)


@given(DATES)
def test_what_the_program_writes_it_reads_back(day: date) -> None:
    for text in (long_date(day), plain_date(day), number_date(day), day.isoformat(), f"{day:%d%m%Y}"):
        assert parse_date(text, TODAY) == day


@given(DATES)
def test_a_short_date_of_this_year_is_read_back(today: date) -> None:
    assert parse_date(short_date(today), today) == today


@given(st.dates(date(1951, 1, 1), date(2050, 12, 31)))
def test_two_figures_mean_a_year_from_1951_to_2050(day: date) -> None:
    assert parse_date(f"{day.day}-{day.month}-{day:%y}", TODAY) == day


@given(st.integers(0, 5000))
def test_weeks_are_seven_days(weeks: int) -> None:
    assert parse_date(f"+{weeks}w", TODAY) == TODAY + timedelta(days=7 * weeks)


@given(st.text(max_size=60))
def test_any_text_gives_a_date_nothing_or_a_dutch_error(text: str) -> None:
    try:
        found = parse_date(text, TODAY)
    except InvalidInputError:
        return
    assert found is None or 1900 <= found.year <= 2199

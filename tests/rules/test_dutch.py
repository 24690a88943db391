"""Dates and lengths in Dutch words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from planbureau.rules import dutch

DAY = date(2026, 4, 28)


def test_dates_in_words() -> None:
    assert dutch.long_date(DAY) == "dinsdag 28 april 2026"
    assert dutch.plain_date(DAY) == "28 april 2026"
    assert dutch.short_date(DAY) == "di 28 april"
    assert dutch.number_date(DAY) == "28-4-2026"
    assert dutch.month_name(DAY) == "april 2026"


def test_every_weekday_and_month_has_its_own_word() -> None:
    words = {dutch.long_date(date(2026, month, month)) for month in range(1, 13)}
    assert len({text.split()[2] for text in words}) == 12
    assert len({dutch.long_date(date(2026, 6, n)).split()[0] for n in range(1, 8)}) == 7


def test_a_moment_is_told_in_amsterdam_time() -> None:
    moment = datetime(2026, 10, 26, 12, 5, tzinfo=UTC)
    assert dutch.moment_words(moment) == "maandag 26 oktober 2026 om 13.05 uur"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "een dag"),
        (7, "een week"),
        (14, "twee weken"),
        (42, "zes weken"),
        (91, "13 weken"),
        (90, "90 dagen"),
        (0, "nul dagen"),
    ],
)
def test_days_become_weeks_when_they_are(days: int, words: str) -> None:
    assert dutch.days_words(days) == words


@pytest.mark.parametrize(
    ("months", "words"), [(1, "een maand"), (6, "zes maanden"), (12, "een jaar"), (24, "twee jaar")]
)
def test_months_become_years_when_they_are(months: int, words: str) -> None:
    assert dutch.months_words(months) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 4, 28), "vandaag"),
        (date(2026, 4, 29), "morgen"),
        (date(2026, 4, 27), "gisteren"),
        (date(2026, 5, 4), "over zes dagen"),
        (date(2026, 4, 13), "15 dagen geleden"),
    ],
)
def test_relative_days(day: date, words: str) -> None:
    assert dutch.relative_day(day, DAY) == words


def test_a_sentence_begins_with_a_capital() -> None:
    assert dutch.sentence("zes weken") == "Zes weken"
    assert dutch.sentence("") == ""


def test_inside_a_sentence_only_abbreviations_keep_their_capital() -> None:
    assert dutch.inside("Eerste dag van de zorg") == "eerste dag van de zorg"
    assert dutch.inside("GI weet van de maatregel") == "GI weet van de maatregel"
    assert dutch.inside("") == ""

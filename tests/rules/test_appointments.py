"""Times of appointments as people write them, and what cannot be."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from planbureau.rules.appointments import is_clock, moment_on, parse_clock, problem_with, time_words

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/appointments/clock.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["typed"] or "niets")
def test_a_time_is_read_as_people_write_it(case: dict[str, Any]) -> None:
    found = parse_clock(case["typed"])
    assert found == case.get("means")
    if found:
        assert is_clock(found)
        assert parse_clock(found) == found


@pytest.mark.parametrize("case", CASES["problem"])
def test_times_that_cannot_be_are_named(case: dict[str, Any]) -> None:
    said = problem_with(date.fromisoformat(case["day"]), case["starts"], case["ends"])
    assert case["says"] in said if "says" in case else said == ""


def test_an_appointment_needs_a_day() -> None:
    assert "dag" in problem_with(None, "", "")


def test_a_time_is_that_of_the_clock_in_the_netherlands() -> None:
    assert moment_on(date(2026, 3, 28), "14:00").astimezone(UTC) == datetime(2026, 3, 28, 13, tzinfo=UTC)
    assert moment_on(date(2026, 3, 29), "14:00").astimezone(UTC) == datetime(2026, 3, 29, 12, tzinfo=UTC)
    # The hour that comes twice: the first one.
    assert moment_on(date(2026, 10, 25), "02:30").astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_the_words_of_a_time() -> None:
    assert [time_words("", ""), time_words("09:00", ""), time_words("09:00", "10:15")] == [
        "", "09:00", "09:00-10:15",
    ]  # fmt: skip

"""Moments as people type them, and hours that are real hours."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbureau.clock import AMSTERDAM
from planbureau.errors import InvalidInputError
from planbureau.formats.moments import moment_text, read_moment
from planbureau.rules.dutch_moment_input import parse_moment

NOW = datetime(2026, 5, 1, 12, 30, 40, tzinfo=UTC)  # a Friday, 14.30 in Amsterdam


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1 mei 14:00", "2026-05-01T14:00+02:00"),
        ("1 mei 2026 om 14.00 uur", "2026-05-01T14:00+02:00"),
        ("1-5-26 9.05", "2026-05-01T09:05+02:00"),
        ("gisteren 9u30", "2026-04-30T09:30+02:00"),
        ("gisteren, 9 uur", "2026-04-30T09:00+02:00"),
        ("14:15", "2026-05-01T14:15+02:00"),
        ("7u", "2026-05-01T07:00+02:00"),
        ("9.30 gisteren", "2026-04-30T09:30+02:00"),
        ("om 9 uur op 1 mei", "2026-05-01T09:00+02:00"),
        ("vr 1 mei 0:05", "2026-05-01T00:05+02:00"),
        ("18-12-2026 09:30", "2026-12-18T09:30+01:00"),
        ("2026-05-01T14:00", "2026-05-01T14:00+02:00"),
        ("nu", "2026-05-01T14:30+02:00"),
        ("25-10-2026 2:30", "2026-10-25T02:30+02:00"),  # the hour comes twice; the first is meant
        ("", None),
    ],
)
def test_what_people_type(typed: str, expected: str | None) -> None:
    found = parse_moment(typed, NOW)
    assert (moment_text(found) if found else None) == expected


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("1 mei", "hoort ook een tijd"),
        ("1.3.26", "hoort ook een tijd"),
        ("1 mei 25:00", "tijd bestaat niet"),
        ("1 mei 9:75", "tijd bestaat niet"),
        ("29-3-2026 2:30", "klok een uur vooruit"),
        ("morgenvroeg", "geen moment"),
        ("blub 9:00", "geen moment"),
    ],
)
def test_what_is_no_moment(typed: str, words: str) -> None:
    with pytest.raises(InvalidInputError, match=words):
        parse_moment(typed, NOW)


def test_48_hours_are_real_hours_when_the_clock_changes() -> None:
    found = parse_moment("24-10-2026 14:00", NOW)
    assert found is not None
    later = (found.astimezone(UTC) + timedelta(hours=48)).astimezone(AMSTERDAM)
    assert later.isoformat(timespec="minutes") == "2026-10-26T13:00+01:00"


@given(st.integers(631_152_000, 3_786_912_000))
def test_what_is_stored_is_read_back(seconds: int) -> None:
    local = datetime.fromtimestamp(seconds, UTC).astimezone(AMSTERDAM).replace(second=0, microsecond=0)
    assert read_moment(moment_text(local)) == local


@pytest.mark.parametrize("value", [None, 3, "", "2026-05-01", "2026-05-01T14:00", "straks"])
def test_what_cannot_be_read_is_none(value: object) -> None:
    assert read_moment(value) is None

"""Days that cannot be right are told; nothing stops them from being kept."""

from __future__ import annotations

from datetime import date

import pytest

from planbureau.rules.people.life_days import check_born, check_died

TODAY = date(2026, 1, 20)


@pytest.mark.parametrize(
    ("born", "says"),
    [
        (None, ""),
        (date(2026, 1, 20), ""),
        (date(1911, 1, 1), ""),
        (date(2026, 1, 21), "moet nog komen"),
        (date(2090, 1, 1), "moet nog komen"),
        (date(1901, 1, 1), "125 jaar"),
    ],
)
def test_a_birth_date(born: date | None, says: str) -> None:
    hints = check_born(born, TODAY)
    assert bool(hints) == bool(says)
    assert all(says in hint.text for hint in hints)


@pytest.mark.parametrize(
    ("died", "born", "says"),
    [
        (None, date(1950, 5, 1), ""),
        (date(2025, 12, 1), None, ""),
        (date(1950, 5, 1), date(1950, 5, 1), ""),
        (date(1949, 5, 1), date(1950, 5, 1), "vóór de geboorte"),
        (date(2026, 2, 1), date(1950, 5, 1), "moet nog komen"),
    ],
)
def test_the_day_somebody_died(died: date | None, born: date | None, says: str) -> None:
    hints = check_died(died, born, TODAY)
    assert bool(hints) == bool(says)
    assert all(says in hint.text for hint in hints)

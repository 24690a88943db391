"""Initials, and texts from which every name that is known has gone."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbureau.rules.people.initials import Masker, home_initials, initials

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/appointments/initials.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["initials"], ids=lambda case: case["are"])
def test_initials(case: dict[str, Any]) -> None:
    assert initials(*case["names"]) == case["are"]


@pytest.mark.parametrize("case", CASES["home"], ids=lambda case: case["name"])
def test_a_household_has_initials_too(case: dict[str, str]) -> None:
    assert home_initials(case["name"]) == case["is"]


@pytest.mark.parametrize("case", CASES["mask"])
def test_names_numbers_and_addresses_go(case: dict[str, Any]) -> None:
    assert Masker(tuple(names) for names in case["people"])(case["text"]) == case["becomes"]


@given(
    st.lists(st.from_regex(r"[A-Z][a-z]{1,9}", fullmatch=True), min_size=1, max_size=5),
    st.lists(st.sampled_from(["met", "bij", "en", "over", ",", "."])),
    st.randoms(use_true_random=False),
)
def test_no_known_name_is_left(names: list[str], words: list[str], random: Any) -> None:
    mixed = [*names, *words]
    random.shuffle(mixed)
    masked = Masker([tuple(names)])(" ".join(mixed))
    assert not set(masked.casefold().split()) & {name.casefold() for name in names}

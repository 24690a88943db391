"""Whose name a ready-made goal of a parent gets (tests/cases/goals/of_parent.toml)."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planbureau.rules.goals.of_parent import Relative, parents_for

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases/goals/of_parent.toml").read_text(encoding="utf-8")
)["case"]  # fmt: skip
TODAY = date(2026, 3, 16)


def relative(text: str) -> Relative:
    role, _, born = text.partition(" ")
    return Relative(text, role, date.fromisoformat(born) if born else None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_it_is_of_the_parents(case: dict[str, Any]) -> None:
    chosen, family = (map(relative, case[name]) for name in ("chosen", "family"))
    assert list(parents_for(chosen, family, TODAY)) == case["gets"]

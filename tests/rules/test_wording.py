"""Words of goals without names: known ones, possible ones, numbers and addresses."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from planbureau.rules.goals.wording import lower_words, possible_names, stripped, to_template

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/goals/names_out.toml").read_text(encoding="utf-8"))
COMMON = lower_words(["het lukt om te slapen"])


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["text"][:20])
def test_nobody_is_left_in_the_words(case: dict[str, Any]) -> None:
    bare = stripped(case["text"], CASES["known"], COMMON)
    assert bare == case["bare"]
    assert stripped(bare, CASES["known"], COMMON) == bare
    assert possible_names(bare, CASES["known"], COMMON) == ()


def test_the_people_of_a_goal_become_one_place_for_names() -> None:
    assert to_template("Ali, Tom en Sara bellen Tomas.", ["Sara", "Tom", "Ali"]) == "{naam} bellen Tomas."
    assert possible_names("{naam} bellen Tomas en oma.", (), COMMON) == ("Tomas",)

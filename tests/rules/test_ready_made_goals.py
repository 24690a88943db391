"""The shipped goals can be filled with one name and with two, and read as D1 has them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from planbureau import resources
from planbureau.rules.people.names import fill, needs_names, template_errors

CASES = Path(__file__).parents[1] / "cases/language/ready_made_goals.toml"
EXPECTED = tomllib.loads(CASES.read_text(encoding="utf-8"))["goals"]
SHIPPED = {
    goal["code"]: goal
    for area in tomllib.loads(resources.path("goals.toml").read_text(encoding="utf-8"))["area"]
    for goal in area["goals"]
}


@pytest.mark.parametrize("code", EXPECTED)
def test_a_shipped_goal_reads_as_the_rules_have_it(code: str) -> None:
    assert fill(SHIPPED[code]["text"], ["Sara"]) == EXPECTED[code]


@pytest.mark.parametrize("code", SHIPPED)
def test_a_shipped_goal_changes_for_two_people(code: str) -> None:
    goal = SHIPPED[code]
    assert template_errors(goal["text"]) == template_errors(goal["easy"]) == ()
    if needs_names(goal["text"]):
        two = fill(goal["text"], ["Sara", "Tom"])
        assert two.replace("Sara en Tom", "Sara") != fill(goal["text"], ["Sara"])
    else:
        assert "/" not in goal["text"]

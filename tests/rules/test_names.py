"""Ready-made goals get the family's names."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from planbureau.errors import InvalidInputError
from planbureau.rules.people.names import fill, fill_blank, join_names, template_errors

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/goals/names.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["fill"], ids=lambda c: c["sentence"][:30])
def test_a_template_is_filled(case: dict[str, Any]) -> None:
    template = case["template"]
    assert template_errors(template) == ()
    assert fill(template, case["names"]) == case["sentence"]


@pytest.mark.parametrize("case", CASES["bad"], ids=lambda c: c["template"])
def test_a_wrong_template_is_named_and_never_filled(case: dict[str, str]) -> None:
    assert template_errors(case["template"])
    with pytest.raises(InvalidInputError):
        fill(case["template"], ["Sara"])


def test_a_goal_for_nobody_is_not_filled_but_can_be_shown() -> None:
    template = "{naam} {voelt/voelen} zich veilig in huis."
    with pytest.raises(InvalidInputError, match="niemand"):
        fill(template, [" "])
    assert fill_blank(template) == "… voelt zich veilig in huis."


def test_names_are_joined_as_dutch_does() -> None:
    assert [join_names(n) for n in ([], ["Sara"], ["Sara", "Tom"], ["Sara", "Tom", "Ali"])] == [
        "",
        "Sara",
        "Sara en Tom",
        "Sara, Tom en Ali",
    ]

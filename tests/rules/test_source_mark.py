"""Each source stands under its mark; nothing that is not confirmed is called law (rules part 0)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from planbureau.rules.source_mark import source_lines

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "sources.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES["case"], ids=[one["source"] for one in CASES["case"]])
def test_a_source_says_how_firm_it_is(case: dict[str, object]) -> None:
    assert list(source_lines(str(case["source"]))) == case["lines"]

"""When the five questions of the reporting code ask for a report (rules C7)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from planbureau.rules.report_code import Weighing, weigh

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "mld" / "melden.toml").read_text(encoding="utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_weighing_asks_for_a_report(case: dict[str, Any]) -> None:
    suspicion, acute, structural, can_help, take_part, becomes_safe = case["answers"]
    weighing = Weighing(
        suspicion, acute, structural, can_help, take_part, becomes_safe, reported=case["reported"]
    )
    assert weigh(weighing).value == case["verdict"]

"""When the five questions of the reporting code ask for a report (rules C7)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.vault_room import SHIPPED

from planbureau.formats import FormatLibrary
from planbureau.formats.answers import Answer, PlanState
from planbureau.rules.plan_checks import checked
from planbureau.rules.report_code import Weighing, weigh


@pytest.fixture(scope="module")
def shipped() -> FormatLibrary:
    return SHIPPED().formats


UNSAFE = {"acuut_onveilig": "ja", "besluit": "melden"}
REPORTED: tuple[tuple[str | None, dict[str, str]], ...] = (
    # the day of the report, and which questions are told about on 16 March 2026
    (None, {"besluit": "danger"}),
    ("2026-03-16", {}),
    ("2026-03-17", {"besluit": "danger", "gemeld_op": "attention"}),
    ("2062-03-16", {"besluit": "danger", "gemeld_op": "attention"}),
)


@pytest.mark.parametrize(("day", "told"), REPORTED)
def test_a_report_that_still_has_to_be_made_takes_no_warning_away(
    shipped: FormatLibrary, day: str | None, told: dict[str, str]
) -> None:
    answers = {name: Answer(value) for name, value in {**UNSAFE, "gemeld_op": day}.items()}
    state = PlanState(answers=answers, today="2026-03-16")
    found = {one.question_id: one.level for one in checked(shipped.get("mld"), state)}
    assert {name: level for name, level in found.items() if name != "richting_ontbreekt"} == told


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

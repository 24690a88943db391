"""Tasks before a talk, against tables that follow from rules A1 (T6, T10 to T12)."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbureau.rules.dates import is_working_day
from planbureau.rules.preparation import (
    LONGEST,
    USUAL_STEPS,
    PreparationStep,
    TaskState,
    chain,
    problem_with,
    state_of,
    target_of,
)

CASES = Path(__file__).parents[1] / "cases" / "preparation"
MEETING, DUE = date(2026, 4, 13), date(2026, 4, 6)


def cases(name: str) -> list[Any]:
    found = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"]
    return [pytest.param(case, id=case["name"]) for case in found]


@pytest.mark.parametrize("case", cases("chain"))
def test_tasks_are_counted_back_from_the_talk(case: dict[str, Any]) -> None:
    planned = chain(case["meeting"], [PreparationStep(weeks, "Iets doen") for weeks in case["weeks"]])
    assert [one.due for one in planned] == case["due"]
    assert [one.target for one in planned] == case["target"]


@pytest.mark.parametrize("case", cases("states"))
def test_how_a_task_stands(case: dict[str, Any]) -> None:
    more = {name: case.get(name, False) for name in ("done", "cancelled")}
    assert state_of(target_of(DUE), DUE, MEETING, case["today"], **more) is TaskState(case["state"])


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(0, LONGEST))
def test_the_day_to_aim_at_is_a_working_day_and_never_later(meeting: date, weeks: int) -> None:
    (planned,) = chain(meeting, [PreparationStep(weeks, "Iets doen")])
    assert planned.target <= planned.due <= meeting
    assert (meeting - planned.due).days == 7 * weeks
    assert is_working_day(planned.target)


def test_what_may_be_asked() -> None:
    assert problem_with(USUAL_STEPS) == ""
    assert {step.weeks for step in USUAL_STEPS} == {3, 2, 1}
    assert "wat er gebeurt" in problem_with([PreparationStep(1, " ")])
    assert "26 weken" in problem_with([PreparationStep(27, "Iets doen")])
    assert "26 weken" in problem_with([PreparationStep(-1, "Iets doen")])

"""What is missing in a file, against tables that follow from rules B6, C13, D2 and D4."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planbureau.rules.file_check import (
    EVALUATION_RULES,
    FileLimits,
    Gap,
    GapKind,
    GoalFile,
    Link,
    LinkState,
    PlanFile,
    Wish,
    goal_gaps,
    plan_gaps,
    state_of,
    wishes_answered,
)
from planbureau.rules.goals.status import GoalStatus

CASES = Path(__file__).parents[1] / "cases" / "file_check"
TODAY = date(2026, 11, 23)
GOAL = GoalFile(
    GoalStatus.ACTIVE, has_wish=True, has_measure=True, has_doing=True, noted_on=date(2026, 11, 16)
)
PLAN = PlanFile(1, date(2026, 3, 2), agreed=True, told=True)


def cases(name: str) -> list[Any]:
    found = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"]
    return [pytest.param(case, id=case["name"]) for case in found]


def other(record: Any, said: dict[str, Any]) -> Any:
    fields: dict[str, Any] = {name: None if value == "" else value for name, value in said.items()}
    if "status" in fields:
        fields["status"] = GoalStatus(fields["status"])
    if "wishes" in fields:
        fields["wishes"] = tuple(Wish(**one) for one in fields["wishes"])
        fields["aimed"] = frozenset(fields.get("aimed", ()))
    if "open_report" in fields:
        fields["open_report"] = tuple(fields["open_report"])
    return replace(record, **fields)


def expected(case: dict[str, Any]) -> tuple[Gap, ...]:
    told: list[dict[str, Any]] = [{"kind": one} if isinstance(one, str) else one for one in case["gaps"]]
    return tuple(Gap(GapKind(one["kind"]), one.get("since"), one.get("record", "")) for one in told)


@pytest.mark.parametrize("case", cases("goals"))
def test_what_is_missing_in_the_thread_of_a_goal(case: dict[str, Any]) -> None:
    goal, plan = other(GOAL, case.get("goal", {})), other(PLAN, case.get("plan", {}))
    assert goal_gaps(goal, plan, FileLimits(**case.get("limits", {})), TODAY) == expected(case)


@pytest.mark.parametrize("case", cases("plans"))
def test_what_is_missing_in_a_plan(case: dict[str, Any]) -> None:
    plan = other(PLAN, case.get("plan", {}))
    assert plan_gaps(plan, FileLimits(**case.get("limits", {})), case.get("today", TODAY)) == expected(case)
    assert [wish.key for wish in wishes_answered(plan)] == case.get("answered", [])


@pytest.mark.parametrize(
    ("gaps", "filled", "elsewhere", "state"),
    [
        ((), True, False, LinkState.THERE),
        ((), False, False, LinkState.NOT_YET),
        ((), False, True, LinkState.ELSEWHERE),
        ((), True, True, LinkState.THERE),
        ((Gap(GapKind.NO_NOTE),), True, False, LinkState.MISSING),
        ((Gap(GapKind.NO_WISH),), False, False, LinkState.NOT_YET),
    ],
)
def test_how_a_link_stands(gaps: tuple[Gap, ...], filled: bool, elsewhere: bool, state: LinkState) -> None:
    assert state_of(Link.NOTES, gaps, filled=filled, elsewhere=elsewhere) is state


def test_only_terms_of_looking_back_make_an_evaluation_late() -> None:
    assert {"WLZ-04", "HVP-04", "GZP-02", "GGZ-02", "WZD-02", "WZD-03", "GI-02"} <= EVALUATION_RULES
    assert EVALUATION_RULES.isdisjoint({"WLZ-02", "WLZ-03", "JR-01", "PLZ-03", "LFT-12", "BWT-JW"})

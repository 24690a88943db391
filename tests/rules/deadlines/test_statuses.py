"""Whole plans on a certain day, from the worked examples of the rules."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from planbureau.clock import AMSTERDAM
from planbureau.rules.deadlines import Deadline, PlanFacts, Regime, compute
from planbureau.rules.deadlines.settings import settings_from

CASES = Path(__file__).parents[2] / "cases" / "deadlines"
STATUSES: list[dict[str, Any]] = tomllib.loads((CASES / "statuses.toml").read_text(encoding="utf-8"))["case"]

_READ = {
    "term": lambda one: one.term_date,
    "last": lambda one: one.last_date,
    "target": lambda one: one.target_date,
    "start": lambda one: one.start_date,
    "done_on": lambda one: one.done_on,
    "days_left": lambda one: one.days_left,
    "status": lambda one: one.status.value,
    "label": lambda one: one.status_label,
    "severity": lambda one: one.severity.value,
    "warning": lambda one: one.warning,
}
_FACTS = {"triggers", "moments", "late_reasons", "done", "care_ended", "plan_closed", "last_file_change"}
_DATES = {"adoptions", "evaluations"}
_GIVEN = {"name", "rule", "plan", "regimes", "flags", "today", "now", "settings"}


def _facts(case: Mapping[str, Any]) -> PlanFacts:
    given = {key: case[key] for key in _FACTS if key in case}
    given |= {key: tuple(case[key]) for key in _DATES if key in case}
    return PlanFacts(
        plan_id="p",
        plan_type=case["plan"],
        regimes=frozenset(Regime(name) for name in case.get("regimes", ())),
        flags=frozenset(case.get("flags", ())),
        **given,
    )


def _computed(case: Mapping[str, Any]) -> tuple[Deadline, ...]:
    now: datetime | None = case.get("now")
    today = case["today"] if now is None else now.astimezone(AMSTERDAM).date()
    return compute(_facts(case), today, settings_from(case.get("settings", {})), now=now)


@pytest.mark.parametrize("case", STATUSES, ids=lambda case: case["name"])
def test_status(case: dict[str, Any]) -> None:
    unknown = set(case) - set(_READ) - _FACTS - _DATES - _GIVEN
    assert not unknown
    found: list[Deadline] = [one for one in _computed(case) if one.rule_id == case["rule"]]
    assert len(found) == 1
    wanted = {key: case[key] for key in _READ if key in case}
    assert wanted
    assert {key: _READ[key](found[0]) for key in wanted} == wanted

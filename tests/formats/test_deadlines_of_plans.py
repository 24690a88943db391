"""The terms of each shipped plan type under each law, and the dates that its first step asks for."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from planbureau.formats import FormatLibrary
from planbureau.rules.deadlines import RULES, Regime, rules_for, triggers_for

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "deadlines" / "plantypes.toml").read_text(encoding="utf-8")
)["case"]
EVERY_PLAN = ("LFT", "RCT", "BWT")


@pytest.mark.parametrize(
    "case", CASES, ids=["-".join([c["plan"], *c["regimes"], *c.get("flags", [])]) for c in CASES]
)
def test_the_terms_of_a_plan_type(shipped: FormatLibrary, case: dict[str, Any]) -> None:
    plan = shipped.get(case["plan"])
    regimes, flags = frozenset(Regime(name) for name in case["regimes"]), frozenset(case.get("flags", []))
    assert flags <= set(plan.flags)
    named = frozenset(plan.deadlines)
    found = [
        rule.id for rule in rules_for(plan.id, regimes, flags, named) if not rule.id.startswith(EVERY_PLAN)
    ]
    assert sorted(found) == case["rules"]
    assert [field.name for field in triggers_for(plan.id, regimes, flags, named)] == case["asked"]


def test_every_rule_for_these_plans_is_named_by_its_format(shipped: FormatLibrary) -> None:
    for plan in shipped.all():
        known = {rule.base_id for rule in RULES.values() if any(plan.id in s.plan_types for s in rule.scopes)}
        if plan.id in {case["plan"] for case in CASES}:
            missing = known - set(plan.deadlines)
            municipal = {"WMO-01", "WMO-02", "WMO-03", "WMO-04"} if plan.id in {"ggz", "osp"} else set()
            assert missing == municipal, plan.id

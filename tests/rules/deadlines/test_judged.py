"""Date cases that were derived from the rules by hand, each with the line of the rules that it judges."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from planbureau.rules.deadlines import (
    RULES,
    Deviation,
    Organisation,
    Pause,
    PersonFacts,
    PersonRole,
    PlanFacts,
    Regime,
    Request,
    RequestKind,
    compute,
)
from planbureau.rules.deadlines.settings import settings_from

CASES = Path(__file__).parents[2] / "cases" / "deadlines"
JUDGED: list[dict[str, Any]] = [
    case
    for name in ("judged.toml", "counted_again.toml")
    for case in tomllib.loads((CASES / name).read_text(encoding="utf-8"))["case"]
]
_LISTS = ("adoptions", "evaluations")
_AS_THEY_ARE = (
    "triggers", "moments", "done", "care_ended", "care_before", "client_died", "last_file_change",
)  # fmt: skip


def _facts(case: Mapping[str, Any]) -> PlanFacts:
    given: dict[str, Any] = {key: case[key] for key in _AS_THEY_ARE if key in case}
    given |= {key: tuple(case[key]) for key in _LISTS if key in case}
    if "born" in case:
        given["persons"] = (PersonFacts("c", "Sam", case["born"], PersonRole.CLIENT),)
    return PlanFacts(
        plan_id="p",
        plan_type=case["plan"],
        regimes=frozenset(Regime(name) for name in case.get("regimes", ())),
        flags=frozenset(case.get("flags", ())),
        agreed_dates={rule: tuple(days) for rule, days in case.get("agreed", {}).items()},
        series_done={rule: tuple(days) for rule, days in case.get("series_done", {}).items()},
        organisations=tuple(Organisation(*one) for one in case.get("organisations", ())),
        ordinary_evaluations=frozenset(case.get("ordinary", ())),
        deviations=tuple(
            Deviation(case["ref"].split()[-1], old, new, "reden", "ouders", "An", old, ("moeder",), told)
            for old, new, told in case.get("deviations", ())
        ),
        pauses=tuple(Pause(one[0], one[1] if one[1:] else None) for one in case.get("pauses", ())),
        requests=tuple(
            Request(str(at), RequestKind[kind], day)
            for at, (kind, day) in enumerate(case.get("requests", ()))
        ),
        **given,
    )


@pytest.mark.parametrize("case", JUDGED, ids=lambda case: f"{case['ref']} {case.get('want', ('', ''))[1]}")
def test_judged(case: dict[str, Any]) -> None:
    rule = case["ref"].split()[-1]
    today = case.get("today", date(2000, 1, 1))
    computed = compute(_facts(case), today, settings_from(case.get("settings", {})))
    found = [deadline for deadline in computed if deadline.rule_id == rule]
    if case.get("absent"):
        assert found == []
        return
    (one,) = found
    days = [one.term_date, one.last_date, one.target_date]
    assert days == case.get("want", days)
    last = case.get("last", one.last_date)
    assert one.last_date == (None if last == "none" else last)
    assert one.status.value == case.get("status", one.status.value)
    assert one.severity.value == case.get("severity", one.severity.value)
    assert one.status_label == case.get("label", one.status_label)
    assert one.warning == case.get("warning", one.warning)
    if today.year > 2000:
        assert one.movable_until == case.get("movable")
    if "moment" in case:
        assert one.last_moment is not None
        assert one.last_moment.isoformat().startswith(case["moment"])
    assert RULES[rule].source in one.why


def test_every_rule_and_every_line_of_the_engine_has_a_case() -> None:
    """Part A: T1 to T17, and each rule of the tables. A rule that is off has none (VVT-01)."""
    texts = [path.read_text(encoding="utf-8") for path in CASES.iterdir()]
    rules = {rule.id for rule in RULES.values() if rule.enabled}
    quoted = {rule for rule in rules if any(f'"{rule}' in text or f' {rule}"' in text for text in texts)}
    assert rules - quoted == set()
    own = (*CASES.parents[1].glob("rules/deadlines/*.py"), *CASES.parents[1].glob("rules/test_dates.py"))
    told = list(chain(texts, (path.read_text(encoding="utf-8") for path in own)))
    assert [n for n in range(1, 18) if not any(f"T{n} " in text or f"T{n}:" in text for text in told)] == []

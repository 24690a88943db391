"""The worked date cases of the rules, and more by hand, each through the whole engine where it can be."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from planbureau.rules import dates
from planbureau.rules.deadlines import (
    DEFAULT_SETTINGS,
    RULES,
    Deviation,
    PersonFacts,
    PersonRole,
    PlanFacts,
    Request,
    TermSettings,
    compute,
)
from planbureau.rules.deadlines.occurrence import end_of
from planbureau.rules.deadlines.rule import DeadlineRule, Special
from planbureau.rules.deadlines.special_files import _KINDS

CASES = Path(__file__).parents[2] / "cases" / "deadlines"
WORKED: list[dict[str, Any]] = json.loads((CASES / "worked_dates.json").read_text(encoding="utf-8"))[
    "gevallen"
]
MORE: list[dict[str, Any]] = json.loads((CASES / "worked_dates_more.json").read_text(encoding="utf-8"))[
    "gevallen"
]
ENGINE_ONLY = {"T1": (42, 0), "T2": (0, 6), "T6": (42, 0)}


def _facts(rule: DeadlineRule, trigger: date, note: str) -> dict[str, Any]:
    """The smallest plan in which `rule` starts on `trigger`."""
    scope = rule.scopes[0]
    facts: dict[str, Any] = {
        "plan_id": "p",
        "plan_type": min(scope.plan_types, default="osp"),
        "regimes": scope.regimes,
        "flags": frozenset({min(scope.flags)}) if scope.flags else frozenset(),
    }
    born = date.fromisoformat(note.removeprefix("geboren ")) if note.startswith("geboren") else trigger
    person = PersonFacts("c", "Sam", born, PersonRole.CLIENT)
    if rule.special in {Special.PERSON_AGE, Special.CLIENT_AGE}:
        facts["persons"] = (person,)
    elif rule.id in _KINDS and rule.id != "HVP-02":
        facts["requests"] = (Request("r", _KINDS[rule.id], trigger),)
    elif rule.special is Special.KEEPING and rule.id != "BWT-WZD":
        facts |= {"last_file_change": trigger, "care_ended": trigger}
    elif rule.special is Special.MOMENT:
        facts["moments"] = {
            rule.triggers[0]: datetime(trigger.year, trigger.month, trigger.day, 12, tzinfo=UTC)
        }
    elif rule.id == "WZD-03":
        facts["evaluations"] = (trigger,)
    elif rule.id == "WLZ-06":
        facts["adoptions"] = (trigger,)
    else:
        facts["triggers"] = {rule.triggers[0]: trigger}
        if rule.special is Special.LATE_START:
            facts["persons"] = (person,)
    return facts


@pytest.mark.parametrize("case", [*WORKED, *MORE], ids=lambda case: f"{case['regel']} {case['trigger']}")
def test_worked_date(case: dict[str, Any]) -> None:
    name, _, variant = case["regel"].partition("/")
    trigger = date.fromisoformat(case["trigger"])
    expected = tuple(date.fromisoformat(case[key]) for key in ("termijn", "uiterste", "streef"))
    if name in ENGINE_ONLY:
        days, months = ENGINE_ONLY[name]
        term = dates.add_months(trigger, months) if months else dates.add_days(trigger, days)
        last = dates.atw_shift(term) if case["atw"] else term
        assert (term, last, dates.previous_working_day(term)) == expected
        return
    rule = RULES[case["regel"]] if case["regel"] in RULES else RULES[name]
    settings = TermSettings(ppl_start_leeftijd=variant) if name == "PPL-01" else DEFAULT_SETTINGS
    assert rule.atw == case["atw"]
    if not rule.scopes:
        term, last = end_of(rule, trigger, rule.interval.amount if rule.interval else 0, settings)
        assert (term, last, dates.previous_working_day(term)) == expected
        return
    facts = _facts(rule, trigger, case["noot"])
    if variant == "afgezien":
        facts["deviations"] = (_waiver(trigger),)
    found = [one for one in compute(PlanFacts(**facts), trigger, settings) if one.rule_id == rule.id]
    assert [(one.term_date, one.last_date, one.target_date) for one in found] == [expected]


def _waiver(trigger: date) -> Deviation:
    return Deviation(
        rule_id="WLZ-04",
        old_date=trigger + timedelta(days=181),
        new_date=None,
        reason="de cliënt wil één gesprek per jaar",
        asked_by="cliënt",
        recorded_by="begeleider",
        recorded_on=trigger,
        consent_of=("Sam (cliënt)",),
        told_gives_up_right=True,
    )


def test_all_cases_are_there() -> None:
    assert len(WORKED) == 115
    assert len(MORE) == 48

"""Every deadline explains itself in Dutch sentences."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planbureau.rules.deadlines import (
    PersonFacts,
    PersonRole,
    PlanFacts,
    Regime,
    SeriesAnchor,
    TermSettings,
    compute,
)
from planbureau.rules.deadlines.settings import settings_from

CASES = Path(__file__).parents[2] / "cases" / "deadlines"
WHY: list[dict[str, Any]] = tomllib.loads((CASES / "why.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", WHY, ids=lambda case: case["rule"])
def test_why_this_date(case: dict[str, Any]) -> None:
    regimes = frozenset(map(Regime, case["regimes"]))
    facts = PlanFacts(
        plan_id="p",
        plan_type=case["plan"],
        regimes=regimes,
        flags=frozenset(case.get("flags", ())),
        triggers=case.get("triggers", {}),
        moments=case.get("moments", {}),
        evaluations=tuple(case.get("evaluations", ())),
        agreed_dates={rule: tuple(days) for rule, days in case.get("agreed", {}).items()},
        care_ended=case.get("care_ended"),
    )
    computed = compute(facts, date(2026, 3, 1), settings_from(case.get("settings", {})))
    found = [one.why for one in computed if one.rule_id == case["rule"]]
    assert found == [case["why"]]


def _only(facts: PlanFacts, rule_id: str, **settings: Any) -> str:
    found = compute(facts, date(2026, 3, 1), TermSettings(**settings))
    return next(one.why for one in found if one.rule_id == rule_id)


def test_a_birthday_explains_itself() -> None:
    child = PersonFacts("c", "Sam", date(2014, 7, 1), PersonRole.CLIENT)
    facts = PlanFacts(plan_id="p", plan_type="gzp", persons=(child,))
    why = _only(facts, "LFT-12")
    assert why.startswith("Geboren op 1 juli 2014, dus 12 jaar op woensdag 1 juli 2026 (")


def test_a_stricter_number_is_told() -> None:
    facts = PlanFacts(
        plan_id="p",
        plan_type="osp",
        regimes=frozenset({Regime.WLZ}),
        triggers={"datum_start_zorg": date(2026, 1, 5)},
    )
    why = _only(facts, "WLZ-02", strenger={"WLZ-02": 28})
    assert why.startswith("Vier weken na maandag 5 januari 2026 is maandag 2 februari 2026.")
    assert why.endswith("De wet noemt zes weken; de organisatie is hier strenger.")


def test_without_the_atw_the_date_stays() -> None:
    facts = PlanFacts(
        plan_id="p",
        plan_type="osp",
        regimes=frozenset({Regime.JEUGDWET}),
        triggers={"datum_afzien_fgp": date(2026, 3, 16)},
    )
    found = compute(facts, date(2026, 3, 1), TermSettings(atw_toepassen=False))
    assert [one.last_date for one in found if one.rule_id == "HVP-01"] == [date(2026, 4, 27)]


def test_a_fixed_rhythm_explains_from_where_it_counts() -> None:
    facts = PlanFacts(
        plan_id="p",
        plan_type="osp",
        regimes=frozenset({Regime.WLZ}),
        triggers={"datum_laatste_planbespreking": date(2026, 1, 31)},
        evaluations=(date(2026, 9, 20),),
    )
    why = _only(facts, "WLZ-04", serie_anker=SeriesAnchor.FIXED)
    assert why.startswith(
        "Het vaste ritme is zes maanden, vanaf zaterdag 31 januari 2026: de volgende keer is zondag "
        "31 januari 2027 (Wlz 8.1.1 lid 6)."
    )

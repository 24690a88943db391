"""Doors that stay closed until something is recorded (FGP-01, HVP-03, WLZ-01)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planbureau.rules.deadlines import (
    Deviation,
    PlanFacts,
    Regime,
    adoption_gates,
    meeting_gate,
    oral_form_allowed,
)

YOUTH = PlanFacts(plan_id="p", plan_type="osp", regimes=frozenset({Regime.JEUGDWET}))
CARE = PlanFacts(plan_id="p", plan_type="osp", regimes=frozenset({Regime.WLZ}))
TODAY = date(2026, 4, 1)


@pytest.mark.parametrize(
    ("flags", "allowed"),
    [
        (set(), True),
        ({"pleegzorg"}, True),
        ({"gi_ots"}, False),
        ({"gi_voogdij"}, False),
        ({"jeugdreclassering"}, False),
        ({"gesloten_jeugdhulp"}, False),
    ],
)
def test_the_spoken_form(flags: set[str], allowed: bool) -> None:
    assert oral_form_allowed(frozenset(flags)) is allowed


def test_a_youth_plan_waits_for_the_familiegroepsplan() -> None:
    assert [gate.rule_id for gate in adoption_gates(YOUTH, TODAY)] == ["FGP-01"]
    decided = replace(YOUTH, triggers={"datum_afzien_fgp": date(2026, 3, 1)})
    assert adoption_gates(decided, TODAY) == ()
    probation = replace(YOUTH, flags=frozenset({"jeugdreclassering"}))
    assert adoption_gates(probation, TODAY) == ()
    assert adoption_gates(replace(YOUTH, plan_type="fgp"), TODAY) == ()
    assert adoption_gates(CARE, TODAY) == ()


def test_the_meeting_waits_for_the_personal_plan() -> None:
    gate = meeting_gate(CARE, TODAY)
    assert gate is not None
    assert "Vertel eerst" in gate.reason
    informed = replace(CARE, triggers={"datum_geinformeerd_pp": date(2026, 3, 28)})
    waiting = meeting_gate(informed, date(2026, 4, 7))
    assert waiting is not None
    assert "dinsdag 7 april 2026" in waiting.reason
    assert meeting_gate(informed, date(2026, 4, 8)) is None
    handed_in = replace(informed, flags=frozenset({"persoonlijk_plan_ingeleverd"}))
    assert meeting_gate(handed_in, date(2026, 3, 30)) is None
    assert meeting_gate(YOUTH, TODAY) is None


def test_a_client_may_say_no_to_a_personal_plan() -> None:
    waived = Deviation(
        rule_id="WLZ-01",
        old_date=date(2026, 4, 7),
        new_date=None,
        reason="Sam wil geen eigen plan",
        asked_by="Sam",
        recorded_by="Noor",
        recorded_on=date(2026, 3, 28),
        consent_of=("Sam (cliënt)",),
    )
    facts = replace(CARE, triggers={"datum_geinformeerd_pp": date(2026, 3, 28)}, deviations=(waived,))
    assert meeting_gate(facts, date(2026, 3, 30)) is None


@pytest.mark.parametrize("regime", [Regime.WLZ, Regime.WMO])
def test_a_format_that_names_the_familiegroepsplan_keeps_it_to_the_jeugdwet(regime: Regime) -> None:
    """The rule also holds for a familiegroepsplan under no regime; that says nothing about another plan."""
    named = frozenset({"FGP-01", "FGP-02", "HVP-01"})
    facts = replace(CARE, regimes=frozenset({regime}), rule_ids=named)
    assert adoption_gates(facts, TODAY) == ()
    youth = replace(YOUTH, rule_ids=named)
    assert [gate.rule_id for gate in adoption_gates(youth, TODAY)] == ["FGP-01"]
    invented = replace(facts, plan_type="zomerplan", regimes=frozenset({Regime.JEUGDWET}))
    assert [gate.rule_id for gate in adoption_gates(invented, TODAY)] == ["FGP-01"]

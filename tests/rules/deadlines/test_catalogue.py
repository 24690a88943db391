"""Every rule is complete, readable and consistent with the ATW; and which rules hold for a plan."""

from __future__ import annotations

import pytest

from planbureau.rules import dates
from planbureau.rules.deadlines import RULE_IDS, RULES, Mark, Regime, rules_for, trigger_label, triggers_for
from planbureau.rules.deadlines.interval import Interval
from planbureau.rules.deadlines.kinds import Direction, Series, Unit
from planbureau.rules.deadlines.rule import DeadlineRule
from planbureau.rules.deadlines.triggers import TRIGGER_FIELDS

NONE: frozenset[str] = frozenset()
GENERAL = {"LFT-12", "LFT-16", "LFT-18", "RCT-01", "RCT-03", "BWT-TWIJFEL"}


def ids(plan_type: str, *regimes: Regime, flags: frozenset[str] = NONE) -> set[str]:
    return {rule.id for rule in rules_for(plan_type, frozenset(regimes), flags)}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_rule_is_complete(rule: DeadlineRule) -> None:
    assert rule.title
    assert rule.what_now.endswith((".", "?"))
    assert rule.source
    assert rule.mark is not Mark.LAW or rule.in_force_from is not None
    assert rule.triggers
    for name in (*rule.triggers, *rule.done_by):
        assert trigger_label(name)
    texts = (rule.title, rule.what_now, rule.deviation.condition, rule.why_extra)
    assert not any("!" in text or "  " in text for text in texts)
    assert rule.deviation.condition == "" or rule.deviation.allowed


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_the_atw_stands_only_where_it_may(rule: DeadlineRule) -> None:
    interval: Interval | None = rule.interval
    if not rule.atw:
        return
    assert interval is not None
    assert interval.direction is Direction.FORWARD
    assert interval.unit in {Unit.DAYS, Unit.MONTHS}
    covers = dates.atw_covers_days if interval.unit is Unit.DAYS else dates.atw_covers_months
    assert covers(interval.amount)


def test_every_short_legal_term_has_the_atw_except_where_the_rules_say_so() -> None:
    without = {
        rule.id
        for rule in RULES.values()
        if rule.mark is Mark.LAW
        and rule.number_mark is None
        and not rule.atw
        and rule.interval is not None
        and (
            (rule.interval.unit is Unit.DAYS and 0 < rule.interval.amount <= 84)
            or (rule.interval.unit is Unit.MONTHS and rule.interval.amount <= 3)
        )
    }
    assert without == {"WZD-04", "WZD-05", "WZD-06", "WZD-08b"}  # T7: never lengthen involuntary care


def test_the_wzd_always_counts_from_the_last_evaluation() -> None:
    assert RULES["WZD-03"].series is Series.LAST_DONE


def test_names_for_formats_hold_every_rule_and_its_family() -> None:
    assert {"WLZ-01", "WMO-06", "WMO-06/beschikking", "RCT-02", "LFT-12", "GZP-01"} <= RULE_IDS


def test_an_ondersteuningsplan_follows_its_law() -> None:
    wlz = {"WLZ-01", "WLZ-02", "WLZ-03", "WLZ-04", "WLZ-05"}
    youth = {"FGP-01", "FGP-02", "HVP-01", "HVP-02", "HVP-04"}
    wmo = {"WMO-05", "WMO-06", "WMO-06/beschikking"}
    municipal = {"WMO-01", "WMO-02", "WMO-03", "WMO-04"}
    own = {"GHZ-01"}  # the organisation chooses whether it wants small talks
    assert ids("osp", Regime.WLZ) == wlz | own | {"EVA-01"} | GENERAL | {"RCT-02", "BWT-WGBO"}
    assert ids("osp", Regime.JEUGDWET) == youth | own | GENERAL | {"RCT-02", "BWT-JW"}
    assert ids("osp", Regime.WMO) == wmo | municipal | own | GENERAL | {"RCT-02/Wmo", "BWT-WMO"}
    assert ids("osp", Regime.WLZ, flags=frozenset({"pgb"})) == wmo | own | GENERAL | {"RCT-02", "BWT-WGBO"}
    assert ids("osp") == GENERAL | {"RCT-02"}  # whoever asks gets an answer, whatever the law of the plan


def test_a_gezinsplan_has_its_own_rules() -> None:
    own = {"GZP-01", "GZP-02", "GZP-03"}
    assert ids("gzp", Regime.JEUGDWET) == own | GENERAL | {"RCT-02", "BWT-JW"}


def test_a_plan_of_mental_health_care_follows_its_law() -> None:
    assert "WLZ-02" in ids("ggz", Regime.WLZ)
    assert "GGZ-01" not in ids("ggz", Regime.WLZ)
    assert "GGZ-01" in ids("ggz", Regime.ZVW)
    assert {"WMO-05"} == ids("ggz", Regime.WMO) & {"WMO-05", "GGZ-01", "WLZ-02"}


def test_a_guardian_institution_reviews_by_its_own_rule() -> None:
    flags = frozenset({"gi_ots"})
    found = ids("hvp", Regime.JEUGDWET, flags=flags)
    assert {"GI-01", "GI-02"} <= found
    assert "HVP-04" not in found


def test_involuntary_care_brings_its_rules_to_any_plan() -> None:
    found = ids("osp", Regime.WLZ, flags=frozenset({"wzd_van_toepassing"}))
    assert {"WZD-01", "WZD-02", "WZD-03"} <= found
    assert "WZD-04" not in found
    assert "WZD-04" in ids("osp", Regime.WLZ, flags=frozenset({"wzd_van_toepassing", "onvrijwillige_zorg"}))


def test_what_is_not_confirmed_is_off() -> None:
    assert "VVT-01" not in ids("zlp", Regime.WLZ, flags=frozenset({"verblijf"}))


def test_a_format_names_its_rules_and_needs_no_known_plan_type() -> None:
    named = frozenset({"WLZ-02", "WMO-06"})
    found = {rule.id for rule in rules_for("verzonnen", frozenset({Regime.WLZ}), NONE, named)}
    assert found == {"WLZ-02"} | GENERAL | {"RCT-02", "BWT-WGBO"}
    wmo = {rule.id for rule in rules_for("verzonnen", frozenset({Regime.WMO}), NONE, named)}
    assert {"WMO-06", "WMO-06/beschikking"} <= wmo
    assert "WMO-05" not in wmo
    asked = triggers_for("verzonnen", frozenset({Regime.WLZ}), NONE, named)
    assert [field.name for field in asked] == ["datum_start_zorg"]


def test_a_wizard_asks_the_dates_of_its_rules() -> None:
    def asked(plan_type: str, *regimes: Regime) -> list[str]:
        return [field.name for field in triggers_for(plan_type, frozenset(regimes), NONE)]

    assert asked("osp", Regime.WLZ) == [
        "datum_start_zorg",
        "datum_geinformeerd_pp",
        "datum_laatste_planbespreking",
    ]
    assert asked("osp", Regime.JEUGDWET) == [
        "datum_start_jeugdhulp",
        "datum_aanbod_fgp",
        "datum_afzien_fgp",
        "datum_verzoek_op_schrift",
    ]
    assert asked("osp", Regime.WMO) == [
        "datum_melding",
        "datum_aanvraag",
        "datum_start_begeleiding",
        "einddatum_beschikking",
    ]
    assert asked("gzp") == [
        "datum_start_plan",
        "datum_derde_organisatie",
        "datum_aanvraag_individuele_voorziening",
        "einddatum_beschikking",
    ]


def test_every_question_has_a_help_and_a_reason() -> None:
    for field in TRIGGER_FIELDS.values():
        if field.asked:
            assert field.help.endswith(".")
            assert field.why.endswith(".")
            assert "!" not in field.help + field.why

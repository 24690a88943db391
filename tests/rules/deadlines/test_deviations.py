"""Deviations, pauses, series and corrections: when another date than the computed one stands (T13 to T17)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from planbureau.errors import InvalidInputError
from planbureau.rules.deadlines import (
    DEFAULT_SETTINGS,
    Deadline,
    Deviation,
    Pause,
    PlanFacts,
    Regime,
    SeriesAnchor,
    Severity,
    Status,
    TermSettings,
    check_deviation,
    compute,
    moved,
)

YOUTH = PlanFacts(plan_id="p", plan_type="osp", regimes=frozenset({Regime.JEUGDWET}))
CARE = PlanFacts(plan_id="p", plan_type="osp", regimes=frozenset({Regime.WLZ}))
SUPPORT = PlanFacts(plan_id="p", plan_type="osp", regimes=frozenset({Regime.WMO}))
FAMILY = PlanFacts(plan_id="p", plan_type="gzp")


def one(facts: PlanFacts, rule_id: str, today: date, settings: TermSettings = DEFAULT_SETTINGS) -> Deadline:
    found = [deadline for deadline in compute(facts, today, settings) if deadline.rule_id == rule_id]
    assert len(found) == 1
    return found[0]


def deviation(rule_id: str, new: date | None, **more: Any) -> Deviation:
    told: dict[str, Any] = {
        "old_date": None,
        "reason": "vader ligt in het ziekenhuis",
        "asked_by": "moeder",
        "recorded_by": "Noor",
        "recorded_on": date(2026, 6, 1),
    }
    return Deviation(rule_id=rule_id, new_date=new, **{**told, **more})


SUPPORTED = replace(SUPPORT, triggers={"datum_start_begeleiding": date(2026, 6, 1)})  # until 13 July


def test_an_own_choice_moves_with_a_reason() -> None:
    facts = replace(
        SUPPORTED, deviations=(deviation("WMO-05", date(2026, 8, 2), old_date=date(2026, 7, 13)),)
    )
    moved = one(facts, "WMO-05", date(2026, 7, 14))
    assert (moved.term_date, moved.last_date) == (date(2026, 7, 13), date(2026, 8, 2))
    assert moved.target_date == date(2026, 7, 31)
    assert moved.status is Status.DEVIATED
    assert not moved.deviation_check
    assert "Afgesproken is uiterlijk zondag 2 augustus 2026." in moved.why
    assert "vader ligt in het ziekenhuis" in moved.why


def test_a_moved_date_still_becomes_near_and_late() -> None:
    facts = replace(SUPPORTED, deviations=(deviation("WMO-05", date(2026, 8, 2)),))
    assert one(facts, "WMO-05", date(2026, 7, 19)).status is Status.NEAR
    assert one(facts, "WMO-05", date(2026, 8, 3)).status is Status.LATE


def test_a_term_can_fall_away() -> None:
    facts = replace(SUPPORTED, deviations=(deviation("WMO-05", None),))
    gone = one(facts, "WMO-05", date(2027, 1, 1))
    assert gone.status is Status.DEVIATED
    assert (gone.last_date, gone.days_left) == (None, None)


def test_a_law_stays_red_whatever_is_recorded() -> None:
    start = {"datum_start_zorg": date(2026, 1, 5)}
    facts = replace(CARE, triggers=start, deviations=(deviation("WLZ-02", date(2026, 12, 1)),))
    kept = one(facts, "WLZ-02", date(2026, 2, 17))
    assert kept.last_date == date(2026, 2, 16)
    assert (kept.status, kept.severity) == (Status.LATE, Severity.RED)
    assert kept.deviation is None
    assert "telt niet mee" in kept.warning


def test_a_law_is_not_switched_off_but_a_choice_is_with_a_reason() -> None:
    facts = replace(
        CARE,
        triggers={"datum_start_zorg": date(2026, 1, 5)},
        not_applicable={"WLZ-02": "geen zin", "WMO-05": "losse vraag"},
    )
    assert one(facts, "WLZ-02", date(2026, 2, 17)).status is Status.LATE
    chosen = one(replace(SUPPORTED, not_applicable={"WMO-05": "losse vraag"}), "WMO-05", date(2026, 9, 1))
    assert chosen.status_label == "n.v.t. (losse vraag)"
    blank = one(replace(SUPPORTED, not_applicable={"WMO-05": " "}), "WMO-05", date(2026, 9, 1))
    assert blank.status is Status.LATE


@pytest.mark.parametrize(
    "missing", [{"consent_of": ()}, {"told_gives_up_right": False}, {"reason": "  "}], ids=str
)
def test_the_waiver_of_half_yearly_talks_needs_consent_and_explanation(missing: dict[str, Any]) -> None:
    complete = {"consent_of": ("Sam (cliënt)",), "told_gives_up_right": True}
    held = {"datum_laatste_planbespreking": date(2026, 2, 27)}
    waived = replace(CARE, triggers=held, deviations=(deviation("WLZ-04", None, **complete),))
    assert one(waived, "WLZ-04", date(2026, 8, 28)).last_date == date(2027, 2, 27)
    incomplete = replace(waived, deviations=(deviation("WLZ-04", None, **{**complete, **missing}),))
    assert one(incomplete, "WLZ-04", date(2026, 8, 28)).last_date == date(2026, 8, 27)


def test_the_waiver_never_goes_past_a_year_and_holds_for_the_next_turn() -> None:
    complete = {"consent_of": ("Sam (cliënt)",), "told_gives_up_right": True}
    held = {"datum_laatste_planbespreking": date(2026, 2, 27)}
    far = replace(CARE, triggers=held, deviations=(deviation("WLZ-04", date(2028, 1, 1), **complete),))
    assert one(far, "WLZ-04", date(2026, 8, 28)).last_date == date(2027, 2, 27)
    again = replace(
        CARE,
        triggers=held,
        evaluations=(date(2027, 2, 1),),
        deviations=(deviation("WLZ-04", None, **complete),),
    )
    waived = one(again, "WLZ-04", date(2027, 2, 2))
    assert (waived.last_date, waived.status) == (date(2028, 2, 1), Status.DEVIATED)


def test_a_late_rhythm_is_orange_until_the_year_is_broken() -> None:
    facts = replace(CARE, triggers={"datum_laatste_planbespreking": date(2026, 2, 27)})
    assert one(facts, "WLZ-04", date(2026, 8, 28)).severity is Severity.ORANGE
    assert one(facts, "WLZ-04", date(2027, 2, 28)).severity is Severity.RED


def test_a_deviation_of_an_earlier_turn_says_nothing_about_the_next() -> None:
    facts = replace(
        YOUTH,
        adoptions=(date(2026, 1, 15),),
        evaluations=(date(2026, 8, 20),),
        deviations=(deviation("HVP-04", date(2026, 8, 25), recorded_on=date(2026, 7, 1)),),
    )
    assert one(facts, "HVP-04", date(2026, 8, 21)).last_date == date(2027, 2, 20)


def test_a_deviation_never_passes_the_maximum() -> None:
    moved = deviation("HVP-04", date(2027, 6, 1))
    facts = replace(YOUTH, adoptions=(date(2026, 1, 15),), deviations=(moved,))
    assert one(facts, "HVP-04", date(2026, 7, 1)).last_date == date(2027, 1, 15)


def test_a_corrected_trigger_asks_to_check_the_deviation() -> None:
    moved = deviation("WMO-05", date(2026, 8, 2), old_date=date(2026, 7, 13))
    facts = replace(SUPPORT, triggers={"datum_start_begeleiding": date(2026, 6, 8)}, deviations=(moved,))
    checked = one(facts, "WMO-05", date(2026, 6, 20))
    assert checked.last_date == date(2026, 8, 2)
    assert checked.deviation_check
    assert checked.warning.startswith("Controleer de afwijking")


PAUSE = (Pause(date(2026, 6, 1), date(2026, 6, 20), "vakantie"),)


def test_a_pause_moves_nothing_by_itself_but_says_how_far() -> None:
    facts = replace(YOUTH, adoptions=(date(2025, 12, 15),), pauses=PAUSE)
    evaluation = one(facts, "HVP-04", date(2026, 5, 1))
    assert evaluation.last_date == date(2026, 6, 15)
    assert evaluation.movable_until == date(2026, 7, 5)


def test_a_pause_never_moves_a_law() -> None:
    facts = replace(CARE, triggers={"datum_start_zorg": date(2026, 5, 11)}, pauses=PAUSE)
    kept = one(facts, "WLZ-02", date(2026, 6, 1))
    assert (kept.last_date, kept.movable_until) == (date(2026, 6, 22), None)


def test_a_pause_outside_the_term_does_not_count() -> None:
    facts = replace(FAMILY, triggers={"datum_start_plan": date(2026, 1, 5)}, pauses=PAUSE)
    assert one(facts, "GZP-02", date(2026, 2, 1)).movable_until is None


def test_a_guidance_without_deviation_moves_at_most_the_pause() -> None:
    facts = PlanFacts(
        plan_id="p",
        plan_type="zlp",
        regimes=frozenset({Regime.WLZ}),
        adoptions=(date(2025, 6, 15),),
        pauses=PAUSE,
    )
    until = replace(facts, deviations=(deviation("WLZ-06", date(2026, 7, 5)),))
    assert one(until, "WLZ-06", date(2026, 5, 1)).last_date == date(2026, 7, 5)
    past = replace(facts, deviations=(deviation("WLZ-06", date(2026, 7, 6)),))
    assert one(past, "WLZ-06", date(2026, 5, 1)).last_date == date(2026, 6, 15)


def test_recording_is_refused_in_dutch() -> None:
    late = one(replace(CARE, triggers={"datum_start_zorg": date(2026, 1, 5)}), "WLZ-02", date(2026, 2, 17))
    with pytest.raises(InvalidInputError, match="van deze termijn uit de wet mag niet worden afgeweken"):
        check_deviation(deviation("WLZ-02", date(2026, 5, 1)), late, DEFAULT_SETTINGS)
    with pytest.raises(InvalidInputError, match="andere termijn"):
        check_deviation(deviation("WMO-05", date(2026, 5, 1)), late, DEFAULT_SETTINGS)
    own = one(SUPPORTED, "WMO-05", date(2026, 6, 2))
    check_deviation(deviation("WMO-05", date(2026, 8, 1)), own, DEFAULT_SETTINGS)
    with pytest.raises(InvalidInputError, match="geen reden"):
        check_deviation(deviation("WMO-05", date(2026, 8, 1), reason=""), own, DEFAULT_SETTINGS)
    with pytest.raises(InvalidInputError, match="wie om de afwijking vroeg"):
        check_deviation(deviation("WMO-05", date(2026, 8, 1), asked_by=""), own, DEFAULT_SETTINGS)
    with pytest.raises(InvalidInputError, match="voor het begin"):
        check_deviation(deviation("WMO-05", date(2026, 5, 31)), own, DEFAULT_SETTINGS)
    youth = one(replace(YOUTH, adoptions=(date(2026, 1, 15),)), "HVP-04", date(2026, 6, 2))
    with pytest.raises(InvalidInputError, match="niet later zijn dan vrijdag 15 januari 2027"):
        check_deviation(deviation("HVP-04", date(2027, 1, 16)), youth, DEFAULT_SETTINGS)


def test_an_agreed_date_goes_before_the_rhythm() -> None:
    facts = replace(
        FAMILY,
        triggers={"datum_start_plan": date(2026, 2, 1)},
        agreed_dates={"GZP-02": (date(2026, 1, 1), date(2026, 4, 10), date(2026, 9, 1))},
    )
    agreed = one(facts, "GZP-02", date(2026, 2, 2))
    assert agreed.last_date == date(2026, 4, 10)
    assert "Met elkaar is vrijdag 10 april 2026 afgesproken" in agreed.why
    after = replace(facts, evaluations=(date(2026, 4, 12),))
    assert one(after, "GZP-02", date(2026, 4, 13)).last_date == date(2026, 9, 1)


FIXED = TermSettings(serie_anker=SeriesAnchor.FIXED)


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ((), date(2026, 4, 30)),
        ((date(2026, 4, 20),), date(2026, 7, 31)),
        ((date(2026, 5, 20),), date(2026, 7, 31)),
        ((date(2026, 4, 20), date(2026, 7, 31)), date(2026, 10, 31)),
        ((date(2026, 4, 20), date(2026, 7, 31), date(2026, 11, 15)), date(2027, 1, 31)),
    ],
)
def test_a_fixed_rhythm_counts_from_its_anchor(done: tuple[date, ...], expected: date) -> None:
    facts = replace(FAMILY, triggers={"datum_start_plan": date(2026, 1, 31)}, evaluations=done)
    assert one(facts, "GZP-02", date(2026, 2, 1), FIXED).last_date == expected


def test_a_law_keeps_counting_from_the_last_time_in_a_fixed_rhythm() -> None:
    facts = PlanFacts(
        plan_id="p",
        plan_type="hvp",
        flags=frozenset({"gi_ots"}),
        adoptions=(date(2026, 2, 16),),
        evaluations=(date(2026, 12, 1),),
    )
    assert one(facts, "GI-02", date(2026, 12, 2), FIXED).last_date == date(2027, 12, 1)


def test_several_regimes_are_never_merged() -> None:
    facts = replace(
        CARE,
        flags=frozenset({"wzd_van_toepassing"}),
        triggers={"datum_start_zorg": date(2026, 9, 1)},
    )
    both = [one.rule_id for one in compute(facts, date(2026, 9, 2)) if one.last_date == date(2026, 10, 13)]
    assert both == ["WLZ-02", "WZD-01"]


def test_the_earliest_comes_first_and_the_undated_last() -> None:
    facts = replace(
        CARE,
        regimes=frozenset({Regime.WLZ, Regime.JEUGDWET, Regime.WMO}),
        triggers={"datum_start_zorg": date(2026, 9, 1), "datum_start_begeleiding": date(2026, 8, 1)},
    )
    days = [one.last_date or date.max for one in compute(facts, date(2026, 9, 2))]
    assert days == sorted(days)
    assert days[-1] == date.max


def test_an_end_of_care_closes_what_is_open_and_keeps_what_was_done() -> None:
    facts = replace(
        CARE,
        triggers={"datum_start_zorg": date(2026, 1, 5), "datum_laatste_planbespreking": date(2026, 1, 20)},
        adoptions=(date(2026, 1, 20),),
        client_died=date(2026, 3, 3),
    )
    assert one(facts, "WLZ-02", date(2026, 9, 1)).status is Status.DONE_IN_TIME
    closed = one(facts, "WLZ-04", date(2026, 9, 1))
    assert closed.status_label == "vervallen (cliënt overleden op 3 maart 2026)"
    assert closed.severity is Severity.NONE
    assert one(facts, "BWT-WGBO", date(2026, 9, 1)).last_date == date(2046, 3, 3)


def test_a_late_term_asks_for_one_reason() -> None:
    facts = replace(CARE, triggers={"datum_start_zorg": date(2026, 2, 2)})
    late = one(facts, "WLZ-02", date(2026, 4, 20))
    assert (late.status_label, late.needs_reason) == ("te laat (35 dagen)", True)
    told = one(replace(facts, late_reasons={"WLZ-02": "pas nu ingevoerd"}), "WLZ-02", date(2026, 4, 20))
    assert not told.needs_reason
    assert told.last_date == late.last_date


def test_a_correction_tells_which_dates_moved() -> None:
    before = replace(CARE, triggers={"datum_start_zorg": date(2026, 1, 5)})
    after = replace(
        CARE,
        triggers={"datum_start_zorg": date(2026, 1, 12), "datum_geinformeerd_pp": date(2026, 1, 13)},
    )
    today = date(2026, 1, 20)
    found = moved(compute(before, today), compute(after, today))
    assert [(one.key, one.old_date, one.new_date) for one in found] == [
        ("WLZ-01", None, date(2026, 1, 20)),
        ("WLZ-02", date(2026, 2, 16), date(2026, 2, 23)),
    ]
    assert found[1].text == "Zorgplan bespreken en vaststellen: van 16-2-2026 naar 23-2-2026"
    assert found[0].text == "Tijd voor een persoonlijk plan: nu 20-1-2026"
    gone = moved(compute(after, today), compute(before, today))
    assert gone[0].text == "Tijd voor een persoonlijk plan: 20-1-2026 vervalt"
    assert moved(compute(after, today), compute(after, today)) == ()


def test_an_evaluation_recorded_at_its_rule_starts_the_record_that_must_follow() -> None:
    facts = replace(
        CARE,
        triggers={"datum_laatste_planbespreking": date(2026, 2, 27)},
        adoptions=(date(2026, 2, 27),),
        series_done={"WLZ-04": (date(2026, 8, 24),)},
    )
    assert one(facts, "WLZ-04", date(2026, 8, 25)).last_date == date(2027, 2, 24)
    assert one(facts, "WLZ-05", date(2026, 8, 25)).last_date == date(2026, 10, 5)


def test_an_evaluation_is_no_report_to_the_prosecutor() -> None:
    facts = PlanFacts(
        plan_id="p",
        plan_type="hvp",
        flags=frozenset({"jeugdreclassering"}),
        triggers={"datum_start_toezicht": date(2026, 1, 15)},
        evaluations=(date(2026, 3, 1),),
    )
    assert one(facts, "JR-01", date(2026, 3, 2)).last_date == date(2026, 7, 15)
    reported = replace(facts, series_done={"JR-01": (date(2026, 7, 1),)})
    assert one(reported, "JR-01", date(2026, 7, 2)).last_date == date(2027, 1, 1)


def test_support_is_looked_at_once_a_year_whatever_is_agreed() -> None:
    """GHZ-01: beside small talks there is a large one each year, also where the Wmo names no rhythm."""
    supported = replace(SUPPORT, adoptions=(date(2026, 1, 15),))
    far = replace(supported, deviations=(deviation("WMO-06", date(2027, 6, 1)),))
    assert one(far, "WMO-06", date(2026, 7, 1)).last_date == date(2027, 1, 15)
    promised = replace(supported, agreed_dates={"WMO-06": (date(2027, 6, 1),)})
    assert one(promised, "WMO-06", date(2026, 7, 1)).last_date == date(2027, 1, 15)

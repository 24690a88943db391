"""What must hold for every rule: the ATW, series, the way of a status, deviations and stricter numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbureau.rules import dates
from planbureau.rules.deadlines import (
    DEFAULT_SETTINGS,
    RULES,
    Deadline,
    Deviation,
    Mark,
    Pause,
    PlanFacts,
    Regime,
    SeriesAnchor,
    Status,
    TermSettings,
    compute,
)
from planbureau.rules.deadlines.kinds import Direction, Unit
from planbureau.rules.deadlines.occurrence import end_of
from planbureau.rules.deadlines.rule import DeadlineRule
from planbureau.rules.deadlines.settings import stricter_rules

days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
COUNTED = [rule for rule in RULES.values() if rule.interval and rule.interval.unit is not Unit.HOURS]
counted = st.sampled_from(COUNTED)
FAMILY = PlanFacts(plan_id="p", plan_type="gzp", regimes=frozenset({Regime.JEUGDWET}))
SUPPORT = PlanFacts(plan_id="p", plan_type="wmo", regimes=frozenset({Regime.WMO}))
CARE = PlanFacts(plan_id="p", plan_type="osp", regimes=frozenset({Regime.WLZ}))


def one(facts: PlanFacts, rule: str, today: date, settings: TermSettings = DEFAULT_SETTINGS) -> Deadline:
    (found,) = compute(facts, today, settings, {rule})
    return found


def test_the_atw_is_for_short_terms_that_are_counted_forward() -> None:
    """T6 and T7: never for hours, more than ninety days or three months, backward, or involuntary care."""
    for rule in RULES.values():
        if not rule.atw:
            continue
        interval = rule.interval
        assert interval is not None
        assert rule.mark is Mark.LAW or rule.id == "IPA-01"  # the region treats holidays alike (O)
        assert interval.direction is Direction.FORWARD
        longest = {Unit.DAYS: 90, Unit.MONTHS: 3}
        assert interval.amount <= longest[interval.unit]
        assert not rule.id.startswith(("WZD-04", "WZD-05", "WZD-06", "WZD-07", "WZD-08"))


@given(counted, days)
def test_the_atw_moves_forward_only_and_only_where_it_holds(rule: DeadlineRule, start: date) -> None:
    assert rule.interval is not None
    term, last = end_of(rule, start, rule.interval.amount, DEFAULT_SETTINGS)
    without = end_of(rule, start, rule.interval.amount, replace(DEFAULT_SETTINGS, atw_toepassen=False))
    assert without == (term, term)
    assert last >= term
    if not rule.atw:
        assert last == term
    elif last != term:
        assert not dates.is_working_day(term)
        assert all(not dates.is_working_day(term + timedelta(n)) for n in range((last - term).days))
    if rule.interval.direction is Direction.FORWARD:
        assert term >= start


@given(days, st.integers(1, 6), st.integers(1, 12))
def test_a_fixed_rhythm_never_drifts(start: date, months: int, turns: int) -> None:
    """T2 and T15: each date is counted from the first one: 31-1, 28-2, 31-3."""
    settings = replace(DEFAULT_SETTINGS, serie_anker=SeriesAnchor.FIXED, eval_gezinsplan_maanden=months)
    done: tuple[date, ...] = ()
    for turn in range(1, turns + 1):
        facts = replace(FAMILY, triggers={"datum_start_plan": start}, evaluations=done)
        due = one(facts, "GZP-02", start, settings).term_date
        assert due == dates.add_months(start, months * turn)
        done = (*done, due)


@given(days, st.integers(0, 400))
def test_from_the_last_time_the_next_is_one_interval_on(start: date, later: int) -> None:
    done = start + timedelta(later)
    facts = replace(FAMILY, triggers={"datum_start_plan": start}, evaluations=(done,))
    assert one(facts, "GZP-02", done).term_date == dates.add_months(done, 3)


_WAY = (Status.RUNNING, Status.NEAR, Status.TODAY, Status.LATE)


OWN = [
    ("WMO-05", "datum_start_begeleiding"),
    ("WMO-01", "datum_melding"),
    ("WMO-06/beschikking", "einddatum_beschikking"),
]


@given(days, st.integers(2, 120), st.sampled_from(OWN))
def test_a_status_only_goes_on(start: date, span: int, what: tuple[str, str]) -> None:
    """T11: runs, near, today, late, in that order and never back, as long as nothing is written."""
    rule, trigger = what
    facts = replace(SUPPORT, triggers={trigger: start})
    shown = [one(facts, rule, start + timedelta(n)).status for n in range(-span, span)]
    order = [_WAY.index(status) for status in shown]
    assert all(before <= after for before, after in pairwise(order))


@given(days, st.integers(1, 60))
def test_a_window_closes_once_and_is_never_late(start: date, span: int) -> None:
    facts = replace(CARE, triggers={"datum_geinformeerd_pp": start})
    shown = [one(facts, "WLZ-01", start + timedelta(n)).status for n in range(span)]
    assert set(shown) <= {Status.RUNNING, Status.CLOSED}
    assert shown == sorted(shown, key=lambda status: status is Status.CLOSED)


def _deviation(rule: str, new: date | None, on: date, **more: object) -> Deviation:
    told = Deviation(rule, None, new, "reden", "cliënt", "Noor", on, consent_of=("Sam (cliënt)",))
    return replace(told, **more)  # type: ignore[arg-type]


YOUTH = PlanFacts(plan_id="p", plan_type="hvp", regimes=frozenset({Regime.JEUGDWET}))


@given(days, st.integers(1, 2000), st.integers(7, 12))
def test_an_evaluation_is_never_put_off_longer_than_the_maximum(start: date, later: int, most: int) -> None:
    """HVP-04: any date with a reason, and never more than the longest time between two evaluations."""
    settings = replace(DEFAULT_SETTINGS, eval_max_maanden=most)
    facts = replace(
        YOUTH, adoptions=(start,), deviations=(_deviation("HVP-04", start + timedelta(later), start),)
    )
    moved = one(facts, "HVP-04", start, settings)
    assert moved.last_date == min(start + timedelta(later), dates.add_months(start, most))


@given(days, st.integers(1, 2000), st.booleans())
def test_giving_up_a_right_leaves_one_evaluation_a_year(start: date, later: int, told: bool) -> None:
    """WLZ-04: never later than twelve months, and without the explanation nothing changes at all."""
    facts = replace(CARE, triggers={"datum_laatste_planbespreking": start})
    plain = one(facts, "WLZ-04", start)
    asked = _deviation("WLZ-04", start + timedelta(later), start, told_gives_up_right=told)
    moved = one(replace(facts, deviations=(asked,)), "WLZ-04", start)
    assert moved.last_date is not None
    assert moved.last_date <= dates.add_months(start, 12)
    if not told:
        assert moved.last_date == plain.last_date
        assert moved.warning


@given(days, st.integers(-400, 2000))
def test_a_law_without_a_way_out_keeps_its_day(start: date, later: int) -> None:
    facts = replace(CARE, triggers={"datum_start_zorg": start})
    kept = one(facts, "WLZ-02", start)
    paused = replace(
        facts,
        pauses=(Pause(start, start + timedelta(20)),),
        deviations=(_deviation("WLZ-02", start + timedelta(later), start),),
    )
    assert one(paused, "WLZ-02", start).last_date == kept.last_date
    assert one(paused, "WLZ-02", start).movable_until is None


@given(days, st.integers(1, 60), st.integers(0, 41))
def test_a_pause_gives_no_more_days_than_it_took(start: date, length: int, after: int) -> None:
    """T14: the care lay still for `length` days within the term."""
    begun = start + timedelta(after)
    facts = replace(
        SUPPORT,
        triggers={"datum_start_begeleiding": start},
        pauses=(Pause(begun, begun + timedelta(length - 1)),),
    )
    still = one(facts, "WMO-05", start)
    assert still.last_date == start + timedelta(42)
    assert still.movable_until == start + timedelta(42 + length)


@pytest.mark.parametrize("rule", stricter_rules(), ids=lambda rule: rule.id)
def test_a_stricter_number_is_never_later(rule: DeadlineRule) -> None:
    interval = rule.interval
    assert interval is not None
    if interval.unit is Unit.HOURS:
        return
    for start in (date(2028, 1, 31), date(2028, 2, 29), date(2028, 11, 13), date(2029, 2, 16)):
        usual = end_of(rule, start, interval.amount, DEFAULT_SETTINGS)
        for amount in range(1, interval.amount):
            shorter = end_of(rule, start, amount, DEFAULT_SETTINGS)
            assert shorter[0] <= usual[0]
            assert shorter[1] <= usual[1]


WZD = replace(CARE, flags=frozenset({"wzd_van_toepassing", "onvrijwillige_zorg"}))
several = st.lists(st.integers(-900, 900), max_size=4)


def _came_back(ended: date, acts: list[int], talks: list[int], ordinary: int) -> PlanFacts:
    """Care that began ten days after an earlier one ended; what was done lies before and after that."""
    held = tuple(ended + timedelta(n) for n in talks)
    return replace(
        WZD,
        triggers={
            "datum_start_zorg": ended + timedelta(10),
            "datum_start_uitvoering": ended + timedelta(20),
            "datum_start_termijn_oz": ended + timedelta(20),
        },
        adoptions=tuple(ended + timedelta(n) for n in acts),
        evaluations=held,
        ordinary_evaluations=frozenset(held[:ordinary]),
    )


@given(days, several, several, st.integers(0, 4))
def test_what_was_done_in_an_earlier_care_settles_no_later_term(
    ended: date, acts: list[int], talks: list[int], ordinary: int
) -> None:
    facts = replace(_came_back(ended, acts, talks, ordinary), care_before=ended)
    for found in compute(facts, ended + timedelta(900)):
        if found.trigger_date is not None and found.trigger_date > ended:
            assert found.done_on is None or found.done_on > ended


@given(days, several, several, st.integers(0, 4))
def test_an_end_of_long_before_changes_nothing(
    ended: date, acts: list[int], talks: list[int], ordinary: int
) -> None:
    facts = _came_back(ended, acts, talks, ordinary)
    long_ago = replace(facts, care_before=ended - timedelta(901))
    assert compute(long_ago, ended) == compute(facts, ended)


@given(days, several, several)
def test_an_ordinary_report_never_settles_more_than_that_of_the_wzd(
    ended: date, acts: list[int], talks: list[int]
) -> None:
    """With involuntary care WZD-03 is never later by it, and other rules do not see the difference."""
    of_wzd, plain = _came_back(ended, acts, talks, 0), _came_back(ended, acts, talks, 4)
    strict = {found.key: found for found in compute(plain, ended)}
    for found in compute(of_wzd, ended):
        if not found.rule_id.startswith("WZD-0"):
            assert strict[found.key] == found
        elif found.rule_id == "WZD-03" and found.key in strict:
            last = strict[found.key].last_date
            assert last is not None
            assert found.last_date is not None
            assert last <= found.last_date

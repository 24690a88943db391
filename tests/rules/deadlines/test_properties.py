"""What must hold for every plan, on every day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planbureau.rules import dates
from planbureau.rules.deadlines import (
    RULES,
    PersonFacts,
    PersonRole,
    PlanFacts,
    Regime,
    Severity,
    Status,
    compute,
)
from planbureau.rules.deadlines.kinds import Direction
from planbureau.rules.deadlines.triggers import TRIGGER_FIELDS

days = st.dates(date(2018, 1, 1), date(2032, 12, 31))
flags = st.frozensets(
    st.sampled_from(
        ["pgb", "gi_ots", "jeugdreclassering", "wzd_van_toepassing", "onvrijwillige_zorg", "pleegzorg"]
    )
)
plans = st.builds(
    PlanFacts,
    plan_id=st.just("p"),
    plan_type=st.sampled_from(["osp", "gzp", "hvp", "fgp", "wmo", "zlp", "ggz", "ipa", "ppl", "mld"]),
    regimes=st.frozensets(st.sampled_from(Regime)),
    flags=flags,
    triggers=st.dictionaries(st.sampled_from(sorted(TRIGGER_FIELDS)), days, max_size=8),
    adoptions=st.lists(days, max_size=2).map(tuple),
    evaluations=st.lists(days, max_size=3).map(tuple),
    persons=st.lists(
        st.builds(
            PersonFacts,
            key=st.sampled_from("abc"),
            label=st.just("Kind"),
            birth_date=st.one_of(st.none(), st.dates(date(2004, 2, 28), date(2018, 3, 2))),
            role=st.sampled_from(PersonRole),
        ),
        max_size=2,
        unique_by=lambda person: person.key,
    ).map(tuple),
    care_ended=st.one_of(st.none(), days),
)


@given(plans, days)
def test_a_deadline_is_consistent(facts: PlanFacts, today: date) -> None:
    for one in compute(facts, today):
        rule = RULES[one.rule_id]
        assert one.why.endswith(".")
        assert "None" not in one.why
        if one.term_date is None or one.last_date is None or one.target_date is None:
            assert one.status in {Status.NOT_STARTED, Status.NOT_APPLICABLE, Status.LAPSED} or one.done_on
            continue
        assert one.target_date <= one.term_date <= one.last_date
        assert dates.is_working_day(one.target_date)  # T10: also of a task of a Sunday
        backward = rule.interval is not None and rule.interval.direction is Direction.BACKWARD
        if one.trigger_date is not None and not backward:
            assert one.term_date >= one.trigger_date
        if one.last_date != one.term_date and rule.id not in {"WLZ-03", "JR-02"}:
            assert rule.atw
            assert not dates.is_working_day(one.term_date)
            assert dates.is_working_day(one.last_date)
        if one.status is Status.LATE:
            assert today > one.last_date
            assert one.severity in {Severity.YELLOW, Severity.ORANGE, Severity.RED}
            assert facts.ended_on is None or not rule.lapses


@given(plans, days)
def test_keys_are_distinct_and_the_order_is_by_date(facts: PlanFacts, today: date) -> None:
    found = compute(facts, today)
    assert len({one.key for one in found}) == len(found)
    order = [one.last_date or date.max for one in found]
    assert order == sorted(order)


@given(plans, days, st.integers(1, 400))
def test_dates_do_not_depend_on_today(facts: PlanFacts, today: date, later: int) -> None:
    now = {one.key: (one.term_date, one.last_date) for one in compute(facts, today)}
    then = {one.key: (one.term_date, one.last_date) for one in compute(facts, today + timedelta(later))}
    assert now == then

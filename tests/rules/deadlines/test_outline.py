"""A deadline in short says the same as the whole one, on whatever day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from planbureau.rules.deadlines import (
    DEFAULT_SETTINGS,
    RULES,
    Deviation,
    Organisation,
    PersonFacts,
    PersonRole,
    PlanFacts,
    Regime,
    Request,
    RequestKind,
    Status,
    compute,
)
from planbureau.rules.deadlines.outline import (
    BY_ORGANISATIONS,
    BY_PERSONS,
    BY_REQUESTS,
    OPENING,
    PASSING,
    Outline,
    outline,
)
from planbureau.rules.deadlines.status import status_on
from planbureau.rules.deadlines.triggers import TRIGGER_FIELDS

days = st.dates(date(2019, 1, 1), date(2031, 12, 31))
deviations = st.builds(
    Deviation,
    rule_id=st.sampled_from(sorted(RULES)),
    old_date=st.none(),
    new_date=st.one_of(st.none(), days),
    reason=st.just("Op verzoek."),
    asked_by=st.just("Noor"),
    recorded_by=st.just("Sanne"),
    recorded_on=days,
    told_gives_up_right=st.booleans(),
    consent_of=st.sampled_from([(), ("Noor",)]),
)
plans = st.builds(
    PlanFacts,
    plan_id=st.just("p"),
    plan_type=st.sampled_from(["osp", "gzp", "hvp", "fgp", "wmo", "zlp", "ggz", "mld"]),
    regimes=st.frozensets(st.sampled_from(Regime)),
    flags=st.frozensets(st.sampled_from(["pgb", "jeugdreclassering", "wzd_van_toepassing", "pleegzorg"])),
    triggers=st.dictionaries(st.sampled_from(sorted(TRIGGER_FIELDS)), days, max_size=8),
    adoptions=st.lists(days, max_size=2).map(tuple),
    done=st.dictionaries(st.sampled_from(sorted(RULES)), days, max_size=3),
    persons=st.just(
        (
            PersonFacts("a", "Kind", date(2012, 2, 29), PersonRole.MEMBER),
            PersonFacts("b", "Noor", date(2010, 6, 1), PersonRole.CLIENT),
        )
    ),
    organisations=st.lists(
        st.builds(Organisation, name=st.sampled_from(["School", "Wijkteam", "GGZ", "GI"]), added_on=days),
        max_size=4,
    ).map(tuple),
    requests=st.lists(
        st.builds(Request, key=st.sampled_from("rst"), kind=st.sampled_from(RequestKind), asked_on=days),
        max_size=2,
        unique_by=lambda request: request.key,
    ).map(tuple),
    deviations=st.lists(deviations, max_size=3).map(tuple),
    care_ended=st.one_of(st.none(), days),
)


def on_day(one: Outline, today: date) -> Status:
    """The status of an outline on a day."""
    return status_on(RULES[one.rule_id], one.standing, one.last_date, DEFAULT_SETTINGS, today)


@given(plans, days)
def test_an_outline_says_what_the_deadline_says(facts: PlanFacts, today: date) -> None:
    short = {(o.rule_id, o.subject): (o.last_date, on_day(o, today)) for o in outline(facts)}
    whole = {(d.rule_id, d.subject): (d.last_date, d.status) for d in compute(facts, today)}
    assert short == whole


@given(plans, days)
def test_what_can_never_be_open_is_open_on_no_day(facts: PlanFacts, today: date) -> None:
    for one in outline(facts):
        closes = (one.rule_id in PASSING and one.last_date is not None and one.last_date < today) or (
            one.rule_id in OPENING and one.last_date is not None and one.last_date <= today
        )
        if on_day(one, today).is_open:
            assert one.can_be_open
            assert not closes
        elif one.can_be_open:
            assert closes or on_day(one, today) is Status.DEVIATED


@given(plans, days, st.sampled_from(sorted(RULES)))
def test_one_rule_alone_gives_the_same(facts: PlanFacts, today: date, rule_id: str) -> None:
    alone = compute(facts, today, only={rule_id})
    assert alone == tuple(one for one in compute(facts, today) if one.rule_id == rule_id)


@given(plans, days)
def test_who_is_not_read_is_not_asked_after(facts: PlanFacts, today: date) -> None:
    for rules, without in (
        (BY_PERSONS, replace(facts, persons=())),
        (BY_ORGANISATIONS, replace(facts, organisations=())),
        (BY_REQUESTS, replace(facts, requests=())),
    ):
        others = set(RULES) - rules
        assert compute(without, today, only=others) == compute(facts, today, only=others)


def test_a_moved_date_is_open_once_it_is_near() -> None:
    moved = Deviation("GZP-02", None, date(2026, 9, 1), "Op verzoek.", "Noor", "Sanne", date(2026, 3, 1))
    facts = PlanFacts(
        plan_id="p", plan_type="gzp", triggers={"datum_start_plan": date(2026, 2, 1)}, deviations=(moved,)
    )
    (one,) = (o for o in outline(facts) if o.rule_id == "GZP-02")
    assert (one.standing, one.last_date, one.can_be_open) == (Status.DEVIATED, date(2026, 9, 1), True)
    assert on_day(one, date(2026, 4, 1)) is Status.DEVIATED
    assert on_day(one, date(2026, 8, 30)) is Status.NEAR
    waived = replace(facts, deviations=(replace(moved, new_date=None),))
    (one,) = (o for o in outline(waived) if o.rule_id == "GZP-02")
    assert not one.can_be_open

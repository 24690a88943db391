"""Terms per person, request and organisation, and with a clock (LFT, PPL, RCT, GZP-01, WZD-08)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from planbureau.clock import AMSTERDAM
from planbureau.rules.deadlines import (
    Deadline,
    LeapBirthday,
    Organisation,
    PersonFacts,
    PersonRole,
    PlanFacts,
    Regime,
    Request,
    RequestKind,
    Severity,
    Status,
    TermSettings,
    compute,
)

FAMILY = PlanFacts(plan_id="p", plan_type="gzp", regimes=frozenset({Regime.JEUGDWET}))
TODAY = date(2026, 4, 1)


def of_rule(facts: PlanFacts, rule_id: str, today: date = TODAY) -> list[Deadline]:
    return [one for one in compute(facts, today) if one.rule_id == rule_id]


SAM = PersonFacts("sam", "Sam", date(2014, 7, 1), PersonRole.MEMBER)
LEA = PersonFacts("lea", "Lea", date(2008, 2, 29), PersonRole.CLIENT)
AUNT = PersonFacts("tante", "Tante Bo", date(2009, 5, 5), PersonRole.OTHER)


def test_each_child_has_its_own_birthdays() -> None:
    facts = replace(FAMILY, persons=(SAM, LEA, AUNT), created_on=date(2025, 1, 1))
    found = {one.key: one.last_date for one in compute(facts, TODAY) if one.rule_id.startswith("LFT")}
    assert found == {
        "LFT-12:sam": date(2026, 7, 1),
        "LFT-16:sam": date(2030, 7, 1),
        "LFT-18:sam": date(2032, 7, 1),
        "LFT-18:lea": date(2026, 3, 1),
    }


def test_a_birthday_is_announced_ninety_days_before() -> None:
    facts = replace(FAMILY, persons=(SAM, LEA), created_on=date(2025, 1, 1))
    twelve = of_rule(facts, "LFT-12")[0]
    assert (twelve.title, twelve.start_date) == ("Sam wordt 12 jaar", date(2026, 4, 2))
    assert of_rule(facts, "LFT-18")[0].start_date == date(2025, 12, 1)


def test_a_birthday_that_has_passed_is_told_so() -> None:
    facts = replace(FAMILY, persons=(SAM,), created_on=date(2025, 1, 1))
    days = (date(2026, 6, 30), date(2026, 7, 1), date(2026, 7, 2))
    told = [of_rule(facts, "LFT-12", day)[0].title for day in days]
    assert told == ["Sam wordt 12 jaar", "Sam wordt 12 jaar", "Sam is 12 jaar geworden"]


def test_a_birthday_before_the_plan_is_no_task() -> None:
    facts = replace(FAMILY, persons=(LEA,), triggers={"datum_start_plan": date(2026, 3, 1)})
    assert of_rule(facts, "LFT-18") == []


def test_a_birthday_is_settled_per_person() -> None:
    twin = PersonFacts("pim", "Pim", date(2014, 7, 1), PersonRole.MEMBER)
    facts = replace(
        FAMILY, persons=(SAM, twin), created_on=date(2025, 1, 1), done={"LFT-12:sam": date(2026, 6, 30)}
    )
    found = {one.subject: one.status for one in of_rule(facts, "LFT-12", date(2026, 7, 2))}
    assert found == {"sam": Status.DONE_IN_TIME, "pim": Status.LATE}


def test_a_birthday_that_was_settled_by_a_wrong_birth_date_waits_again() -> None:
    """T13: twelve on 1 July 2026 was settled in June; the child turns out to be born a year later."""
    done = {"LFT-12:sam": date(2026, 6, 30)}
    family = replace(FAMILY, persons=(SAM,), created_on=date(2025, 1, 1), done=done)
    assert of_rule(family, "LFT-12", date(2026, 7, 2))[0].status is Status.DONE_IN_TIME
    younger = replace(family, persons=(replace(SAM, birth_date=date(2015, 7, 1)),))
    waits = of_rule(younger, "LFT-12", date(2026, 7, 2))[0]
    assert (waits.status, waits.last_date, waits.done_on) == (Status.RUNNING, date(2027, 7, 1), None)
    assert "Op 30 juni 2026 vastgelegd als gedaan" in waits.warning


def test_a_leap_birthday_can_be_chosen_and_explains_itself() -> None:
    facts = replace(FAMILY, persons=(LEA,), created_on=date(2025, 1, 1))
    assert "in een gewoon jaar jarig op 1 maart" in of_rule(facts, "LFT-18")[0].why
    earlier = compute(facts, TODAY, TermSettings(schrikkeldag=LeapBirthday.LAST_OF_FEBRUARY))
    assert [one.last_date for one in earlier if one.rule_id == "LFT-18"] == [date(2026, 2, 28)]


def test_an_unknown_birth_date_is_no_error() -> None:
    nobody = PersonFacts("x", "Baby", None, PersonRole.MEMBER)
    assert of_rule(replace(FAMILY, persons=(nobody,)), "LFT-12") == []


def _joined(*days: str, is_gp: bool = False) -> tuple[Organisation, ...]:
    names = ("De Linde", "GGD", "Wijkteam", "School")
    return tuple(
        Organisation(name, date.fromisoformat(day), is_gp) for name, day in zip(names, days, strict=False)
    )


def test_the_third_organisation_starts_a_gezinsplan() -> None:
    facts = replace(FAMILY, organisations=_joined("2026-01-05", "2026-03-04", "2026-02-01"))
    task = of_rule(facts, "GZP-01", date(2026, 3, 4))[0]
    assert (task.term_date, task.status) == (date(2026, 3, 4), Status.TODAY)
    late = of_rule(facts, "GZP-01", date(2026, 3, 5))[0]
    assert (late.status, late.severity) == (Status.LATE, Severity.ORANGE)


def test_the_same_organisation_twice_and_a_gp_do_not_count() -> None:
    twice = (*_joined("2026-01-05", "2026-02-01"), Organisation(" de  LINDE ", date(2026, 3, 4)))
    gp = (*_joined("2026-01-05", "2026-02-01"), Organisation("Huisarts", date(2026, 3, 4), is_gp=True))
    assert of_rule(replace(FAMILY, organisations=twice), "GZP-01") == []
    assert of_rule(replace(FAMILY, organisations=gp), "GZP-01") == []


def test_a_request_for_help_without_a_plan_is_red_on_its_day() -> None:
    asked = replace(FAMILY, triggers={"datum_aanvraag_individuele_voorziening": date(2026, 4, 1)})
    assert [one.severity for one in of_rule(asked, "GZP-01")] == [Severity.RED]
    begun = replace(
        FAMILY,
        triggers={
            "datum_aanvraag_individuele_voorziening": date(2026, 4, 1),
            "datum_start_plan": date(2026, 3, 20),
        },
    )
    assert [one.status for one in of_rule(begun, "GZP-01")] == [Status.DONE_IN_TIME]


YOUTH = PlanFacts(plan_id="p", plan_type="osp", regimes=frozenset({Regime.JEUGDWET}))


def test_of_several_requests_for_paper_the_earliest_counts() -> None:
    facts = replace(
        YOUTH,
        triggers={"datum_verzoek_op_schrift": date(2026, 3, 17)},
        requests=(
            Request("b", RequestKind.IN_WRITING, date(2026, 3, 12), "moeder"),
            Request("a", RequestKind.IN_WRITING, date(2026, 3, 10), "vader"),
            Request("c", RequestKind.ACCESS, date(2026, 3, 1), "vader"),
        ),
    )
    assert [one.last_date for one in of_rule(facts, "HVP-02")] == [date(2026, 3, 24)]


def test_each_request_to_see_the_file_has_its_own_term() -> None:
    facts = replace(
        YOUTH,
        requests=(
            Request("a", RequestKind.ACCESS, date(2026, 1, 31), "vader"),
            Request("b", RequestKind.ACCESS, date(2026, 4, 8), "moeder", done_on=date(2026, 4, 9)),
        ),
        care_ended=date(2026, 1, 1),
    )
    found = {one.subject: (one.last_date, one.status) for one in of_rule(facts, "RCT-01")}
    assert found == {
        "a": (date(2026, 2, 28), Status.LATE),
        "b": (date(2026, 5, 8), Status.DONE_IN_TIME),
    }


def test_destroying_follows_the_law_of_the_file() -> None:
    asked = (Request("a", RequestKind.DESTRUCTION, date(2026, 11, 30)),)
    both = replace(YOUTH, regimes=frozenset({Regime.JEUGDWET, Regime.WMO}), requests=asked)
    assert [one.last_date for one in of_rule(both, "RCT-02")] == [date(2026, 12, 30)]
    assert [one.last_date for one in of_rule(both, "RCT-02/Wmo")] == [date(2027, 3, 1)]
    spoken = replace(both, requests=(replace(asked[0], written=False),))
    assert of_rule(spoken, "RCT-02/Wmo") == []


def test_data_of_involuntary_care_stay_five_years() -> None:
    asked = (Request("a", RequestKind.DESTRUCTION, date(2026, 11, 30)),)
    facts = PlanFacts(
        plan_id="p",
        plan_type="osp",
        regimes=frozenset({Regime.WLZ}),
        flags=frozenset({"onvrijwillige_zorg"}),
        triggers={"datum_einde_oz": date(2026, 6, 30)},
        requests=asked,
    )
    assert [one.last_date for one in of_rule(facts, "RCT-02/Wzd")] == [date(2031, 9, 30)]
    unknown = of_rule(replace(facts, triggers={}), "RCT-02/Wzd")[0]
    assert (unknown.last_date, unknown.status) == (None, Status.NOT_STARTED)
    assert "gestopt" in unknown.warning


def test_an_own_statement_is_added_the_same_day() -> None:
    facts = replace(YOUTH, requests=(Request("a", RequestKind.OWN_STATEMENT, date(2026, 3, 4)),))
    assert [one.last_date for one in of_rule(facts, "RCT-03")] == [date(2026, 3, 4)]


def test_a_decision_in_an_emergency_counts_real_hours() -> None:
    moment = datetime(2026, 10, 24, 14, 0, tzinfo=AMSTERDAM)
    facts = PlanFacts(
        plan_id="p",
        plan_type="osp",
        flags=frozenset({"wzd_van_toepassing"}),
        moments={"besluit_datumtijd": moment},
    )
    written = of_rule(facts, "WZD-08a", date(2026, 10, 24))[0]
    assert written.last_moment == datetime(2026, 10, 26, 12, 0, tzinfo=UTC)
    assert written.last_date == date(2026, 10, 26)
    assert "maandag 26 oktober 2026 om 13.00 uur" in written.why
    assert of_rule(facts, "WZD-08b", date(2026, 10, 24))[0].last_date == date(2026, 11, 7)


YOUNG = PlanFacts(
    plan_id="p",
    plan_type="ppl",
    persons=(PersonFacts("c", "Daan", date(2010, 6, 14), PersonRole.CLIENT),),
)


@pytest.mark.parametrize(
    ("started", "late_term", "ready"),
    [
        (date(2026, 6, 13), [], date(2027, 12, 14)),
        (date(2026, 6, 14), [date(2026, 7, 26)], date(2027, 12, 14)),
        (date(2027, 12, 1), [date(2027, 12, 14)], date(2027, 12, 14)),
        (date(2028, 1, 3), [date(2028, 1, 17)], date(2028, 1, 17)),
    ],
)
def test_help_that_began_late(started: date, late_term: list[date], ready: date) -> None:
    facts = replace(YOUNG, triggers={"datum_start_jeugdhulp": started})
    assert [one.last_date for one in of_rule(facts, "PPL-03", started)] == late_term
    assert [one.last_date for one in of_rule(facts, "PPL-02", started)] == [ready]
    assert [one.last_date for one in of_rule(facts, "PPL-04", started)] == [ready]


def test_keeping_begins_when_the_care_has_stopped() -> None:
    running = replace(YOUTH, last_file_change=date(2026, 3, 1))
    assert of_rule(running, "BWT-JW") == []
    ended = replace(running, care_ended=date(2026, 2, 1))
    kept = of_rule(ended, "BWT-JW", date(2046, 3, 1) - timedelta(days=14))[0]
    assert (kept.last_date, kept.status) == (date(2046, 3, 1), Status.NEAR)
    assert of_rule(ended, "BWT-TWIJFEL") == []

"""What is missing, and how far each step is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbureau.formats import FormatLibrary
from planbureau.formats.answers import Answer, DomainAnswer, PlanState
from planbureau.formats.completeness import Missing, missing, step_states
from planbureau.formats.model import PlanFormat

StateMaker = Callable[[Mapping[str, Any]], PlanState]


@pytest.fixture(scope="module")
def osp(shipped: FormatLibrary) -> PlanFormat:
    return shipped.get("osp")


@pytest.fixture(scope="module")
def gzp(shipped: FormatLibrary) -> PlanFormat:
    return shipped.get("gzp")


def _about(plan: PlanFormat, state: PlanState, question: str) -> list[tuple[str, str]]:
    return [(m.level, m.text) for m in missing(plan, state) if m.question_id == question]


def test_what_is_missing_says_what_why_and_from_which_source(osp: PlanFormat) -> None:
    found = next(m for m in missing(osp, PlanState()) if m.question_id == "belangrijk_voor_mij")
    assert found == Missing(
        section_id="dit-ben-ik",
        question_id="belangrijk_voor_mij",
        level="needed",
        text="Vul in: wat is belangrijk voor mij",
        why="Dit is het hart van het plan. Alle doelen en afspraken horen hierbij te passen.",
        source="Kennisitem eisen aan zorgplannen, deel 3",
    )


def test_the_frame_asks_for_the_law(osp: PlanFormat, state: StateMaker) -> None:
    assert _about(osp, state({}), "kader") == [("needed", "Kies onder welke wet dit plan valt")]
    assert _about(osp, state({"regimes": ["wmo"]}), "kader") == []


@pytest.mark.parametrize("value", [None, "", "   ", "\n"])
def test_an_empty_text_is_missing(osp: PlanFormat, state: StateMaker, value: str | None) -> None:
    assert _about(osp, state({"answers": {"mogelijkheden": value}}), "mogelijkheden") == [
        ("needed", "Vul in: wat kan ik")
    ]


def test_a_bound_field_is_read_from_its_record(osp: PlanFormat, state: StateMaker) -> None:
    copied = state({"answers": {"geboortedatum": "1991-05-09"}})
    assert _about(osp, copied, "geboortedatum") == [("needed", "Vul in: geboortedatum")]
    assert _about(osp, state({"bound": {"client.birth_date": "1991-05-09"}}), "geboortedatum") == []


def test_a_trigger_date_is_read_from_the_frame(gzp: PlanFormat, state: StateMaker) -> None:
    assert _about(gzp, state({}), "startdatum")
    assert _about(gzp, state({"triggers": {"datum_start_plan": "2026-02-01"}}), "startdatum") == []


def test_a_needed_tick_must_be_on(gzp: PlanFormat, state: StateMaker) -> None:
    off = state({"answers": {"alleen_hoofdlijnen": False}})
    assert _about(gzp, off, "alleen_hoofdlijnen") == [
        ("needed", "Vink aan: wij delen alleen doelen, acties en hoofdlijnen")
    ]
    assert _about(gzp, state({"answers": {"alleen_hoofdlijnen": True}}), "alleen_hoofdlijnen") == []


def test_an_advised_question_is_a_tip(shipped: FormatLibrary, state: StateMaker) -> None:
    plan = shipped.get("wmo")
    assert [level for level, _ in _about(plan, state({}), "risicos")] == ["tip"]
    assert _about(plan, state({"records": {"risicos": 2}}), "risicos") == []


def test_consent_is_left_to_the_gates(osp: PlanFormat, state: StateMaker) -> None:
    assert _about(osp, state({}), "akkoord") == []


def test_a_reason_takes_the_place_of_goals_only_while_it_shows(osp: PlanFormat, state: StateMaker) -> None:
    reason = {"geen_doel": "Eerst wennen."}
    assert _about(osp, state({"answers": reason}), "doelen") == []
    assert _about(osp, state({"answers": reason, "records": {"doelen": 1}}), "doelen") == []
    assert _about(osp, state({"answers": {"geen_doel": " "}}), "doelen") == [("needed", "Vul in: doelen")]


def test_more_than_one_may_be_asked_for(shipped: FormatLibrary, state: StateMaker) -> None:
    plan = shipped.parse(
        'id = "p"\ntitle = "P"\nregimes = ["wmo"]\n[[section]]\nid = "s"\ntitle = "S"\n'
        '[[section.question]]\nid = "risico"\nkind = "risks"\nlabel = "Risico\'s"\nneed = "adopt"\n'
        "at_least = 2\n",
        "p.toml",
    )
    assert _about(plan, state({"records": {"risico": 1}}), "risico") == [
        ("needed", "Vul in: risico's (minstens 2, nu 1)")
    ]
    assert _about(plan, state({"records": {"risico": 2}}), "risico") == []


def test_rows_of_a_needed_table_need_their_columns(osp: PlanFormat, state: StateMaker) -> None:
    rows = [{"id": "1", "wat": "Wonen", "wet": "Wlz"}, {"id": "2"}, {"id": "3", "door": " "}]
    found = _about(osp, state({"regimes": ["wlz"], "answers": {"hulp": rows}}), "hulp")
    assert found == [("needed", "Vul bij hulp 1 nog in: wie is verantwoordelijk")]


def test_a_half_filled_row_of_a_free_table_asks_for_a_look(osp: PlanFormat, state: StateMaker) -> None:
    rows = [{"id": "1", "wie": "School"}]
    found = _about(osp, state({"answers": {"delen": rows}}), "delen")
    assert found == [("attention", "Vul bij ontvanger 1 nog in: welk deel en toestemming")]


def test_life_domains_need_one_talk_and_a_mark_on_the_others(osp: PlanFormat, state: StateMaker) -> None:
    names = [domain.id for domain in osp.domain_set("GHZ8").domains]
    answers: dict[str, Any] = {f"leefgebieden/{name}": {"state": "not_now"} for name in names[1:]}
    answers["leefgebieden/lichaam"] = {"state": "open", "now": "Het gaat goed."}
    assert _about(osp, state({"answers": answers}), "leefgebieden") == []
    nothing_open = {**answers, "leefgebieden/lichaam": {"state": "not_now"}}
    assert _about(osp, state({"answers": nothing_open}), "leefgebieden") == [
        ("needed", "Bespreek minstens één leefgebied")
    ]
    left = {k: v for k, v in answers.items() if k not in {"leefgebieden/kiezen", "leefgebieden/rechten"}}
    assert _about(osp, state({"answers": left}), "leefgebieden") == [
        ("needed", "Kies 'hier nu iets mee' of 'nu niet' bij: Zelf kiezen en Rechten en plichten")
    ]
    opened = {**answers, "leefgebieden/kiezen": {"state": "open", "now": " "}}
    assert _about(osp, state({"answers": opened}), "leefgebieden") == [
        ("attention", "Zelf kiezen staat open, maar er staat nog niets in")
    ]


def test_topics_that_are_left_are_named(osp: PlanFormat, state: StateMaker) -> None:
    answers = {"wlz_onderwerpen": dict.fromkeys(["zeggenschap", "eten", "schoon", "sfeer", "buiten"], "nvt")}
    found = _about(osp, state({"regimes": ["wlz"], "answers": answers}), "wlz_onderwerpen")
    text = (
        "Nog niet besproken of n.v.t.: Wassen, toilet en op tijd hulp bij incontinentie; "
        "Geloof en levensovertuiging; Een zinvolle dag en genoeg beweging; Groeien en leren, ook school"
    )
    assert found == [("needed", text)]


def test_a_stale_easy_text_asks_for_a_look(osp: PlanFormat) -> None:
    stale = PlanState(answers={"mogelijkheden": Answer("Koken en wassen.", "Ik kook.", easy_stale=True)})
    assert _about(osp, stale, "mogelijkheden") == [
        ("attention", "Kijk of de makkelijke tekst nog klopt: wat kan ik")
    ]


def test_a_long_text_is_a_tip_and_never_refused(gzp: PlanFormat, state: StateMaker) -> None:
    long = state({"answers": {"eerder_kijken": "x" * 501}})
    assert _about(gzp, long, "eerder_kijken") == [
        ("tip", "Kan dit korter? Wanneer kijken we eerder: 501 tekens, 500 is genoeg")
    ]
    assert _about(gzp, state({"answers": {"eerder_kijken": "x" * 500}}), "eerder_kijken") == []


def test_the_state_of_a_step_counts_answers_domains_and_what_is_missing(
    osp: PlanFormat, state: StateMaker
) -> None:
    filled = state(
        {
            "regimes": ["wlz"],
            "answers": {
                "mogelijkheden": "Koken.",
                "leefgebieden/lichaam": {"state": "open", "now": "Goed."},
                "leefgebieden/gevoel": {"state": "later"},
                "leefgebieden/mensen": {"state": "open"},
                "hulp": [{"id": "1", "wat": "Wonen"}],
            },
        }
    )
    states = {step.section_id: step for step in step_states(osp, filled)}
    assert (states["kader"].filled, states["kader"].total, states["kader"].needed) == (1, 1, 0)
    assert (states["kunnen"].filled, states["kunnen"].total, states["kunnen"].needed) == (1, 2, 1)
    domains = states["leefgebieden"]
    assert (domains.filled, domains.total, domains.needed, domains.attention) == (2, 8, 1, 1)
    assert (states["wlz-onderwerpen"].filled, states["wlz-onderwerpen"].total) == (2, 9)
    assert states["hulp-die-ik-krijg"].needed == 2
    assert next(step.section_id for step in step_states(osp, filled)) == "kader"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.data())
def test_no_stored_value_makes_it_fail(shipped: FormatLibrary, data: st.DataObject) -> None:
    """An import or an old plan may hold anything; what cannot be read counts as not answered."""
    plan = shipped.get(data.draw(st.sampled_from(["osp", "gzp"])))
    names = [question.id for section in plan.sections for question in section.questions]
    names += [f"leefgebieden/{domain}" for domain in ("lichaam", "gevoel")]
    answers = data.draw(st.dictionaries(st.sampled_from(names), JSON, max_size=8))
    state = PlanState(
        answers={key: Answer(value) for key, value in answers.items()},
        regimes=frozenset(data.draw(st.sets(st.sampled_from(["wlz", "jeugdwet", "wmo"])))),
    )
    needed = sum(step.needed for step in step_states(plan, state))
    assert needed == sum(1 for item in missing(plan, state) if item.level == "needed")
    for step in step_states(plan, state):
        assert 0 <= step.filled <= step.total


@given(
    st.dictionaries(
        st.sampled_from(["state", "now", "mark_now", "satisfied", "topics", "later_added"]), JSON, max_size=6
    )
)
def test_a_domain_answer_keeps_what_fits_and_drops_the_rest(value: dict[str, Any]) -> None:
    read = DomainAnswer.read(value)
    assert DomainAnswer.read(read.to_json()) == read
    assert isinstance(read.state, str)
    assert read.mark_now is None or isinstance(read.mark_now, int)

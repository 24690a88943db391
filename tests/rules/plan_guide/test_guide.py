"""Which plan fits: the worked cases, and what always holds of the table behind them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from planbureau import resources
from planbureau.formats import load_formats
from planbureau.formats.model import PlanFormat, Subject
from planbureau.rules.deadlines.catalogue import RULE_IDS
from planbureau.rules.mark import Mark
from planbureau.rules.plan_checks import CHECKS
from planbureau.rules.plan_guide import (
    QUESTIONS,
    Guide,
    GuideFacts,
    GuidePerson,
    Strength,
    asked_questions,
    guide,
)
from planbureau.rules.plan_guide.table import ADVICES, KNOWN_PLANS, NOTES
from planbureau.rules.plan_guide.when import UNANSWERED, When

CASES = Path(__file__).parents[2] / "cases" / "guide"
ALL: list[dict[str, Any]] = [
    case
    for path in sorted(CASES.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]
STRENGTHS = {
    "first": Strength.FIRST,
    "offer": Strength.OFFER,
    "needed": Strength.NEEDED,
    "fits": Strength.FITS,
    "also": Strength.ALSO,
    "not": Strength.NOT,
}
KEYS = {
    *STRENGTHS, "name", "source", "today", "births", "unknown", "family", "answers", "running", "watched",
    "sets", "remarks", "not_asked", "why", "marks", "people", "open",
}  # fmt: skip
YOUTH_FLAGS = (
    "gi_ots", "gi_voogdij", "jeugdreclassering", "gesloten_jeugdhulp", "voorwaardelijke_machtiging",
    "pleegzorg", "pgb",
)  # fmt: skip
CARE_FLAGS = ("pgb", "verblijf", "persoonlijk_plan_ingeleverd", "wzd_van_toepassing")
ALL_LAWS = ("jeugdwet", "wmo", "wlz", "zvw")
# The thirteen plan types with the laws and flags that the rules document gives them (A1, part C).
TYPES: dict[str, tuple[Subject, tuple[str, ...], tuple[str, ...]]] = {
    "fgp": (Subject.HOUSEHOLD, ("jeugdwet",), YOUTH_FLAGS),
    "hvp": (Subject.CLIENT, ("jeugdwet", "strafrecht"), YOUTH_FLAGS),
    "osp": (Subject.CLIENT, ("wlz", "jeugdwet", "wmo"), (*CARE_FLAGS, *YOUTH_FLAGS[:3])),
    "bhp": (Subject.CLIENT, ("jeugdwet", "wgbo"), YOUTH_FLAGS[:3]),
    "wmo": (Subject.CLIENT, ("wmo",), CARE_FLAGS[:3]),
    "zlp": (Subject.CLIENT, ("wlz", "zvw"), CARE_FLAGS),
    "mld": (Subject.HOUSEHOLD, ALL_LAWS, ()),
    "gzp": (Subject.HOUSEHOLD, ALL_LAWS, YOUTH_FLAGS),
    "ipa": (Subject.CLIENT, ("jeugdwet",), YOUTH_FLAGS),
    "ppl": (Subject.CLIENT, ("jeugdwet",), YOUTH_FLAGS),
    "ggz": (Subject.CLIENT, ("wlz", "wmo", "zvw"), CARE_FLAGS),
    "wrap": (Subject.CLIENT, ("wlz", "wmo", "zvw"), ()),
    "pp": (Subject.CLIENT, ("wlz", "wmo"), ()),
}


def _format(plan_id: str, subject: Subject, regimes: tuple[str, ...], flags: tuple[str, ...]) -> PlanFormat:
    return PlanFormat(
        id=plan_id,
        version=1,
        title=plan_id.upper(),
        easy_title=plan_id,
        subject=subject,
        regimes=regimes,
        flags=flags,
        sections=(),
    )


LIBRARY = tuple(_format(plan_id, *parts) for plan_id, parts in TYPES.items())


def _facts(case: Mapping[str, Any]) -> GuideFacts:
    births = [*case["births"], *[None] * case.get("unknown", 0)]
    return GuideFacts(
        today=case["today"],
        people=tuple(GuidePerson(str(at), born) for at, born in enumerate(births)),
        family=case.get("family", False),
        answers={name: frozenset(chosen) for name, chosen in case["answers"].items()},
        running=frozenset(case.get("running", ())),
        watched=case.get("watched", False),
    )


def _by_strength(found: Guide) -> dict[str, set[str]]:
    return {name: {one.plan for one in found.of(strength)} for name, strength in STRENGTHS.items()}


@pytest.mark.parametrize("case", ALL, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    assert not set(case) - KEYS
    facts = _facts(case)
    found = guide(facts, LIBRARY)
    assert _by_strength(found) == {name: set(case.get(name, ())) for name in STRENGTHS}
    assert [remark.id for remark in found.remarks] == case["remarks"]
    plans = {one.plan: one for one in found.proposals}
    for plan, sets in case.get("sets", {}).items():
        assert (list(plans[plan].regimes), list(plans[plan].flags)) == (sets["regimes"], sets["flags"])
    if "why" in case:
        assert any(case["why"]["words"] in reason.text for reason in plans[case["why"]["plan"]].reasons)
    if "marks" in case:
        marks = {reason.mark.value for reason in plans[case["marks"]["plan"]].reasons}
        assert marks == set(case["marks"]["has"])
    if "people" in case:
        assert list(plans[case["people"]["plan"]].people) == case["people"]["who"]
    if "open" in case:
        assert [question.id for question in found.open_questions] == case["open"]
    asked = {question.id for question in asked_questions(facts)}
    assert asked.isdisjoint(case.get("not_asked", ()))
    assert {one.plan for one in found.proposals if one.running} == set(case.get("running", ()))
    assert all(set(chosen) for chosen in case["answers"].values())


@pytest.fixture(scope="module")
def shipped() -> tuple[PlanFormat, ...]:
    """The plan types that come with the program."""
    return load_formats([resources.path("formats")], RULE_IDS, frozenset(CHECKS)).all()


@pytest.mark.parametrize("case", ALL, ids=lambda case: case["name"])
def test_the_shipped_plan_types_are_proposed_as_in_the_case(
    case: dict[str, Any], shipped: tuple[PlanFormat, ...]
) -> None:
    """The real formats know the laws and flags under which the guide starts them."""
    ids = {one.id for one in shipped}
    found = guide(_facts(case), shipped)
    wanted = {name: set(case.get(name, ())) & ids for name in STRENGTHS}
    assert _by_strength(found) == wanted
    plans = {one.plan: one for one in found.proposals}
    for plan, sets in case.get("sets", {}).items():
        if plan in ids:
            (real,) = [one for one in shipped if one.id == plan]
            assert plans[plan].regimes
            assert set(plans[plan].regimes) == set(sets["regimes"]) & set(real.regimes)
            assert set(plans[plan].flags) == set(sets["flags"]) & set(real.flags)


def test_there_are_enough_cases_and_each_says_where_it_comes_from() -> None:
    assert len(ALL) >= 25
    assert all(case["source"] for case in ALL)
    assert len({case["name"] for case in ALL}) == len(ALL)


def test_every_plan_type_of_the_rules_is_known() -> None:
    assert set(TYPES) == KNOWN_PLANS


def _conditions() -> Iterator[When]:
    yield from (advice.when for advice in ADVICES)
    yield from (note.when for note in NOTES)
    for question in QUESTIONS:
        yield from question.when
        yield from (option.when for option in question.options)


def test_every_condition_names_questions_and_answers_that_exist() -> None:
    known = {question.id: {option.id for option in question.options} for question in QUESTIONS}
    known |= {"gezin": {"ja", "nee"}, "perspectief": {"nu", "klaar", "straks", "nog-niet", "voorbij"}}
    for when in _conditions():
        for question, answers in chain(when.has.items(), when.lacks.items()):
            assert set(answers) <= known[question] | {UNANSWERED}, question


def test_every_reason_says_where_it_stands_and_only_articles_are_law() -> None:
    reasons = [*(r for a in ADVICES for r in a.reasons), *(note.reason for note in NOTES)]
    for reason in reasons:
        assert reason.text.endswith(".")
        assert "!" not in reason.text
        assert reason.source
        if reason.mark is Mark.LAW:
            assert reason.source.startswith(("Jeugdwet", "Wlz", "Wmo", "Besluit", "BW")), reason.source


def test_every_answer_that_is_asked_can_change_the_outcome() -> None:
    """No question is put for nothing: in some case its answers lead to different plans or remarks."""
    for question in QUESTIONS:
        assert any(_changes(question.id, [o.id for o in question.options], case) for case in ALL), question.id


def _changes(question: str, options: list[str], case: Mapping[str, Any]) -> bool:
    facts = _facts(case)
    if question not in {one.id for one in asked_questions(facts)}:
        return False
    outcomes = []
    for option in options:
        answers = {**facts.answers, question: frozenset({option})}
        outcomes.append(_outcome(_with(facts, answers)))
    return any(outcome != outcomes[0] for outcome in outcomes)


def _with(facts: GuideFacts, answers: Mapping[str, frozenset[str]]) -> GuideFacts:
    return GuideFacts(
        today=facts.today,
        people=facts.people,
        family=facts.family,
        answers=answers,
        running=facts.running,
        watched=facts.watched,
    )


def _outcome(facts: GuideFacts) -> object:
    found = guide(facts, LIBRARY)
    return found.proposals, found.remarks


@pytest.mark.parametrize("case", ALL, ids=lambda case: case["name"])
def test_an_answer_to_a_question_that_is_not_asked_changes_nothing(case: dict[str, Any]) -> None:
    facts = _facts(case)
    asked = {one.id for one in asked_questions(facts)}
    for question in QUESTIONS:
        if question.id not in asked:
            for option in question.options:
                answers = {**facts.answers, question.id: frozenset({option.id})}
                assert _outcome(_with(facts, answers)) == _outcome(facts), (question.id, option.id)


def test_a_plan_type_of_the_organisation_is_offered_under_its_own_laws() -> None:
    own = _format("eigen-plan", Subject.CLIENT, ("wmo", "zvw"), ("pgb",))
    facts = GuideFacts(
        today=ALL[0]["today"],
        people=(GuidePerson("0", None),),
        answers={"wet": frozenset({"wmo"}), "bijzonder": frozenset({"pgb"})},
    )
    (found,) = [one for one in guide(facts, (*LIBRARY, own)).proposals if one.plan == "eigen-plan"]
    assert found.strength is Strength.ALSO
    assert (found.regimes, found.flags) == (("wmo",), ("pgb",))
    assert found.reasons[0].mark is Mark.OWN
    other = _with(facts, {"wet": frozenset({"wlz"})})
    assert all(one.plan != "eigen-plan" for one in guide(other, (*LIBRARY, own)).proposals)


def test_the_age_at_which_a_region_starts_the_perspectiefplan_can_differ() -> None:
    case = next(case for case in ALL if "Op de zestiende" in case["name"])
    facts = _facts(case)
    later = GuideFacts(
        today=facts.today, people=facts.people, answers=facts.answers, start_months=16 * 12 + 6
    )
    (found,) = [one for one in guide(later, LIBRARY).proposals if one.plan == "ppl"]
    assert found.strength is Strength.NOT

"""The questions of a section for the table, and what pointing at a card stores."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.documents.editions.shipped import format_of, formats, pictograms

from planbureau.formats.answers import AgreementFact, Answer, GoalFact, PlanState
from planbureau.rules.talk.answers import point, pointed_at
from planbureau.rules.talk.cards import (
    TalkCard,
    TalkChoice,
    TalkKind,
    examples,
    paper_cards,
    talk_cards,
)
from planbureau.services.exchange.incoming_answers import answer_fits

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "talk.toml").read_text("utf-8")
)
STATE = PlanState(regimes=frozenset({"wlz"}))


def pick(words: str) -> str:
    found = pictograms().suggest(words)
    return found[0].id if found else ""


def section_of(format_id: str, section_id: str) -> Any:
    return next(one for one in format_of(format_id).sections if one.id == section_id)


@pytest.mark.parametrize("case", CASES["examples"], ids=lambda case: case["help"][:20])
def test_examples_of_a_help_text_become_cards(case: dict[str, Any]) -> None:
    assert list(examples(case["help"])) == case["words"]


@pytest.mark.parametrize("case", CASES["point"], ids=lambda case: case["name"])
def test_pointing_makes_the_answer_of_the_wizard(case: dict[str, Any]) -> None:
    choices = tuple(TalkChoice(value, str(value)) for value in case["choices"])
    card = TalkCard(
        "vraag", "vraag", TalkKind(case["kind"]), "?", part=case.get("part", ""), choices=choices,
        own_words=case.get("own", False),
    )  # fmt: skip
    at = next(choice for choice in choices if choice.value == case["at"])
    before, after = case.get("before"), case.get("after")
    held = at in pointed_at(card, before, "Mila")
    result = point(card, before, at, "Mila")
    assert (result or None) == after
    assert (at in pointed_at(card, result, "Mila")) is not held


def test_a_step_in_own_words_has_cards_with_pictograms() -> None:
    cards = talk_cards(section_of("osp", "dit-ben-ik"), format_of("osp"), STATE, pick)
    first = cards[0]
    assert (first.ask, first.kind, first.own_words, first.takes_files) == (
        "Wat is belangrijk voor jou?", TalkKind.WORDS, True, True,
    )  # fmt: skip
    assert sum(bool(choice.pictogram) for choice in first.choices) >= 10
    assert [choice.label for choice in cards[1].choices][:2] == ["Rustig praten", "Eerst kloppen"]


def test_a_life_domain_asks_first_whether_to_talk_about_it() -> None:
    section, plan = section_of("osp", "leefgebieden"), format_of("osp")
    cards = talk_cards(section, plan, STATE, pick)
    assert {card.part for card in cards} == {"state"}
    key = cards[0].key
    opened = PlanState({key: Answer({"state": "open"})}, STATE.regimes)
    more = [card.part for card in talk_cards(section, plan, opened, pick) if card.key == key]
    assert more[0] == "state"
    assert {"now", "change", "satisfied", "mark_now"} <= set(more)
    assert len(paper_cards(section, plan, STATE, pick)) == len(cards) * len(more)


@pytest.mark.parametrize("scale", [3, 5, 10])
def test_a_mark_is_given_on_the_scale_of_the_client(scale: int) -> None:
    """As the wizard stores it: the number with its scale; a mark on another scale is not pointed at."""
    section = section_of("osp", "leefgebieden")
    key = talk_cards(section, format_of("osp"), STATE, pick)[0].key
    opened = PlanState({key: Answer({"state": "open"})}, STATE.regimes)
    cards = talk_cards(section, format_of("osp"), opened, pick, scale)
    card = next(one for one in cards if one.key == key and one.part == "mark_now")
    assert {choice.value for choice in card.choices} == set(range(1, scale + 1))
    most = next(choice for choice in card.choices if choice.value == scale)
    stored = point(card, {"state": "open"}, most)
    assert isinstance(stored, dict)
    assert (stored["mark_now"], stored["mark_now_of"]) == (scale, scale)
    assert pointed_at(card, stored) == (most,)
    assert pointed_at(card, {"state": "open", "mark_now": 2, "mark_now_of": 3 if scale != 3 else 5}) == ()


def test_an_agreement_of_the_plan_is_asked_at_the_table() -> None:
    plan = format_of("evaluatieverslag")
    section = next(one for one in plan.sections if any(q.id == "afspraken_gehouden" for q in one.questions))
    state = PlanState(
        agreements={"a1": AgreementFact("Ik kook op maandag", "koken"), "a2": AgreementFact("")}
    )
    (card,) = (one for one in talk_cards(section, plan, state, pick) if one.about == "Afspraak")
    assert (card.key, card.pictogram) == ("afspraken_gehouden/a1", "koken")
    assert card.ask == "Ik kook op maandag. Lukt dat?"
    assert [choice.label for choice in card.choices] == ["Dat lukte", "Dat lukte soms", "Dat lukte niet"]
    stored = point(card, {"note": "Vooral in de zomer."}, card.choices[1])
    assert stored == {"choice": "deels", "note": "Vooral in de zomer."}
    assert answer_fits(plan, card.key, stored)
    assert pointed_at(card, stored) == (card.choices[1],)
    assert point(card, stored, card.choices[1]) == {"note": "Vooral in de zomer."}


@pytest.mark.parametrize("scale", [3, 5, 10])
def test_how_satisfied_somebody_is_has_cards_on_that_scale(scale: int) -> None:
    plan = format_of("evaluatieverslag")
    section = next(one for one in plan.sections if any(q.id == "cijfer" for q in one.questions))
    card = next(one for one in talk_cards(section, plan, STATE, pick, scale) if one.key == "cijfer")
    assert card.ask.startswith("Hoe tevreden ben je?")
    assert [choice.value for choice in card.choices] == sorted(range(1, scale + 1), reverse=scale == 3)
    most = next(choice for choice in card.choices if choice.value == scale)
    stored = point(card, None, most)
    assert stored == {"value": scale, "of": scale}
    assert answer_fits(plan, "cijfer", stored)
    assert pointed_at(card, stored) == (most,)
    assert point(card, stored, most) is None
    assert pointed_at(card, 7) == (() if scale != 10 else (card.choices[6],)), "of before marks had a scale"
    assert not answer_fits(plan, "cijfer", {"value": 4, "of": 3})


@pytest.mark.parametrize("format_id", sorted({one.id for one in formats().all()}))
def test_whatever_is_pointed_at_in_any_plan_type_is_an_answer_that_fits(format_id: str) -> None:
    plan = format_of(format_id)
    for section in plan.sections:
        cards = paper_cards(section, plan, STATE, pick)
        assert len({card.id for card in cards}) == len(cards)
        for card in cards:
            assert card.ask
            for choice in card.choices:
                assert answer_fits(plan, card.key, point(card, None, choice, "Mila")), (card.id, choice)


def test_an_evaluation_asks_for_each_goal_a_mark_on_the_scale_of_the_client_and_words() -> None:
    report = format_of("evaluatieverslag")
    section = next(one for one in report.sections if one.id == "doelen")
    state = PlanState(goals={"g": GoalFact("doel 2", words="Ik kook zelf", pictogram="koken")})
    face, words = talk_cards(section, report, state, pick)
    assert (face.key, face.part, face.ask) == (
        "uitkomsten/g",
        "goal_mark",
        "Ik kook zelf. Welk gezicht past daarbij?",
    )
    assert [choice.value for choice in face.choices] == [3, 2, 1]
    assert (words.kind, words.own_words, words.about) == (TalkKind.WORDS, True, "Doel 2")
    mark, _ = talk_cards(section, report, state, pick, 5)
    assert [choice.value for choice in mark.choices] == [1, 2, 3, 4, 5]
    assert mark.ask == "Ik kook zelf. Welk cijfer past daarbij? 1 is niet goed, 5 is heel goed."
    assert paper_cards(section, report, state, pick) == ()

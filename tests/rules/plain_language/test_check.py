"""Each language check has a hit and a miss (F2, C0), and the two test texts."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbureau.rules.plain_language.check import check_text
from planbureau.rules.plain_language.hint import LanguageLevel, TextContext

FOLDER = Path(__file__).parents[2] / "cases/language"
CASES = tomllib.loads((FOLDER / "checks.toml").read_text(encoding="utf-8"))
GOALS = tomllib.loads((FOLDER / "ready_made_goals.toml").read_text(encoding="utf-8"))["goals"]
EASY = (
    "Ik wil graag zelf koken. Mijn begeleider helpt mij op dinsdag. We kiezen samen een recept. "
    "Ik doe de boodschappen. Na drie maanden kijken we hoe het gaat."
)
HARD = (
    "Indien de vertegenwoordiger gedurende de looptijd van de indicatie niet adequaat participeert, wordt de "
    "frequentie van de interventie door de verantwoordelijke behandelaar opnieuw beoordeeld, waarbij alle "
    "betrokken organisaties conform de wettelijke bepalingen schriftelijk worden geïnformeerd teneinde de "
    "continuïteit te waarborgen."
)


def context_of(case: dict[str, Any]) -> TextContext:
    marks = case.get("context", [])
    return TextContext(for_client="client" in marks, own_words="own" in marks, goal="goal" in marks)


def ids(text: str, context: TextContext | None = None) -> set[str]:
    return {hint.check for hint in check_text(text, context or TextContext())}


@pytest.mark.parametrize("case", CASES["check"], ids=lambda c: f"{c['id']}-{c['hit'][:20]}")
def test_a_check_fires_on_its_hit_and_not_on_its_miss(case: dict[str, Any]) -> None:
    hits = [hint for hint in check_text(case["hit"], context_of(case)) if hint.check == case["id"]]
    assert [hint.level.value for hint in hits[:1]] == [case["level"]]
    assert case["id"] not in ids(case["miss"], context_of(case))


def test_every_check_has_a_case() -> None:
    tried = {case["id"] for case in CASES["check"]} | {"L12"}  # L12 below: its texts are long
    assert tried == {"C0", *(f"L{number}" for number in range(1, 13))}


def test_own_words_and_goals_are_only_judged_where_they_stand() -> None:
    assert "L9" not in ids("Cliënt vertoont onrust.")
    assert "L10" not in ids("Ik wil niet meer roken.")
    assert "C0" not in ids("De diagnose kwam in 2019.", TextContext(lint=()))


def test_a_long_paragraph_and_a_long_text_without_a_heading() -> None:
    sentence = "Ik ga met de bus naar huis. "  # seven words
    assert "L12" not in ids(sentence * 11)
    assert "L12" in ids(sentence * 12)
    paragraph = sentence * 11
    assert "L12" in ids(f"{paragraph}\n\n{paragraph}")
    assert "L12" not in ids(f"Mijn dag\n\n{paragraph}\n\nMijn avond\n\n{paragraph}")


def test_the_easy_text_has_no_hints() -> None:
    assert check_text(EASY) == ()


def test_the_hard_text_has_the_expected_hints() -> None:
    assert {"L1", "L3", "L5", "L7"} <= ids(HARD)
    [long] = [hint for hint in check_text(HARD) if hint.check == "L1"]
    assert long.level is LanguageLevel.ATTENTION


def test_a_hint_points_at_its_words_and_offers_another() -> None:
    text = "Ria is blij. We evalueren in mei."
    [hint] = check_text(text)
    assert text[hint.start : hint.end] == "evalueren"
    assert hint.offer == "terugkijken"
    [day] = check_text("We praten op 28-4-2026.")
    assert day.offer == "28 april 2026"


def test_names_are_never_hard_words() -> None:
    text = "Evangelina's zus belt."
    assert ids(text) == {"L4"}
    assert ids(text, TextContext(names=("Evangelina de Wit",))) == set()


def test_the_ready_made_goals_are_short_and_easy_as_a_set() -> None:
    assert len(GOALS) == 50
    context = TextContext(names=("Sara",))
    for goal in GOALS.values():
        assert "L1" not in ids(goal, context), goal
    assert "L3" not in ids(" ".join(GOALS.values()), context)


@given(st.text(alphabet=st.sampled_from("aA. ,!?\n-(“'1Ë·wordt gen"), max_size=300))
def test_any_text_gives_hints_inside_the_text(text: str) -> None:
    for hint in check_text(text, TextContext(own_words=True, goal=True, for_client=True)):
        assert 0 <= hint.start < hint.end <= len(text)
        assert hint.text

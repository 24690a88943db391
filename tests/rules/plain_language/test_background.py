"""Results, diagnoses and the story of a life: a hint where they stand, none where their meaning does (C0)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from planbureau.formats.vocabulary import LINTS
from planbureau.rules.plain_language.check import check_text
from planbureau.rules.plain_language.hint import LanguageLevel, TextContext

FILE = Path(__file__).parents[2] / "cases/language/background.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))["case"]
HITS = [(case["kind"], text) for case in CASES for text in case["hits"]]
MISSES = [(case["kind"], text) for case in CASES for text in case["misses"]]


def _told(text: str, *kinds: str) -> list[str]:
    return [hint.text for hint in check_text(text, TextContext(lint=kinds)) if hint.check == "C0"]


def test_every_kind_that_a_plan_type_can_ask_for_has_cases() -> None:
    assert {case["kind"] for case in CASES} == set(LINTS)


@pytest.mark.parametrize(("kind", "text"), HITS)
def test_a_hit_gets_advice_and_never_more_than_a_hint(kind: str, text: str) -> None:
    assert _told(text, kind)
    levels = {hint.level for hint in check_text(text, TextContext(lint=(kind,))) if hint.check == "C0"}
    assert levels == {LanguageLevel.HINT}
    assert _told(text) == []


@pytest.mark.parametrize(("kind", "text"), MISSES)
def test_a_miss_is_left_alone(kind: str, text: str) -> None:
    assert _told(text, kind) == []


def test_each_kind_has_advice_of_its_own() -> None:
    advice = {_told(case["hits"][0], case["kind"])[0] for case in CASES}
    assert len(advice) == len(CASES)
    assert all(text.startswith("Dit lijkt op een ") for text in advice)

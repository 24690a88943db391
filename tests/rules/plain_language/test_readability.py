"""Syllables, sentences and the reading ease (F2)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from planbureau.rules.plain_language.readability import reading_level, syllables
from planbureau.rules.plain_language.sentences import find_paragraphs, find_sentences, find_words
from planbureau.rules.plain_language.word_lists import shipped_lists

FOLDER = Path(__file__).parents[2] / "cases/language"
COUNTED = tomllib.loads((FOLDER / "syllables.toml").read_text(encoding="utf-8"))["words"]
SENTENCES = tomllib.loads((FOLDER / "checks.toml").read_text(encoding="utf-8"))["sentences"]
LISTS = shipped_lists()


def test_syllables_against_words_counted_by_hand() -> None:
    """A counting rule is never perfect: nineteen in twenty right, and the total within two percent."""
    wrong = {word: syllables(word, LISTS) for word, n in COUNTED.items() if syllables(word, LISTS) != n}
    assert len(wrong) <= len(COUNTED) / 20, wrong
    total = sum(COUNTED.values())
    assert abs(sum(syllables(word, LISTS) for word in COUNTED) - total) <= total * 0.02


@pytest.mark.parametrize(("word", "count"), [*LISTS.syllable_words.items(), ("Teamcoach", 2), ("hm", 1)])
def test_exceptions_win_also_inside_longer_words_and_with_capitals(word: str, count: int) -> None:
    assert syllables(word, LISTS) == syllables(word.upper(), LISTS) == count


@pytest.mark.parametrize("case", SENTENCES, ids=lambda c: c["text"][:25] or "empty")
def test_sentences_are_cut(case: dict[str, Any]) -> None:
    found = find_sentences(case["text"], LISTS)
    assert len(found) == case["count"]
    for sentence in found:
        assert case["text"][sentence.start : sentence.end] == sentence.text
        for word in sentence.words:
            assert case["text"][word.start : word.end] == word.text


def test_words_are_letters_apostrophes_and_hyphens() -> None:
    found = [word.text for word in find_words("Oma's e-mail: 3 cliënten - om 's avonds!")]
    assert found == ["Oma's", "e-mail", "cliënten", "om", "'s", "avonds"]


def test_paragraphs_stand_between_empty_lines() -> None:
    found = find_paragraphs("Mijn dag\n\nIk sta op.\nIk eet.\n \nTot slot.")
    assert [(p.words, p.heading) for p in found] == [(2, True), (5, False), (2, False)]


def test_the_easy_text_has_its_known_score() -> None:
    text = (
        "Ik wil graag zelf koken. Mijn begeleider helpt mij op dinsdag. We kiezen samen een recept. "
        "Ik doe de boodschappen. Na drie maanden kijken we hoe het gaat."
    )
    level = reading_level(text)
    assert level is not None
    assert level.score == pytest.approx(91.6, abs=1)
    assert (level.words, level.sentences, level.words_per_sentence) == (28, 5, 5.6)
    assert level.label == "zeer gemakkelijk"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Verantwoordelijke organisaties realiseren participatie.", "zeer moeilijk"),
        ("Ik eet. Jij slaapt.", "zeer gemakkelijk"),
    ],
)
def test_the_scale_has_words(text: str, label: str) -> None:
    level = reading_level(text)
    assert level is not None
    assert level.label == label


def test_without_words_there_is_no_level() -> None:
    assert reading_level(" 12 ... ") is None
    assert reading_level("Sara", names=("Sara de Wit",)) is None


def test_names_do_not_count() -> None:
    plain = reading_level("Anastasia eet. Anastasia's zus ook.", names=("Anastasia",))
    assert plain is not None
    assert plain.words == 3

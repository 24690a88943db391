"""Answers as words."""

# ruff: noqa: E501  # each case stands on one line

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.editions import noor
from tests.documents.editions.shipped import context

from planbureau.documents.editions.easy.ideas import sentences
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.scrubbing import GAP, Scrubber
from planbureau.documents.editions.values import day_words, masked, people_text, shortened, value_text
from planbureau.formats.model import Option, QuestionKind

PAPER = Paper.of(noor.rich(), context())
OPTIONS = (Option("a", "Met een tolk", "Tolk"), Option("b", "Praten"))


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (QuestionKind.CHOICE, "a", "Met een tolk"),
        (QuestionKind.CHOICE, "weg", "weg"),
        (QuestionKind.CHOICES, ["b", "a"], "Praten en met een tolk"),
        (QuestionKind.DATE, "2026-04-28", "28 april 2026"),
        (QuestionKind.DATE, "31 februari", "31 februari"),
        (QuestionKind.NUMBER, 7.5, "7,5"),
        (QuestionKind.NUMBER, 0, "0"),
        (QuestionKind.MARK, {"value": 2, "of": 3}, "gaat wel (2 van 3)"),
        (QuestionKind.MARK, {"value": 4, "of": 5}, "4 van 5"),
        (QuestionKind.MARK, 7, "7 van 10"),
        (QuestionKind.MARK, 7.5, "7,5 van 10"),
        (QuestionKind.MARK, {"value": 7.5, "of": 10}, "7,5 van 10"),
        (QuestionKind.MARK, 8.0, "8 van 10"),
        (QuestionKind.MARK, 11, "11"),
        (QuestionKind.MARK, 0.5, "0,5"),
        (QuestionKind.TICK, False, "Nee"),
        (QuestionKind.SHORT_TEXT, "  spaties ", "spaties"),
        (QuestionKind.LONG_TEXT, None, ""),
        (QuestionKind.PERSON, [{"person": "p-els"}, {"function": "avonddienst"}], "Els Voorbeeld en avonddienst"),
    ],
)  # fmt: skip
def test_a_value_in_words(kind: QuestionKind, value: object, text: str) -> None:
    assert value_text(kind, value, OPTIONS, PAPER) == text


def test_easy_words_differ() -> None:
    assert value_text(QuestionKind.CHOICE, "a", OPTIONS, PAPER, easy=True) == "Tolk"
    assert people_text([{"person": "p-fatima"}], PAPER, easy=True) == "Fatima"


@pytest.mark.parametrize(
    ("day", "words"),
    [(date(2026, 4, 28), "dinsdag 28 april"), (date(2027, 1, 4), "maandag 4 januari 2027")],
)
def test_a_day_as_people_say_it(day: date, words: str) -> None:
    assert day_words(day, date(2026, 3, 16)) == words


@pytest.mark.parametrize(("number", "shown"), [("123456782", "••••••782"), ("1234", ""), ("", "")])
def test_a_masked_number(number: str, shown: str) -> None:
    assert masked(number) == shown


@given(st.text(), st.integers(2, 60))
def test_a_shortened_text_fits_and_says_so(text: str, limit: int) -> None:
    short = shortened(text, limit)
    assert len(short) <= limit
    assert short == " ".join(text.split()) or short.endswith("…")


def test_a_very_long_text_of_spaces_is_cut_honestly() -> None:
    assert shortened("ja" + " " * 5000 + "nee", 20) == "ja…"
    assert shortened("ja" + " " * 5000, 20) == "ja"


def test_sentences_of_a_text_and_of_a_list() -> None:
    assert sentences("Klop eerst. Wacht dan! 2 keer mag.\n- Praat rustig\n1. Kijk mij aan") == [
        "Klop eerst.", "Wacht dan!", "2 keer mag.", "Praat rustig", "Kijk mij aan",
    ]  # fmt: skip


def test_a_number_is_found_however_it_is_written() -> None:
    scrub = Scrubber(["06 19 99 99 04"])
    assert scrub.text("Bel 0619999904 of 06-19 99 99 04.") == f"Bel {GAP} of {GAP}."
    assert scrub.text("Bel 06199999041.") == "Bel 06199999041."


def test_a_name_inside_another_word_stays() -> None:
    assert (
        Scrubber(["Jan"]).text("Jan komt in januari, Jantje niet.") == f"{GAP} komt in januari, Jantje niet."
    )


def test_nothing_hidden_gives_the_same_view() -> None:
    assert PAPER.view is noor.rich()
    assert Paper.of(replace(noor.rich(), restrictions=()), context()).redacted.left_out is False

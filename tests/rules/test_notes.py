"""Progress notes against tables that follow from rules C13 N2 and B7."""

from __future__ import annotations

import itertools
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbureau.rules.notes.notes import problem_with, with_corrections
from planbureau.rules.notes.text import TextPart, parts_of, plain_text, said_text

CASES = Path(__file__).parents[1] / "cases" / "notes"
NOW = datetime(2026, 3, 16, 9, tzinfo=UTC)
SEEN = (TextPart("Er was iets."),)


def cases(name: str) -> list[Any]:
    found = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"]
    return [pytest.param(case, id=case["name"]) for case in found]


@pytest.mark.parametrize("case", cases("texts"))
def test_fact_and_impression_stand_apart(case: dict[str, Any]) -> None:
    parts = parts_of((words, impression) for words, impression in case["pieces"])
    assert plain_text(parts) == case["plain"]
    assert said_text(parts) == case["said"]


@given(st.lists(st.tuples(st.text(), st.booleans())))
def test_no_letter_is_lost_and_no_two_parts_of_one_kind_touch(pieces: list[tuple[str, bool]]) -> None:
    parts = parts_of(pieces)
    assert plain_text(parts) == "".join(words for words, _ in pieces)
    assert all(one.impression != other.impression for one, other in itertools.pairwise(parts))
    assert parts_of((part.words, part.impression) for part in parts) == parts


@pytest.mark.parametrize("case", cases("corrections"))
def test_a_note_is_kept_away_with_its_corrections(case: dict[str, Any]) -> None:
    assert with_corrections(case["replaces"], case["hidden"]) == set(case["expected"])


@pytest.mark.parametrize(
    ("text", "happened", "question", "asked", "part"),
    [
        (SEEN, NOW, "", "", ""),
        (SEEN, NOW - timedelta(days=400), "Hoe nu?", "els", ""),
        ((TextPart(" \n"),), NOW, "", "", "text"),
        (SEEN, NOW + timedelta(hours=1), "", "", "moment"),
        (SEEN, NOW, "Hoe nu?", "", "question"),
        (SEEN, NOW, " ", "els", "question"),
    ],
)
def test_what_keeps_a_note_from_being_written(
    text: tuple[TextPart, ...], happened: datetime, question: str, asked: str, part: str
) -> None:
    wrong = problem_with(text, happened, NOW, question, asked)
    assert (wrong.part if wrong else "") == part

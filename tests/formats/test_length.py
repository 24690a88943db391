"""How long a plan is and how many goals run, beside what its plan type advises."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planbureau.formats import load_formats
from planbureau.formats.answers import Answer, PlanState
from planbureau.formats.completeness import missing
from planbureau.formats.length import characters, length_words
from planbureau.formats.model import PlanFormat

FolderMaker = Callable[..., Path]

PLAN = """\
id = "eigen"
version = 1
title = "Eigen plan"
regimes = ["wmo"]
%s
[[domain_set]]
id = "TWEE"
title = "Twee"
source = "Eigen keuze"
domain = [{ id = "wonen", label = "Wonen" }, { id = "geld", label = "Geld" }]
[[section]]
id = "een"
title = "Een"
[[section.question]]
id = "tekst"
kind = "long_text"
label = "Tekst"
[[section.question]]
id = "naam"
kind = "short_text"
label = "Naam"
bind = "client.name"
[[section.question]]
id = "regels"
kind = "table"
label = "Regels"
column = [{ id = "wat", label = "Wat" }, { id = "dag", label = "Dag", kind = "date" }]
[[section.question]]
id = "gebieden"
kind = "life_domain"
domain_set = "TWEE"
label = "Gebieden"
column = [{ id = "let_op", label = "Let op", kind = "long_text" }]
[[section]]
id = "doelen"
title = "Doelen"
[[section.question]]
id = "doelen"
kind = "goals"
label = "Doelen"
[[section.question]]
id = "verborgen"
kind = "long_text"
label = "Verborgen"
when = { filled = "tekst" }
"""


def _plan(folder: FolderMaker, more: str = "") -> PlanFormat:
    library = load_formats([folder(eigen=PLAN % more)], frozenset(), frozenset())
    assert library.problems == ()
    return library.get("eigen")


def _state(answers: dict[str, object], *, written: int = 0, goals: int = 0) -> PlanState:
    return PlanState(
        answers={key: Answer(value) for key, value in answers.items()},
        regimes=frozenset({"wmo"}),
        written=written,
        facts={"open_goals": goals},
    )


def _tips(plan: PlanFormat, state: PlanState) -> list[tuple[str, str]]:
    return [(item.question_id, item.text) for item in missing(plan, state) if item.level == "tip"]


@pytest.mark.parametrize(
    ("answers", "count"),
    [
        ({}, 0),
        ({"tekst": "twaalf tekens"}, 13),
        ({"naam": "een gebonden veld"}, 0),
        ({"regels": [{"id": "1", "wat": "acht....", "dag": "2026-01-01"}]}, 8),
        ({"gebieden/wonen": {"state": "open", "now": "vier", "let_op": "vijf.", "mark_now": 3}}, 9),
        ({"gebieden/wonen": {"state": "open", "others": [{"id": "1", "text": "zes..."}]}}, 6),
        ({"gebieden/geld": {"state": "not_now", "now": "blijft bewaard"}}, 0),
        ({"verborgen": "telt niet mee"}, 0),
        ({"verborgen": "wel", "tekst": "x"}, 4),
    ],
)
def test_what_people_wrote_is_counted_where_it_shows(
    folder: FolderMaker, answers: dict[str, object], count: int
) -> None:
    plan = _plan(folder)
    assert characters(plan, _state(answers)) == count
    assert characters(plan, _state(answers, written=100)) == count + 100
    assert length_words(plan, _state(answers)) == ""


def test_the_counter_speaks_of_characters_or_of_pages(folder: FolderMaker) -> None:
    assert (
        length_words(_plan(folder, "advised_characters = 900"), _state({"tekst": "abc"}))
        == "3 van 900 tekens"
    )
    plan = _plan(folder, "advised_pages = 4")
    assert length_words(plan, _state({"tekst": "a" * 1501})) == "ongeveer 2 van 4 bladzijden"


def test_a_plan_that_grew_too_long_says_so_at_its_longest_answer(folder: FolderMaker) -> None:
    plan = _plan(folder, "advised_characters = 20")
    assert _tips(plan, _state({"tekst": "a" * 20})) == []
    long = _state({"tekst": "kort", "regels": [{"id": "1", "wat": "a" * 17}]})
    told = "Het plan is lang: 21 van 20 tekens. Kan er iets weg? De langste tekst staat hier"
    assert _tips(plan, long) == [("regels", told)]


@pytest.mark.parametrize(
    ("more", "goals", "told"),
    [("", 5, False), ("", 6, True), ("advised_goals = 2", 3, True), ("advised_goals = 0", 40, False)],
)
def test_more_goals_than_people_keep_up_with(
    folder: FolderMaker, more: str, goals: int, *, told: bool
) -> None:
    tips = _tips(_plan(folder, more), _state({}, goals=goals))
    assert [name for name, _ in tips] == (["doelen"] if told else [])
    if told:
        assert f"Er lopen {goals} doelen voor één persoon" in tips[0][1]

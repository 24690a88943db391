"""Plans that are handed in, plans whose parts are needed only sometimes, and what a plan is advised to be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from planbureau.formats import FormatLibrary, from_text, load_formats
from planbureau.formats.answers import Answer, PlanState
from planbureau.formats.completeness import missing, step_states
from planbureau.formats.demands import demanding, handed_in
from planbureau.formats.model import PlanFormat

FolderMaker = Callable[..., Path]

HEAD = """\
id = "eigen"
version = 1
title = "Eigen plan"
regimes = ["jeugdwet"]
"""
BODY = """\
[[section]]
id = "een"
title = "Een"
[[section.question]]
id = "neemt_over"
kind = "choice"
label = "Neemt dit plan de plaats in van het hulpverleningsplan"
options = [{ id = "ja", label = "Ja" }, { id = "nee", label = "Nee" }]
[[section.question]]
id = "papier"
kind = "attachments"
label = "Foto van jullie eigen papier"
[[section.question]]
id = "vragen"
kind = "long_text"
label = "Wat vragen wij"
need = "adopt"
[[section.question]]
id = "doen"
kind = "table"
label = "Wie doet wat"
column = [{ id = "wat", label = "Wat", need = "adopt" }, { id = "wie", label = "Wie" }]
"""
WHEN = "need_when = { all = [{ answer = 'neemt_over', is = ['ja'] }, { not = { filled = 'papier' } }] }\n"
HALF_ROW = {"doen": Answer([{"id": "1", "wie": "Oma"}])}
TAKES_OVER = {"neemt_over": Answer("ja")}
PAPER = {"papier": Answer([{"sha256": "ab", "name": "plan.jpg"}])}


def _library(folder: FolderMaker, more: str = "") -> FormatLibrary:
    return load_formats([folder(eigen=HEAD + more + BODY)], frozenset(), frozenset())


def _plan(folder: FolderMaker, more: str = "") -> PlanFormat:
    library = _library(folder, more)
    assert library.problems == ()
    return library.get("eigen")


def _levels(plan: PlanFormat, answers: dict[str, Answer]) -> list[str]:
    state = PlanState(answers=answers, regimes=frozenset({"jeugdwet"}))
    found: list[str] = [item.level for item in missing(plan, state)]
    assert found.count("needed") == sum(step.needed for step in step_states(plan, state))
    return found


def test_an_ordinary_plan_demands(folder: FolderMaker) -> None:
    plan = _plan(folder)
    assert _levels(plan, HALF_ROW) == ["needed", "attention"]
    assert not handed_in(plan, PlanState())


def test_nothing_stands_in_the_way_of_a_plan_that_is_handed_in(folder: FolderMaker) -> None:
    plan = _plan(folder, "hand_in = true\n")
    assert handed_in(plan, PlanState())
    assert _levels(plan, HALF_ROW) == ["tip", "tip"]
    assert [(item.level, item.text[:12]) for item in missing(plan, PlanState())] == [
        ("tip", "Helpt vaak: "),  # the law is a tip too
        ("tip", "Helpt vaak: "),
    ]


@pytest.mark.parametrize("hand_in", [False, True])
@pytest.mark.parametrize(
    ("answers", "counts"),
    [({}, False), (TAKES_OVER, True), ({**TAKES_OVER, **PAPER}, False), (PAPER, False)],
)
def test_needed_parts_count_only_under_the_condition_of_the_plan_type(
    folder: FolderMaker, answers: dict[str, Answer], *, counts: bool, hand_in: bool
) -> None:
    plan = _plan(folder, ("hand_in = true\n" if hand_in else "") + WHEN)
    state = PlanState(answers=answers, regimes=frozenset({"jeugdwet"}))
    assert demanding(plan, state) is counts
    assert handed_in(plan, state) is (hand_in and not counts)
    assert _levels(plan, answers) == ["needed" if counts else "tip"]


def test_what_a_plan_type_says_is_kept_with_an_adopted_version(folder: FolderMaker) -> None:
    more = "hand_in = true\nlint = ['diagnosis']\nadvised_pages = 4\nadvised_goals = 3\n"
    plan = _plan(folder, more + WHEN)
    kept = from_text(plan.text)
    assert (kept.hand_in, kept.lint, kept.advised_goals, kept.advised_characters) == (
        True, ("diagnosis",), 3, 6000,
    )  # fmt: skip
    assert kept.need_when == plan.need_when


@pytest.mark.parametrize(
    ("more", "lint"),
    [
        ("", ("results", "diagnosis", "history")),
        ("lint = []\n", ()),
        ("lint = ['results']\n", ("results",)),
        ("hand_in = true\n", ()),
    ],
)
def test_texts_are_looked_at_unless_the_plan_is_the_clients_own(
    folder: FolderMaker, more: str, lint: tuple[str, ...]
) -> None:
    assert _plan(folder, more).lint == lint


@pytest.mark.parametrize(
    ("more", "line", "words"),
    [
        ("hand_in = 'ja'\n", 5, "true of false"),
        ("lint = ['uitslag']\n", 5, "'uitslag' kan niet bij 'lint'"),
        ("advised_pages = -1\n", 5, "vanaf 0"),
        ("advised_goals = true\n", 5, "een heel getal"),
        ("advised_pages = 3\nadvised_characters = 900\n", 5, "niet allebei"),
        ("need_when = { filled = 'vragn' }\n", 5, "Bedoel je 'vragen'?"),
        ("need_when = 'altijd'\n", 5, "een tabel"),
        ("need_when = { flag = 'pgb' }\n", 5, "staat niet bij dit plantype"),
    ],
)
def test_a_fault_names_file_and_line(folder: FolderMaker, more: str, line: int, words: str) -> None:
    library = _library(folder, more)
    assert library.formats == ()
    told = [str(problem) for problem in library.problems if words in problem.text]
    assert told
    assert told[0].startswith(f"eigen.toml, regel {line}: ")

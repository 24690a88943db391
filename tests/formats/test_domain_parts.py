"""What a plan type asks within a life domain: its parts, their words, and fields of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from planbureau.formats import FormatLibrary, from_text, load_formats
from planbureau.formats.answers import Answer, DomainAnswer, PlanState
from planbureau.formats.completeness import missing
from planbureau.formats.domain_parts import PARTS, domain_parts
from planbureau.formats.model import PlanFormat

FolderMaker = Callable[..., Path]

PLAN = """\
id = "eigen"
version = 1
title = "Eigen plan"
regimes = ["wmo"]
[[domain_set]]
id = "TWEE"
title = "Twee"
source = "Eigen keuze"
domain = [{ id = "wonen", label = "Wonen" }, { id = "geld", label = "Geld" }]
[[section]]
id = "een"
title = "Een"
[[section.question]]
id = "gebieden"
kind = "life_domain"
domain_set = "TWEE"
label = "Hoe gaat het"
need = "adopt"
"""
COLUMN = """\
[[section.question.column]]
id = "voor"
label = "Voor welke datum?"
kind = "date"
need = "adopt"
"""


def _plan(folder: FolderMaker, more: str = "") -> PlanFormat:
    library = load_formats([folder(eigen=PLAN + more)], frozenset(), frozenset())
    assert library.problems == ()
    return library.get("eigen")


def _labels(plan: PlanFormat) -> list[str]:
    return [part.label for part in domain_parts(plan.question("gebieden"))]


def test_without_a_choice_every_part_shows_in_the_usual_order(folder: FolderMaker) -> None:
    shown = domain_parts(_plan(folder).question("gebieden"))
    assert tuple(part.id for part in shown) == PARTS
    assert all(part.label for part in shown)


def test_a_plan_type_chooses_parts_their_order_and_their_words(folder: FolderMaker) -> None:
    more = "parts = ['change', 'marks', 'now']\npart_labels = { change = 'Mijn wens' }\n"
    shown = domain_parts(_plan(folder, more).question("gebieden"))
    assert [part.id for part in shown] == ["change", "marks", "now"]
    assert (shown[0].label, shown[0].easy_label) == ("Mijn wens", "Mijn wens")


@pytest.mark.parametrize(
    ("parts", "order"),
    [
        ("", [*PARTS[:5], "voor", *PARTS[5:]]),
        ("parts = ['now', 'marks']\n", ["now", "voor", "marks"]),
        ("parts = ['now', 'marks', 'voor']\n", ["now", "marks", "voor"]),
        ("parts = ['now', 'act']\n", ["now", "voor"]),  # asked no more, and no fault in an older file
        ("parts = ['voor', 'now']\n", ["voor", "now"]),
        ("parts = ['satisfied']\n", ["voor", "satisfied"]),
    ],
)
def test_an_own_field_stands_after_the_texts_unless_it_has_a_place(
    folder: FolderMaker, parts: str, order: list[str]
) -> None:
    shown = domain_parts(_plan(folder, parts + COLUMN).question("gebieden"))
    assert [part.id for part in shown] == order


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("parts = ['nu']\n", "'nu' kan niet bij 'parts'"),
        ("parts = ['now', 'now']\n", "staat elk onderdeel één keer"),
        ("parts = []\n", "minstens één onderdeel"),
        ("part_labels = { nu = 'Nu' }\n", "'nu' kan niet bij 'part_labels'"),
        ("part_labels = { now = 3 }\n", "moet een tekst zijn"),
        ("part_easy_labels = { wens = 'Nu' }\n", "'wens' kan niet bij 'part_easy_labels'"),
        (COLUMN.replace('"voor"', '"mark_now"'), "de naam van een vast onderdeel"),
        (COLUMN.replace('"voor"', '"state"'), "de naam van een vast onderdeel"),
        (COLUMN.replace('"date"', '"tick"'), "kan niet van het soort 'tick' zijn"),
        (COLUMN.replace('"date"', '"choices"'), "om uit te kiezen"),
        (COLUMN + COLUMN, "staat er twee keer"),
    ],
)
def test_a_fault_in_a_domain_question_names_file_and_line(folder: FolderMaker, more: str, words: str) -> None:
    library = load_formats([folder(eigen=PLAN + more)], frozenset(), frozenset())
    assert library.formats == ()
    told = [str(problem) for problem in library.problems if words in problem.text]
    assert told
    assert re.match(r"eigen\.toml, regel 1[89]|eigen\.toml, regel 2\d", told[0]), told


def test_parts_belong_to_life_domains_alone(folder: FolderMaker) -> None:
    text = PLAN + "[[section.question]]\nid = 'x'\nkind = 'long_text'\nlabel = 'X'\nparts = ['now']\n"
    library = load_formats([folder(eigen=text)], frozenset(), frozenset())
    assert "wel bij: life_domain" in library.problems[0].text


def test_a_needed_field_counts_in_every_domain_that_is_talked_about(folder: FolderMaker) -> None:
    plan = _plan(folder, COLUMN)

    def lacks(**answers: Mapping[str, object]) -> list[tuple[str, str]]:
        state = PlanState(
            answers={f"gebieden/{name}": Answer(value) for name, value in answers.items()},
            regimes=frozenset({"wmo"}),
        )
        return [(item.level, item.text) for item in missing(plan, state)]

    opened = {"state": "open", "now": "Goed."}
    asked = ("needed", "Vul bij wonen nog in: voor welke datum")
    assert lacks(wonen=opened, geld={"state": "not_now"}) == [asked]
    assert lacks(wonen=opened, geld=opened) == [asked, ("needed", asked[1].replace("wonen", "geld"))]
    assert lacks(wonen={**opened, "voor": "2026-09-01"}, geld={"state": "not_now"}) == []


def test_at_least_counts_domains(folder: FolderMaker) -> None:
    plan = _plan(folder, "at_least = 2\n")
    said = {"gebieden/wonen": Answer({"state": "open", "now": "Goed."}),
            "gebieden/geld": Answer({"state": "later"})}  # fmt: skip
    state = PlanState(answers=said, regimes=frozenset({"wmo"}))
    assert [item.text for item in missing(plan, state)] == ["Bespreek minstens 2 leefgebieden"]


def test_an_own_field_alone_is_something_said(folder: FolderMaker) -> None:
    del folder
    said = DomainAnswer.read({"state": "open", "voor": "2026-09-01", "leeg": " ", "now": 3})
    assert said.own == {"voor": "2026-09-01"}
    assert said.explored
    assert said.to_json() == {"state": "open", "voor": "2026-09-01"}


def test_the_kept_text_of_an_adopted_version_keeps_parts_and_fields(folder: FolderMaker) -> None:
    plan = _plan(folder, "parts = ['change']\npart_labels = { change = 'Mijn wens' }\n" + COLUMN)
    kept = from_text(plan.text)
    assert domain_parts(kept.question("gebieden")) == domain_parts(plan.question("gebieden"))
    assert kept == plan


def test_the_example_of_the_manual_works(shipped: FormatLibrary, folder: FolderMaker) -> None:
    del shipped
    manual = (Path(__file__).parents[2] / "docs" / "plantypes-maken.md").read_text(encoding="utf-8")
    example = next(part for part in re.findall(r"```toml\n(.*?)```", manual, re.DOTALL) if "parts = " in part)
    head = PLAN[: PLAN.index("[[section.question]]")]
    text = head + example.replace("GHZ8", "TWEE")
    library = load_formats([folder(eigen=text)], frozenset(), frozenset())
    assert library.problems == ()
    labels = _labels_of(library.get("eigen"))
    assert labels[:4] == ["Mijn wens", "Wat kan ik zelf", "Waar moeten we op letten", "Wie helpt nu"]


def _labels_of(plan: PlanFormat) -> list[str]:
    return [part.label for part in domain_parts(plan.question("leefgebieden"))]

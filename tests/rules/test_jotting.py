"""Lines of a scratch pad, as data."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.documents.editions.shipped import formats

from planbureau.formats import FormatLibrary
from planbureau.formats.answers import Answer, PlanState
from planbureau.formats.model import Column, PlanFormat, Question, QuestionKind
from planbureau.rules.notes.jotting import Destination, appended, destinations, read_line, suggested
from planbureau.rules.notes.jotting_rows import row_places
from planbureau.rules.wzd.steps import JUDGED

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "jotting" / "lines.toml").read_text("utf-8")
)


@pytest.fixture(scope="module")
def shipped() -> FormatLibrary:
    return formats()


@pytest.mark.parametrize("case", CASES["line"], ids=lambda case: case["typed"])
def test_a_line_is_read(case: dict[str, Any]) -> None:
    found = read_line(case["typed"])
    assert (found.words, found.quote) == (case["words"], case["quote"])


@pytest.mark.parametrize("case", CASES["appended"], ids=lambda case: case["result"])
def test_a_line_comes_under_what_stands(case: dict[str, Any]) -> None:
    result = appended(
        case["text"],
        case["line"],
        quote=case["quote"],
        own_words=case["own_words"],
        who=case.get("who", ""),
        one_line=case.get("one_line", False),
    )
    assert result == case["result"]


@pytest.mark.parametrize("case", CASES["row"], ids=lambda case: str(len(case["labels"])))
def test_a_row_that_is_there_is_named_by_its_words(case: dict[str, Any], shipped: FormatLibrary) -> None:
    table = next(one for one in _questions(shipped.get("osp")) if one.kind is QuestionKind.TABLE)
    named = (one.partition(": ") for one in case["columns"])
    columns = tuple(Column(one, label, QuestionKind.SHORT_TEXT) for one, _, label in named)
    found = row_places(replace(table, columns=columns, table_head="helper"), case["rows"])
    assert [place.label for place in found] == case["labels"]


@pytest.mark.parametrize("case", CASES["suggested"], ids=lambda case: case["line"])
def test_places_that_share_words_come_first(case: dict[str, Any]) -> None:
    places = [
        Destination(str(number), "", "", label.strip(), own_words=False, about=about)
        for number, (label, _, about) in enumerate(one.partition("|") for one in case["places"])
    ]
    assert next((place.label for place in suggested(case["line"], places)), "") == case["first"]


def _questions(plan: PlanFormat) -> list[Question]:
    return [question for section in plan.sections for question in section.questions]


def test_what_a_finished_record_wrote_takes_no_line(shipped: FormatLibrary) -> None:
    """The rows of judgements come from closed records (decision 0017)."""
    plan = shipped.get("osp")
    rows = Answer([{"id": "r1", **{column.id: "x" for column in plan.question(JUDGED).columns}}])
    other = next(
        one.id for one in _questions(plan) if one.kind is QuestionKind.TABLE and one.id != JUDGED
        and not one.bind and any(c.kind is QuestionKind.SHORT_TEXT for c in one.columns)
    )  # fmt: skip
    asked = {JUDGED: rows, other: rows, "twijfel_beslissen": Answer("ja")}
    state = PlanState(asked, regimes=frozenset({"wlz"}), flags=frozenset({"wzd_van_toepassing"}))
    into = {place.key for place in destinations(plan, state) if place.row_id}
    assert JUDGED in {place.key for place in destinations(plan, state)}
    assert into == {other}


def test_a_plan_takes_lines_where_people_write(shipped: FormatLibrary) -> None:
    places = destinations(shipped.get("osp"), PlanState(regimes=frozenset({"wlz"})))
    by_key = {(place.key, place.part): place for place in places}
    assert by_key["belangrijk_voor_mij", ""].own_words
    assert not by_key["mogelijkheden", ""].own_words
    assert ("naam", "") not in by_key, "what is bound to a record is no place for notes"
    domains = {place.key for place in places if place.part == "now"}
    assert len(domains) == 8
    assert any(place.adds_record for place in places)

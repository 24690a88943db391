"""Lines of a scratch pad, as data."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.documents.editions.shipped import formats

from planbureau.formats import FormatLibrary
from planbureau.formats.answers import PlanState
from planbureau.rules.jotting import Destination, appended, destinations, read_line, suggested

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
        case["text"], case["line"], quote=case["quote"], own_words=case["own_words"], who=case.get("who", "")
    )
    assert result == case["result"]


@pytest.mark.parametrize("case", CASES["suggested"], ids=lambda case: case["line"])
def test_places_that_share_words_come_first(case: dict[str, Any]) -> None:
    places = [
        Destination(str(number), "", "", label.strip(), own_words=False, about=about)
        for number, (label, _, about) in enumerate(one.partition("|") for one in case["places"])
    ]
    assert next((place.label for place in suggested(case["line"], places)), "") == case["first"]


def test_a_plan_takes_lines_where_people_write(shipped: FormatLibrary) -> None:
    places = destinations(shipped.get("osp"), PlanState(regimes=frozenset({"wlz"})))
    by_key = {(place.key, place.part): place for place in places}
    assert by_key["belangrijk_voor_mij", ""].own_words
    assert not by_key["mogelijkheden", ""].own_words
    assert ("naam", "") not in by_key, "what is bound to a record is no place for notes"
    domains = {place.key for place in places if place.part == "now"}
    assert len(domains) == 8
    assert any(place.adds_record for place in places)

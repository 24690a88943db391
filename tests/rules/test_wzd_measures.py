"""Which measure a record of the Wzd is about, and how a measure is told, as data."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planbureau.rules.deadlines.facts import flags_with
from planbureau.rules.deadlines.triggers import trigger_label
from planbureau.rules.wzd.measures import FORMS, about, field_of, measure_of, measure_words, measures_with

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/wzd/maatregelen.toml").read_text("utf-8"))
START = "datum_start_termijn_oz"


@pytest.mark.parametrize("case", CASES["about"], ids=lambda c: f"{c['running']}-{c['forms']}")
def test_a_record_is_about_the_measures_in_its_forms(case: dict[str, Any]) -> None:
    assert list(about(case["forms"], case["running"])) == case["measures"]


def test_a_measure_is_told_by_its_forms() -> None:
    assert measure_of(["c", "b"]) == "b+c"
    assert measure_words("b+c") == "minder kunnen bewegen, insluiten"
    assert len(FORMS) == 9
    assert trigger_label(field_of(START, "c")).endswith("(insluiten)")
    assert field_of(START, "") == START


def test_dates_of_measures_say_that_there_is_involuntary_care() -> None:
    dates = {
        field_of(START, "c"): date(2026, 3, 1),
        START: date(2026, 1, 1),
        "datum_start_zorg": date(2026, 1, 1),
    }
    assert measures_with(dates, START) == ("", "c")
    assert "onvrijwillige_zorg" in flags_with(frozenset(), {field_of(START, "c"): date(2026, 3, 1)})
    assert flags_with(frozenset(), {"datum_start_zorg": date(2026, 1, 1)}) == frozenset()

"""What an empty plan needs, and every condition on and off: the tables of rules part C as data."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from planbureau.formats import FormatLibrary
from planbureau.formats.answers import PlanState
from planbureau.formats.model import Need
from planbureau.rules.plan_checks import missing, step_states

StateMaker = Callable[[Mapping[str, Any]], PlanState]
CASES = Path(__file__).parents[1] / "cases" / "annexes" / "verslagen.toml"
RECORDS = tomllib.loads(CASES.read_text(encoding="utf-8"))["record"]
CaseReader = Callable[[str], dict[str, Any]]
IDS = ("osp", "gzp", "fgp", "hvp", "bhp", "ipa", "ppl", "wmo", "zlp", "ggz", "mld", "wrap", "pp")
CHECKED = ("mld",)
"""Those of which a check of the program asks for more than the questions say."""


@pytest.mark.parametrize("format_id", IDS)
def test_an_empty_plan_needs_exactly_the_required_sections(
    shipped: FormatLibrary, cases: CaseReader, state: StateMaker, format_id: str
) -> None:
    plan = shipped.get(format_id)
    for case in cases(f"{format_id}/leeg.toml")["case"]:
        found = [m.section_id for m in missing(plan, state(case)) if m.level == "needed"]
        assert list(dict.fromkeys(found)) == case["needed"], case["name"]


@pytest.mark.parametrize(
    ("format_id", "file"),
    [*((name, "voorwaarden") for name in IDS), *((name, "controles") for name in CHECKED)],
)
def test_every_condition_on_and_off(
    shipped: FormatLibrary, cases: CaseReader, state: StateMaker, format_id: str, file: str
) -> None:
    plan = shipped.get(format_id)
    for case in cases(f"{format_id}/{file}.toml")["case"]:
        for side, wanted in (("on", True), ("off", False)):
            found = {m.question_id for m in missing(plan, state(case[side])) if m.level == "needed"}
            assert (case["question"] in found) is wanted, (case, side)


@pytest.mark.parametrize("format_id", IDS)
def test_every_conditional_question_has_a_case(
    shipped: FormatLibrary, cases: CaseReader, format_id: str
) -> None:
    plan = shipped.get(format_id)
    conditional = {
        question.id
        for section in plan.sections
        for question in section.questions
        if question.need is Need.ADOPT
        and (
            section.when
            or question.show_when
            or question.need_when
            or question.reason_instead
            or any(option.show_when for option in question.options)
        )
    }
    covered = {case["question"] for case in cases(f"{format_id}/voorwaarden.toml")["case"]}
    assert conditional == covered


@pytest.mark.parametrize("record", RECORDS, ids=[one["id"] for one in RECORDS])
def test_a_record_beside_a_plan_holds_what_part_c_asks_and_nothing_else(
    shipped: FormatLibrary, state: StateMaker, record: dict[str, Any]
) -> None:
    def asked(of: Mapping[str, Any]) -> list[str]:
        return [m.question_id for m in missing(annex, state(of)) if m.level == "needed"]

    annex = shipped.get(record["id"])
    conditional = [one["question"] for one in record.get("when", ())]
    also = record.get("also", [])
    questions = [question.id for section in annex.sections for question in section.questions]
    assert sorted(asked({})) == sorted(record["needed"])
    assert set(questions) == {*record["needed"], *record["free"], *also, *conditional}
    for one in record.get("when", ()):
        assert (one["question"] in asked(one["on"]), one["question"] in asked(one["off"])) == (True, False)
    if also:
        goes_on, stops = asked(record["goes_on"]), asked(record["stops"])
        assert (set(also) <= set(goes_on), set(also) & set(stops)) == (True, set())


def test_every_record_beside_a_plan_has_a_case(shipped: FormatLibrary) -> None:
    assert {annex.id for annex in shipped.annexes()} == {one["id"] for one in RECORDS}


@pytest.mark.parametrize("format_id", IDS)
def test_a_light_plan_can_be_adopted(
    shipped: FormatLibrary, cases: CaseReader, state: StateMaker, format_id: str
) -> None:
    plan, light = shipped.get(format_id), state(cases(f"{format_id}/licht.toml"))
    assert [m.text for m in missing(plan, light) if m.level != "tip"] == []
    assert all(step.needed == 0 and step.attention == 0 for step in step_states(plan, light))


@pytest.mark.parametrize("format_id", IDS)
def test_a_light_plan_without_any_one_of_its_answers_is_not_complete(
    shipped: FormatLibrary, cases: CaseReader, state: StateMaker, format_id: str
) -> None:
    plan, data = shipped.get(format_id), cases(f"{format_id}/licht.toml")
    for part in ("answers", "records", "bound", "triggers"):
        for key in data.get(part, {}):
            if key in data.get("switches", ()):
                continue  # without it nothing is needed of this plan at all
            less = {**data, part: {k: v for k, v in data[part].items() if k != key}}
            # Two domains are explored where one is enough, but the other must then be put aside.
            assert [m for m in missing(plan, state(less)) if m.level == "needed"], (part, key)


def test_before_a_conditional_order_is_asked_for_four_things_stand_in_the_plan(
    shipped: FormatLibrary, cases: CaseReader, state: StateMaker
) -> None:
    plan = shipped.get("hvp")
    lacks = "Voor het verzoek aan de rechter staat nog niet in het plan: "
    for case in cases("hvp/verzoek.toml")["case"]:
        found = [m for m in missing(plan, state(case)) if m.question_id == "vm_verzoek_op"]
        said = [m.text.removeprefix(lacks) for m in found]
        assert said == ([case["lacks"]] if case["lacks"] else []), case["name"]
        assert all(m.level == "attention" and "2017" in m.source for m in found)

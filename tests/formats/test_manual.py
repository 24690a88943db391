"""The manual for makers of plan types says what the loader really takes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from planbureau import resources
from planbureau.formats import FormatLibrary
from planbureau.formats.answers import Answer, PlanState
from planbureau.formats.build import FORMAT_KEYS
from planbureau.formats.build_question import QUESTION_KEYS
from planbureau.formats.conditions import OPERATORS
from planbureau.formats.derived import CHANGE_KEYS, DERIVED_KEYS
from planbureau.formats.flow import steps
from planbureau.formats.model import QuestionKind
from planbureau.formats.shared import USE_KEYS
from planbureau.formats.vocabulary import BINDS, EDITIONS, FACTS, REGIMES
from planbureau.pictograms.index import read_index
from planbureau.rules.deadlines.catalogue import RULES
from planbureau.rules.deadlines.triggers import TRIGGER_FIELDS

MANUAL = Path(__file__).parents[2] / "docs" / "plantypes-maken.md"


@pytest.fixture(scope="module")
def manual() -> str:
    return MANUAL.read_text(encoding="utf-8")


def test_the_example_is_a_plan_type(manual: str, shipped: FormatLibrary) -> None:
    example = re.search(r"```toml\n(.*?)```", manual, re.DOTALL)
    assert example is not None
    plan = shipped.parse(example[1], "weekendplan.toml")
    assert [s.section.id for s in steps(plan, PlanState())] == ["kader", "over-wie", "weekend", "akkoord"]
    budget = PlanState(
        regimes=frozenset({"wlz"}), flags=frozenset({"pgb"}), answers={"alleen_thuis": Answer("ja")}
    )
    shown = steps(plan, budget)
    assert [s.section.id for s in shown] == ["kader", "over-wie", "weekend", "budget", "akkoord"]
    assert [q.id for q in shown[2].questions] == ["graag", "alleen_thuis", "afspraken_alleen"]
    assert plan.question("coordinator").label == "Wie belt de cliënt in het weekend"


def test_the_example_of_a_copy_is_a_plan_type(manual: str, shipped: FormatLibrary) -> None:
    example = re.search(r"```toml\n(id = \"ons-ond.*?)```", manual, re.DOTALL)
    assert example is not None
    plan = shipped.parse(example[1], "ons.toml")
    assert [section.id for section in plan.sections[:3]] == ["kader", "over-wie", "leefgebieden"]
    assert plan.question("benaderen").label == "Zo gaan we met elkaar om"
    assert plan.sections[-1].title == "Ons huis"


def test_the_example_of_own_life_domains_can_be_used(manual: str, shipped: FormatLibrary) -> None:
    example = re.search(r'(\[\[domain_set\]\]\nid = "WEEK2".*?)```', manual, re.DOTALL)
    assert example is not None
    own = 'id = "w"\ntitle = "W"\nregimes = ["wmo"]\n' + example[1]
    own += '[[section]]\nid = "a"\ntitle = "A"\n[[section.question]]\nid = "gebieden"\nlabel = "G"\n'
    plan = shipped.parse(own + 'kind = "life_domain"\ndomain_set = "WEEK2"\n', "w.toml")
    assert [one.id for one in plan.domain_set("WEEK2").domains] == ["slapen", "geld"]


def test_every_word_that_a_maker_may_use_is_in_the_manual(manual: str) -> None:
    words = {
        *FORMAT_KEYS,
        *QUESTION_KEYS,
        *USE_KEYS,
        *DERIVED_KEYS,
        *CHANGE_KEYS,
        *OPERATORS,
        *FACTS,
        *BINDS,
        *EDITIONS,
        *REGIMES,
    }
    words |= {kind.value for kind in QuestionKind} - {"frame"}
    assert [word for word in sorted(words) if word not in manual] == []


def test_every_shared_part_is_in_the_manual(manual: str) -> None:
    names: list[str] = []
    for path in resources.path("formats").glob("_*.toml"):
        shared = tomllib.loads(path.read_text(encoding="utf-8"))
        for block in shared.get("block", []):
            names += [block["code"], *(question["id"] for question in block["question"])]
        keys = ("flag", "option_list", "domain_set")
        names += [part["id"] for key in keys for part in shared.get(key, [])]
    assert len(names) > 50
    assert [name for name in names if f"`{name}`" not in manual and f'"{name}"' not in manual] == []


def test_every_deadline_that_a_plan_type_must_name_is_in_the_manual(manual: str) -> None:
    rules = [rule for rule in RULES.values() if rule.scopes and not rule.general and rule.base_id == rule.id]
    assert [rule.id for rule in rules if f"| `{rule.id}` | {rule.title} |" not in manual] == []


def test_every_picture_of_the_manual_exists(manual: str) -> None:
    ids = {entry.pictogram.id for entry in read_index(resources.path("pictograms", "index"))}
    offered = re.search(r"Veel gebruikt: (.*)", manual)
    assert offered is not None
    named = {
        *re.findall(r"`([a-z-]+)`", offered[1]),
        *re.findall(r'^ *pictogram = "(.*?)"', manual, re.MULTILINE),
    }
    assert len(named) > 15
    assert named - ids == set()


def test_every_code_word_of_a_table_exists(manual: str) -> None:
    """What stands first in a row of a table of keys or kinds is taken by the loader."""
    known = {*FORMAT_KEYS, *QUESTION_KEYS, *TRIGGER_FIELDS, *(kind.value for kind in QuestionKind)}
    rows = re.findall(r"^\| ((?:`[a-z_]+`(?:, )?)+) \|", manual, re.MULTILINE)
    assert len(rows) > 30
    for row in rows:
        for word in re.findall(r"`([a-z_]+)`", row):
            assert word in known, word


def test_every_date_of_the_first_step_is_in_the_manual(manual: str) -> None:
    asked = [field for field in TRIGGER_FIELDS.values() if field.asked]
    assert [field.name for field in asked if f"| `{field.name}` | {field.label} |" not in manual] == []

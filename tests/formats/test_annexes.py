"""An annex is a format that belongs to a plan: read as strictly, begun only where it fits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planbureau import resources
from planbureau.formats import FormatLibrary, check_file, from_text, load_formats
from planbureau.formats.annexes import can_begin
from planbureau.formats.answers import Answer, GoalFact, PlanState
from planbureau.formats.completeness import missing, step_states
from planbureau.formats.flow import steps
from planbureau.formats.model import QuestionKind
from planbureau.rules.deadlines.catalogue import RULE_IDS
from planbureau.rules.plan_checks import CHECKS

MANUAL = Path(__file__).parents[2] / "docs" / "plantypes-maken.md"

BELVERSLAG = """\
id = "belverslag"
version = 1
title = "Belverslag"
annex = true
annex_of = ["logeer"]
annex_when = { all = [{ flag = "verblijf" }, { answer = "soort_plan", is = ["lang"] }] }
flags = ["verblijf"]
dated_by = "wanneer"
many = true

[[on_finish]]
effect = "evaluation"
question = "wanneer"

[[section]]
id = "gesprek"
title = "Het gesprek"
  [[section.question]]
  id = "wanneer"
  kind = "moment"
  label = "Wanneer was het"
  need = "adopt"
  [[section.question]]
  id = "uitkomsten"
  kind = "goal_outcomes"
  label = "Hoe ging het met de doelen"
  need = "adopt"
  [[section.question]]
  id = "reactie"
  kind = "long_text"
  label = "Reactie"
  after_finishing = true
"""
LOGEER = """\
id = "logeer"
version = 1
title = "Plan"
regimes = ["wlz"]
flags = ["verblijf"]
[[section]]
id = "een"
title = "Een"
  [[section.question]]
  id = "soort_plan"
  kind = "choice"
  label = "Soort"
  options = [{ id = "lang", label = "Lang" }, { id = "kort", label = "Kort" }]
"""


def library(folder: Path, annex: str, plan: str = LOGEER) -> FormatLibrary:
    (folder / "_vlaggen.toml").write_text('[[flag]]\nid = "verblijf"\nlabel = "Verblijf"\n', encoding="utf-8")
    (folder / "logeer.toml").write_text(plan, encoding="utf-8")
    (folder / "annexes").mkdir(exist_ok=True)
    (folder / "annexes" / "belverslag.toml").write_text(annex, encoding="utf-8")
    return load_formats([folder], RULE_IDS, frozenset(CHECKS))


def test_it_stands_beside_the_plan_types_and_is_none(tmp_path: Path) -> None:
    found = library(tmp_path, BELVERSLAG)
    assert found.problems == ()
    assert [plan.id for plan in found.all()] == ["logeer"]
    assert [plan.id for plan in found.annexes()] == ["belverslag"]
    annex = found.get("belverslag")
    assert [section.id for section in annex.sections] == ["gesprek"]
    assert annex.annex is not None
    assert annex.annex.of == ("logeer",)
    assert annex.annex.many
    assert from_text(annex.text) == annex


@pytest.mark.parametrize(
    ("flags", "answer", "expected"),
    [
        ({"verblijf"}, "lang", True),
        ({"verblijf"}, "kort", False),
        (set(), "lang", False),
    ],
)
def test_it_can_begin_when_the_plan_is_so(
    tmp_path: Path, flags: set[str], answer: str, *, expected: bool
) -> None:
    found = library(tmp_path, BELVERSLAG)
    state = PlanState(flags=frozenset(flags), answers={"soort_plan": Answer(answer)})
    assert can_begin(found.get("belverslag"), found.get("logeer"), state) is expected


def test_a_condition_about_a_question_that_a_plan_lacks_never_holds(tmp_path: Path) -> None:
    every = BELVERSLAG.replace('annex_of = ["logeer"]\n', "").replace(
        'annex_when = { all = [{ flag = "verblijf" }, { answer = "soort_plan", is = ["lang"] }] }',
        'annex_when = { not = { filled = "soort_plan" } }',
    )
    found = library(tmp_path, every)
    other = LOGEER.replace('"logeer"', '"anders"').replace('"soort_plan"', '"iets"')
    (tmp_path / "anders.toml").write_text(other, encoding="utf-8")
    found = load_formats([tmp_path], RULE_IDS, frozenset(CHECKS))
    assert found.problems == ()
    annex = found.get("belverslag")
    assert can_begin(annex, found.get("logeer"), PlanState())
    assert not can_begin(annex, found.get("anders"), PlanState())
    assert not can_begin(annex, annex, PlanState())


FAULTS = (
    (
        'annex_of = ["logeer"]',
        'annex_of = ["loger"]',
        5,
        "het plantype 'loger' bestaat niet. Bedoel je 'logeer'?",
    ),
    ('flag = "verblijf"', 'flag = "verblyf"', 6, "de vlag 'verblyf' staat niet bij een plantype."),
    ('answer = "soort_plan"', 'answer = "soort"', 6, "de vraag 'soort' bestaat niet in het plan"),
    ("many = true", 'subject = "household"', 9, "'subject' kan niet in een bijlage"),
    ("many = true", 'deadlines = ["WLZ-02"]', 9, "'deadlines' kan niet in een bijlage"),
    ("annex = true", "annex = false", 5, "'annex_of' hoort bij een bijlage."),
    ('dated_by = "wanneer"', 'dated_by = "reactie"', 8, "'reactie' is geen vraag naar een datum of moment"),
    (
        'effect = "evaluation"',
        'effect = "evaluatie"',
        12,
        "'evaluatie' kan niet bij 'effect'. Bedoel je 'eval",
    ),
    ('effect = "evaluation"', 'effect = "done.WLZ-99"', 12, "de termijnregel 'WLZ-99' bestaat niet."),
    ('effect = "evaluation"', 'effect = "agreements"', 11, "'wanneer' is geen tabel met een kolom 'wat'"),
    ('question = "wanneer"', 'question = "reactie"', 11, "'reactie' is geen vraag naar een datum of moment"),
    ('kind = "goal_outcomes"', 'kind = "goals"', 25, "het soort 'goals' hoort in het plan zelf"),
)


@pytest.mark.parametrize(("good", "bad", "line", "words"), FAULTS)
def test_every_fault_names_its_line(tmp_path: Path, good: str, bad: str, line: int, words: str) -> None:
    assert good in BELVERSLAG
    found = library(tmp_path, BELVERSLAG.replace(good, bad, 1))
    told = [str(problem) for problem in found.problems]
    assert any(t.startswith(f"belverslag.toml, regel {line}: ") and words in t for t in told), told
    assert found.annexes() == ()
    alone = [
        str(p) for p in check_file(tmp_path / "annexes" / "belverslag.toml", RULE_IDS, frozenset(CHECKS))
    ]
    assert any(words in text for text in alone), alone


@pytest.mark.parametrize(
    "line", ['  kind = "goal_outcomes"', '  kind = "long_text"\n  after_finishing = true']
)
def test_a_plan_type_cannot_have_what_belongs_to_an_annex(tmp_path: Path, line: str) -> None:
    plan = f'{LOGEER}  [[section.question]]\n  id = "twee"\n  label = "Twee"\n{line}\n'
    found = library(tmp_path, BELVERSLAG, plan)
    assert "'twee' kan alleen in een bijlage" in str(found.problems[0])


def test_a_good_file_alone_has_no_fault(tmp_path: Path) -> None:
    library(tmp_path, BELVERSLAG)
    assert check_file(tmp_path / "annexes" / "belverslag.toml", RULE_IDS, frozenset(CHECKS)) == []


def test_goals_that_are_not_decided_are_needed(tmp_path: Path) -> None:
    annex = library(tmp_path, BELVERSLAG).get("belverslag")
    state = PlanState(
        answers={"wanneer": Answer("2026-05-01T14:00+02:00")},
        goals={
            "a": GoalFact("doel 1", said=True),
            "b": GoalFact("doel 2", said=True, lacks=("Kies hoe het verder gaat met dit doel.",)),
        },
    )
    needed = [one.text for one in missing(annex, state)]
    assert needed == ["Doel 2: kies hoe het verder gaat met dit doel."]
    assert [(s.filled, s.total, s.needed) for s in step_states(annex, state)] == [(2, 4, 1)]


def test_the_example_in_the_manual_is_an_annex() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    examples = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    wanted = {
        name: next(one for one in examples if f'id = "{name}"' in one)
        for name in ("weekendplan", "belverslag")
    }
    shipped = load_formats([resources.path("formats")], RULE_IDS, frozenset(CHECKS), wanted)
    assert shipped.problems == ()
    annex = shipped.get("belverslag")
    assert [s.section.id for s in steps(annex, PlanState())] == ["gesprek"]
    assert annex.question("wanneer").kind is QuestionKind.MOMENT

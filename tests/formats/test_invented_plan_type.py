"""A plan type is data: an invented one works from its file alone, with no line of code changed.

Here: loading, flow, completeness, step states, deadlines, goals of result areas, the kept text.
The wizard's pages, the document and the export prove the same in their own rooms.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planbureau import resources
from planbureau.formats import FormatLibrary, from_text, load_formats
from planbureau.formats.answers import Answer, PlanState
from planbureau.formats.completeness import missing, step_states
from planbureau.formats.flow import steps
from planbureau.formats.model import PlanFormat, QuestionKind, Subject
from planbureau.rules.deadlines.catalogue import RULE_IDS
from planbureau.rules.deadlines.engine import compute
from planbureau.rules.deadlines.facts import PlanFacts
from planbureau.rules.plan_checks import CHECKS
from planbureau.rules.regime import Regime

LOGEERPLAN = """\
id = "logeerplan"
version = 1
title = "Logeerplan"
easy_title = "Ik ga logeren"
regimes = ["wlz", "jeugdwet"]
flags = ["verblijf"]
deadlines = ["WLZ-02", "LFT-18"]

[[flag]]
id = "eerste_keer"
label = "Dit is de eerste keer logeren"

[[domain_set]]
id = "LOG2"
title = "Logeren"
source = "Eigen set"
  [[domain_set.domain]]
  id = "slapen"
  label = "Slapen"
  easy_label = "Slapen"
  pictogram = "slapen"
  topics = ["eten"]
  [[domain_set.domain]]
  id = "heimwee"
  label = "Heimwee"
  easy_label = "Je huis missen"
  pictogram = "thuis"

[[section]]
use = ["ID", "COO"]
title = "Over wie gaat het"
leave_out = ["bsn", "foto"]

[[section]]
id = "nacht"
title = "De nacht"
  [[section.question]]
  id = "ritueel"
  kind = "long_text"
  label = "Wat doe je voor het slapen"
  voice = "client"
  easy = true
  need = "adopt"
  editions = ["professional", "easy", "start"]
  [[section.question]]
  id = "logeren"
  kind = "life_domain"
  domain_set = "LOG2"
  label = "Hoe gaat logeren"
  need = "adopt"
  [[section.question]]
  id = "tas"
  kind = "table"
  label = "Wat gaat er mee"
  need = "adopt"
  at_least = 2
    [[section.question.column]]
    id = "wat"
    label = "Wat"
    need = "adopt"
    [[section.question.column]]
    id = "klaar"
    label = "Ingepakt"
    kind = "tick"

[[section]]
id = "wennen"
title = "Wennen"
when = { all = [{ flag = "eerste_keer" }, { any = [{ regime = "jeugdwet" }, { fact = "has_minor" }] }] }
  [[section.question]]
  id = "proefnacht"
  kind = "date"
  label = "Proefnacht"
  need = "adopt"
"""


@pytest.fixture
def library(tmp_path: Path) -> FormatLibrary:
    (tmp_path / "logeerplan.toml").write_text(LOGEERPLAN, encoding="utf-8")
    return load_formats([resources.path("formats"), tmp_path], RULE_IDS, frozenset(CHECKS))


@pytest.fixture
def plan(library: FormatLibrary) -> PlanFormat:
    return library.get("logeerplan")


def test_it_stands_beside_the_shipped_ones(library: FormatLibrary, plan: PlanFormat) -> None:
    assert library.problems == ()
    assert {"gzp", "logeerplan", "osp"} <= {p.id for p in library.all()}
    assert plan.subject is Subject.CLIENT
    assert plan.flags == ("verblijf", "eerste_keer")
    assert [flag.label for flag in plan.flag_details][1] == "Dit is de eerste keer logeren"


def test_its_steps_follow_from_the_file(plan: PlanFormat) -> None:
    assert [s.section.title for s in steps(plan, PlanState())] == [
        "Kader en datums",
        "Over wie gaat het",
        "De nacht",
    ]
    child = PlanState(flags=frozenset({"eerste_keer"}), facts={"has_minor": 1})
    assert [s.section.id for s in steps(plan, child)][-1] == "wennen"
    assert plan.question("coordinator").kind is QuestionKind.PERSON


def test_its_completeness_follows_from_the_file(plan: PlanFormat) -> None:
    empty = {item.text for item in missing(plan, PlanState())}
    assert "Vul in: wat doe je voor het slapen" in empty
    assert "Vul een regel in: wat gaat er mee (minstens 2, nu 0)" in empty
    assert "Kies 'hier nu iets mee' of 'nu niet' bij: Slapen en Heimwee" in empty
    full = PlanState(
        regimes=frozenset({"wlz"}),
        answers={
            "ritueel": Answer("Een boekje en dan het licht uit."),
            "logeren/slapen": Answer({"state": "open", "now": "Met de deur open."}),
            "logeren/heimwee": Answer({"state": "not_now"}),
            "tas": Answer(
                [{"id": "1", "wat": "Knuffel"}, {"id": "2", "wat": "Tandenborstel", "klaar": True}]
            ),
        },
        bound={
            "client.name": "Bas",
            "client.birth_date": "2012-01-05",
            "plan.coordinator": [{"person": "p1"}],
        },
    )
    assert missing(plan, full) == ()
    assert [(s.section_id, s.needed) for s in step_states(plan, full)] == [
        ("kader", 0),
        ("over-wie", 0),
        ("nacht", 0),
    ]


def test_its_deadlines_follow_from_the_names_in_the_file(plan: PlanFormat) -> None:
    facts = PlanFacts(
        plan_id="p1",
        plan_type=plan.id,
        regimes=frozenset({Regime.WLZ}),
        triggers={"datum_start_zorg": date(2026, 1, 17)},
        rule_ids=frozenset(plan.deadlines),
    )
    found = {d.rule_id: d.last_date for d in compute(facts, date(2026, 1, 20))}
    assert found["WLZ-02"] == date(2026, 3, 2)
    assert not {"HVP-01", "WLZ-04"} & set(found)


def test_its_words_are_kept_when_its_file_is_gone(plan: PlanFormat, tmp_path: Path) -> None:
    text = plan.text
    (tmp_path / "logeerplan.toml").unlink()
    assert from_text(text) == plan

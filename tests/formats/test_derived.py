"""An organisation's own copy of a plan type: its words and extra questions, never less than its base."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.formats.conftest import CASES

from planbureau import resources
from planbureau.formats import FormatLibrary, check_file, from_text, load_formats
from planbureau.formats.annexes import belongs_to
from planbureau.formats.kept_parts import why_kept
from planbureau.formats.model import Need, QuestionKind
from planbureau.rules.deadlines.catalogue import RULE_IDS
from planbureau.rules.plan_checks import CHECKS

FolderMaker = Callable[..., Path]
CaseReader = Callable[[str], dict[str, Any]]
HEAD = 'id = "eigen"\nversion = 1\ntitle = "Ons plan"\nbased_on = "osp@1"\n'
WHOLE = (
    HEAD
    + """
leave_out = ["cijfer_hulp", "ervaring"]
order = ["dit-ben-ik", "over-wie"]

[chapter.dit-ben-ik]
title = "Wie ben ik"
order = ["eigen_hond", "benaderen"]

[change.signalen]
label = "Zo zie je hoe het gaat"
need = "adopt"

[[question]]
chapter = "dit-ben-ik"
id = "eigen_hond"
kind = "choice"
label = "Is er een hond"
options_from = "ja-nee"

[[section]]
id = "eigen-weekend"
title = "Het weekend"

  [[section.question]]
  id = "eigen_weekend"
  kind = "long_text"
  label = "Wat doe je in het weekend"
"""
)


def _cases(kind: str) -> list[Any]:
    import tomllib

    found = tomllib.loads((CASES / "own_formats" / "kept.toml").read_text("utf-8"))[kind]
    return [pytest.param(case, id=case["name"]) for case in found]


def _library(text: str) -> FormatLibrary:
    return load_formats([resources.path("formats")], RULE_IDS, frozenset(CHECKS), {"eigen.toml": text})


@pytest.fixture(scope="module")
def library() -> FormatLibrary:
    return _library(WHOLE)


@pytest.mark.parametrize("case", [*_cases("refused"), *_cases("head")])
def test_what_a_copy_may_not_do_is_refused_with_its_line(case: dict[str, Any], folder: FolderMaker) -> None:
    text = case["text"] if "text" in case else HEAD + case["add"]
    problems = check_file(folder(eigen=text + "\n") / "eigen.toml", RULE_IDS, frozenset(CHECKS))
    fitting = [one for one in problems if all(word in str(one) for word in case["words"])]
    assert [(one.file, one.line) for one in fitting] == [("eigen.toml", case["line"])], problems


def test_a_refused_copy_is_left_out_and_the_base_still_works() -> None:
    library = _library(HEAD + 'leave_out = ["belangrijk_voor_mij"]\n')
    assert [plan.id for plan in library.all() if plan.id in {"eigen", "osp"}] == ["osp"]
    assert len(library.problems) == 1


def test_a_copy_has_its_words_its_order_and_its_extra_questions(library: FormatLibrary) -> None:
    assert library.problems == ()
    plan, base = library.get("eigen"), library.get("osp")
    sections = [section.id for section in plan.sections]
    assert sections[:3] == ["kader", "dit-ben-ik", "over-wie"]
    assert sections[-1] == "eigen-weekend"
    assert "ervaringen" not in sections, "a chapter without questions goes"
    mine = plan.sections[1]
    assert mine.title == "Wie ben ik"
    assert [q.id for q in mine.questions] == [
        "eigen_hond", "benaderen", "belangrijk_voor_mij", "moet_je_weten", "foto"
    ]  # fmt: skip
    assert [option.id for option in plan.question("eigen_hond").options] == ["ja", "nee"]
    assert plan.question("signalen").label == "Zo zie je hoe het gaat"
    assert plan.question("signalen").need is Need.ADOPT
    assert base.question("signalen").need is Need.FREE
    assert (plan.deadlines, plan.gates, plan.regimes) == (base.deadlines, base.gates, base.regimes)


def test_what_the_base_needs_the_copy_needs(library: FormatLibrary) -> None:
    plan, base = library.get("eigen"), library.get("osp")
    for section in base.sections:
        for question in section.questions:
            if question.need is Need.ADOPT:
                assert plan.question(question.id) == question


def test_a_copy_goes_by_the_rules_of_its_base(library: FormatLibrary) -> None:
    plan = library.get("eigen")
    assert (plan.family, plan.based_on, library.family("eigen")) == ("osp", "osp@1", "osp")
    of_base = [one.id for one in library.annexes() if belongs_to(one, library.get("osp"))]
    assert [one.id for one in library.annexes() if belongs_to(one, plan)] == of_base


def test_the_kept_text_is_the_whole_copy(library: FormatLibrary) -> None:
    plan = library.get("eigen")
    assert from_text(plan.text) == plan


def test_versions_stand_beside_each_other(folder: FolderMaker) -> None:
    second = WHOLE.replace("version = 1", "version = 2").replace("Is er een hond", "Is er een huisdier")
    own = folder(eigen=WHOLE, eigen2=second)
    library = load_formats([resources.path("formats"), own], RULE_IDS, frozenset(CHECKS))
    assert library.get("eigen").question("eigen_hond").label == "Is er een huisdier"
    assert library.get("eigen", 1).question("eigen_hond").label == "Is er een hond"


def test_in_every_plan_type_what_is_needed_stays_and_something_may_go(shipped: FormatLibrary) -> None:
    for plan in shipped.all():
        questions = [q for section in plan.sections for q in section.questions]
        assert all(why_kept(plan, q.id) for q in questions if q.need is Need.ADOPT), plan.id
        assert all(why_kept(plan, q.id) for q in questions if q.kind is QuestionKind.CONSENT), plan.id
        assert any(not why_kept(plan, q.id) for q in questions), plan.id

"""Which steps show, in which order, and when a condition holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from planbureau.formats import FormatLibrary, load_formats
from planbureau.formats.answered import answered, chosen_value, holds, is_visible, open_options, units
from planbureau.formats.answers import Answer, PlanState
from planbureau.formats.completeness import missing
from planbureau.formats.flow import hidden_parts, steps
from planbureau.formats.model import (
    All,
    AnswerIs,
    AnyOf,
    Condition,
    Fact,
    Filled,
    Flag,
    Not,
    PlanFormat,
    UnderRegime,
)

StateMaker = Callable[[Mapping[str, Any]], PlanState]

TEXT = """\
id = "proef"
title = "Proef"
regimes = ["wlz", "wmo"]
flags = ["pgb"]
[[flag]]
id = "lijst"
label = "Lijst"
[[flag]]
id = "doelen"
label = "Doelen"
[[section]]
id = "een"
title = "Een"
  [[section.question]]
  id = "keuze"
  kind = "choice"
  label = "Keuze"
  options_from = "ja-nee"
  [[section.question]]
  id = "meer"
  kind = "choices"
  label = "Meer"
  when = { answer = "keuze", is = ["ja"] }
  options = [
    { id = "a", label = "A" },
    { id = "b", label = "B" },
    { id = "c", label = "C", when = { flag = "pgb" } },
  ]
  [[section.question]]
  id = "diep"
  kind = "tick"
  label = "Diep"
  when = { answer = "meer", is = ["a"] }
  [[section.question]]
  id = "soort"
  kind = "choice"
  label = "Soort"
  need = "adopt"
  options = [{ id = "x", label = "X", when = { flag = "pgb" } }, { id = "y", label = "Y" }]
  [[section.question]]
  id = "lijst"
  kind = "table"
  label = "Lijst"
  table_head = "regel"
  when = { flag = "lijst" }
    [[section.question.column]]
    id = "wat"
    label = "Wat"
    [[section.question.column]]
    id = "nacht"
    label = "Nacht"
    need = "adopt"
    when = { flag = "pgb" }
  [[section.question]]
  id = "doelen"
  kind = "goals"
  label = "Doelen"
  when = { flag = "doelen" }
[[section]]
id = "twee"
title = "Twee"
when = { filled = "diep" }
  [[section.question]]
  id = "cijfer"
  kind = "number"
  label = "Cijfer"
[[section]]
id = "drie"
title = "Drie"
  [[section.question]]
  id = "plaats"
  kind = "short_text"
  label = "Plaats"
  bind = "client.name"
  when = { regime = "wlz" }
"""


@pytest.fixture(scope="module")
def plan(shipped: FormatLibrary) -> PlanFormat:
    return shipped.parse(TEXT, "proef.toml")


def test_the_frame_comes_first_and_hidden_sections_are_left_out(plan: PlanFormat, state: StateMaker) -> None:
    shown = steps(plan, state({}))
    assert [(step.number, step.section.id) for step in shown] == [(1, "kader"), (2, "een")]
    assert shown[0].section.title == "Kader en datums"
    assert [question.id for question in shown[1].questions] == ["keuze", "soort"]


def test_steps_follow_the_answers_and_the_frame(plan: PlanFormat, state: StateMaker) -> None:
    full = {"regimes": ["wlz"], "answers": {"keuze": "ja", "meer": ["b", "a"], "diep": False}}
    assert [s.section.id for s in steps(plan, state(full))] == ["kader", "een", "twee", "drie"]


def test_an_answer_that_no_longer_shows_has_no_say(plan: PlanFormat, state: StateMaker) -> None:
    changed_mind = {"answers": {"keuze": "nee", "meer": ["a"], "diep": True}}
    assert [s.section.id for s in steps(plan, state(changed_mind))] == ["kader", "een"]
    assert not is_visible("diep", state(changed_mind), plan)


def test_an_answer_that_may_not_be_chosen_any_more_has_no_say_either(
    plan: PlanFormat, state: StateMaker
) -> None:
    many, one = plan.question("meer"), plan.question("soort")
    open_now = state({"flags": ["pgb"], "answers": {"keuze": "ja", "meer": ["a", "c"], "soort": "x"}})
    closed = state({"answers": {"keuze": "ja", "meer": ["a", "c"], "soort": "x"}})
    assert [o.id for o in open_options(many, open_now, plan)] == ["a", "b", "c"]
    assert [o.id for o in open_options(many, closed, plan)] == ["a", "b"]
    assert chosen_value(many, open_now, plan) == ["a", "c"]
    assert chosen_value(many, closed, plan) == ["a"]
    assert answered(one, open_now, plan)
    assert not answered(one, closed, plan)
    assert holds(AnswerIs("soort", ("x",)), open_now, plan)
    assert not holds(AnswerIs("soort", ("x",)), closed, plan)
    texts = [item.text for item in missing(plan, closed)]
    assert "Kies opnieuw: soort. 'X' kan hier nu niet" in texts
    assert "Kies opnieuw: meer. 'C' kan hier nu niet" in texts
    assert not any("opnieuw" in item.text for item in missing(plan, open_now))


def test_a_column_has_a_condition_and_what_stands_in_it_counts_only_then(
    plan: PlanFormat, state: StateMaker
) -> None:
    rows = [{"id": "r1", "wat": "Bellen"}, {"id": "r2", "nacht": "ja"}]

    def look(*flags: str) -> tuple[list[str], int, list[str]]:
        now = state({"flags": ["lijst", *flags], "answers": {"lijst": rows}})
        asked = next(q for step in steps(plan, now) for q in step.questions if q.id == "lijst")
        gaps = [item.text for item in missing(plan, now) if item.question_id == "lijst"]
        return [c.id for c in asked.columns], units(plan.question("lijst"), now, plan), gaps

    assert look("pgb") == (["wat", "nacht"], 2, ["Vul bij regel 1 nog in: nacht"])
    assert look() == (["wat"], 1, [])


def test_goals_have_a_condition_like_any_question(plan: PlanFormat, state: StateMaker) -> None:
    def asked(*flags: str) -> set[str]:
        return {q.id for step in steps(plan, state({"flags": [*flags]})) for q in step.questions}

    assert "doelen" in asked("doelen")
    assert "doelen" not in asked()


@pytest.mark.parametrize(
    ("condition", "data", "expected"),
    [
        (None, {}, True),
        (Flag("pgb"), {"flags": ["pgb"]}, True),
        (Flag("pgb"), {}, False),
        (UnderRegime("wlz"), {"regimes": ["wmo", "wlz"]}, True),
        (UnderRegime("wlz"), {"regimes": ["wmo"]}, False),
        (Fact("has_minor"), {"facts": {"has_minor": 1}}, True),
        (Fact("has_minor"), {"facts": {"has_minor": 0}}, False),
        (Fact("has_minor"), {}, False),
        (Fact("organisations", 3), {"facts": {"organisations": 3}}, True),
        (Fact("organisations", 3), {"facts": {"organisations": 2}}, False),
        (AnswerIs("keuze", ("ja",)), {"answers": {"keuze": "ja"}}, True),
        (AnswerIs("keuze", ("nee", "ja")), {"answers": {"keuze": "ja"}}, True),
        (AnswerIs("keuze", ("nee",)), {"answers": {"keuze": "ja"}}, False),
        (AnswerIs("keuze", ("nee",)), {}, False),
        (AnswerIs("meer", ("b",)), {"answers": {"keuze": "ja", "meer": ["a", "b"]}}, True),
        (AnswerIs("plaats", ("Delft",)), {"regimes": ["wlz"], "bound": {"client.name": "Delft"}}, True),
        (Filled("keuze"), {"answers": {"keuze": ""}}, False),
        (Filled("keuze"), {"answers": {"keuze": "nee"}}, True),
        (Filled("plaats"), {"regimes": ["wlz"], "bound": {"client.name": "Delft"}}, True),
        (Filled("plaats"), {"regimes": ["wlz"], "answers": {"plaats": "Delft"}}, False),
        (Not(Flag("pgb")), {}, True),
        (All((Flag("pgb"), UnderRegime("wlz"))), {"flags": ["pgb"]}, False),
        (All((Flag("pgb"), UnderRegime("wlz"))), {"flags": ["pgb"], "regimes": ["wlz"]}, True),
        (AnyOf((Flag("pgb"), UnderRegime("wlz"))), {"regimes": ["wlz"]}, True),
        (AnyOf((Flag("pgb"), UnderRegime("wlz"))), {}, False),
    ],
)
def test_operators(
    plan: PlanFormat,
    state: StateMaker,
    condition: Condition | None,
    data: dict[str, Any],
    expected: bool,
) -> None:
    assert holds(condition, state(data), plan) is expected


def test_a_tick_and_the_number_one_are_different_answers(plan: PlanFormat, state: StateMaker) -> None:
    shown: dict[str, Any] = {"keuze": "ja", "meer": ["a"], "diep": True, "cijfer": 1}
    full = state({"answers": shown})
    assert holds(AnswerIs("diep", (True,)), full, plan)
    assert not holds(AnswerIs("diep", (1,)), full, plan)
    assert holds(AnswerIs("cijfer", (1,)), full, plan)
    assert not holds(AnswerIs("cijfer", (True,)), full, plan)


def test_an_answer_under_an_older_id_counts(shipped: FormatLibrary) -> None:
    renamed = shipped.parse(
        TEXT.replace("[[flag]]", 'renamed = { oude_keuze = "keuze" }\n[[flag]]', 1), "p.toml"
    )
    old = PlanState(answers={"oude_keuze": Answer("ja")})
    assert holds(AnswerIs("keuze", ("ja",)), old, renamed)
    assert renamed.question("oude_keuze").id == "keuze"
    newer = PlanState(answers={"oude_keuze": Answer("ja"), "keuze": Answer("nee")})
    assert not holds(AnswerIs("keuze", ("ja",)), newer, renamed)


def test_hours_stay_hidden_until_the_family_asks(shipped: FormatLibrary, state: StateMaker) -> None:
    gzp = shipped.get("gzp")
    goals = gzp.question("doelen")
    assert hidden_parts(goals, state({}), gzp) == {"how_often"}
    asked = state({"answers": {"specificatie_gevraagd": "ja"}})
    assert hidden_parts(goals, asked, gzp) == frozenset()


def test_a_question_that_is_not_there(plan: PlanFormat, state: StateMaker) -> None:
    with pytest.raises(KeyError):
        is_visible("weg", state({}), plan)


def test_circles_are_refused_at_any_length(tmp_path: Path) -> None:
    parts = "".join(
        f'[[section]]\nid = "s{n}"\ntitle = "S"\nwhen = {{ filled = "q{(n + 1) % 3}" }}\n'
        f'[[section.question]]\nid = "q{n}"\nkind = "tick"\nlabel = "Q"\n'
        for n in range(3)
    )
    (tmp_path / "rond.toml").write_text(f'id = "rond"\ntitle = "R"\nregimes = ["wmo"]\n{parts}')
    problems = load_formats([tmp_path], frozenset(), frozenset()).problems
    assert [p.key for p in problems] == ["q0", "q1", "q2"]

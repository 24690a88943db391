"""GAS and the outcome of a goal (D4), with its worked example."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from planbureau.errors import InvalidInputError
from planbureau.rules.goals.gas import (
    Decision,
    GasScale,
    GoalEvaluation,
    check_goal_evaluation,
    check_rescale,
    check_scale,
    outcome_of,
)
from planbureau.rules.goals.letters import next_letter
from planbureau.rules.goals.moves import MoveContext, check_move
from planbureau.rules.goals.smart import AskedPerson, SmartFacts, check_smart
from planbureau.rules.goals.status import AgreedBy, GoalStatus
from planbureau.rules.hints import HintLevel

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/goals/gas.toml").read_text(encoding="utf-8"))
EXAMPLE = CASES["example"]
SCALE = GasScale({int(score): text for score, text in EXAMPLE["levels"].items()})


@pytest.mark.parametrize("case", CASES["score"], ids=lambda c: str(c["value"]))
def test_a_score_stands_for_a_status(case: dict[str, Any]) -> None:
    outcome = outcome_of(case["value"])
    assert (outcome.status.value, outcome.worse) == (case["status"], case.get("worse", False))


@pytest.mark.parametrize("score", [-4, 3])
def test_a_score_outside_the_scale_is_refused(score: int) -> None:
    with pytest.raises(InvalidInputError):
        outcome_of(score)


def test_the_worked_example() -> None:
    people = tuple(AskedPerson(name, agreed=True) for name in EXAMPLE["names"])
    card = SmartFacts(
        sentence=EXAMPLE["sentence"],
        from_library=True,
        names=tuple(EXAMPLE["names"]),
        how_seen=EXAMPLE["how_seen"],
        for_whom=people,
        feasible=True,
        start=EXAMPLE["start"],
        target=EXAMPLE["target"],
    )
    assert check_smart(card) == ()
    assert check_scale(SCALE) == ()
    assert next_letter(["a", "b"]) == "c"
    assert next_letter(EXAMPLE["letters_used"][:3]) == "d"  # c is lapsed and stays taken
    assert outcome_of(EXAMPLE["score"]).status.value == EXAMPLE["outcome"]
    evaluation = GoalEvaluation(
        "1", score=EXAMPLE["score"], decision=Decision(EXAMPLE["decision"]), new_text_or_date=True
    )
    assert check_goal_evaluation(evaluation) == ()
    context = MoveContext(adopted_before=True, agreed_by=AgreedBy.CONSENT)
    check_move(GoalStatus.PARTLY, GoalStatus.ACTIVE, context, new_date=EXAMPLE["new_target"])


def test_a_scale_needs_every_text_and_no_text_twice() -> None:
    gaps = check_scale(GasScale({-2: "vijf keer", -1: "", 0: "Een keer.", 1: "een  keer", 2: "nul"}))
    assert [(hint.field, hint.level) for hint in gaps] == [
        ("level-1", HintLevel.NEEDED),
        ("level+1", HintLevel.WRONG),
    ]
    assert [hint.field for hint in check_scale(GasScale(SCALE.levels, with_worse=True))] == ["level-3"]


def test_no_level_changes_after_the_first_score() -> None:
    other = GasScale({**SCALE.levels, 0: "2 per week"})
    check_rescale(SCALE, other, scored=False)
    check_rescale(SCALE, GasScale(dict(SCALE.levels)), scored=True)
    with pytest.raises(InvalidInputError, match="nieuwe schaal"):
        check_rescale(SCALE, other, scored=True)


def test_overruling_a_score_asks_why() -> None:
    facts = GoalEvaluation("1", outcome=GoalStatus.REACHED, score=-1, decision=Decision.KEEP)
    assert [hint.field for hint in check_goal_evaluation(facts)] == ["outcome_reason"]
    same = GoalEvaluation("1", outcome=GoalStatus.PARTLY, score=-1, decision=Decision.KEEP)
    assert check_goal_evaluation(same) == ()


def test_an_empty_evaluation_says_all_that_is_needed() -> None:
    assert [hint.field for hint in check_goal_evaluation(GoalEvaluation("1"))] == [
        "outcome",
        "how_seen",
        "decision",
    ]
    adjust = GoalEvaluation("1", GoalStatus.PARTLY, how_seen="schrift", decision=Decision.ADJUST)
    assert [hint.field for hint in check_goal_evaluation(adjust)] == ["new_text_or_date"]
    wrong = GoalEvaluation("1", GoalStatus.PAUSED, how_seen="schrift", decision=Decision.STOP)
    assert [hint.level for hint in check_goal_evaluation(wrong)] == [HintLevel.WRONG]

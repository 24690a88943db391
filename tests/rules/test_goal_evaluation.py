"""What an evaluation asks of a goal, and the moves that follow (rules D2 and D4; tests/cases/goals)."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from planbureau.formats.outcomes import GoalOutcome
from planbureau.rules.goals.evaluation import OUTCOMES, differing, open_points, steps_of
from planbureau.rules.goals.gas import Decision
from planbureau.rules.goals.moves import MOVES
from planbureau.rules.goals.status import GoalStatus

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "goals" / "evaluation.toml").read_text(encoding="utf-8")
)["case"]
ALLOWED = {(move.start, move.to) for move in MOVES}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_goal_follows_what_was_decided(case: dict[str, Any]) -> None:
    said = GoalOutcome.read(case["said"])
    status = GoalStatus(case["status"])
    assert [step.value for step in steps_of(status, said)] == case["steps"]
    lacks = open_points("1", status, said)
    assert any(case["lacks"] in text for text in lacks) if case["lacks"] else lacks == ()


@pytest.mark.parametrize(
    "status", [s for s in GoalStatus if s not in (GoalStatus.CONCEPT, GoalStatus.REMOVED)]
)
@pytest.mark.parametrize("decision", list(Decision))
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_no_move_is_made_that_d2_does_not_know(
    status: GoalStatus, decision: Decision, outcome: GoalStatus
) -> None:
    said = GoalOutcome(outcome=outcome.value, decision=decision.value, new_date="2026-09-01")
    assert set(pairwise((status, *steps_of(status, said)))) <= ALLOWED


@pytest.mark.parametrize(
    ("differs", "name", "words"),
    [
        ((), "", ""),
        (("client",), "Daan", "Daan denkt er anders over"),
        (("family",), "Daan", "De familie denkt er anders over"),
        (("client", "professional"), "", "De cliënt en de begeleider denken er anders over"),
        (
            ("client", "family", "professional"), "Daan",
            "Daan, de familie en de begeleider denken er anders over",
        ),
    ],
)  # fmt: skip
def test_who_thinks_otherwise_is_said(differs: tuple[str, ...], name: str, words: str) -> None:
    assert differing(GoalOutcome(differs=differs), name) == words


def test_what_does_not_fit_is_left_out() -> None:
    differs = ["family", "iemand", 3, "client"]
    kept = GoalOutcome.read({"differs": differs})
    assert kept.differs == ("client", "family")
    assert kept.to_json() == {"differs": ["client", "family"]}
    assert GoalOutcome.read({"differs": "client"}).empty
    read = GoalOutcome.read({"score": True, "outcome": 3, "client": "Fijn.", "vreemd": "x"})
    assert read == GoalOutcome(client="Fijn.")
    assert read.to_json() == {"client": "Fijn."}
    assert GoalOutcome.read("tekst").empty

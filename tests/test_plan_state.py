"""What a plan tells the completeness about its goals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.documents.editions import noor

from planbureau.formats.completeness import missing
from planbureau.plan_state import state_of
from planbureau.views import ActionView, GoalView, PlanView

TODAY = date(2026, 3, 12)
WHOLE: dict[str, Any] = {
    "sentence": "Noor fietst zelf naar het werk.",
    "actions": (ActionView("a", "g", "a", what="Noor oefent met Els."),),
    "target_date": date(2026, 9, 1),
}


def _with(*goals: GoalView) -> PlanView:
    return replace(noor.rich(), goals=goals)


def _said(plan: PlanView) -> list[tuple[str, str]]:
    return [
        (m.level, m.text) for m in missing(plan.format, state_of(plan, TODAY)) if m.question_id == "doelen"
    ]


@pytest.mark.parametrize(
    ("lacking", "words"),
    [
        ({}, []),
        ({"sentence": ""}, ["Doel 2: schrijf het doel in één zin, of verwijder het"]),
        ({"actions": ()}, ["Doel 2: er is nog geen actie"]),
        ({"target_date": None}, ["Doel 2: kies een streefdatum, of een dag om samen te kijken"]),
        ({"target_date": None, "look_date": date(2026, 6, 1)}, []),
        ({"target_date": None, "no_end_date": True}, []),
        ({"actions": (), "status": "stopped"}, []),
    ],
)
def test_a_goal_that_is_not_finished_deserves_a_look(lacking: dict[str, Any], words: list[str]) -> None:
    """Rules D2: it stands in nobody's way, and the plan does not call itself complete."""
    plan = _with(
        GoalView("h", "p", 1, **WHOLE, status="agreed"), GoalView("g", "p", 2, **{**WHOLE, **lacking})
    )
    assert _said(plan) == [("attention", text) for text in words]


def test_a_goal_without_words_is_no_goal_yet() -> None:
    needed = [text for level, text in _said(_with(GoalView("g", "p", 1))) if level == "needed"]
    assert len(needed) == 1
    assert _said(_with(GoalView("g", "p", 1, **WHOLE))) == []

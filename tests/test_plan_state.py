"""What a plan tells the completeness about its goals and its risks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.documents.editions import noor

from planbureau.formats.completeness import missing
from planbureau.formats.model import QuestionKind
from planbureau.plan_state import state_of
from planbureau.views import ActionView, GoalView, PlanView, RiskView

TODAY = date(2026, 3, 12)
WHOLE: dict[str, Any] = {
    "sentence": "Noor fietst zelf naar het werk.",
    "actions": (ActionView("a", "g", "a", what="Noor oefent met Els."),),
    "target_date": date(2026, 9, 1),
}


def _with(*goals: GoalView) -> PlanView:
    return replace(noor.rich(), goals=goals)


def _said(plan: PlanView, question: str = "doelen") -> list[tuple[str, str]]:
    return [
        (m.level, m.text) for m in missing(plan.format, state_of(plan, TODAY)) if m.question_id == question
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


FALL = RiskView(
    "r", "p", 0, "Noor valt in de badkamer.", "Zij loopt onzeker.", measures="Een beugel bij de douche.",
    who_function="begeleiding", look_again_on=date(2026, 9, 1),
)  # fmt: skip
IN_WORDS = 'Schrijf bij het risico "Noor valt in de badkamer." nog op: '


@pytest.mark.parametrize(
    ("lacking", "words"),
    [
        ({}, []),
        ({"signs": "", "likelihood": "", "impact": ""}, []),
        ({"measures": " "}, [f"{IN_WORDS}wat jullie doen"]),
        ({"who_function": ""}, [f"{IN_WORDS}wie erop let"]),
        ({"who_function": "", "who": "p1"}, []),
        (
            {"measures": "", "who_function": "", "look_again_on": None},
            [f"{IN_WORDS}wat jullie doen, wie erop let en wanneer jullie weer kijken"],
        ),
    ],
)
def test_a_risk_with_only_a_title_deserves_a_look(lacking: dict[str, Any], words: list[str]) -> None:
    """Rules C0, RIS: what may happen, what is done, who, and when people look again; it blocks nothing."""
    risk = next(q for s in noor.rich().format.sections for q in s.questions if q.kind is QuestionKind.RISKS)
    plan = replace(noor.rich(), risks=(FALL, replace(FALL, **lacking)))
    assert _said(plan, risk.id) == [("attention", text) for text in words]


def test_a_risk_without_words_is_no_risk_yet() -> None:
    risk = next(q for s in noor.rich().format.sections for q in s.questions if q.kind is QuestionKind.RISKS)
    said = _said(replace(noor.rich(), risks=(replace(FALL, what=""),)), risk.id)
    assert ("attention", "Schrijf bij een risico nog op: wat er kan gebeuren") in said
    assert [level for level, _ in said] == ["needed", "attention"]

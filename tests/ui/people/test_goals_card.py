"""Which goals ask for attention, and in which words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planbureau.ui.people.goals_card import attention
from planbureau.views import ActionView, GoalView

TODAY = date(2026, 2, 5)
GOAL = GoalView("g", "p", 1, sentence="Rust in huis.", status="agreed", target_date=date(2026, 7, 12))
LATE = ActionView("x", "g", "a", what="Time-out ophangen", done_by=date(2026, 1, 26))


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        (GOAL, []),
        (replace(GOAL, actions=(LATE,)), ["actie 1a moest klaar zijn op ma 26 januari"]),
        (
            replace(GOAL, actions=(LATE, replace(LATE, id="y", letter="c", status="active"))),
            ["acties 1a en 1c moesten al klaar zijn"],
        ),
        (replace(GOAL, actions=(replace(LATE, status="done"),)), []),
        (replace(GOAL, actions=(replace(LATE, cancelled=True),)), []),
        (replace(GOAL, actions=(replace(LATE, done_by=TODAY),)), []),
        (replace(GOAL, status="concept", actions=(LATE,)), []),
        (replace(GOAL, target_date=date(2026, 2, 2), actions=(LATE,)), ["streefdatum was ma 2 februari"]),
        (replace(GOAL, status="kept"), []),
        (
            replace(GOAL, status="kept", target_date=date(2026, 1, 2), look_date=date(2026, 2, 2)),
            ["terugkijken kon vanaf ma 2 februari"],
        ),
        (replace(GOAL, status="stopped", look_date=date(2026, 2, 2)), []),
    ],
)
def test_the_reason_is_the_most_urgent_one(goal: GoalView, words: list[str]) -> None:
    assert [one.words for one in attention([goal], TODAY)] == words

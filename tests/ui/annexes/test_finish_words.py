"""What the page that closes an evaluation says about a goal."""

from __future__ import annotations

from typing import Any

import pytest

from planbureau.formats.outcomes import GoalOutcome
from planbureau.ui.annexes.finish_page import becomes
from planbureau.views import GoalView

LONG = "Milan fietst elke schooldag zelf naar de dagbesteding in Haaksbergen en weer naar huis toe"


@pytest.mark.parametrize(
    ("goal", "said", "words"),
    [
        ("Ik kook twee keer", {"decision": "adjust", "new_sentence": "Ik kook drie keer"},
         "Wordt: Ik kook drie keer. Nieuwe datum: 1 mei 2027."),
        ("Ik kook twee keer", {"decision": "continue"}, "Ik kook twee keer. Nieuwe datum: 1 mei 2027."),
        ("Ik kook zelf.", {"decision": "continue"}, "Ik kook zelf. Nieuwe datum: 1 mei 2027."),
        ("Wat eten we?", {"decision": "continue"}, "Wat eten we? Nieuwe datum: 1 mei 2027."),
        (LONG, {"decision": "continue"},
         "Milan fietst elke schooldag zelf naar de dagbesteding in Haaksbergen… Nieuwe datum: 1 mei 2027."),
        ("", {"decision": "continue"}, "Nieuwe datum: 1 mei 2027."),
        ("Ik kook zelf", {"decision": "stop", "reason": "klaar"}, "Ik kook zelf."),
    ],
)  # fmt: skip
def test_a_goal_and_its_new_day_are_two_sentences(goal: str, said: dict[str, Any], words: str) -> None:
    assert becomes(GoalView("g", "p", 1, sentence=goal), GoalOutcome(new_date="2027-05-01", **said)) == words

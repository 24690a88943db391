"""What the status of a goal is called, by its kind (tests/cases/goals/words.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from planbureau.errors import InvalidInputError
from planbureau.formats.outcomes import GoalOutcome
from planbureau.rules.dutch import sentence
from planbureau.rules.goals.evaluation import open_points
from planbureau.rules.goals.moves import MOVES, MoveContext, check_move
from planbureau.rules.goals.smart import GoalKind
from planbureau.rules.goals.status import AgreedBy, GoalStatus
from planbureau.rules.goals.words import (
    easy_head,
    easy_outcome,
    kind_of,
    move_label,
    outcome_words,
    seen_on_word,
    short_look,
    status_word,
)

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/goals/words.toml").read_text(encoding="utf-8"))
OWN = ("reached", "partly", "not_reached", "kept")


def test_every_kind_and_every_status_stands_in_the_cases() -> None:
    assert {case["kind"] for case in CASES["kind"]} == {kind.value for kind in GoalKind}
    assert {*CASES["same"], *OWN} == {status.value for status in GoalStatus}


@pytest.mark.parametrize("case", CASES["kind"], ids=lambda case: case["kind"])
def test_a_goal_is_told_in_the_words_of_its_kind(case: dict[str, Any]) -> None:
    kind = GoalKind(case["kind"])
    for name in OWN:
        assert status_word(GoalStatus(name), kind) == case[name]
        assert short_look(GoalStatus(name), kind).word == case[name]
    for name, word in CASES["same"].items():
        assert status_word(GoalStatus(name), kind) == word
    assert seen_on_word(kind) == case["seen_on"]
    for status in GoalStatus:
        stands = status in (GoalStatus.REACHED, GoalStatus.KEPT)
        before = f"Eerder {case['seen_on'].lower()}"
        assert seen_on_word(kind, status) == (case["seen_on"] if stands else before)
    assert easy_outcome(GoalStatus.REACHED, kind) == case["easy"]
    assert easy_head(GoalStatus.REACHED, kind) == case["easy_head"]
    assert outcome_words(kind) == f"{case['reached']}, {case['partly']} of {case['not_reached']}"
    words = [status_word(status, kind) for status in GoalStatus]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("case", CASES["kind"], ids=lambda case: case["kind"])
def test_the_buttons_and_the_refusals_speak_the_same_words(case: dict[str, Any]) -> None:
    kind = GoalKind(case["kind"])
    labels = {move.to.value: move_label(move.to, move.label, kind) for move in MOVES}
    assert [labels[name] for name in ("reached", "partly", "not_reached")] == [
        sentence(case[name]) for name in ("reached", "partly", "not_reached")
    ]
    assert labels["kept"] == sentence(case["kept"])
    with pytest.raises(InvalidInputError, match=f'"{case["not_reached"]}" hoort een reden'):
        check_move(GoalStatus.ACTIVE, GoalStatus.NOT_REACHED, MoveContext(), kind=kind)
    with pytest.raises(InvalidInputError, match=f'van "{case["kept"]}" naar "{case["reached"]}"'):
        check_move(GoalStatus.KEPT, GoalStatus.REACHED, MoveContext(), kind=kind)
    points = open_points("1", GoalStatus.ACTIVE, GoalOutcome(), kind)
    assert f"Kies {outcome_words(kind)}." in points
    keep = GoalOutcome(outcome="partly", how_seen="Soms.", decision="keep")
    assert any(f'"{case["reached"]}"' in text for text in open_points("1", GoalStatus.ACTIVE, keep, kind))


@pytest.mark.parametrize("case", CASES["agreed"], ids=lambda case: case["agreed_by"])
def test_an_agreed_goal_says_on_what_ground(case: dict[str, Any]) -> None:
    agreed_by = AgreedBy(case["agreed_by"])
    for kind in GoalKind:
        assert status_word(GoalStatus.AGREED, kind, agreed_by) == case["word"]
        assert short_look(GoalStatus.AGREED, kind, agreed_by).word == case["short"]
        assert status_word(GoalStatus.ACTIVE, kind, agreed_by) == "bezig"


def test_a_kind_of_a_later_version_is_something_to_reach() -> None:
    assert kind_of("iets anders") is GoalKind.REACH

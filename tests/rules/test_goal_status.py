"""The moves of a goal and of an action: exactly those of D2."""

from __future__ import annotations

import tomllib
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from planbureau.errors import InvalidInputError
from planbureau.rules.goals.action_status import ActionStatus, action_moves_from, check_action_move
from planbureau.rules.goals.moves import MOVES, MoveContext, check_move, moves_from, moves_on_untick
from planbureau.rules.goals.status import AgreedBy, GoalStatus

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/goals/moves.toml").read_text(encoding="utf-8"))
ALLOWED = {(GoalStatus(m["start"]), GoalStatus(m["to"])) for m in CASES["move"]}
EVERYTHING = MoveContext(agreed_by=AgreedBy.CONSENT)
DAY = date(2027, 3, 1)


def context_of(case: dict[str, Any]) -> MoveContext:
    return MoveContext(agreed_by=AgreedBy(case.get("agreed_by", "nobody")))


@pytest.mark.parametrize("case", CASES["move"], ids=lambda c: f"{c['start']}-{c['to']}")
def test_an_allowed_move_passes_with_what_it_asks_and_fails_without(case: dict[str, Any]) -> None:
    start, to, context = GoalStatus(case["start"]), GoalStatus(case["to"]), context_of(case)
    asks = case.get("asks", [])
    move = check_move(start, to, context, reason="omdat", new_date=DAY)
    assert move in moves_from(start, context)
    assert (move.needs_reason, move.needs_new_date) == ("reason" in asks, "date" in asks)
    if "reason" in asks:
        with pytest.raises(InvalidInputError, match="reden"):
            check_move(start, to, context, reason="  ", new_date=DAY)
    elif "date" in asks:
        with pytest.raises(InvalidInputError, match="nieuwe datum"):
            check_move(start, to, context)
    elif "agreement" in asks:
        with pytest.raises(InvalidInputError, match="niemand akkoord"):
            check_move(start, to, MoveContext())
    elif "before_adoption" in asks:
        with pytest.raises(InvalidInputError, match="vastgesteld plan"):
            check_move(start, to, MoveContext(adopted_before=True))
    else:
        assert check_move(start, to, context) == move


@pytest.mark.parametrize(
    ("start", "to"), [pair for pair in product(GoalStatus, GoalStatus) if pair not in ALLOWED]
)
def test_every_other_move_is_refused(start: GoalStatus, to: GoalStatus) -> None:
    with pytest.raises(InvalidInputError, match="kan niet van"):
        check_move(start, to, EVERYTHING, reason="omdat", new_date=DAY)


def test_the_table_holds_each_allowed_pair_once() -> None:
    assert sorted((m.start.value, m.to.value) for m in MOVES) == sorted(
        (start.value, to.value) for start, to in ALLOWED
    )


def test_a_concept_of_an_adopted_plan_cannot_be_removed_but_can_be_agreed() -> None:
    context = MoveContext(adopted_before=True, agreed_by=AgreedBy.CONSENT)
    assert [move.to for move in moves_from(GoalStatus.CONCEPT, context)] == [GoalStatus.AGREED]


@pytest.mark.parametrize(
    ("status", "adopted", "ways"),
    [
        (GoalStatus.CONCEPT, False, [GoalStatus.REMOVED]),
        (GoalStatus.CONCEPT, True, []),
        (GoalStatus.AGREED, True, [GoalStatus.STOPPED]),
        (GoalStatus.ACTIVE, True, [GoalStatus.STOPPED]),
        (GoalStatus.PAUSED, True, [GoalStatus.STOPPED]),
        (GoalStatus.REACHED, True, []),
    ],
)
def test_taking_out_a_tick_stops_or_removes(
    status: GoalStatus, adopted: bool, ways: list[GoalStatus]
) -> None:
    assert [move.to for move in moves_on_untick(status, MoveContext(adopted_before=adopted))] == ways


def test_each_status_differs_in_word_and_icon() -> None:
    for looks in ([s.look for s in GoalStatus], [s.look for s in ActionStatus]):
        assert len({look.word for look in looks}) == len({look.icon for look in looks}) == len(looks)


def test_a_lapsed_action_can_come_back_and_a_done_one_is_not_undone_to_planned() -> None:
    assert action_moves_from(ActionStatus.LAPSED) == (ActionStatus.NOT_STARTED,)
    assert ActionStatus.DONE in action_moves_from(ActionStatus.ACTIVE)
    check_action_move(ActionStatus.DONE, ActionStatus.ACTIVE)
    with pytest.raises(InvalidInputError, match="klaar"):
        check_action_move(ActionStatus.DONE, ActionStatus.PLANNED)

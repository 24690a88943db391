"""Actions: one responsible, overlap, and who does what (D2.4, D2.6, D2.8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planbureau.rules.goals.action_status import ActionStatus
from planbureau.rules.goals.actions import (
    ActionFacts,
    PerformerKind,
    check_action,
    find_overlaps,
    hint_no_own_action,
    shares,
)
from planbureau.rules.hints import HintLevel

CALL = ActionFacts(
    "1a", "belt elke week met school", ("moeder",), PerformerKind.FAMILY, "Zorg A", frozenset({"sara"})
)
SAME = replace(CALL, code="2c", what="Bellen met de school", organisation="Zorg B")


@pytest.mark.parametrize(
    ("responsible", "level"),
    [
        ((), HintLevel.NEEDED),
        ((" ",), HintLevel.NEEDED),
        (("avonddienst",), None),
        (("a", "b"), HintLevel.WRONG),
    ],
)
def test_exactly_one_is_responsible(responsible: tuple[str, ...], level: HintLevel | None) -> None:
    found = [hint.level for hint in check_action(replace(CALL, responsible=responsible))]
    assert found == ([] if level is None else [level])


def test_an_empty_action_and_a_due_date_before_the_start() -> None:
    assert [h.field for h in check_action(ActionFacts("1a"))] == ["what", "responsible", "kind"]
    dates = replace(CALL, start=date(2026, 9, 2), due=date(2026, 9, 1))
    assert [h.field for h in check_action(dates)] == ["due"]


def test_two_organisations_doing_the_same_for_one_person_is_asked_about() -> None:
    [overlap] = find_overlaps([CALL, SAME])
    assert (overlap.first, overlap.second) == ("1a", "2c")
    assert "Doen jullie hetzelfde?" in overlap.text


@pytest.mark.parametrize(
    "other",
    [
        replace(SAME, organisation="zorg a"),
        replace(SAME, for_whom=frozenset({"tom"})),
        replace(SAME, what="mailen met school"),
        replace(SAME, status=ActionStatus.DONE),
        replace(SAME, organisation=""),
    ],
    ids=["same organisation", "someone else", "another verb", "closed", "organisation unknown"],
)
def test_what_is_no_overlap(other: ActionFacts) -> None:
    assert find_overlaps([CALL, other]) == ()


def test_words_without_meaning_never_overlap() -> None:
    assert find_overlaps([replace(CALL, what="met de"), replace(SAME, what="1 2 3")]) == ()


def test_a_goal_with_only_professionals_gets_a_hint() -> None:
    worker = replace(CALL, kind=PerformerKind.PROFESSIONAL)
    assert hint_no_own_action([]) == ()
    assert len(hint_no_own_action([worker, replace(CALL, status=ActionStatus.LAPSED)])) == 1
    assert hint_no_own_action([worker, CALL]) == ()


def test_shares_count_open_actions_per_kind() -> None:
    worker = replace(CALL, kind=PerformerKind.PROFESSIONAL)
    done = replace(CALL, status=ActionStatus.DONE)
    assert shares([CALL, worker, worker, done]) == {PerformerKind.FAMILY: 1, PerformerKind.PROFESSIONAL: 2}


def test_help_that_comes_back_says_how_often() -> None:
    recurring = replace(CALL, recurring=True)
    assert [hint.field for hint in check_action(recurring)] == ["how_often"]
    assert check_action(replace(recurring, how_often="elke maandag")) == ()

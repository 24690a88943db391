"""What waits for the user of the actions in plans that count: of today or before, and still open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from tests.adopted_plans import DAY, Foster, adopted, vault_with
from tests.vault_room import VaultRoom

from planbureau.services.api import AdoptPlan, Workspace
from planbureau.views import ActionView, GoalView

Add = Callable[..., str]
Adopt = Callable[[], None]


@pytest.fixture
def opened(room: VaultRoom) -> Iterator[Workspace]:
    with vault_with(room) as workspace:
        yield workspace


@pytest.fixture
def foster(opened: Workspace) -> Foster:
    return adopted(opened)


@pytest.fixture
def goal(opened: Workspace, foster: Foster) -> str:
    return opened.goals.add_goal(GoalView("", foster.plan, 0, sentence="Sem gaat elke dag naar buiten."))[0]


@pytest.fixture
def add(opened: Workspace, goal: str) -> Add:
    def made(what: str, done_by: date | None, who: str | None = None, status: str = "active") -> str:
        doer = opened.organisation.user().id if who is None else who
        action = ActionView("", goal, "", what, responsible_person=doer, done_by=done_by, status=status)
        return opened.goals.add_action(action)[0]

    return made


@pytest.fixture
def adopt(opened: Workspace, foster: Foster) -> Adopt:
    def again() -> None:
        said = ((foster.sem, "client"), (foster.parent, "parent"))
        answers = tuple(foster.said(who, capacity, "agreed") for who, capacity in said)
        opened.plans.adopt(
            AdoptPlan(foster.plan, DAY, "thuis", (foster.sem,), "", ("pleegouder",), "", answers)
        )

    return again


def found(opened: Workspace) -> list[tuple[str, str]]:
    return [(one.code, one.what) for one in opened.goals.due_actions()]


def test_what_should_have_been_done_by_today_waits_the_longest_late_first(
    opened: Workspace, foster: Foster, add: Add, adopt: Adopt
) -> None:
    add("Vandaag klaar", DAY)
    add("Een week te laat", DAY - timedelta(days=7))
    add("Morgen pas", DAY + timedelta(days=1))
    add("Zonder dag", None)
    add("Van de ouder", DAY, who=foster.parent)
    add("Al gedaan", DAY, status="done")
    add("Ligt stil", DAY, status="paused")
    adopt()
    assert found(opened) == [("1b", "Een week te laat"), ("1a", "Vandaag klaar")]
    first = opened.goals.due_actions()[0]
    assert (first.plan_id, first.subject_name) == (foster.plan, "Sem")
    assert first.client_id
    assert not first.household_id


def test_a_concept_asks_nothing_and_neither_does_a_goal_that_stopped(
    opened: Workspace, goal: str, add: Add, adopt: Adopt
) -> None:
    add("Bellen", DAY)
    wrong = add("Mailen", DAY)
    assert found(opened) == [], "nobody agreed with this goal yet"
    adopt()
    assert found(opened) == [("1a", "Bellen"), ("1b", "Mailen")]
    (view,) = [one for one in opened.goals.goal(goal).actions if one.id == wrong]
    opened.goals.cancel_action(view)
    assert found(opened) == [("1a", "Bellen")]
    opened.goals.move_goal(goal, "stopped", "Sem wil iets anders.")
    assert found(opened) == []

"""Who does what: the actions of goals as a list per person, and how the work is shared (rules D2.8)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from planbureau.rules.goals.action_status import ActionStatus
from planbureau.rules.goals.actions import ActionFacts, PerformerKind, shares
from planbureau.rules.goals.letters import action_code
from planbureau.views.goals import ActionView, GoalView

UNKNOWN_DOER = "Nog niemand gekozen"
_SOMEBODY = "Iemand anders"


@dataclass(frozen=True)
class Task:
    """One action of somebody. `helps` tells that somebody else is responsible."""

    of: GoalView
    action: ActionView
    helps: bool = False

    @property
    def goal_id(self) -> str:
        """The id of the goal that it is an action of."""
        return self.of.id

    @property
    def action_id(self) -> str:
        """The id of the action."""
        return self.action.id

    @property
    def code(self) -> str:
        """The number of the goal with the letter of the action: "2b"."""
        return action_code(self.of.number, self.action.letter)

    @property
    def what(self) -> str:
        """What is to be done."""
        return self.action.what or "(nog geen tekst)"

    @property
    def goal(self) -> str:
        """The sentence of the goal."""
        return self.of.sentence

    @property
    def day(self) -> date | None:
        """The day on which it is ready, else the day on which it starts."""
        return self.action.done_by or self.action.start

    @property
    def how_often(self) -> str:
        """How often, in words."""
        return self.action.how_often

    @property
    def status(self) -> ActionStatus:
        """Where the action stands."""
        return self.of.standing_of(self.action)


@dataclass(frozen=True)
class Doer:
    """Somebody, or a function, with what is to be done, the nearest date first.

    `id` is a person id, or the words of the function.
    """

    id: str
    name: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True)
class Share:
    """How many open actions a kind of doer has; `part` is its share of all of them, 0 to 1."""

    kind: PerformerKind
    number: int
    part: float

    @property
    def says(self) -> str:
        """The number with the part in whole percents."""
        return f"{self.number} ({round(100 * self.part)} %)"


def who_does_what(goals: Iterable[GoalView], name_of: Callable[[str], str]) -> tuple[Doer, ...]:
    """Everyone who does something, in order of the goals; what is open first, by date, without a date last.

    `name_of` gives the name of a person id, and "" for somebody who is not known there.
    """
    tasks: dict[str, list[Task]] = {}
    names = {"": UNKNOWN_DOER}
    for goal in goals:
        for action in goal.live_actions:
            people = [one for one in (action.responsible_person, *action.helpers) if one]
            names |= {one: name_of(one) or _SOMEBODY for one in people}
            function = action.responsible_function.strip()
            names.setdefault(function, function)
            responsible = action.responsible_person or function
            tasks.setdefault(responsible, []).append(Task(goal, action))
            for helper in action.helpers:
                tasks.setdefault(helper, []).append(Task(goal, action, helps=True))
    return tuple(Doer(key, names[key], tuple(sorted(found, key=_order))) for key, found in tasks.items())


def shares_of(goals: Iterable[GoalView]) -> tuple[Share, ...]:
    """How the open actions are shared over the kinds of doers."""
    kinds = {kind.value: kind for kind in PerformerKind}
    counted = shares(
        ActionFacts("", kind=kinds.get(one.doer_kind), status=goal.standing_of(one))
        for goal in goals
        for one in goal.live_actions
    )
    whole = sum(counted.values())
    return tuple(
        Share(kind, counted[kind], counted[kind] / whole) for kind in PerformerKind if kind in counted
    )


def _order(task: Task) -> tuple[bool, bool, date]:
    return (not task.status.is_open, task.day is None, task.day or date.max)

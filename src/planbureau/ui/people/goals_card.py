"""The goals that ask for attention: their day or that of an action is past, or near, or they stand still."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.rules.dutch import near_date
from planbureau.rules.goals.letters import action_code
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import kind_of, status_word
from planbureau.rules.people.names import join_names
from planbureau.texts import count
from planbureau.ui.people.desk import Desk
from planbureau.ui.places import OpenMatrix
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.views import GoalView

SOON = timedelta(days=14)
_LIVE = frozenset({GoalStatus.AGREED, GoalStatus.ACTIVE, GoalStatus.PAUSED})
_OPEN = _LIVE | {GoalStatus.CONCEPT}
_MOST = 6


@dataclass(frozen=True)
class Attention:
    """Why a goal asks for attention."""

    goal: GoalView
    words: str
    tone: Tone
    day: date


def attention(goals: Iterable[GoalView], today: date) -> tuple[Attention, ...]:
    """The goals that ask for attention, the most urgent first."""
    found = [one for goal in goals if (one := _attention(goal, today)) is not None]
    return tuple(sorted(found, key=lambda one: (one.tone is not Tone.ERR, one.day)))


def _attention(goal: GoalView, today: date) -> Attention | None:
    status = GoalStatus(goal.status)
    if status not in _OPEN and status is not GoalStatus.KEPT:
        return None
    target = goal.target_date if status in _OPEN else None
    if target is not None and target < today:
        return Attention(goal, f"streefdatum was {near_date(target, today)}", Tone.ERR, target)
    if status in _LIVE and (late_actions := _late_actions(goal, today)) is not None:
        return late_actions
    if goal.look_date is not None and goal.look_date <= today + SOON:
        late = goal.look_date < today
        words = f"{'terugkijken kon vanaf' if late else 'terugkijken op'} {near_date(goal.look_date, today)}"
        return Attention(goal, words, Tone.WARN, goal.look_date)
    if target is not None and target <= today + SOON:
        return Attention(goal, f"streefdatum {near_date(target, today)}", Tone.WARN, target)
    if status is GoalStatus.PAUSED:
        return Attention(goal, status_word(status, kind_of(goal.kind)), Tone.WARN, goal.start or today)
    return None


def _late_actions(goal: GoalView, today: date) -> Attention | None:
    """The actions that should have been done by now; what is being done already is late just the same."""
    late = [
        (action.done_by, action_code(goal.number, action.letter))
        for action in goal.live_actions
        if action.done_by is not None and action.done_by < today and goal.standing_of(action).is_open
    ]
    if not late:
        return None
    first = min(late)[0]
    if len(late) == 1:
        words = f"actie {late[0][1]} moest klaar zijn op {near_date(first, today)}"
    else:
        words = f"acties {join_names([code for _, code in late])} moesten al klaar zijn"
    return Attention(goal, words, Tone.WARN, first)


class GoalsCard(Card):
    """`names` gives the short names of people by id. With `ended` no goal asks anything: the care is over."""

    def __init__(
        self,
        desk: Desk,
        subject_id: str,
        goals: tuple[GoalView, ...],
        names: Mapping[str, str],
        *,
        ended: str = "",
    ) -> None:
        to_matrix = Button(desk.theme, "Naar doelenmatrix", ButtonKind.QUIET)
        to_matrix.clicked.connect(lambda: desk.go(OpenMatrix(subject_id=subject_id)))
        super().__init__(desk.theme, "Doelen die aandacht vragen", action=to_matrix)
        self._desk = desk
        if ended:
            self.add(TextLabel(ended, TextRole.MUTED))
            return
        found = attention(goals, desk.today)
        for one in found[:_MOST]:
            self.add(self._line(one, subject_id, names), divided=True)
        if len(found) > _MOST:
            self.add(TextLabel(f"En nog {len(found) - _MOST} in de doelenmatrix.", TextRole.MUTED))
        if not found:
            live = sum(GoalStatus(goal.status) in _LIVE for goal in goals)
            words = f"Er {'loopt' if live == 1 else 'lopen'} {count(live, 'doel', 'doelen')}."
            quiet = f"Geen doel vraagt nu aandacht. {words}" if live else "Er zijn nog geen doelen die lopen."
            self.add(TextLabel(quiet, TextRole.MUTED))

    def _line(self, one: Attention, subject_id: str, names: Mapping[str, str]) -> QWidget:
        desk = self._desk
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(desk.theme.px(10))
        words = QVBoxLayout()
        words.setSpacing(desk.theme.px(4))
        words.addWidget(TextLabel(one.goal.sentence or "Doel zonder tekst"))
        below = Flow(desk.theme.px(8))
        below.add(StatusBadge(desk.theme, one.words, one.tone))
        who = join_names([names.get(person, "") for person in one.goal.for_whom])
        if who:
            below.add(TextLabel(who, TextRole.SMALL, wrap=False))
        words.addWidget(below)
        line.addLayout(words, 1)
        open_goal = Button(desk.theme, "Openen", ButtonKind.QUIET)
        open_goal.setAccessibleName(f"Doel {one.goal.number} openen")
        open_goal.clicked.connect(lambda: desk.go(OpenMatrix(subject_id, goal_id=one.goal.id)))
        line.addWidget(open_goal)
        return row

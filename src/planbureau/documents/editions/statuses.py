"""The status of a goal or an action as the sign, word and tone that a document prints."""

from __future__ import annotations

from planbureau.documents.blocks import Status, StatusIcon, Tone
from planbureau.documents.editions.paper import Paper
from planbureau.rules.goals.action_status import ActionStatus
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import kind_of, status_word
from planbureau.views import ActionView, GoalView

_G, _A, _I = GoalStatus, ActionStatus, StatusIcon
_GOAL_ICONS = {
    _G.CONCEPT: _I.OPEN,
    _G.AGREED: _I.PLANNED,
    _G.ACTIVE: _I.ACTIVE,
    _G.PAUSED: _I.PAUSED,
    _G.REACHED: _I.DONE,
    _G.KEPT: _I.DONE,
    _G.PARTLY: _I.PARTLY,
    _G.NOT_REACHED: _I.ATTENTION,
    _G.STOPPED: _I.STOPPED,
    _G.REMOVED: _I.STOPPED,
}
_ACTION_ICONS = {
    _A.NOT_STARTED: _I.OPEN,
    _A.PLANNED: _I.PLANNED,
    _A.ACTIVE: _I.ACTIVE,
    _A.PAUSED: _I.PAUSED,
    _A.DONE: _I.DONE,
    _A.STOPPED: _I.STOPPED,
    _A.LAPSED: _I.STOPPED,
}
_TONES = {"ok": Tone.OK, "warn": Tone.WARN, "err": Tone.ERROR, "info": Tone.INFO, "idle": Tone.IDLE}


def goal_status(goal: GoalView, paper: Paper) -> Status:
    """Where a goal stands; an agreed goal of a plan adopted without consent says so."""
    status = GoalStatus(goal.status)
    word = status_word(status, kind_of(goal.kind), paper.view.agreed_by)
    return Status(_GOAL_ICONS[status], word, _TONES[status.tone])


def action_status(goal: GoalView, action: ActionView) -> Status:
    """Where an action stands; a deleted one keeps its letter (rules D2.4)."""
    status = goal.standing_of(action)
    return Status(_ACTION_ICONS[status], status.word, _TONES[status.tone])


def printed_goals(paper: Paper) -> tuple[GoalView, ...]:
    """The goals that a print shows, in the order of their numbers; a mistake that was taken back is none."""
    goals = [one for one in paper.view.goals if one.status != GoalStatus.REMOVED.value]
    return tuple(sorted(goals, key=lambda one: one.number))

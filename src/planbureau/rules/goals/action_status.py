"""The statuses of an action (rules part D2.4). A lapsed action keeps its letter."""

from __future__ import annotations

from planbureau.errors import InvalidInputError
from planbureau.rules.status_look import LookedStatus, StatusLook


class ActionStatus(LookedStatus):
    """Where an action stands; the value is what is stored."""

    NOT_STARTED = "not_started"
    PLANNED = "planned"
    ACTIVE = "active"
    PAUSED = "paused"
    DONE = "done"
    STOPPED = "stopped"
    LAPSED = "lapsed"

    @property
    def look(self) -> StatusLook:
        return _LOOKS[self]

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self in _OPEN


_S = ActionStatus
_LOOKS = {
    _S.NOT_STARTED: StatusLook("nog niet begonnen", "circle", "idle"),
    _S.PLANNED: StatusLook("gepland", "clock", "info"),
    _S.ACTIVE: StatusLook("bezig", "circle-dot", "info"),
    _S.PAUSED: StatusLook("ligt stil", "pause", "warn"),
    _S.DONE: StatusLook("klaar", "circle-check", "ok"),
    _S.STOPPED: StatusLook("gestopt", "square", "idle"),
    _S.LAPSED: StatusLook("vervallen", "x", "idle"),
}
_OPEN = frozenset({_S.NOT_STARTED, _S.PLANNED, _S.ACTIVE, _S.PAUSED})
_FROM_OPEN = (_S.NOT_STARTED, _S.PLANNED, _S.ACTIVE, _S.PAUSED, _S.DONE, _S.STOPPED, _S.LAPSED)
_FROM_CLOSED = {_S.DONE: (_S.ACTIVE,), _S.STOPPED: (_S.ACTIVE,), _S.LAPSED: (_S.NOT_STARTED,)}


def action_moves_from(status: ActionStatus) -> tuple[ActionStatus, ...]:
    """The statuses an action may get next. What is closed can be taken up again: a mistake is mendable."""
    if status.is_open:
        return tuple(to for to in _FROM_OPEN if to is not status)
    return _FROM_CLOSED[status]


def check_action_move(start: ActionStatus, to: ActionStatus) -> None:
    """Raise InvalidInputError when an action may not go from `start` to `to`."""
    if to not in action_moves_from(start):
        raise InvalidInputError(
            f'Een actie kan niet van "{start.word}" naar "{to.word}".',
            "De status is niet veranderd. Neem de actie eerst weer op.",
        )

"""In the thread of a goal: when people began, stopped and began again, besides what an evaluation decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from planbureau.clock import AMSTERDAM
from planbureau.formats.answers import JsonValue
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import terms
from planbureau.model.reading.goal_moves import GoalMove, moves_of
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.rules.dutch import sentence
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import kind_of, status_word
from planbureau.views import GoalView, ThreadEntry

Report = tuple[PlanRecord, Mapping[str, JsonValue]]
"""An annex with what it says by question, and by part of one."""
_S = GoalStatus
_TOLD = frozenset({_S.ACTIVE, _S.PAUSED, _S.REACHED, _S.PARTLY, _S.NOT_REACHED, _S.KEPT, _S.STOPPED})
_AT_ONCE = timedelta(seconds=5)
"""So long may finishing a report take on a slow stick; nobody finds the goal and moves it in that time."""


def moves(session: ReadSession, reports: Iterable[Report], goal: GoalView) -> Iterator[ThreadEntry]:
    """The moves that none of these reports made, the oldest first, with who made them and why."""
    found = [one for one in moves_of(session, goal.id) if GoalStatus(one.after) in _TOLD]
    if not found:
        return
    found = _by_hand(session, reports, found)
    names = people_reading.persons(session, {one.by for one in found})
    for one in found:
        on = one.at.astimezone(AMSTERDAM).date()
        by = names[one.by].full_name if one.by in names else ""
        lines = (one.reason.strip(), f"Door: {by}" if by else "")
        yield ThreadEntry(
            _word(one.before, one.after, goal), on, tuple(filter(None, lines)), target=("goal", goal.id)
        )


def _word(before: str, after: str, goal: GoalView) -> str:
    if GoalStatus(after) is not GoalStatus.ACTIVE:
        return sentence(status_word(GoalStatus(after), kind_of(goal.kind)))
    return "Begonnen" if GoalStatus(before) in (_S.CONCEPT, _S.AGREED) else "Weer begonnen"


def _by_hand(session: ReadSession, reports: Iterable[Report], found: list[GoalMove]) -> list[GoalMove]:
    """The moves that were not written together with a version of one of these reports."""
    closed = [row.made_at for record, _ in reports for row in terms.version_rows(session, record.id)]
    return [one for one in found if not any(timedelta() <= one.at - moment <= _AT_ONCE for moment in closed)]

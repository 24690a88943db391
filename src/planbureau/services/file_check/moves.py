"""In the thread of a goal: when people began, stopped and began again, besides what an evaluation decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from planbureau.clock import AMSTERDAM
from planbureau.formats.answers import JsonValue
from planbureau.formats.outcomes import GoalOutcome
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading.goal_moves import moves_of
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.rules.dutch import sentence
from planbureau.rules.goals.evaluation import decision_of
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import kind_of, status_word
from planbureau.views import GoalView, ThreadEntry

Report = tuple[PlanRecord, Mapping[str, JsonValue]]
"""An annex with what it says by question, and by part of one."""
_S = GoalStatus
_TOLD = frozenset({_S.ACTIVE, _S.PAUSED, _S.REACHED, _S.PARTLY, _S.NOT_REACHED, _S.KEPT, _S.STOPPED})


def moves(session: ReadSession, reports: Iterable[Report], goal: GoalView) -> Iterator[ThreadEntry]:
    """The moves that none of these reports made, the oldest first, with who made them and why."""
    found = [one for one in moves_of(session, goal.id) if GoalStatus(one.after) in _TOLD]
    if not found:
        return
    decided = _decided(session, reports, goal)
    names = people_reading.persons(session, {one.by for one in found})
    for one in found:
        on = one.at.astimezone(AMSTERDAM).date()
        if on in decided:
            continue
        by = names[one.by].full_name if one.by in names else ""
        lines = (one.reason.strip(), f"Door: {by}" if by else "")
        yield ThreadEntry(
            _word(one.before, one.after, goal), on, tuple(filter(None, lines)), target=("goal", goal.id)
        )


def _word(before: str, after: str, goal: GoalView) -> str:
    if GoalStatus(after) is not GoalStatus.ACTIVE:
        return sentence(status_word(GoalStatus(after), kind_of(goal.kind)))
    return "Begonnen" if GoalStatus(before) in (_S.CONCEPT, _S.AGREED) else "Weer begonnen"


def _decided(session: ReadSession, reports: Iterable[Report], goal: GoalView) -> frozenset[date]:
    """The days on which a report with a decision about this goal was closed."""
    days: set[date] = set()
    for record, given in reports:
        said = next((value for key, value in given.items() if key.partition("/")[2] == goal.id), None)
        if decision_of(GoalOutcome.read(said)) is not None:
            days |= {version.adopted_on for version in plan_reading.versions(session, record.id)}
    return frozenset(days)

"""How the status of a goal went: what a goal keeps is how it stands now, the rest stands in the history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from planbureau.model.rows import RevisionRow

_STATUS = func.json_extract(RevisionRow.changes, "$.status")
_REASON = func.json_extract(RevisionRow.changes, "$.status_reason")


@dataclass(frozen=True)
class GoalMove:
    """One move. `before` and `after` are values of `rules.goals.status.GoalStatus`; `by` is a person id."""

    at: datetime
    before: str
    after: str
    reason: str
    by: str


def moves_of(session: Session, goal_id: str) -> tuple[GoalMove, ...]:
    """Every move of a goal that was written, the oldest first; how it began is no move."""
    query = (
        select(RevisionRow.at, _STATUS, _REASON, RevisionRow.author)
        .where(RevisionRow.record_id == goal_id, _STATUS.is_not(None))
        .order_by(RevisionRow.at, text("rowid"))
    )
    found: list[GoalMove] = []
    before = ""
    for at, status, reason, author in session.execute(query):
        if before and status != before:
            found.append(GoalMove(at, before, status, reason or "", author))
        before = status
    return tuple(found)

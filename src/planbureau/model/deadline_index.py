"""The computed deadlines as rows, so that a list does not compute."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from planbureau.model import codec
from planbureau.model.rows import DeadlineIndexRow, LocalRow, PlanRecord
from planbureau.rules.deadlines import Deadline

COMPUTED = "deadlines"
"""The local key that tells for which day and which rules the index was computed."""


def replace(session: Session, plan: PlanRecord, deadlines: Iterable[Deadline]) -> None:
    """Puts the deadlines of one plan in the index, in place of what stood there."""
    session.execute(delete(DeadlineIndexRow).where(DeadlineIndexRow.plan_id == plan.id))
    rows = [
        {
            "plan_id": plan.id,
            "client_id": plan.client_id,
            "household_id": plan.household_id,
            "last_date": deadline.last_date,
            "open": deadline.status.is_open,
            "content": codec.to_json(deadline),
        }
        for deadline in deadlines
    ]
    if rows:
        session.execute(insert(DeadlineIndexRow), rows)


def computed_for(session: Session) -> str:
    """For which day and rules the index stands; empty when never."""
    row = session.get(LocalRow, COMPUTED)
    return row.value if row else ""


def stamp(session: Session, mark: str) -> None:
    """Remembers for which day and rules the index stands."""
    session.merge(LocalRow(key=COMPUTED, value=mark))


def mark_of(day: date, rules: str) -> str:
    """The stamp of a day and a version of the rules."""
    return f"{day.isoformat()} {rules}"

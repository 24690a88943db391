"""When each plan has what to do, as rows: a list reads these, and computes only the plans that it shows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from planbureau.model.rows import DeadlineIndexRow, LocalRow, PlanRecord
from planbureau.rules.deadlines import Deadline

COMPUTED = "deadlines"
"""The local key that tells for which day and which rules the index was computed."""


def replace(session: Session, computed: Iterable[tuple[PlanRecord, Iterable[Deadline]]]) -> None:
    """Puts the deadlines of these plans in the index, in place of what stood there."""
    rows, plans = [], []
    for plan, deadlines in computed:
        plans.append(plan.id)
        rows += [_row(plan, deadline) for deadline in deadlines]
    for start in range(0, len(plans), 500):
        part = plans[start : start + 500]
        session.execute(delete(DeadlineIndexRow).where(DeadlineIndexRow.plan_id.in_(part)))
    if rows:
        session.execute(insert(DeadlineIndexRow), rows)


def _row(plan: PlanRecord, deadline: Deadline) -> dict[str, object]:
    return {
        "plan_id": plan.id,
        "client_id": plan.client_id,
        "household_id": plan.household_id,
        "rule_id": deadline.rule_id,
        "subject": deadline.subject,
        "last_date": deadline.last_date,
        "status": deadline.status.value,
        "open": deadline.status.is_open,
    }


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

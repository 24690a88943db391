"""What was recorded about the terms of a plan."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.model.rows import DeviationRow, DoneRow, NotApplicableRow, PauseRow

TERM_KINDS: dict[str, Any] = {"done": DoneRow, "deviation": DeviationRow, "not_applicable": NotApplicableRow}


def pauses(session: Session, plan_id: str) -> list[PauseRow]:
    """The pauses of a plan, the first ones first."""
    query = select(PauseRow).where(PauseRow.plan_id == plan_id, PauseRow.removed.is_(False))
    return list(session.scalars(query.order_by(PauseRow.first_day)))


def term_records(session: Session, plan_id: str, rule_id: str, subject: str) -> list[tuple[str, Any]]:
    """Everything about one term with its kind, also what was taken back."""
    return [
        (kind, row)
        for kind, table in TERM_KINDS.items()
        for row in session.scalars(
            select(table).where(table.plan_id == plan_id, table.rule_id == rule_id, table.subject == subject)
        )
    ]

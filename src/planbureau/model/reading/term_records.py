"""What was recorded about the terms of a plan."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.model.rows import (
    ClientRecord,
    DeviationRow,
    DoneRow,
    NotApplicableRow,
    PauseRow,
    RevisionRow,
)

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


def told_together(session: Session, row: DoneRow) -> list[DoneRow]:
    """What was written with `row` in the other plans of the same person: one birthday, told once."""
    query = select(DoneRow).where(
        DoneRow.rule_id == row.rule_id,
        DoneRow.subject == row.subject,
        DoneRow.on == row.on,
        DoneRow.reason == row.reason,
        DoneRow.id != row.id,
        DoneRow.removed.is_(False),
    )
    return list(session.scalars(query))


def care_endings(session: Session, client_id: str) -> list[tuple[RevisionRow, str, str | None]]:
    """Each time that the end of the care or a death was written down or taken away: field and day."""
    client = session.get(ClientRecord, client_id) if client_id else None
    if client is None:
        return []
    fields = {client.id: "care_ended_on", client.person_id: "deceased_on"}
    query = select(RevisionRow).where(RevisionRow.record_id.in_(fields)).order_by(RevisionRow.at)
    found: list[tuple[RevisionRow, str, str | None]] = []
    before: dict[str, str | None] = dict.fromkeys(fields.values())
    for row in session.scalars(query):
        field = fields[row.record_id]
        day = row.changes.get(field, before[field])
        if day != before[field]:
            found.append((row, field, day))
            before[field] = day
    return found

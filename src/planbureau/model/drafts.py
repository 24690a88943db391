"""Typed text on its way to a revision: kept within two seconds, found again at unlock."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from planbureau.model.rows import DraftRow
from planbureau.views import DraftView


def put(session: Session, plan_id: str, key: str, text: str, at: datetime) -> None:
    """Keeps what was typed for this answer so far."""
    session.merge(DraftRow(plan_id=plan_id, key=key, text=text, at=at))


def drop(session: Session, plan_id: str, key: str) -> None:
    """Forgets a draft: it became a revision, or a person chose to leave it."""
    gone = delete(DraftRow).where(DraftRow.plan_id == plan_id, DraftRow.key == key)
    session.execute(gone, execution_options={"synchronize_session": False})


def found(session: Session, plan_id: str = "") -> tuple[DraftView, ...]:
    """The drafts of one plan, or all."""
    query = select(DraftRow).order_by(DraftRow.at)
    if plan_id:
        query = query.where(DraftRow.plan_id == plan_id)
    return tuple(DraftView(row.plan_id, row.key, row.text, row.at) for row in session.scalars(query))

"""What one user has sent to another calendar."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.model.rows import SentRow


def sent_by(session: Session, owner_id: str) -> dict[str, SentRow]:
    """Everything by item, as it last went there."""
    query = select(SentRow).where(SentRow.owner_id == owner_id, SentRow.removed.is_(False))
    return {row.item: row for row in session.scalars(query.order_by(SentRow.made_at, SentRow.id))}

"""Questions to the revision chain."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.errors import NotFoundError
from planbureau.model.rows import RevisionRow


def kind_of(session: Session, record_id: str) -> str:
    """The kind of a record. Raises NotFoundError."""
    kind = session.scalar(select(RevisionRow.kind).where(RevisionRow.record_id == record_id).limit(1))
    if kind is None:
        raise NotFoundError("Dit gegeven bestaat niet (meer).")
    return kind

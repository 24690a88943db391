"""When something was last written in the vault, by the clock of then."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from planbureau.model.rows import RevisionRow

_LAST_FEW = 50
"""The rows stand in the order of writing: only a clock that went back makes another one than the last the
latest."""


def last_written(session: Session) -> datetime | None:
    """The latest moment among the last revisions; None in an empty vault."""
    rows = session.scalars(select(RevisionRow.at).order_by(text("rowid DESC")).limit(_LAST_FEW))
    return max(rows, default=None)

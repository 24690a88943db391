"""When something was last written in the vault, by a clock that nobody took back since."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from planbureau.model.rows import ClockCheckRow, RevisionRow

_LAST_FEW = 50
"""The rows stand in the order of writing: only a clock that went back makes another one than the last the
latest."""


def last_written(session: Session) -> datetime | None:
    """The latest moment among the last revisions; None in an empty vault.

    What was written before somebody said that the clock is right counts no more.
    """
    query = select(RevisionRow.at, RevisionRow.kind).order_by(text("rowid DESC")).limit(_LAST_FEW)
    latest: datetime | None = None
    for at, kind in session.execute(query):
        latest = at if latest is None else max(at, latest)
        if kind == ClockCheckRow.kind:
            break
    return latest

"""Scratch pads of one author: kept, struck and destroyed; never a revision, never in a file that travels."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from planbureau.errors import NotFoundError
from planbureau.model.rows import ScratchLineRow, ScratchPadRow

_GONE = "Dit kladblad is er niet meer."


def pads(session: Session, author: str) -> list[ScratchPadRow]:
    """The pads of one author, the newest first."""
    query = select(ScratchPadRow).where(ScratchPadRow.author == author)
    return list(session.scalars(query.order_by(ScratchPadRow.started_at.desc(), ScratchPadRow.id)))


def lines(session: Session, pad_ids: Sequence[str]) -> dict[str, list[ScratchLineRow]]:
    """The lines of these pads in the order in which they were written."""
    query = select(ScratchLineRow).where(ScratchLineRow.pad_id.in_(pad_ids)).order_by(ScratchLineRow.order)
    found: dict[str, list[ScratchLineRow]] = {}
    for row in session.scalars(query):
        found.setdefault(row.pad_id, []).append(row)
    return found


def begin(
    session: Session, pad_id: str, author: str, client_id: str, household_id: str, at: datetime
) -> ScratchPadRow:
    """An empty pad."""
    row = ScratchPadRow(
        id=pad_id, author=author, client_id=client_id, household_id=household_id, started_at=at, typing=""
    )
    session.add(row)
    return row


def add_line(
    session: Session, pad_id: str, line_id: str, words: str, at: datetime, *, quote: bool
) -> ScratchLineRow:
    """A line at the end of a pad."""
    last = session.scalar(select(func.max(ScratchLineRow.order)).where(ScratchLineRow.pad_id == pad_id))
    row = ScratchLineRow(
        id=line_id, pad_id=pad_id, order=(last or 0) + 1, at=at, words=words, quote=quote,
        done=False, plan_id="", key="", went_to="",
    )  # fmt: skip
    session.add(row)
    return row


def pad(session: Session, pad_id: str, author: str) -> ScratchPadRow:
    """One pad of this author. Raises NotFoundError, also for a pad of somebody else."""
    row = session.get(ScratchPadRow, pad_id)
    if row is None or row.author != author:
        raise NotFoundError(_GONE, "Open het kladblad opnieuw.")
    return row


def line(session: Session, line_id: str, author: str) -> ScratchLineRow:
    """One line of this author. Raises NotFoundError, also for a line of somebody else."""
    row = session.get(ScratchLineRow, line_id)
    if row is None:
        raise NotFoundError(_GONE, "Open het kladblad opnieuw.")
    pad(session, row.pad_id, author)
    return row


def destroy(session: Session, pad_id: str) -> None:
    """Deletes a pad and its lines for good; the pages that held them are overwritten (`secure_delete`)."""
    session.execute(delete(ScratchLineRow).where(ScratchLineRow.pad_id == pad_id))
    session.execute(delete(ScratchPadRow).where(ScratchPadRow.id == pad_id))

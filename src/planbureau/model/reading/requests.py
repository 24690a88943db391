"""Requests about the file of a client."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.model.rows import RequestRow


def open_requests(session: Session, client_id: str, request_kind: str) -> list[RequestRow]:
    """The requests of one kind that were not dealt with yet, the oldest first."""
    query = select(RequestRow).where(
        RequestRow.client_id == client_id,
        RequestRow.request_kind == request_kind,
        RequestRow.done_on.is_(None),
        RequestRow.removed.is_(False),
    )
    return list(session.scalars(query.order_by(RequestRow.asked_on)))

"""The full-text index: one document per record that can be found."""

from __future__ import annotations

import re

from sqlalchemy import delete, select, text
from sqlalchemy.orm import Session

from planbureau.model.rows import SearchRow
from planbureau.views import SearchHit

_WORD = re.compile(r"\w+", re.UNICODE)


def put(session: Session, hit: SearchHit, body: str) -> None:
    """Puts a record in the index, in place of what stood there."""
    row = session.scalar(select(SearchRow).where(SearchRow.record_id == hit.record_id))
    if row is None:
        row = SearchRow(record_id=hit.record_id)
        session.add(row)
    row.kind, row.client_id, row.title = hit.kind, hit.client_id, hit.title
    row.detail, row.body = hit.detail, body


def drop(session: Session, record_id: str) -> None:
    """Takes a record out of the index."""
    session.execute(delete(SearchRow).where(SearchRow.record_id == record_id))


def find(session: Session, typed: str, limit: int) -> tuple[SearchHit, ...]:
    """The records that hold every typed word, the last one as a beginning; titles count most."""
    words = _WORD.findall(typed)
    if not words:
        return ()
    query = " ".join([*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}"*'])
    rows = session.execute(
        text(
            "SELECT s.kind, s.record_id, s.client_id, s.title, s.detail FROM search_fts f "
            "JOIN search s ON s.rowid = f.rowid WHERE search_fts MATCH :q "
            "ORDER BY CASE s.kind WHEN 'client' THEN 0 ELSE 1 END, bm25(search_fts, 10.0, 1.0) LIMIT :n"
        ),
        {"q": query, "n": limit},
    )
    return tuple(SearchHit(*row) for row in rows)

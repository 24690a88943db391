"""The full-text index: one document per record that can be found.

Clients and households stand at negative row numbers, so that SQLite finds them without a look at the plans:
a word that stands in ten thousand plans still answers within a key press. What somebody is writing in is put
in the index later: until then it is marked as behind, in the transaction that wrote it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable

from sqlalchemy import delete, func, insert, select, text
from sqlalchemy.orm import Session

from planbureau.model.columns import Base
from planbureau.model.rows import LocalRow, SearchRow
from planbureau.views import SearchHit

_WORD = re.compile(r"\w+", re.UNICODE)
_BEHIND = "search:"
_BEHIND_END = "search;"  # the first key after those that begin with `_BEHIND`
_LOCAL = Base.metadata.tables[LocalRow.__tablename__]
_MARKED = select(_LOCAL.c.key).where(_LOCAL.c.key >= _BEHIND, _LOCAL.c.key < _BEHIND_END)
PEOPLE = ("client", "household")
"""Kinds of hits that come before plans."""

_NEWEST = 200
"""So many plans compete when a word stands in more of them: those added last."""


def put(session: Session, hit: SearchHit, body: str) -> None:
    """Puts a record in the index, in place of what stood there."""
    row = session.scalar(select(SearchRow).where(SearchRow.record_id == hit.record_id))
    if row is None:
        row = SearchRow(record_id=hit.record_id)
        if hit.kind in PEOPLE:
            row.rowid = min(0, session.scalar(select(func.min(SearchRow.rowid))) or 0) - 1
        session.add(row)
    row.kind, row.client_id, row.title = hit.kind, hit.client_id, hit.title
    row.detail, row.body = hit.detail, body


def drop(session: Session, record_id: str) -> None:
    """Takes a record out of the index."""
    session.execute(delete(SearchRow).where(SearchRow.record_id == record_id))


def behind(session: Session) -> set[str]:
    """The records that were written since they were put in the index, and whatever was touched with them."""
    keys = session.connection().execute(_MARKED).scalars()
    return {key.removeprefix(_BEHIND) for key in keys}


def mark_behind(session: Session, record_ids: Iterable[str]) -> None:
    """Remembers that these are to be put in the index; they must not be marked already."""
    rows = [{"key": f"{_BEHIND}{record_id}", "value": ""} for record_id in record_ids]
    if rows:
        session.execute(insert(LocalRow), rows)


def caught_up(session: Session, record_ids: Iterable[str]) -> None:
    """Forgets these marks."""
    keys = [f"{_BEHIND}{record_id}" for record_id in record_ids]
    session.execute(delete(LocalRow).where(LocalRow.key.in_(keys)))


def find(session: Session, typed: str, limit: int, hidden: Collection[str] = ()) -> tuple[SearchHit, ...]:
    """The records that hold every typed word, the last one as a beginning; clients first, titles count most.

    When a word stands in very many plans, only the plans added last are looked at. `hidden` are records that
    may not be found.
    """
    words = _WORD.findall(typed)
    if not words:
        return ()
    query = " ".join([*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}"*'])
    found = [SearchHit(*row) for row in session.execute(_CLIENTS, {"q": query, "n": limit})]
    if len(found) < limit:
        more: dict[str, object] = {"q": query, "newest": max(_NEWEST, limit), "n": limit - len(found)}
        more["hidden"] = json.dumps(sorted(hidden))
        found += [SearchHit(*row) for row in session.execute(_OTHERS, more)]
    return tuple(found)


_COLUMNS = "s.kind, s.record_id, s.client_id, s.title, s.detail"
_MATCH = "SELECT rowid AS place, bm25(search_fts, 10.0, 1.0) AS far FROM search_fts WHERE search_fts MATCH :q"
_CLIENTS = text(
    f"SELECT {_COLUMNS} FROM ({_MATCH} AND rowid < 0 ORDER BY far LIMIT :n) "  # noqa: S608 - no text of people in it
    "JOIN search s ON s.rowid = place ORDER BY far"
)
_OTHERS = text(
    f"SELECT {_COLUMNS} FROM ({_MATCH} AND rowid >= 0 ORDER BY rowid DESC LIMIT :newest) "  # noqa: S608 - as above
    "JOIN search s ON s.rowid = place WHERE s.record_id NOT IN (SELECT value FROM json_each(:hidden)) "
    "ORDER BY s.kind <> 'client', far LIMIT :n"
)

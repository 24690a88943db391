"""What SQLAlchemy compiled for the vault of one test serves the vaults of all others.

The program forgets it at each lock, because the values of the first question stay in it. A vault of a test
has nothing to hide, and making its statements anew took a tenth of the time of the tests.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from sqlalchemy import create_engine
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

from planbureau.model import store

_STATEMENTS: LRUCache[Any, Any] = LRUCache(2000)


def share_statements() -> None:
    """Makes every store that is opened from now on look first at what others compiled."""
    # A statement is found by its words and by the dialect it was made for.
    SQLiteDialect_pysqlite.__eq__ = _same  # type: ignore[method-assign, assignment]
    SQLiteDialect_pysqlite.__hash__ = _kind  # type: ignore[method-assign, assignment]
    store.create_engine = partial(create_engine, execution_options={"compiled_cache": _STATEMENTS})  # type: ignore[attr-defined]


def _kind(dialect: SQLiteDialect_pysqlite) -> int:
    return hash((type(dialect), dialect.dbapi))


def _same(dialect: SQLiteDialect_pysqlite, other: object) -> bool:
    return type(dialect) is type(other) and dialect.dbapi is getattr(other, "dbapi", None)

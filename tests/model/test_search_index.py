"""A vault of an older program gets an index with the first letter, with everything that was found before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import create_engine

from planbureau.clock import FixedClock
from planbureau.model import search
from planbureau.model.migrations import running
from planbureau.model.store import Store
from planbureau.views import SearchHit


def test_an_older_index_is_made_anew(connect: Callable[[], Any], clock: FixedClock) -> None:
    engine = create_engine("sqlite:///x", module=dbapi, creator=connect)
    with engine.connect() as connection:
        running.upgrade(connection, "0009")
    engine.dispose()
    raw = connect()
    raw.execute(
        "INSERT INTO search(rowid, record_id, kind, client_id, title, detail, body) "
        "VALUES (-1, 'a', 'client', 'a', 'Noor van Dijk', '', 'Zwolle')"
    )
    raw.close()
    store = Store(connect, dbapi, clock)
    store.prepare()
    with store.reading() as session:
        for typed in ("n", "van d", "zw", "dijk"):
            assert [hit.record_id for hit in search.find(session, typed, 10)] == ["a"], typed
    with store.writing("") as work:
        search.put(work.session, SearchHit("client", "a", "a", "Noor de Wit", ""), "Breda")
    with store.reading() as session:
        assert search.find(session, "dijk", 10) == ()
        assert len(search.find(session, "b", 10)) == 1
        options = (
            session.connection()
            .exec_driver_sql("SELECT sql FROM sqlite_schema WHERE name = 'search_fts'")
            .scalar_one()
        )
        secure = (
            session.connection()
            .exec_driver_sql("SELECT v FROM search_fts_config WHERE k = 'secure-delete'")
            .scalar_one()
        )
    assert "prefix='1 2 3'" in options
    assert secure == 1
    store.close()

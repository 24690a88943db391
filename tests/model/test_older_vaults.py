"""A vault of an earlier program comes along whole: what stood in it is there, in its new place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import create_engine

from planbureau.clock import FixedClock
from planbureau.model import drafts
from planbureau.model.migrations import running
from planbureau.model.store import Store

ONE_USER = "0022"
"""The last version in which a vault was of one person."""


def test_a_draft_of_before_there_were_colleagues_is_of_who_was_there(
    connect: Callable[[], Any], clock: FixedClock
) -> None:
    engine = create_engine("sqlite:///x", module=dbapi, creator=connect)
    with engine.connect() as connection:
        running.upgrade(connection, ONE_USER)
    engine.dispose()
    raw = connect()
    raw.execute("INSERT INTO local(key, value) VALUES ('user', 'sanne')")
    raw.execute("INSERT INTO draft VALUES ('plan', 'wens', 'ik tik nog', '2026-03-15 09:00:00')")
    raw.close()
    store = Store(connect, dbapi, clock)
    store.prepare()
    with store.reading() as session:
        (draft,) = drafts.found(session, "plan", reader="sanne")
        assert (draft.key, draft.text, draft.by) == ("wens", "ik tik nog", "")
    store.close()

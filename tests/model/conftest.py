"""A store on a real SQLCipher file, without the key slots of the vault room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as dbapi

from planbureau.clock import FixedClock
from planbureau.model.store import Store


@pytest.fixture
def connect(tmp_path: Path) -> Callable[[], Any]:
    """Opens connections to one encrypted file."""

    def made() -> Any:
        connection = dbapi.connect(
            str(tmp_path / "test.db"), isolation_level=None, check_same_thread=False, timeout=1
        )
        connection.set_key("x'" + "ab" * 32 + "'")
        for pragma in ("temp_store=MEMORY", "foreign_keys=ON", "journal_mode=WAL"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        return connection

    return made


@pytest.fixture
def clock() -> FixedClock:
    """The morning of the day on which the examples are set."""
    return FixedClock.on(date(2026, 3, 16))


@pytest.fixture
def store(connect: Callable[[], Any], clock: FixedClock) -> Iterator[Store]:
    """A migrated store."""
    made = Store(connect, dbapi, clock)
    made.prepare()
    yield made
    made.close()

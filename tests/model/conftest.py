"""A store on a real SQLCipher file, without the key slots of the vault room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import delete

from planbureau.clock import FixedClock
from planbureau.model.rows import LocalRow
from planbureau.model.store import DEVICE, Store


def _connection(path: Path) -> Any:
    connection = dbapi.connect(str(path), isolation_level=None, check_same_thread=False, timeout=1)
    connection.set_key("x'" + "ab" * 32 + "'")
    for pragma in ("temp_store=MEMORY", "foreign_keys=ON", "journal_mode=WAL"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


@pytest.fixture
def connect(tmp_path: Path) -> Callable[[], Any]:
    """Opens connections to one encrypted file."""
    return partial(_connection, tmp_path / "test.db")


@pytest.fixture
def clock() -> FixedClock:
    """The morning of the day on which the examples are set."""
    return FixedClock.on(date(2026, 3, 16))


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a store that all migrations made, without the id of a device."""
    path = tmp_path_factory.mktemp("mal") / "test.db"
    made = Store(partial(_connection, path), dbapi, FixedClock.on(date(2026, 3, 16)))
    made.prepare()
    with made.writing("") as work:
        work.session.execute(delete(LocalRow).where(LocalRow.key == DEVICE))
    made.close()
    return path.read_bytes()


@pytest.fixture
def store(connect: Callable[[], Any], clock: FixedClock, tmp_path: Path, migrated: bytes) -> Iterator[Store]:
    """A migrated store."""
    (tmp_path / "test.db").write_bytes(migrated)
    made = Store(connect, dbapi, clock)
    made.prepare()
    yield made
    made.close()

from __future__ import annotations

from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as dbapi

from planbureau.vault.access import VaultAccess
from planbureau.vault.connection import connect_raw
from planbureau.vault.errors import VaultClosedError

SAFE = {
    "cipher_status": "1",
    "temp_store": "2",
    "foreign_keys": "1",
    "journal_mode": "wal",
    "synchronous": "2",
    "secure_delete": "1",
    "trusted_schema": "0",
    "cell_size_check": "1",
}


def test_every_setting_is_in_place_on_each_connection(access: VaultAccess) -> None:
    for _ in range(2):
        connection = access.connect()
        assert {name: str(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in SAFE} == SAFE
        assert connection.execute("PRAGMA cipher_version").fetchone()[0].startswith("4.")
        assert connection.isolation_level is None
        connection.close()


def test_reading_connections_see_new_work_and_cannot_write(access: VaultAccess) -> None:
    writer, reader = access.connect(), access.connect(read_only=True)
    writer.execute("CREATE TABLE t (x)")
    writer.execute("INSERT INTO t VALUES (1)")
    assert reader.execute("SELECT x FROM t").fetchall() == [(1,)]
    assert reader.execute("PRAGMA temp_store").fetchone() == (2,)
    with pytest.raises(dbapi.OperationalError, match="readonly"):
        reader.execute("INSERT INTO t VALUES (2)")
    writer.close()
    reader.close()


def test_a_wrong_path_never_makes_a_new_vault(tmp_path: Path) -> None:
    with pytest.raises(dbapi.OperationalError):
        connect_raw(tmp_path / "vault-1.db", bytes(32), bytes(16))
    assert list(tmp_path.iterdir()) == []


def test_the_wrong_key_opens_nothing_and_says_nothing(
    access: VaultAccess, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(dbapi.DatabaseError):
        connect_raw(access.db_path, bytes(32), bytes(16))
    assert capfd.readouterr() == ("", "")


def test_the_key_is_in_no_statement(access: VaultAccess) -> None:
    key = access.database_key().hex()
    seen: list[str] = []
    connection = access.connect()
    connection.set_trace_callback(seen.append)
    connection.execute("SELECT count(*) FROM vault_meta").fetchone()
    connection.close()
    assert seen
    assert not any(key in statement for statement in seen)


def test_a_closed_vault_gives_no_connection(access: VaultAccess) -> None:
    key = access.database_key()
    assert key.hex() not in repr(access)
    access.close()
    access.close()
    assert not access.is_open
    with pytest.raises(VaultClosedError):
        access.connect()


def test_an_open_vault_cannot_be_pickled(access: VaultAccess) -> None:
    import pickle

    with pytest.raises(TypeError):
        pickle.dumps(access)

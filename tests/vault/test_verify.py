from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from planbureau.vault import errors
from planbureau.vault.access import VaultAccess
from planbureau.vault.creation import CreatedVault
from planbureau.vault.opening import look_at, unlock_with_password
from planbureau.vault.verify import check_database, disk_or_damage, verify_vault

Fill = Callable[[VaultAccess, int], None]


def test_a_sound_vault(access: VaultAccess, fill: Fill) -> None:
    fill(access, 30)
    report = verify_vault(access)
    assert report.problems == ()
    assert report.ok
    assert report.rows == {"client": 1, "plan": 30, "vault_meta": 2}


def test_a_sound_vault_opened_for_reading(
    made: CreatedVault, fill: Fill, folder: Path, password: str
) -> None:
    fill(made.access, 30)
    access = unlock_with_password(folder, password, read_only=True)
    assert verify_vault(access).problems == ()


def test_search_tables_are_no_problem(access: VaultAccess) -> None:
    connection = access.connect()
    connection.execute("CREATE VIRTUAL TABLE zoek USING fts5(body)")
    connection.execute("INSERT INTO zoek VALUES ('fietsen')")
    connection.close()
    report = verify_vault(access)
    assert report.ok
    assert "zoek" not in report.rows


def _spoil(database: Path) -> None:
    """Turns one byte of the thirteenth page; writing a fixed one would change nothing once in 256 times."""
    with database.open("r+b") as file:
        file.seek(4096 * 12 + 50)
        (was,) = file.read(1)
        file.seek(4096 * 12 + 50)
        file.write(bytes([was ^ 0xFF]))


def test_a_damaged_page_is_found(access: VaultAccess, fill: Fill) -> None:
    fill(access, 60)
    _spoil(access.db_path)
    report = verify_vault(access)
    assert not report.ok
    assert any(problem.startswith("Versleuteling:") for problem in report.problems)


def test_a_page_that_a_stick_did_not_give_is_no_damage(access: VaultAccess, fill: Fill) -> None:
    fill(access, 60)
    assert isinstance(disk_or_damage(access), errors.DiskFaultError), "every page is right: it was the disk"
    _spoil(access.db_path)
    assert isinstance(disk_or_damage(access), errors.DatabaseDamagedError)


def test_pages_that_were_cut_off_are_damage(access: VaultAccess, fill: Fill) -> None:
    fill(access, 60)
    os.truncate(access.db_path, 4096 * 8)
    assert isinstance(disk_or_damage(access), errors.DatabaseDamagedError)


def test_a_disk_that_refuses_is_no_damage(access: VaultAccess, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "open", refuse)
    assert isinstance(disk_or_damage(access), errors.DiskFaultError)
    with pytest.raises(errors.DiskFaultError):
        look_at(access.folder)


def test_a_database_that_is_held_by_another_is_no_damage(
    access: VaultAccess, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Busy(access.dbapi.OperationalError):  # type: ignore[misc, name-defined]
        sqlite_errorcode = 5

    def busy(*_: object, **__: object) -> NoReturn:
        raise Busy("database is locked")

    monkeypatch.setattr(VaultAccess, "connect", busy)
    assert not isinstance(disk_or_damage(access), errors.DatabaseDamagedError)


def test_a_cut_under_an_open_connection_is_found(access: VaultAccess, fill: Fill) -> None:
    fill(access, 60)
    connection = access.connect()
    connection.execute("SELECT count(*) FROM plan").fetchone()
    os.truncate(access.db_path, 4096 * 8)
    report = check_database(connection)
    connection.close()
    assert any(problem.startswith("Opbouw:") for problem in report.problems)


def test_a_dangling_reference_is_found(access: VaultAccess, fill: Fill) -> None:
    fill(access, 2)
    connection = access.connect()
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("DELETE FROM client")
    connection.close()
    assert verify_vault(access).problems[0] == "Verwijzing: tabel plan, rij 1, naar tabel client"


def test_key_files_that_differ_are_found(access: VaultAccess) -> None:
    (access.folder / "keys.bak.json").unlink()
    assert verify_vault(access).problems == ("De twee sleutelbestanden zijn niet gelijk.",)


def test_a_weakened_connection_is_found(access: VaultAccess, monkeypatch: pytest.MonkeyPatch) -> None:
    from planbureau.vault import connection

    weaker = tuple(name for name in connection._WRITE_SETTINGS if not name.startswith("foreign_keys"))
    monkeypatch.setattr(connection, "_WRITE_SETTINGS", weaker)
    assert verify_vault(access).problems == ("Instelling foreign_keys staat niet goed.",)


def test_a_database_that_does_not_open(access: VaultAccess, fill: Fill) -> None:
    fill(access, 60)
    os.truncate(access.db_path, 4096 * 8)
    with pytest.raises(errors.DatabaseDamagedError):
        verify_vault(access)


def test_no_false_alarm_while_people_work(access: VaultAccess, fill: Fill) -> None:
    fill(access, 100)
    busy, stop = threading.Event(), threading.Event()

    def work() -> None:
        connection = access.connect()
        connection.execute("PRAGMA wal_autocheckpoint=5").fetchall()
        while not stop.is_set():
            connection.execute("UPDATE plan SET body = hex(randomblob(500)) WHERE id % 7 = 0")
            busy.set()
        connection.close()

    writer = threading.Thread(target=work)
    writer.start()
    try:
        assert busy.wait(30)
        reports = [verify_vault(access) for _ in range(3)]
    finally:
        stop.set()
        writer.join()
    assert [report.problems for report in reports] == [()] * 3


class InterruptedConnection:
    """A connection during whose every step a colleague saves a client with a plan."""

    def __init__(self, access: VaultAccess) -> None:
        self._connection = access.connect()
        self._colleague = access.connect()

    def execute(self, statement: str) -> object:
        answer = self._connection.execute(statement)
        self._colleague.execute("BEGIN IMMEDIATE")
        self._colleague.execute("INSERT INTO client (name) VALUES ('y')")
        self._colleague.execute("INSERT INTO plan (client, body) VALUES (last_insert_rowid(), 'z')")
        self._colleague.execute("COMMIT")
        return answer

    def close(self) -> None:
        self._connection.close()
        self._colleague.close()


def test_what_was_written_together_is_counted_together(access: VaultAccess, fill: Fill) -> None:
    fill(access, 1)
    connection = InterruptedConnection(access)
    rows = check_database(connection).rows
    connection.close()
    assert rows["client"] == rows["plan"] > 1

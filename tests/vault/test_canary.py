"""Nothing that a person typed is readable in any file that the vault leaves behind."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from planbureau.clock import FixedClock
from planbureau.vault.backup import backup
from planbureau.vault.creation import CreatedVault
from planbureau.vault.lock import VaultLock
from planbureau.vault.passwords import change_password
from planbureau.vault.restore import restore

CANARY = "Kanarie-Wilhelmina-van-der-Zwaluw"


def traces(*texts: str) -> list[bytes]:
    return [text.encode(code) for text in texts for code in ("utf-8", "utf-16-le", "utf-16-be")]


def files_below(*roots: Path) -> Iterator[tuple[str, bytes]]:
    for root in roots:
        for path in root.rglob("*"):
            if path.is_file():
                yield str(path), path.read_bytes()


def deleted_but_open() -> Iterator[tuple[str, bytes]]:
    """Temporary files that were unlinked at once still show in the list of open files."""
    if not sys.platform.startswith("linux"):
        return
    for entry in Path("/proc/self/fd").iterdir():
        try:
            if entry.stat().st_mode & 0o170000 == 0o100000 and "(deleted)" in str(entry.readlink()):
                yield str(entry), entry.read_bytes()
        except OSError:
            continue


def assert_clean(found: Iterator[tuple[str, bytes]], forbidden: list[bytes]) -> int:
    number = 0
    for name, data in found:
        number += 1
        assert not any(trace in data for trace in forbidden), name
    return number


def test_no_canary_in_any_file(
    made: CreatedVault,
    folder: Path,
    tmp_path: Path,
    password: str,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    temporary = tmp_path / "tijdelijk"
    temporary.mkdir()
    monkeypatch.setenv("SQLITE_TMPDIR", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    key = made.access.database_key()
    forbidden = [
        *traces(CANARY, password, "een nieuw wachtwoord", made.recovery_code, key.hex(), key.hex().upper()),
        *traces(made.recovery_code.replace("-", "")),
        key,
    ]
    with VaultLock(folder, "Planbureau (test)", clock):
        connection = made.access.connect()
        assert connection.execute("PRAGMA temp_store").fetchone() == (2,)
        connection.execute("PRAGMA cache_size=20").fetchall()
        connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT)")
        connection.execute("CREATE VIRTUAL TABLE zoek USING fts5(body)")
        connection.execute("BEGIN IMMEDIATE")
        rows = [(f"{CANARY} {number} {os.urandom(300).hex()}",) for number in range(2000)]
        connection.executemany("INSERT INTO note (body) VALUES (?)", rows)
        connection.execute("INSERT INTO zoek SELECT body FROM note")
        # In the middle of a transaction that spills, sorts and fills temporary tables.
        connection.execute("CREATE TEMP TABLE kladblok AS SELECT body FROM note ORDER BY body DESC")
        connection.execute("CREATE INDEX note_body ON note (body)")
        cursor = connection.execute("SELECT body FROM note ORDER BY substr(body, 40), body")
        assert CANARY in cursor.fetchone()[0]
        assert assert_clean(files_below(tmp_path), forbidden) >= 6
        assert_clean(deleted_but_open(), forbidden)
        assert list(temporary.iterdir()) == []
        cursor.close()
        connection.execute("COMMIT")
        assert (folder / "vault-1.db-wal").stat().st_size > 100_000
        assert_clean(files_below(tmp_path), forbidden)
        connection.execute("DELETE FROM note WHERE id % 2")
        backup(made.access, tmp_path / "reserve.pbbackup")
        change_password(made.access, password, "een nieuw wachtwoord")
        connection.close()
    made.access.close()
    restore(tmp_path / "reserve.pbbackup", tmp_path / "terug")
    assert assert_clean(files_below(tmp_path), forbidden) >= 8


def test_the_search_would_find_a_leak(tmp_path: Path) -> None:
    (tmp_path / "lek.txt").write_text(f"... {CANARY} ...", encoding="utf-16-le")
    with pytest.raises(AssertionError, match=r"lek\.txt"):
        assert_clean(files_below(tmp_path), traces(CANARY))

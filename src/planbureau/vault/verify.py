"""Checking a database completely: encryption, structure, references and the settings that protect it.

Two checks are needed for damage: `cipher_integrity_check` proves each page that is there, but does not notice
pages that were cut off; `quick_check` does. What no check can find is an old page put back; for that there
are backups.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import sqlcipher3.dbapi2 as dbapi

from planbureau.errors import VaultError
from planbureau.vault import keys
from planbureau.vault.access import VaultAccess
from planbureau.vault.connection import Connection, is_unreadable
from planbureau.vault.diagnose import explain
from planbureau.vault.errors import DatabaseDamagedError, DiskFaultError, ToldVaultError, VaultBusyError
from planbureau.vault.header import copies_agree, load_header

MOST_PROBLEMS = 20
_PIECE = 1 << 20  # bytes


@dataclass(frozen=True)
class VerifyReport:
    """What a check found: problems in Dutch (with SQLite's own words), and the number of rows per table."""

    problems: tuple[str, ...]
    rows: Mapping[str, int] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """No problems."""
        return not self.problems


def verify_vault(access: VaultAccess) -> VerifyReport:
    """Checks an open vault as it lies there; other connections may go on working. Some seconds per gigabyte.

    Raises VaultClosedError, KeyFileMissingError, KeyFileDamagedError, KeyFileTamperedError, VaultBusyError,
    DatabaseMissingError, DatabaseDamagedError (not even the first page opens), ReadOnlyPlaceError.
    """
    header = load_header(access.folder)
    keys.require_seal(header, access.database_key())
    problems = [] if copies_agree(access.folder, header) else ["De twee sleutelbestanden zijn niet gelijk."]
    try:
        connection = access.connect()
    except dbapi.Error as error:
        raise (explain(error) or DatabaseDamagedError()) from error
    try:
        problems += _wrong_settings(connection, writing=not access.read_only)
        if not access.read_only:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        report = check_database(connection)
    finally:
        connection.close()
    return VerifyReport((*problems, *report.problems)[:MOST_PROBLEMS], report.rows)


def disk_or_damage(access: VaultAccess) -> ToldVaultError:
    """What is behind a page that could not be read; reads the whole file, some seconds per gigabyte.

    SQLCipher calls a page damaged that a wobbly stick did not give. A vault of which every page is right
    after all needs no backup put back.
    """
    try:
        with access.db_path.open("rb") as file:
            while file.read(_PIECE):
                pass
        connection = access.connect(read_only=True)
        try:
            checks = ("cipher_integrity_check", "quick_check")
            wrong = [found for pragma in checks for found in _findings(connection, "", pragma)]
        finally:
            connection.close()
    except (OSError, VaultError):
        return DiskFaultError()
    except dbapi.Error as error:
        return DatabaseDamagedError() if is_unreadable(error) else DiskFaultError()
    return DatabaseDamagedError() if wrong else DiskFaultError()


def check_database(connection: Connection) -> VerifyReport:
    """Encryption of every page, structure, references between tables, and the row counts.

    Raises VaultBusyError; damage is reported, not raised.
    """
    problems: list[str] = []
    rows: dict[str, int] = {}
    # One read transaction: the counts belong together, and no checkpoint rewrites pages meanwhile.
    connection.execute("BEGIN")
    try:
        for label, pragma in (
            ("Versleuteling", "cipher_integrity_check"),
            ("Opbouw", "quick_check"),
            ("Verwijzing", "foreign_key_check"),
        ):
            problems += _findings(connection, label, pragma)
        rows = _count_rows(connection)
    except dbapi.DatabaseError as error:
        told = explain(error)
        if isinstance(told, VaultBusyError):
            raise told from error
        problems.append(f"Opbouw: {error}")
    finally:
        connection.execute("ROLLBACK")
    return VerifyReport(tuple(problems[:MOST_PROBLEMS]), rows)


def _findings(connection: Connection, label: str, pragma: str) -> list[str]:
    try:
        found = connection.execute(f"PRAGMA {pragma}").fetchmany(MOST_PROBLEMS)
    except dbapi.DatabaseError as error:
        if isinstance(explain(error), VaultBusyError):
            raise
        return [f"{label}: {error}"]
    if pragma == "foreign_key_check":
        return [f"{label}: tabel {row[0]}, rij {row[1]}, naar tabel {row[2]}" for row in found]
    return [f"{label}: {row[0]}" for row in found if row[0] != "ok"]


def _count_rows(connection: Connection) -> dict[str, int]:
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ).fetchall()
    counts = {}
    for (name,) in tables:
        quoted = '"' + name.replace('"', '""') + '"'
        counts[name] = connection.execute(f"SELECT count(*) FROM {quoted}").fetchone()[0]  # noqa: S608 (a table name cannot be a parameter)
    return counts


def _wrong_settings(connection: Connection, *, writing: bool) -> list[str]:
    expected = {"cipher_status": "1", "temp_store": "2", "foreign_keys": "1"}
    if writing:
        expected |= {"journal_mode": "wal", "synchronous": "2", "secure_delete": "1"}
    wrong = [
        f"Instelling {name} staat niet goed."
        for name, value in expected.items()
        if _setting(connection, name) != value
    ]
    if not _setting(connection, "cipher_version").startswith("4."):
        wrong.append("Instelling cipher_version staat niet goed.")
    return wrong


def _setting(connection: Connection, name: str) -> str:
    row = connection.execute(f"PRAGMA {name}").fetchone()
    return str(row[0]) if row else ""

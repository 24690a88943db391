"""The one place that opens connections to SQLCipher, with every setting that keeps the contents safe."""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi

# sqlcipher3 ships no types; a connection behaves as one of the standard sqlite3 module.
Connection = Any

BUSY_SECONDS = 5
CACHED_STATEMENTS = 256

_CACHE = "cache_size=-2000"
"""2 MB of pages: a page that has to be read again has to be decrypted again."""

_WRITE_SETTINGS = (
    "foreign_keys=ON",
    "journal_mode=WAL",
    # FULL, because WAL with NORMAL loses acknowledged commits when the power fails.
    "synchronous=FULL",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    _CACHE,
)
_READ_SETTINGS = ("foreign_keys=ON", "query_only=ON", "trusted_schema=OFF", "cell_size_check=ON", _CACHE)


class Mode(Enum):
    """How a database is opened. IMMUTABLE is for a folder in which not even a lock can be written."""

    WRITE = "mode=rw"
    READ = "mode=ro"
    IMMUTABLE = "mode=ro&immutable=1"


def connect_raw(path: Path, key: bytes, salt: bytes, mode: Mode = Mode.WRITE) -> Connection:
    """Opens an existing database (never makes one) and proves that the key fits.

    Transactions are the caller's: `isolation_level` is None. The key goes in by a C call, so no trace, log or
    statement ever holds it. Raises sqlcipher3 errors; `diagnose.explain` puts them in words.
    """
    connection = dbapi.connect(
        f"{path.absolute().as_uri()}?{mode.value}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=CACHED_STATEMENTS,
    )
    try:
        connection.set_key(f"x'{key.hex()}{salt.hex()}'")
        # Before the first page: no cipher errors on stderr; no temporary files, which would be plain text.
        connection.execute("PRAGMA cipher_log_level=NONE").fetchall()
        connection.execute("PRAGMA temp_store=MEMORY").fetchall()
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        for setting in _WRITE_SETTINGS if mode is Mode.WRITE else _READ_SETTINGS:
            connection.execute(f"PRAGMA {setting}").fetchall()
        if sys.platform == "darwin" and mode is Mode.WRITE:
            connection.execute("PRAGMA fullfsync=ON").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def is_write_refused(error: Exception) -> bool:
    """Whether SQLite could not write its own bookkeeping: a folder for reading only."""
    return _code(error) in (dbapi.SQLITE_READONLY, dbapi.SQLITE_CANTOPEN)


def is_not_a_database(error: Exception) -> bool:
    """Whether the first page does not open with this key."""
    return _code(error) == int(dbapi.SQLITE_NOTADB)


def is_unreadable(error: Exception) -> bool:
    """Whether a page came back that cannot be right: damage, or a disk that did not give it."""
    return _code(error) in (int(dbapi.SQLITE_NOTADB), int(dbapi.SQLITE_CORRUPT))


def _code(error: Exception) -> int:
    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF if isinstance(code, int) else 0

"""Technical errors in words: what SQLite or the system reports later, when a vault is already open."""

from __future__ import annotations

import errno

import sqlcipher3.dbapi2 as dbapi

from planbureau.errors import VaultError
from planbureau.vault.errors import (
    DatabaseDamagedError,
    DatabaseMissingError,
    DiskFaultError,
    DiskFullError,
    NameTooLongError,
    NotEnoughMemoryError,
    PlaceGoneError,
    ReadOnlyPlaceError,
    ToldVaultError,
    VaultBusyError,
)

# Primary result codes of SQLite; they are the same in every build (sqlite.org/rescode.html).
_BY_SQLITE_CODE: dict[int, type[ToldVaultError]] = {
    5: VaultBusyError,  # BUSY
    6: VaultBusyError,  # LOCKED
    7: NotEnoughMemoryError,  # NOMEM
    8: ReadOnlyPlaceError,  # READONLY
    10: DiskFaultError,  # IOERR
    11: DatabaseDamagedError,  # CORRUPT
    13: DiskFullError,  # FULL
    14: DatabaseMissingError,  # CANTOPEN
    26: DatabaseDamagedError,  # NOTADB
}
_BY_ERRNO: dict[int, type[ToldVaultError]] = {
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EROFS: ReadOnlyPlaceError,
    errno.EACCES: ReadOnlyPlaceError,
    errno.EPERM: ReadOnlyPlaceError,
    errno.ENOENT: PlaceGoneError,
    errno.ENOTDIR: PlaceGoneError,
    errno.ENAMETOOLONG: NameTooLongError,
    errno.EIO: DiskFaultError,
    errno.EFBIG: DiskFaultError,
    errno.ENODEV: DiskFaultError,
    errno.ENXIO: DiskFaultError,
}
# A copy from one database into another fails without a code; these words are SQLite's own, in every build.
_BY_SQLITE_WORDS: dict[str, type[ToldVaultError]] = {
    "database or disk is full": DiskFullError,
    "disk I/O error": DiskFaultError,
    "database disk image is malformed": DatabaseDamagedError,
    "attempt to write a readonly database": ReadOnlyPlaceError,
}
_WINDOWS_DISK_FULL = (39, 112)  # ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
_LONGEST_CHAIN = 10


def explain(error: BaseException) -> VaultError | None:
    """The vault error behind an exception, or None when it is about something else.

    Looks inside: a VaultError stays itself; SQLAlchemy keeps the real error in `.orig`, others keep it in
    `__cause__`.
    """
    current: BaseException | None = error
    for _ in range(_LONGEST_CHAIN):
        if current is None:
            return None
        told = _one(current)
        if told is not None:
            return told
        inner = getattr(current, "orig", None)
        current = inner if isinstance(inner, BaseException) else current.__cause__
    return None


def _one(error: BaseException) -> VaultError | None:
    if isinstance(error, VaultError):
        return error
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(code, int):
        return _told(_BY_SQLITE_CODE.get(code & 0xFF))
    if isinstance(error, dbapi.Error):
        return _told(_BY_SQLITE_WORDS.get(str(error)))
    if isinstance(error, OSError):
        if getattr(error, "winerror", None) in _WINDOWS_DISK_FULL:
            return _told(DiskFullError)
        return _told(_BY_ERRNO.get(error.errno or 0))
    return None


def _told(kind: type[ToldVaultError] | None) -> VaultError | None:
    return kind() if kind is not None else None

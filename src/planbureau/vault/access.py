"""An open vault: the holder of the database key, from which connections come and no key."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import sqlcipher3.dbapi2 as dbapi_module

from planbureau.vault.connection import Connection, Mode, connect_raw, is_write_refused
from planbureau.vault.diagnose import explain
from planbureau.vault.errors import PlaceGoneError, ReadOnlyPlaceError, VaultClosedError
from planbureau.vault.header_v1 import Header, Slot


class _Way(NamedTuple):
    """What leads to one database file. One value, so that no thread ever sees half of a change."""

    path: Path
    generation: int
    salt: bytes
    key: bytearray


class VaultAccess:
    """Gives connections to the database of one vault until `close()`; may be used from any thread.

    Only `renew` changes where they lead. `close()` wipes our own copy of the key; Python cannot promise more.
    """

    __slots__ = (
        "_open",
        "_way",
        "folder",
        "read_only",
        "slot_id",
        "slot_label",
        "vault_id",
    )

    def __init__(self, folder: Path, header: Header, slot: Slot, db_key: bytes, *, read_only: bool) -> None:
        self.folder = folder
        self.vault_id = header.vault_id
        self.slot_id = slot.id
        self.slot_label = slot.label
        self.read_only = read_only
        self._way = _way(folder, header, db_key)
        self._open = True

    def __repr__(self) -> str:
        state = "closed" if not self._open else "read only" if self.read_only else "open"
        return f"<VaultAccess {self.vault_id} {state}>"

    def __reduce__(self) -> str:
        raise TypeError("an open vault cannot be copied or saved")

    @property
    def dbapi(self) -> ModuleType:
        """The DBAPI module that belongs to the connections."""
        module: ModuleType = dbapi_module
        return module

    @property
    def db_path(self) -> Path:
        """The database file."""
        return self._way.path

    def file(self) -> tuple[int, int]:
        """What tells the database file from every other one. Raises PlaceGoneError, ReadOnlyPlaceError."""
        try:
            found = self._way.path.stat()
        except OSError as error:
            raise (explain(error) or PlaceGoneError()) from error
        return found.st_dev, found.st_ino

    @property
    def generation(self) -> int:
        """How many database keys this vault has had."""
        return self._way.generation

    @property
    def is_open(self) -> bool:
        """False after `close()`."""
        return self._open

    def renew(self, header: Header, db_key: bytes) -> None:
        """From now on connections lead to the database of `header`; those that are open stay with the old."""
        before, self._way = self._way, _way(self.folder, header, db_key)
        before.key[:] = bytes(len(before.key))

    def connect(self, *, read_only: bool = False) -> Connection:
        """A new connection with every setting in place; fits SQLAlchemy's `creator=`.

        Raises VaultClosedError, ReadOnlyPlaceError, sqlcipher3 errors.
        """
        way = self._way
        if not self._open:
            raise VaultClosedError
        key = bytes(way.key)
        if not (read_only or self.read_only):
            return connect_raw(way.path, key, way.salt)
        try:
            return connect_raw(way.path, key, way.salt, Mode.READ)
        except dbapi_module.OperationalError as error:
            if not is_write_refused(error):
                raise
        # Immutable ignores the write-ahead log: with one present the latest work would be missing in silence.
        log = way.path.with_name(f"{way.path.name}-wal")
        if log.exists() and log.stat().st_size:
            raise ReadOnlyPlaceError(
                advice=(
                    "Er is niets verloren. Kopieer de hele map naar een plek waar je mag schrijven, "
                    "en open de kopie."
                )
            )
        return connect_raw(way.path, key, way.salt, Mode.IMMUTABLE)

    def database_key(self) -> bytes:
        """The key itself, for the rest of this room only. Raises VaultClosedError."""
        if not self._open:
            raise VaultClosedError
        return bytes(self._way.key)

    def close(self) -> None:
        """Forgets the key. Connections that are already open stay open: close those first."""
        self._open = False
        self._way.key[:] = bytes(len(self._way.key))


def _way(folder: Path, header: Header, db_key: bytes) -> _Way:
    return _Way(folder / header.db_file, header.generation, header.db_salt, bytearray(db_key))

"""An open vault: the holder of the database key, from which connections come and no key."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import sqlcipher3.dbapi2 as dbapi_module

from planbureau.vault.connection import Connection, Mode, connect_raw, is_write_refused
from planbureau.vault.errors import ReadOnlyPlaceError, VaultClosedError
from planbureau.vault.header_v1 import Header, Slot


class VaultAccess:
    """Gives connections to the database of one vault until `close()`; may be used from any thread.

    Its attributes do not change. `close()` wipes our own copy of the key; Python cannot promise more.
    """

    __slots__ = (
        "_key",
        "_salt",
        "db_path",
        "folder",
        "generation",
        "read_only",
        "slot_id",
        "slot_label",
        "vault_id",
    )

    def __init__(self, folder: Path, header: Header, slot: Slot, db_key: bytes, *, read_only: bool) -> None:
        self.folder = folder
        self.db_path = folder / header.db_file
        self.vault_id = header.vault_id
        self.generation = header.generation
        self.slot_id = slot.id
        self.slot_label = slot.label
        self.read_only = read_only
        self._key: bytearray | None = bytearray(db_key)
        self._salt = header.db_salt

    def __repr__(self) -> str:
        state = "closed" if self._key is None else "read only" if self.read_only else "open"
        return f"<VaultAccess {self.vault_id} {state}>"

    def __reduce__(self) -> str:
        raise TypeError("an open vault cannot be copied or saved")

    @property
    def dbapi(self) -> ModuleType:
        """The DBAPI module that belongs to the connections."""
        module: ModuleType = dbapi_module
        return module

    @property
    def is_open(self) -> bool:
        """False after `close()`."""
        return self._key is not None

    def connect(self, *, read_only: bool = False) -> Connection:
        """A new connection with every setting in place; fits SQLAlchemy's `creator=`.

        Raises VaultClosedError, ReadOnlyPlaceError, sqlcipher3 errors.
        """
        key = self.database_key()
        if not (read_only or self.read_only):
            return connect_raw(self.db_path, key, self._salt)
        try:
            return connect_raw(self.db_path, key, self._salt, Mode.READ)
        except dbapi_module.OperationalError as error:
            if not is_write_refused(error):
                raise
        # Immutable ignores the write-ahead log: with one present the latest work would be missing in silence.
        log = self.db_path.with_name(f"{self.db_path.name}-wal")
        if log.exists() and log.stat().st_size:
            raise ReadOnlyPlaceError(
                advice=(
                    "Er is niets verloren. Kopieer de hele map naar een plek waar je mag schrijven, "
                    "en open de kopie."
                )
            )
        return connect_raw(self.db_path, key, self._salt, Mode.IMMUTABLE)

    def database_key(self) -> bytes:
        """The key itself, for the rest of this room only. Raises VaultClosedError."""
        if self._key is None:
            raise VaultClosedError
        return bytes(self._key)

    def close(self) -> None:
        """Forgets the key. Connections that are already open stay open: close those first."""
        if self._key is not None:
            self._key[:] = bytes(len(self._key))
            self._key = None

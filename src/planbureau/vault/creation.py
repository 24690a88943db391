"""Making a new vault: whole at once, or nothing."""

from __future__ import annotations

import os
import uuid
from dataclasses import dataclass, field, replace
from pathlib import Path

import sqlcipher3.dbapi2 as dbapi

from planbureau.clock import Clock
from planbureau.vault import keys
from planbureau.vault.access import VaultAccess
from planbureau.vault.atomic import create_private, sync_file
from planbureau.vault.connection import connect_raw
from planbureau.vault.diagnose import explain
from planbureau.vault.header import save_header
from planbureau.vault.header_v1 import VERSION, Header
from planbureau.vault.kdf import DEFAULT_KDF, KdfParameters
from planbureau.vault.opening import require_database
from planbureau.vault.recovery import new_recovery_code
from planbureau.vault.staging import new_folder


@dataclass(frozen=True)
class CreatedVault:
    """A new vault, open; the recovery code exists nowhere else and must be printed now."""

    access: VaultAccess
    recovery_code: str = field(repr=False)


def create_vault(
    folder: Path, password: str, label: str, clock: Clock, kdf: KdfParameters = DEFAULT_KDF
) -> CreatedVault:
    """Makes `folder` a vault with one user, `label`, and opens it; slow (Argon2id), safe in a worker thread.

    The folder must be absent or empty; after an error it is as it was. Raises EmptyPasswordError,
    FolderNotEmptyError, ReadOnlyPlaceError, DiskFullError, DiskFaultError, NotEnoughMemoryError.
    """
    folder = folder.absolute()
    now = clock.now().isoformat(timespec="seconds")
    key = keys.new_database_key()
    empty = Header(str(uuid.uuid4()), seq=0, generation=1, db_salt=keys.new_salt(), slots=())
    user = keys.password_slot(empty, key, password, label=label.strip(), created=now, kdf=kdf)
    code = new_recovery_code()
    header = replace(empty, slots=(user, keys.recovery_slot(empty, key, code.secret, created=now)))
    try:
        with new_folder(folder) as staging:
            _create_database(staging / header.db_file, key, header)
            header = save_header(staging, header, key)
            staged = VaultAccess(staging, header, user, key, read_only=False)
            require_database(staged, header)
            staged.close()
    except (OSError, dbapi.Error) as error:
        told = explain(error)
        if told is None:
            raise
        raise told from error
    return CreatedVault(VaultAccess(folder, header, user, key, read_only=False), code.text)


def _create_database(path: Path, key: bytes, header: Header) -> None:
    """An encrypted database with only `vault_meta`, which proves later that an empty file is not it."""
    os.close(create_private(path))
    connection = connect_raw(path, key, header.db_salt)
    try:
        connection.execute("CREATE TABLE vault_meta (key TEXT PRIMARY KEY, value TEXT)")
        connection.executemany(
            "INSERT INTO vault_meta (key, value) VALUES (?, ?)",
            [("vault_id", header.vault_id), ("format", str(VERSION))],
        )
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()
    sync_file(path)

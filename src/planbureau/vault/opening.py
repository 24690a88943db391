"""Opening a vault in three steps: look (fast), derive the key (slow, in a worker), open (fast).

The order of the checks is what tells failures apart: the key file's sum finds damage, the slot's seal finds a
wrong password, the key file's MAC finds tampering, and only then is the database tried.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import sqlcipher3.dbapi2 as dbapi

from planbureau.vault import keys
from planbureau.vault.access import VaultAccess
from planbureau.vault.connection import Connection, is_not_a_database, is_unreadable
from planbureau.vault.diagnose import explain
from planbureau.vault.errors import (
    DatabaseDamagedError,
    DatabaseMissingError,
    DiskFaultError,
    EmptyPasswordError,
    ForeignDatabaseError,
    NewerFormatError,
    UserNotChosenError,
    WrongPasswordError,
    WrongRecoveryCodeError,
)
from planbureau.vault.header import heal_copies, load_header, remove_strays
from planbureau.vault.header_v1 import VERSION, Header, Slot
from planbureau.vault.kdf import SALT_BYTES
from planbureau.vault.recovery import parse_recovery_code
from planbureau.vault.verify import disk_or_damage

LONGEST_DELAY_SECONDS = 30


@dataclass(frozen=True)
class VaultUser:
    """Someone with a password for this vault; `label` is readable without it."""

    slot_id: str
    label: str


@dataclass(frozen=True)
class VaultDescription:
    """What can be known of a vault that is still closed."""

    folder: Path
    vault_id: str
    users: tuple[VaultUser, ...]
    header: Header = field(repr=False)


@dataclass(frozen=True)
class SlotKey:
    """A slot that a secret has opened."""

    slot: Slot = field(repr=False)
    private: bytes = field(repr=False)


def look_at(folder: Path) -> VaultDescription:
    """Reads the key file; fast and without a secret.

    Raises NotAVaultError, KeyFileMissingError, KeyFileDamagedError, KeyFileTamperedError, NewerFormatError,
    DatabaseMissingError.
    """
    folder = folder.absolute()
    header = load_header(folder)
    if not (folder / header.db_file).is_file():
        raise DatabaseMissingError
    users = tuple(VaultUser(slot.id, slot.label) for slot in header.slots if slot.kind == "password")
    return VaultDescription(folder, header.vault_id, users, header)


def derive_from_password(description: VaultDescription, password: str, slot_id: str | None = None) -> SlotKey:
    """The slow step, about 0.7 s for each slot tried; touches no file, safe in a worker thread.

    Without `slot_id` every password slot is tried. Raises WrongPasswordError, UserNotChosenError,
    NotEnoughMemoryError.
    """
    header = description.header
    slots = [slot for slot in header.slots if slot.kind == "password" and slot_id in (None, slot.id)]
    if slot_id is not None and not slots:
        raise UserNotChosenError
    for slot in slots:
        try:
            private = keys.private_key_by_password(header, slot, password)
        except EmptyPasswordError:
            break
        if private is not None:
            return SlotKey(slot, private)
    raise WrongPasswordError


def derive_from_recovery(description: VaultDescription, code: str) -> SlotKey:
    """Fast. Raises RecoveryCodeMisspelledError, WrongRecoveryCodeError."""
    secret = parse_recovery_code(code)
    for slot in description.header.slots:
        private = keys.private_key_by_recovery(description.header, slot, secret)
        if private is not None:
            return SlotKey(slot, private)
    raise WrongRecoveryCodeError


def open_vault(description: VaultDescription, opened: SlotKey, *, read_only: bool = False) -> VaultAccess:
    """Proves that the key file is honest and the database is the right one; fast.

    When not `read_only` the caller holds the VaultLock; a missing or older copy of the key file is then
    restored. Raises KeyFileTamperedError, DatabaseMissingError, ForeignDatabaseError, DatabaseDamagedError,
    NewerFormatError, ReadOnlyPlaceError, DiskFaultError, DiskFullError, VaultBusyError.
    """
    header, folder = description.header, description.folder
    key = keys.database_key(header, opened.slot, opened.private)
    access = VaultAccess(folder, header, opened.slot, key, read_only=read_only)
    try:
        _open(access, header)
    except BaseException:
        access.close()
        raise
    if not read_only:
        heal_copies(folder, header)
        remove_strays(folder, header)
    return access


def unlock_with_password(
    folder: Path, password: str, *, slot_id: str | None = None, read_only: bool = False
) -> VaultAccess:
    """All three steps at once. Raises everything that they raise."""
    description = look_at(folder)
    return open_vault(description, derive_from_password(description, password, slot_id), read_only=read_only)


def unlock_with_recovery(folder: Path, code: str, *, read_only: bool = False) -> VaultAccess:
    """Opens with the printed recovery code. Raises everything that the steps raise."""
    description = look_at(folder)
    return open_vault(description, derive_from_recovery(description, code), read_only=read_only)


def delay_after(failures: int) -> int:
    """Seconds to wait before the next try, after this many wrong passwords in a row: 0, 0, 1, 2, 4, ... 30.

    Against someone at the keyboard; against a stolen folder only the key derivation counts. Nobody is ever
    locked out.
    """
    if failures < 2:
        return 0
    return min(LONGEST_DELAY_SECONDS, 1 << min(failures - 2, 10))


def _open(access: VaultAccess, header: Header) -> None:
    try:
        require_database(access, header)
    except DatabaseDamagedError as damaged:
        if isinstance(damaged.__cause__, dbapi.Error) and is_unreadable(damaged.__cause__):
            raise disk_or_damage(access) from damaged.__cause__
        raise


def require_database(access: VaultAccess, header: Header) -> None:
    """Raises the error that names what is wrong with the database file, or nothing."""
    try:
        with access.db_path.open("rb") as file:
            salt = file.read(SALT_BYTES)
    except OSError as error:
        told = explain(error)
        raise (told if isinstance(told, DiskFaultError) else DatabaseMissingError()) from None
    if len(salt) < SALT_BYTES:
        raise DatabaseDamagedError("Het gegevensbestand van deze kluis is leeg.")
    try:
        connection = access.connect()
    except dbapi.Error as error:
        # A damaged salt alone is harmless (the key file has it too), so the key decides, not the salt.
        if is_not_a_database(error) and salt != header.db_salt:
            raise ForeignDatabaseError from None
        raise (explain(error) or DatabaseDamagedError()) from error
    try:
        _require_meta(connection, header)
    finally:
        connection.close()


def _require_meta(connection: Connection, header: Header) -> None:
    try:
        meta = dict(connection.execute("SELECT key, value FROM vault_meta").fetchall())
    except dbapi.Error as error:
        raise DatabaseDamagedError from error
    if meta.get("vault_id") != header.vault_id:
        raise ForeignDatabaseError
    form = meta.get("format", "")
    if not form.isdecimal():
        raise DatabaseDamagedError
    if int(form) > VERSION:
        raise NewerFormatError

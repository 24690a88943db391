"""Who has a password for the vault: adding somebody, and removing somebody.

Adding is one more slot in the key file. Removing gives the vault another database key, because who leaves
may have seen the old one: the database is copied with the new key, checked, and `keys.json` is replaced. That
replacement is the single moment of change; a process that dies before it leaves the old vault, after it the
new one. The caller holds the VaultLock and lets nobody write meanwhile.
"""

from __future__ import annotations

import os
import uuid
from dataclasses import dataclass, replace
from pathlib import Path

import sqlcipher3.dbapi2 as dbapi

from planbureau.clock import Clock, SystemClock
from planbureau.vault import keys
from planbureau.vault.access import VaultAccess
from planbureau.vault.atomic import create_private, sync_file, sync_folder
from planbureau.vault.connection import connect_raw
from planbureau.vault.diagnose import explain
from planbureau.vault.errors import DatabaseDamagedError, LastUserError, UserGoneError
from planbureau.vault.header import load_header, remove_strays, save_header
from planbureau.vault.header_v1 import Header, Slot
from planbureau.vault.kdf import DEFAULT_KDF, KdfParameters
from planbureau.vault.passwords import current_header, proven_slot, save_keys
from planbureau.vault.verify import check_database

_SYSTEM_CLOCK = SystemClock()


@dataclass(frozen=True)
class SlotUser:
    """Somebody with a password; `created` is the ISO moment on which they got it."""

    slot_id: str
    label: str
    created: str


def prove(access: VaultAccess, own_password: str) -> None:
    """That the one who has the vault open is at the keyboard; slow. Raises WrongPasswordError."""
    proven_slot(access, current_header(access), own_password)


def users_of(access: VaultAccess) -> tuple[SlotUser, ...]:
    """Everybody with a password, in the order in which they came. Raises KeyFileTamperedError."""
    header = load_header(access.folder)
    keys.require_seal(header, access.database_key())
    return tuple(
        SlotUser(slot.id, slot.label, slot.created) for slot in header.slots if slot.kind == "password"
    )


def new_slot_id() -> str:
    """An id for a slot that does not exist yet."""
    return str(uuid.uuid4())


def add_user(
    access: VaultAccess,
    own_password: str,
    new_password: str,
    label: str,
    *,
    slot_id: str,
    clock: Clock = _SYSTEM_CLOCK,
    kdf: KdfParameters | None = None,
) -> None:
    """Gives somebody a password of their own; slow (Argon2id, twice), safe in a worker thread.

    `own_password` is of who has the vault open: an open vault that nobody watches lets nobody in for good.
    Without `kdf` the cost parameters are those of that password.
    Raises WrongPasswordError, EmptyPasswordError, ReadOnlyAccessError, VaultClosedError, DiskFullError,
    KeyFileTamperedError, ReadOnlyPlaceError, NotEnoughMemoryError.
    """
    header = current_header(access)
    own = proven_slot(access, header, own_password)
    created = clock.now().isoformat(timespec="seconds")
    slot = keys.password_slot(
        header,
        access.database_key(),
        new_password,
        label=label.strip(),
        created=created,
        kdf=kdf or own.kdf or DEFAULT_KDF,
        slot_id=slot_id,
    )
    save_keys(access, replace(header, slots=(*header.slots, slot)))


def rename_user(access: VaultAccess, slot_id: str, label: str) -> None:
    """Changes the name that stands on the start screen. Raises UserGoneError and what `save_keys` raises."""
    header = current_header(access)
    if slot_id not in {slot.id for slot in header.slots}:
        raise UserGoneError
    slots = tuple(replace(slot, label=label.strip()) if slot.id == slot_id else slot for slot in header.slots)
    if slots != header.slots:
        save_keys(access, replace(header, slots=slots))


def remove_user(access: VaultAccess, own_password: str, slot_id: str) -> None:
    """Takes a way in away and changes the database key; `access` goes on with the new one. Slow.

    Connections made before lead to a file that is gone: close them. A backup of an earlier day still opens
    with the password that was removed. Raises LastUserError, UserGoneError, WrongPasswordError,
    ReadOnlyAccessError, DatabaseDamagedError, DiskFullError, ReadOnlyPlaceError, VaultBusyError.
    """
    header = current_header(access)
    if slot_id == access.slot_id:
        raise LastUserError
    staying = tuple(slot for slot in header.slots if slot.id != slot_id)
    removed = next((slot for slot in header.slots if slot.id == slot_id), None)
    if removed is None or removed.kind != "password":
        raise UserGoneError
    proven_slot(access, header, own_password)
    try:
        header = _with_new_key(access, header, staying)
    except (OSError, dbapi.Error) as error:
        told = explain(error)
        if told is None:
            raise
        raise told from error
    remove_strays(access.folder, header)


def _with_new_key(access: VaultAccess, header: Header, staying: tuple[Slot, ...]) -> Header:
    key = keys.new_database_key()
    bare = replace(header, generation=header.generation + 1, db_salt=keys.new_salt(), slots=())
    path = access.folder / bare.db_file
    try:
        _copy(access, path, key, bare)
        renewed = replace(bare, slots=tuple(keys.hand_over(bare, slot, key) for slot in staying))
        renewed = save_header(access.folder, renewed, key)  # the commit point
    except BaseException:
        # Order: a fault after the rename (of the folder's own sync) leaves the new key file in force.
        if load_header(access.folder).generation == header.generation:
            remove_strays(access.folder, header)
        else:
            access.renew(load_header(access.folder), key)
        raise
    access.renew(renewed, key)
    return renewed


def _copy(access: VaultAccess, path: Path, key: bytes, header: Header) -> None:
    """The whole database under another key, checked and on disk."""
    for leftover in path.parent.glob(f"{path.name}*"):
        leftover.unlink()
    os.close(create_private(path))
    source = access.connect()
    try:
        before = check_database(source)
        target = connect_raw(path, key, header.db_salt)
        try:
            source.backup(target)
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            target.close()
    finally:
        source.close()
    copy = connect_raw(path, key, header.db_salt)
    try:
        after = check_database(copy)
    finally:
        copy.close()
    with path.open("rb") as file:
        salted = file.read(len(header.db_salt)) == header.db_salt
    if not before.ok or not after.ok or before.rows != after.rows or not salted:
        raise DatabaseDamagedError(
            "De kluis kon niet goed overgezet worden naar een nieuwe sleutel. Er is niets veranderd.",
            "Kijk de kluis na bij Instellingen, en zet zo nodig de laatste goede reservekopie terug.",
        )
    sync_file(path)
    sync_folder(path.parent)

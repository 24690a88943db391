"""Changing what opens a vault: a new password, a forgotten one, a new recovery code.

The database key stays the same, so an old copy of the key file with the old password still opens an old copy
of the database; people are told so in the manual. The caller holds the VaultLock.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from planbureau.clock import Clock, SystemClock
from planbureau.vault import keys
from planbureau.vault.access import VaultAccess
from planbureau.vault.diagnose import explain
from planbureau.vault.errors import (
    EmptyPasswordError,
    KeyFileTamperedError,
    ReadOnlyAccessError,
    UserNotChosenError,
    WrongPasswordError,
)
from planbureau.vault.header import load_header, save_header
from planbureau.vault.header_v1 import Header, Slot
from planbureau.vault.kdf import KdfParameters
from planbureau.vault.opening import unlock_with_recovery
from planbureau.vault.recovery import new_recovery_code as fresh_code

_SYSTEM_CLOCK = SystemClock()


def change_password(access: VaultAccess, old: str, new: str, *, kdf: KdfParameters | None = None) -> None:
    """Replaces the password of the user who opened the vault; slow, safe in a worker thread.

    Without `kdf` the cost parameters stay as they are. Raises WrongPasswordError, EmptyPasswordError,
    ReadOnlyAccessError, VaultClosedError, KeyFileTamperedError, DiskFullError, ReadOnlyPlaceError.
    """
    header = current_header(access)
    slot = proven_slot(access, header, old)
    _replace_password(access, header, slot, new, kdf)


def reset_password_with_recovery(
    folder: Path,
    code: str,
    new_password: str,
    *,
    slot_id: str | None = None,
    kdf: KdfParameters | None = None,
) -> VaultAccess:
    """A new password for a user who forgot it; returns the open vault. Slow, safe in a worker thread.

    `slot_id` says which user, when there are several; the recovery code stays valid. Raises
    UserNotChosenError, EmptyPasswordError, and what `unlock_with_recovery` raises.
    """
    if not new_password:
        raise EmptyPasswordError
    access = unlock_with_recovery(folder, code)
    try:
        header = current_header(access)
        users = [slot for slot in header.slots if slot.kind == "password" and slot_id in (None, slot.id)]
        if len(users) != 1:
            raise UserNotChosenError
        header, slot = _replace_password(access, header, users[0], new_password, kdf)
        return VaultAccess(access.folder, header, slot, access.database_key(), read_only=False)
    finally:
        access.close()


@dataclass(frozen=True)
class FreshCode:
    """A recovery code that opens nothing yet.

    `keep` puts it in the place of the old one, whose paper is worthless from then; quick. Raises
    VaultClosedError, KeyFileTamperedError, DiskFullError, ReadOnlyPlaceError.
    """

    text: str = field(repr=False)
    keep: Callable[[], None] = field(repr=False)


def new_recovery_code(access: VaultAccess, password: str, clock: Clock = _SYSTEM_CLOCK) -> FreshCode:
    """A new recovery code, to be kept once somebody sees it.

    Slow, safe in a worker thread. Raises WrongPasswordError, ReadOnlyAccessError, VaultClosedError,
    KeyFileTamperedError.
    """
    proven_slot(access, current_header(access), password)
    code = fresh_code()
    return FreshCode(code.text, partial(_keep_code, access, code.secret, clock))


def _keep_code(access: VaultAccess, secret: bytes, clock: Clock) -> None:
    key = access.database_key()
    header = current_header(access)
    created = clock.now().isoformat(timespec="seconds")
    others = tuple(slot for slot in header.slots if slot.kind != "recovery")
    slot = keys.recovery_slot(header, key, secret, created=created)
    save_keys(access, replace(header, slots=(*others, slot)))


def current_header(access: VaultAccess) -> Header:
    """The key file as it is now, proven to belong to the open vault.

    Raises ReadOnlyAccessError, VaultClosedError, KeyFileTamperedError.
    """
    if access.read_only:
        raise ReadOnlyAccessError
    header = load_header(access.folder)
    keys.require_seal(header, access.database_key())
    return header


def proven_slot(access: VaultAccess, header: Header, password: str) -> Slot:
    """The slot of the user, after their password has opened it again; slow. Raises WrongPasswordError."""
    slot = next((slot for slot in header.slots if slot.id == access.slot_id), None)
    if slot is None:
        raise KeyFileTamperedError
    try:
        private = keys.private_key_by_password(header, slot, password)
    except EmptyPasswordError:
        private = None
    if private is None:
        raise WrongPasswordError
    return slot


def _replace_password(
    access: VaultAccess, header: Header, slot: Slot, password: str, kdf: KdfParameters | None
) -> tuple[Header, Slot]:
    parameters = kdf or slot.kdf
    if parameters is None:
        raise WrongPasswordError
    fresh = keys.password_slot(
        header,
        access.database_key(),
        password,
        label=slot.label,
        created=slot.created,
        kdf=parameters,
        slot_id=slot.id,
    )
    slots = tuple(fresh if other.id == slot.id else other for other in header.slots)
    return save_keys(access, replace(header, slots=slots)), fresh


def save_keys(access: VaultAccess, header: Header) -> Header:
    """Writes the key file; raises what a full or read-only disk means for people."""
    try:
        return save_header(access.folder, header, access.database_key())
    except OSError as error:
        told = explain(error)
        if told is None:
            raise
        raise told from error

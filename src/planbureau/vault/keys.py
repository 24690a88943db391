"""Key slots: how a password or code leads to the database key, and how the key file is sealed.

secret -> (Argon2id or HKDF) slot key -> AES-256-GCM -> X25519 private key -> HPKE -> database key.
The key pair in the middle lets a new database key be given to every user without their passwords.
"""

from __future__ import annotations

import hmac
import secrets
import uuid
from dataclasses import replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from planbureau.vault.errors import KeyFileTamperedError
from planbureau.vault.header_v1 import (
    FORMAT,
    NONCE_BYTES,
    VERSION,
    Header,
    Slot,
    SlotKind,
    canonical,
    plain_kdf,
    sealed_content,
)
from planbureau.vault.kdf import KEY_BYTES, SALT_BYTES, KdfParameters, key_from_password, key_from_recovery


def prepare() -> None:
    """Loads what the first private key brings in, so that opening a vault need not wait for it."""
    X25519PrivateKey.generate()


def new_database_key() -> bytes:
    """A random 256-bit key."""
    return secrets.token_bytes(KEY_BYTES)


def new_salt() -> bytes:
    """A random salt of 16 bytes."""
    return secrets.token_bytes(SALT_BYTES)


def password_slot(
    header: Header,
    db_key: bytes,
    password: str,
    *,
    label: str,
    created: str,
    kdf: KdfParameters,
    slot_id: str | None = None,
) -> Slot:
    """A slot that opens with `password`; slow (Argon2id). Raises EmptyPasswordError, NotEnoughMemoryError."""
    salt = new_salt()
    return _fill(
        header,
        db_key,
        key_from_password(password, salt, kdf),
        _bare("password", label, created, salt, kdf, slot_id),
    )


def recovery_slot(header: Header, db_key: bytes, secret: bytes, *, created: str) -> Slot:
    """A slot that opens with a recovery code."""
    salt = new_salt()
    return _fill(
        header,
        db_key,
        key_from_recovery(secret, salt),
        _bare("recovery", "herstelcode", created, salt, None, None),
    )


def private_key_by_password(header: Header, slot: Slot, password: str) -> bytes | None:
    """The slot's private key, or None when the password is not the right one; slow (Argon2id)."""
    if slot.kdf is None:
        return None
    return _open(header, slot, key_from_password(password, slot.salt, slot.kdf))


def private_key_by_recovery(header: Header, slot: Slot, secret: bytes) -> bytes | None:
    """The slot's private key, or None when the code is of another vault."""
    return _open(header, slot, key_from_recovery(secret, slot.salt)) if slot.kind == "recovery" else None


def database_key(header: Header, slot: Slot, private: bytes) -> bytes:
    """The database key in this slot, after proving that the whole key file is honest.

    Raises KeyFileTamperedError.
    """
    try:
        key = _suite().decrypt(
            slot.sealed_key, X25519PrivateKey.from_private_bytes(private), info=_key_info(header, slot)
        )
    except InvalidTag:
        raise KeyFileTamperedError from None
    require_seal(header, key)
    return key


def hand_over(header: Header, slot: Slot, db_key: bytes) -> Slot:
    """The slot with another database key in it, of the database that `header` names; takes no password."""
    public = X25519PublicKey.from_public_bytes(slot.public)
    return replace(slot, sealed_key=_suite().encrypt(db_key, public, info=_key_info(header, slot)))


def seal(header: Header, db_key: bytes) -> Header:
    """The header with the MAC that only a holder of the database key can make."""
    return replace(header, mac=_mac(header, db_key))


def require_seal(header: Header, db_key: bytes) -> None:
    """Raises KeyFileTamperedError when anything in the key file was changed by someone without the key."""
    if not hmac.compare_digest(_mac(header, db_key), header.mac):
        raise KeyFileTamperedError


def _suite() -> Suite:
    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def _bare(
    kind: SlotKind, label: str, created: str, salt: bytes, kdf: KdfParameters | None, slot_id: str | None
) -> Slot:
    return Slot(slot_id or str(uuid.uuid4()), kind, label, created, kdf, salt, public=b"")


def _fill(header: Header, db_key: bytes, slot_key: bytes, bare: Slot) -> Slot:
    private = X25519PrivateKey.generate()
    slot = replace(bare, public=private.public_key().public_bytes_raw())
    nonce = secrets.token_bytes(NONCE_BYTES)
    text = AESGCM(slot_key).encrypt(nonce, private.private_bytes_raw(), _slot_binding(header, slot))
    return hand_over(header, replace(slot, sealed_private=nonce + text), db_key)


def _open(header: Header, slot: Slot, slot_key: bytes) -> bytes | None:
    nonce, text = slot.sealed_private[:NONCE_BYTES], slot.sealed_private[NONCE_BYTES:]
    try:
        return AESGCM(slot_key).decrypt(nonce, text, _slot_binding(header, slot))
    except InvalidTag:
        return None


def _slot_binding(header: Header, slot: Slot) -> bytes:
    """Ties the private key to this vault and this slot, so that slots cannot be moved or weakened."""
    public = slot.public.hex()
    return canonical([FORMAT, VERSION, header.vault_id, slot.id, slot.kind, plain_kdf(slot), public])


def _key_info(header: Header, slot: Slot) -> bytes:
    """Ties the sealed database key to this database file and this slot."""
    return canonical(
        ["dbk", header.vault_id, header.generation, header.db_file, header.db_salt.hex(), slot.id]
    )


def _mac(header: Header, db_key: bytes) -> bytes:
    key = HKDF(
        hashes.SHA256(), KEY_BYTES, header.vault_id.encode("ascii"), b"planbureau header mac v1"
    ).derive(db_key)
    return hmac.digest(key, sealed_content(header), "sha256")

"""The key file, format 1: its values, its text, and the strict reading of it.

Reading refuses every key, type or length that this version does not write, because what is not understood
cannot be covered by the seal. `docs/kluis-formaat.md` is the description for people.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import uuid
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from planbureau.vault.errors import (
    KeyFileDamagedError,
    KeyFileTamperedError,
    NewerFormatError,
    NotAVaultError,
)
from planbureau.vault.kdf import SALT_BYTES, KdfParameters

FORMAT = "planbureau-vault"
VERSION = 1
MAX_BYTES = 1024 * 1024
NONCE_BYTES = 12
MAC_BYTES = 32

SlotKind = Literal["password", "recovery"]


@dataclass(frozen=True)
class Slot:
    """One way in: a key pair whose private half opens with a password or a code.

    `kdf` is None for a recovery slot. `sealed_private` is nonce + AES-GCM text; `sealed_key` is the database
    key, sealed by HPKE to `public`.
    """

    id: str
    kind: SlotKind
    label: str
    created: str
    kdf: KdfParameters | None
    salt: bytes
    public: bytes
    sealed_private: bytes = field(default=b"", repr=False)
    sealed_key: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class Header:
    """The whole key file; `seq` grows by one with each change, `generation` with each new database key."""

    vault_id: str
    seq: int
    generation: int
    db_salt: bytes
    slots: tuple[Slot, ...]
    mac: bytes = b""

    @property
    def db_file(self) -> str:
        """The name of the database file in the folder."""
        return f"vault-{self.generation}.db"


def canonical(value: object) -> bytes:
    """One spelling of a JSON value, for seals and sums: sorted keys, no spaces, ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def sealed_content(header: Header) -> bytes:
    """What the header's MAC covers: everything except the MAC and the sum."""
    return canonical(_plain(header))


def encode(header: Header) -> bytes:
    """The text of the key file."""
    content = {**_plain(header), "mac": _text(header.mac)}
    content["sum"] = hashlib.sha256(canonical(content)).hexdigest()
    return (json.dumps(content, indent=1, ensure_ascii=True) + "\n").encode("ascii")


def decode(data: bytes) -> Header:
    """Reads a key file; proves that it is whole, not that it is honest (that takes the key).

    Raises NotAVaultError, KeyFileDamagedError, NewerFormatError, KeyFileTamperedError.
    """
    content = _whole(data)
    if content["version"] != VERSION:
        raise NewerFormatError
    try:
        return _header(content)
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise KeyFileTamperedError from None


def _whole(data: bytes) -> dict[str, Any]:
    """Every version keeps `format`, `version` and `sum`, so that damage and newness can be told apart."""
    if len(data) > MAX_BYTES:
        raise KeyFileDamagedError
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        raise KeyFileDamagedError from None
    if not isinstance(content, dict):
        raise KeyFileDamagedError
    if "format" in content and content["format"] != FORMAT and "sum" not in content:
        raise NotAVaultError
    claimed = content.pop("sum", None)
    if claimed != hashlib.sha256(canonical(content)).hexdigest() or content.get("format") != FORMAT:
        raise KeyFileDamagedError
    if type(content.get("version")) is not int or content["version"] < VERSION:
        raise KeyFileTamperedError
    return content


def _plain(header: Header) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "vault_id": header.vault_id,
        "seq": header.seq,
        "generation": header.generation,
        "db_file": header.db_file,
        "db_salt": header.db_salt.hex(),
        "slots": [_plain_slot(slot) for slot in header.slots],
    }


def _plain_slot(slot: Slot) -> dict[str, Any]:
    return {
        "id": slot.id,
        "kind": slot.kind,
        "label": slot.label,
        "created": slot.created,
        "kdf": plain_kdf(slot),
        "pub": _text(slot.public),
        "priv": _text(slot.sealed_private),
        "dbk": _text(slot.sealed_key),
    }


def plain_kdf(slot: Slot) -> dict[str, Any]:
    """The `kdf` part of a slot as it stands in the file."""
    if slot.kdf is None:
        return {"alg": "hkdf-sha256", "salt": _text(slot.salt)}
    return {
        "alg": "argon2id",
        "m_kib": slot.kdf.memory_kib,
        "t": slot.kdf.passes,
        "p": slot.kdf.lanes,
        "salt": _text(slot.salt),
    }


def _header(content: dict[str, Any]) -> Header:
    _only(content, "format version vault_id seq generation db_file db_salt slots mac")
    header = Header(
        vault_id=_uuid(content["vault_id"]),
        seq=_count(content["seq"]),
        generation=_count(content["generation"]),
        db_salt=bytes.fromhex(_string(content["db_salt"])),
        slots=tuple(_slot(item) for item in content["slots"]),
        mac=_bytes(content["mac"], MAC_BYTES),
    )
    ids = {slot.id for slot in header.slots}
    # The file name must not be free: it would be a path that someone else chose.
    if (
        content["db_file"] != header.db_file
        or len(header.db_salt) != SALT_BYTES
        or len(ids) != len(header.slots)
    ):
        raise ValueError("inconsistent header")
    return header


def _slot(item: dict[str, Any]) -> Slot:
    _only(item, "id kind label created kdf pub priv dbk")
    kind = cast("SlotKind", _string(item["kind"]))
    kdf = item["kdf"]
    if kind == "password" and kdf["alg"] == "argon2id":
        _only(kdf, "alg m_kib t p salt")
        parameters = KdfParameters(_count(kdf["m_kib"]), _count(kdf["t"]), _count(kdf["p"]))
    elif kind == "recovery" and kdf["alg"] == "hkdf-sha256":
        _only(kdf, "alg salt")
        parameters = None
    else:
        raise ValueError("unknown kind of slot")
    return Slot(
        id=_uuid(item["id"]),
        kind=kind,
        label=_string(item["label"]),
        created=_string(item["created"]),
        kdf=parameters,
        salt=_bytes(kdf["salt"], SALT_BYTES),
        public=_bytes(item["pub"], 32),
        sealed_private=_bytes(item["priv"], NONCE_BYTES + 32 + 16),
        sealed_key=_bytes(item["dbk"], 32 + 32 + 16),
    )


def _only(item: dict[str, Any], keys: str) -> None:
    if not isinstance(item, dict) or set(item) != set(keys.split()):
        raise ValueError("missing or unknown keys")


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(value: object, length: int) -> bytes:
    data = base64.b64decode(_string(value), validate=True)
    if len(data) != length:
        raise ValueError("wrong length")
    return data


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def _count(value: object) -> int:
    if type(value) is not int or value < 1:
        raise ValueError("positive whole number expected")
    return value


def _uuid(value: object) -> str:
    text = _string(value)
    if str(uuid.UUID(text)) != text:
        raise ValueError("uuid expected")
    return text

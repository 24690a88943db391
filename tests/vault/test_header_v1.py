from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planbureau.vault.errors import (
    KeyFileDamagedError,
    KeyFileTamperedError,
    NewerFormatError,
    NotAVaultError,
)
from planbureau.vault.header_v1 import Header, Slot, canonical, decode, encode
from planbureau.vault.kdf import KdfParameters

VAULT = "6f1c1c9e-58d5-4f35-a3a5-1f6a0c1d2e3f"
PASSWORD_SLOT = Slot(
    id="0b9c7c7e-97a6-4c56-8f0e-1d0a4d6f9b21",
    kind="password",
    label="Anna Şahin",
    created="2026-03-16T09:00:00+00:00",
    kdf=KdfParameters(),
    salt=bytes(16),
    public=bytes(32),
    sealed_private=bytes(60),
    sealed_key=bytes(80),
)
RECOVERY_SLOT = replace(PASSWORD_SLOT, id="55c0a6a0-6d55-49a1-9c52-b2b1a7f0c111", kind="recovery", kdf=None)
HEADER = Header(VAULT, 7, 3, bytes(range(16)), (PASSWORD_SLOT, RECOVERY_SLOT), bytes(32))


def forged(change: Callable[[dict[str, Any]], object]) -> bytes:
    """The key file with a change by hand and a fresh sum: what someone without the key can make."""
    content = json.loads(encode(HEADER))
    del content["sum"]
    change(content)
    content["sum"] = hashlib.sha256(canonical(content)).hexdigest()
    return json.dumps(content).encode()


def test_round_trip() -> None:
    assert decode(encode(HEADER)) == HEADER


def test_the_text_is_as_documented() -> None:
    content = json.loads(encode(HEADER))
    assert list(content) == [
        *("format", "version", "vault_id", "seq", "generation", "db_file", "db_salt", "slots", "mac", "sum")
    ]
    assert content["db_file"] == "vault-3.db"
    assert content["slots"][0]["kdf"] == {
        "alg": "argon2id",
        "m_kib": 262144,
        "t": 3,
        "p": 4,
        "salt": "A" * 22 + "==",
    }
    assert content["slots"][1]["kdf"] == {"alg": "hkdf-sha256", "salt": "A" * 22 + "=="}


@given(st.integers(0, len(encode(HEADER)) - 1), st.integers(1, 255))
def test_any_changed_byte_is_noticed(place: int, mask: int) -> None:
    data = bytearray(encode(HEADER))
    data[place] ^= mask
    with suppress(KeyFileDamagedError, NotAVaultError):
        assert decode(bytes(data)) == HEADER  # white space may differ


@given(st.integers(0, len(encode(HEADER)) - 3))
def test_any_cut_is_noticed(length: int) -> None:
    with pytest.raises(KeyFileDamagedError):
        decode(encode(HEADER)[:length])


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 500, b"[]", b"null", b"[" * 100_000, b'{"sum": 1}', b" " * 2_000_000]
)
def test_rubbish_is_damage(data: bytes) -> None:
    with pytest.raises(KeyFileDamagedError):
        decode(data)


def test_another_json_file_is_not_a_vault() -> None:
    with pytest.raises(NotAVaultError):
        decode(b'{"format": "iets anders"}')


def test_a_newer_version_is_named() -> None:
    with pytest.raises(NewerFormatError):
        decode(forged(lambda content: content.update(version=2, something="new")))


CHANGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "unknown key": lambda c: c.update(extra=1),
    "missing key": lambda c: c.pop("mac"),
    "unknown key in a slot": lambda c: c["slots"][0].update(extra=1),
    "unknown key in the kdf": lambda c: c["slots"][0]["kdf"].update(pepper="x"),
    "path in the file name": lambda c: c.update(db_file="../../elders.db"),
    "version zero": lambda c: c.update(version=0),
    "version as truth": lambda c: c.update(version=True),
    "number as text": lambda c: c.update(seq="7"),
    "number as truth": lambda c: c.update(seq=True),
    "negative generation": lambda c: c.update(generation=-1, db_file="vault--1.db"),
    "short salt": lambda c: c.update(db_salt="00"),
    "salt is no hex": lambda c: c.update(db_salt="zz" * 16),
    "slots is no list": lambda c: c.update(slots=5),
    "slot is no object": lambda c: c.update(slots=["x"]),
    "same slot twice": lambda c: c["slots"].append(c["slots"][0]),
    "bad base64": lambda c: c["slots"][0].update(priv="***"),
    "bad uuid": lambda c: c.update(vault_id="nee"),
    "kind unknown": lambda c: c["slots"][0].update(kind="fingerprint"),
    "password with the fast derivation": lambda c: c["slots"][0].update(kdf=c["slots"][1]["kdf"]),
    "too little memory": lambda c: c["slots"][0]["kdf"].update(m_kib=1024),
    "absurd memory": lambda c: c["slots"][0]["kdf"].update(m_kib=2**40),
    "no passes": lambda c: c["slots"][0]["kdf"].update(t=0),
    "many lanes": lambda c: c["slots"][0]["kdf"].update(p=64),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_this_version_never_writes_is_refused(name: str) -> None:
    with pytest.raises(KeyFileTamperedError):
        decode(forged(CHANGES[name]))

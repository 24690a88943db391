from __future__ import annotations

from dataclasses import replace

import pytest

from planbureau.vault import keys
from planbureau.vault.errors import KeyFileTamperedError
from planbureau.vault.header_v1 import Header, Slot
from planbureau.vault.kdf import KdfParameters

KEY = bytes(range(32))
EMPTY = Header("6f1c1c9e-58d5-4f35-a3a5-1f6a0c1d2e3f", 1, 1, bytes(16), ())
NOW = "2026-03-16T09:00:00+00:00"


@pytest.fixture(scope="module")
def anna() -> Slot:
    return keys.password_slot(EMPTY, KEY, "anna", label="Anna", created=NOW, kdf=KdfParameters(65536, 1, 1))


@pytest.fixture(scope="module")
def bram() -> Slot:
    return keys.password_slot(EMPTY, KEY, "bram", label="Bram", created=NOW, kdf=KdfParameters(65536, 1, 1))


def test_two_users_reach_the_same_key_each_their_own_way(anna: Slot, bram: Slot) -> None:
    header = keys.seal(replace(EMPTY, slots=(anna, bram)), KEY)
    for slot, password in ((anna, "anna"), (bram, "bram")):
        private = keys.private_key_by_password(header, slot, password)
        assert private is not None
        assert keys.database_key(header, slot, private) == KEY
    assert keys.private_key_by_password(header, anna, "bram") is None


def test_a_recovery_slot_opens_with_its_code_only() -> None:
    slot = keys.recovery_slot(EMPTY, KEY, b"s" * 16, created=NOW)
    header = keys.seal(replace(EMPTY, slots=(slot,)), KEY)
    private = keys.private_key_by_recovery(header, slot, b"s" * 16)
    assert private is not None
    assert keys.database_key(header, slot, private) == KEY
    assert keys.private_key_by_recovery(header, slot, b"t" * 16) is None
    assert keys.private_key_by_password(header, slot, "s" * 16) is None


def test_a_slot_of_another_vault_does_not_open(anna: Slot) -> None:
    elsewhere = replace(EMPTY, vault_id="00000000-58d5-4f35-a3a5-1f6a0c1d2e3f")
    assert keys.private_key_by_password(elsewhere, anna, "anna") is None


def test_a_weakened_slot_does_not_open(anna: Slot) -> None:
    # Inside the limits, so only the seal can notice it.
    heavier = replace(anna, kdf=KdfParameters(65536, 2, 1))
    assert keys.private_key_by_password(EMPTY, heavier, "anna") is None


def test_a_sealed_key_of_another_generation_is_refused(anna: Slot) -> None:
    private = keys.private_key_by_password(EMPTY, anna, "anna")
    assert private is not None
    later = keys.seal(replace(EMPTY, generation=2, slots=(anna,)), KEY)
    with pytest.raises(KeyFileTamperedError):
        keys.database_key(later, anna, private)


def test_sealed_keys_cannot_be_exchanged_between_slots(anna: Slot, bram: Slot) -> None:
    private = keys.private_key_by_password(EMPTY, anna, "anna")
    assert private is not None
    mixed = replace(anna, sealed_key=bram.sealed_key)
    with pytest.raises(KeyFileTamperedError):
        keys.database_key(keys.seal(replace(EMPTY, slots=(mixed, bram)), KEY), mixed, private)


def test_any_change_after_sealing_is_noticed(anna: Slot, bram: Slot) -> None:
    sealed = keys.seal(replace(EMPTY, slots=(anna, bram)), KEY)
    keys.require_seal(sealed, KEY)
    for changed in (
        replace(sealed, seq=9),
        replace(sealed, slots=(anna,)),
        replace(sealed, slots=(bram, anna)),
        replace(sealed, slots=(replace(anna, label="Directie"), bram)),
        replace(sealed, slots=(replace(anna, created="2020"), bram)),
        replace(sealed, db_salt=b"x" * 16),
        replace(sealed, mac=bytes(32)),
    ):
        with pytest.raises(KeyFileTamperedError):
            keys.require_seal(changed, KEY)


def test_no_secret_shows_in_a_repr(anna: Slot) -> None:
    assert str(anna.sealed_key) not in repr(anna)
    assert "sealed" not in repr(replace(EMPTY, slots=(anna,)))

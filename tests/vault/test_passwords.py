from __future__ import annotations

import errno
import json
from dataclasses import replace
from pathlib import Path

import pytest

from planbureau.vault import errors, header, keys, passwords
from planbureau.vault.access import VaultAccess
from planbureau.vault.atomic import write_atomically
from planbureau.vault.creation import CreatedVault
from planbureau.vault.header import load_header, save_header
from planbureau.vault.kdf import KdfParameters
from planbureau.vault.opening import look_at, unlock_with_password, unlock_with_recovery
from planbureau.vault.passwords import change_password, new_recovery_code, reset_password_with_recovery


def add_bram(access: VaultAccess, kdf: KdfParameters) -> str:
    """A second user, as a later version will add them."""
    current = load_header(access.folder)
    key = access.database_key()
    slot = keys.password_slot(current, key, "van bram", label="Bram", created="2026-03-16", kdf=kdf)
    save_header(access.folder, replace(current, slots=(*current.slots, slot)), key)
    return slot.id


def test_a_new_password(made: CreatedVault, folder: Path, password: str) -> None:
    before = json.loads((folder / "keys.json").read_bytes())
    change_password(made.access, password, "nieuw en lang genoeg")
    with pytest.raises(errors.WrongPasswordError):
        unlock_with_password(folder, password)
    again = unlock_with_password(folder, "nieuw en lang genoeg")
    assert (again.slot_id, again.slot_label) == (made.access.slot_id, "Anna de Wit")
    unlock_with_recovery(folder, made.recovery_code)
    made.access.connect().close()
    after = json.loads((folder / "keys.json").read_bytes())
    assert after["seq"] == before["seq"] + 1
    assert after["slots"][0]["pub"] != before["slots"][0]["pub"]
    assert after["slots"][0]["kdf"]["m_kib"] == before["slots"][0]["kdf"]["m_kib"]
    assert (folder / "keys.json").read_bytes() == (folder / "keys.bak.json").read_bytes()


def test_the_cost_can_be_raised_with_the_password(made: CreatedVault, folder: Path, password: str) -> None:
    change_password(made.access, password, "nieuw", kdf=KdfParameters(65536, 2, 1))
    assert json.loads((folder / "keys.json").read_bytes())["slots"][0]["kdf"]["t"] == 2
    unlock_with_password(folder, "nieuw")


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("fout", "nieuw", errors.WrongPasswordError),
        ("", "nieuw", errors.WrongPasswordError),
        (None, "", errors.EmptyPasswordError),
    ],
)
def test_a_refused_change_changes_nothing(
    made: CreatedVault, folder: Path, password: str, old: str | None, new: str, error: type[Exception]
) -> None:
    before = (folder / "keys.json").read_bytes()
    with pytest.raises(error):
        change_password(made.access, password if old is None else old, new)
    assert (folder / "keys.json").read_bytes() == before


def test_users_do_not_need_each_other(
    made: CreatedVault, folder: Path, password: str, fast_kdf: KdfParameters
) -> None:
    bram = add_bram(made.access, fast_kdf)
    assert [user.label for user in look_at(folder).users] == ["Anna de Wit", "Bram"]
    change_password(made.access, password, "nieuw van anna")
    assert unlock_with_password(folder, "van bram").slot_id == bram
    assert unlock_with_password(folder, "van bram", slot_id=bram).slot_label == "Bram"
    with pytest.raises(errors.WrongPasswordError):
        unlock_with_password(folder, "nieuw van anna", slot_id=bram)


def test_a_forgotten_password(made: CreatedVault, folder: Path, password: str) -> None:
    access = reset_password_with_recovery(folder, made.recovery_code, "weer weten")
    access.connect().close()
    assert access.slot_label == "Anna de Wit"
    with pytest.raises(errors.WrongPasswordError):
        unlock_with_password(folder, password)
    unlock_with_password(folder, "weer weten")
    unlock_with_recovery(folder, made.recovery_code)


def test_with_several_users_the_forgetful_one_is_named(
    made: CreatedVault, folder: Path, password: str, fast_kdf: KdfParameters
) -> None:
    bram = add_bram(made.access, fast_kdf)
    with pytest.raises(errors.UserNotChosenError):
        reset_password_with_recovery(folder, made.recovery_code, "nieuw")
    assert (
        reset_password_with_recovery(folder, made.recovery_code, "nieuw", slot_id=bram).slot_label == "Bram"
    )
    unlock_with_password(folder, password)


def test_a_reset_needs_a_password_and_the_right_code(made: CreatedVault, folder: Path) -> None:
    before = (folder / "keys.json").read_bytes()
    with pytest.raises(errors.EmptyPasswordError):
        reset_password_with_recovery(folder, made.recovery_code, "")
    with pytest.raises(errors.RecoveryCodeMisspelledError):
        reset_password_with_recovery(folder, "ABCDE", "nieuw")
    assert (folder / "keys.json").read_bytes() == before


def test_a_new_recovery_code_makes_the_old_paper_worthless(
    made: CreatedVault, folder: Path, password: str
) -> None:
    code = new_recovery_code(made.access, password)
    assert code.text not in repr(code)
    unlock_with_recovery(folder, made.recovery_code)  # until the new one is kept
    code.keep()
    with pytest.raises(errors.WrongRecoveryCodeError):
        unlock_with_recovery(folder, made.recovery_code)
    unlock_with_recovery(folder, code.text)
    unlock_with_password(folder, password)
    with pytest.raises(errors.WrongPasswordError):
        new_recovery_code(made.access, "fout")


def test_a_code_is_not_kept_once_the_vault_is_closed(made: CreatedVault, folder: Path, password: str) -> None:
    code = new_recovery_code(made.access, password)
    made.access.close()
    with pytest.raises(errors.VaultClosedError):
        code.keep()
    unlock_with_recovery(folder, made.recovery_code)


def test_reading_only_changes_no_keys(made: CreatedVault, folder: Path, password: str) -> None:
    access = unlock_with_password(folder, password, read_only=True)
    with pytest.raises(errors.ReadOnlyAccessError):
        change_password(access, password, "nieuw")
    with pytest.raises(errors.ReadOnlyAccessError):
        new_recovery_code(access, password)
    assert made.access.is_open


def test_a_key_file_changed_behind_our_back_is_not_built_upon(
    made: CreatedVault, folder: Path, password: str
) -> None:
    current = load_header(folder)
    save_header(folder, current, bytes(32))
    with pytest.raises(errors.KeyFileTamperedError):
        change_password(made.access, password, "nieuw")


def test_a_full_disk_keeps_the_old_password(
    made: CreatedVault, folder: Path, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(header, "write_atomically", full)
    with pytest.raises(errors.DiskFullError):
        change_password(made.access, password, "nieuw")
    monkeypatch.undo()
    unlock_with_password(folder, password)


def test_a_second_copy_that_fails_is_healed_later(
    made: CreatedVault, folder: Path, password: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def first_only(path: Path, data: bytes) -> None:
        if path.name == header.KEY_FILE_COPY:
            raise OSError(errno.ENOSPC, "No space left on device")
        write_atomically(path, data)

    monkeypatch.setattr(header, "write_atomically", first_only)
    passwords.change_password(made.access, password, "nieuw")
    monkeypatch.undo()
    assert (folder / "keys.json").read_bytes() != (folder / "keys.bak.json").read_bytes()
    unlock_with_password(folder, "nieuw")
    assert (folder / "keys.json").read_bytes() == (folder / "keys.bak.json").read_bytes()

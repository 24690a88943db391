from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from planbureau.clock import FixedClock
from planbureau.errors import VaultError
from planbureau.vault import errors
from planbureau.vault.access import VaultAccess
from planbureau.vault.creation import CreatedVault, create_vault
from planbureau.vault.header import load_header
from planbureau.vault.header_v1 import canonical
from planbureau.vault.kdf import KdfParameters
from planbureau.vault.opening import (
    delay_after,
    derive_from_password,
    look_at,
    open_vault,
    unlock_with_password,
    unlock_with_recovery,
)
from planbureau.vault.recovery import new_recovery_code


def forge(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Changes the key file by hand, with a fresh sum."""
    content = json.loads(path.read_bytes())
    del content["sum"]
    change(content)
    content["sum"] = hashlib.sha256(canonical(content)).hexdigest()
    path.write_text(json.dumps(content))


def forge_both(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    forge(folder / "keys.json", change)
    shutil.copy(folder / "keys.json", folder / "keys.bak.json")


def flip(path: Path, place: int) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ 1]))


def test_the_password_opens(made: CreatedVault, folder: Path, password: str) -> None:
    access = unlock_with_password(folder, password)
    assert (access.vault_id, access.slot_label) == (made.access.vault_id, "Anna de Wit")
    access.connect().close()


def test_the_recovery_code_opens(made: CreatedVault, folder: Path) -> None:
    access = unlock_with_recovery(folder, made.recovery_code.lower().replace("-", " "))
    access.connect().close()


def test_the_three_steps_show_no_secret(made: CreatedVault, folder: Path, password: str) -> None:
    description = look_at(folder)
    key = derive_from_password(description, password, description.users[0].slot_id)
    assert key.private.hex() not in repr(key)
    assert "sealed" not in repr(description)
    assert open_vault(description, key).vault_id == made.access.vault_id


@pytest.mark.parametrize("wrong", ["Vier kale bomen bij de sloot", "", "x" * 100_000, "\0", "\udc80"])
def test_a_wrong_password(made: CreatedVault, folder: Path, wrong: str) -> None:
    before = (folder / "keys.json").read_bytes()
    with pytest.raises(errors.WrongPasswordError) as caught:
        unlock_with_password(folder, wrong)
    assert not wrong or wrong not in str(caught.value)
    assert (folder / "keys.json").read_bytes() == before
    assert made.access.is_open


def test_an_unknown_user(made: CreatedVault, folder: Path, password: str) -> None:
    assert made.access.is_open
    with pytest.raises(errors.UserNotChosenError):
        unlock_with_password(folder, password, slot_id="weg")


def test_recovery_codes_that_fail(made: CreatedVault, folder: Path) -> None:
    with pytest.raises(errors.WrongRecoveryCodeError):
        unlock_with_recovery(folder, new_recovery_code().text)
    typo = ("A" if made.recovery_code[0] != "A" else "B") + made.recovery_code[1:]
    with pytest.raises(errors.RecoveryCodeMisspelledError):
        unlock_with_recovery(folder, typo)


# --- the key file ---


@pytest.mark.parametrize("name", ["keys.json", "keys.bak.json"])
@pytest.mark.parametrize("damage", ["missing", "empty", "cut", "zeroes"])
def test_one_bad_copy_is_healed(
    made: CreatedVault, folder: Path, password: str, name: str, damage: str
) -> None:
    path = folder / name
    whole = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes({"empty": b"", "cut": whole[:700], "zeroes": bytes(len(whole))}[damage])
    assert unlock_with_password(folder, password).vault_id == made.access.vault_id
    assert path.read_bytes() == whole


def test_reading_only_heals_nothing(made: CreatedVault, folder: Path, password: str) -> None:
    (folder / "keys.bak.json").unlink()
    assert unlock_with_password(folder, password, read_only=True).vault_id == made.access.vault_id
    assert not (folder / "keys.bak.json").exists()


def test_both_copies_damaged(made: CreatedVault, folder: Path, password: str) -> None:
    flip(folder / "keys.json", 300)
    (folder / "keys.bak.json").write_bytes(b"")
    with pytest.raises(errors.KeyFileDamagedError):
        unlock_with_password(folder, password)
    assert made.access.is_open


def test_both_copies_missing(made: CreatedVault, folder: Path, password: str) -> None:
    (folder / "keys.json").unlink()
    (folder / "keys.bak.json").unlink()
    with pytest.raises(errors.KeyFileMissingError):
        unlock_with_password(folder, password)
    assert made.access.db_path.exists()


def test_not_a_vault(tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_text("x")
    for place in (tmp_path, tmp_path / "nergens", file):
        with pytest.raises(errors.NotAVaultError):
            look_at(place)


def test_a_newer_format_wins_from_an_older_copy(made: CreatedVault, folder: Path, password: str) -> None:
    forge(folder / "keys.bak.json", lambda content: content.update(version=2))
    with pytest.raises(errors.NewerFormatError):
        unlock_with_password(folder, password)
    assert made.access.is_open


TAMPERING: dict[str, Callable[[dict[str, Any]], object]] = {
    "recovery slot removed": lambda c: c["slots"].pop(),
    "slot relabelled": lambda c: c["slots"][0].update(label="Directie"),
    "older number": lambda c: c.update(seq=99),
    "seal removed": lambda c: c.update(mac="A" * 43 + "="),
    "other generation": lambda c: c.update(db_salt="00" * 16),
    "weaker than allowed": lambda c: c["slots"][0]["kdf"].update(m_kib=8),
}


@pytest.mark.parametrize("name", TAMPERING)
def test_tampering_is_noticed(made: CreatedVault, folder: Path, password: str, name: str) -> None:
    forge_both(folder, TAMPERING[name])
    with pytest.raises(errors.KeyFileTamperedError):
        unlock_with_password(folder, password)
    assert made.access.is_open


def test_a_downgrade_inside_the_limits_gives_nothing_away(
    made: CreatedVault, folder: Path, password: str
) -> None:
    forge_both(folder, lambda content: content["slots"][0]["kdf"].update(t=2))
    with pytest.raises(errors.WrongPasswordError):
        unlock_with_password(folder, password)
    # The recovery slot still opens, and then the tampering shows.
    with pytest.raises(errors.KeyFileTamperedError):
        unlock_with_recovery(folder, made.recovery_code)


def test_a_slot_of_another_vault_opens_nothing(
    made: CreatedVault, folder: Path, tmp_path: Path, clock: FixedClock, fast_kdf: KdfParameters
) -> None:
    other = create_vault(tmp_path / "ander", "van mij", "Mallory", clock, fast_kdf)
    stolen = json.loads((other.access.folder / "keys.json").read_bytes())["slots"][0]
    forge_both(folder, lambda content: content["slots"].append(stolen))
    with pytest.raises(errors.WrongPasswordError):
        unlock_with_password(folder, "van mij")
    assert made.access.is_open


# --- the database ---


def closed_vault(made: CreatedVault, fill: Callable[[VaultAccess, int], None]) -> Path:
    fill(made.access, 60)
    assert not made.access.db_path.with_name("vault-1.db-wal").exists()
    return made.access.db_path


Damage = Callable[[Path], object]
DAMAGED: dict[str, Damage] = {
    "empty": lambda path: os.truncate(path, 0),
    "ten bytes": lambda path: os.truncate(path, 10),
    "cut at a page": lambda path: os.truncate(path, 4096 * 5),
    "cut in a page": lambda path: os.truncate(path, 4096 * 5 + 1000),
    "bit in the first page": lambda path: flip(path, 2000),
    "first page of zeroes": lambda path: path.write_bytes(path.read_bytes()[:16] + bytes(4080)),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_damage_is_never_called_a_wrong_password(
    made: CreatedVault, fill: Callable[[VaultAccess, int], None], folder: Path, password: str, name: str
) -> None:
    DAMAGED[name](closed_vault(made, fill))
    with pytest.raises(errors.DatabaseDamagedError):
        unlock_with_password(folder, password)


def test_the_database_is_gone(made: CreatedVault, folder: Path, password: str) -> None:
    made.access.db_path.unlink()
    with pytest.raises(errors.DatabaseMissingError):
        unlock_with_password(folder, password)
    assert not made.access.db_path.exists()


def test_a_database_of_another_vault(
    made: CreatedVault,
    folder: Path,
    password: str,
    tmp_path: Path,
    clock: FixedClock,
    fast_kdf: KdfParameters,
) -> None:
    other = create_vault(tmp_path / "ander", password, "Bram", clock, fast_kdf)
    shutil.copy(other.access.db_path, made.access.db_path)
    with pytest.raises(errors.ForeignDatabaseError):
        unlock_with_password(folder, password)


def test_an_ordinary_file_in_its_place(made: CreatedVault, folder: Path, password: str) -> None:
    made.access.db_path.write_text("dit is geen database, maar wel een lange tekst")
    with pytest.raises(errors.ForeignDatabaseError):
        unlock_with_password(folder, password)


def test_a_bit_in_the_salt_is_harmless(
    made: CreatedVault, fill: Callable[[VaultAccess, int], None], folder: Path, password: str
) -> None:
    flip(closed_vault(made, fill), 3)
    connection = unlock_with_password(folder, password).connect()
    assert connection.execute("SELECT count(*) FROM plan").fetchone() == (60,)
    connection.close()


def meta(access: VaultAccess, statement: str) -> None:
    connection = access.connect()
    connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("DROP TABLE vault_meta", errors.DatabaseDamagedError),
        ("DELETE FROM vault_meta WHERE key = 'format'", errors.DatabaseDamagedError),
        ("UPDATE vault_meta SET value = 'x' WHERE key = 'vault_id'", errors.ForeignDatabaseError),
        ("UPDATE vault_meta SET value = '2' WHERE key = 'format'", errors.NewerFormatError),
    ],
)
def test_the_first_read(
    made: CreatedVault, folder: Path, password: str, statement: str, error: type[VaultError]
) -> None:
    meta(made.access, statement)
    with pytest.raises(error):
        unlock_with_password(folder, password)


# --- a folder for reading only ---

Rights = Callable[[Path], AbstractContextManager[None]]
posix_only = pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")


@posix_only
def test_a_read_only_folder(
    open_place: Path, without_rights: Rights, clock: FixedClock, fast_kdf: KdfParameters, password: str
) -> None:
    folder = open_place / "kluis"
    create_vault(folder, password, "Anna", clock, fast_kdf).access.close()
    with without_rights(folder):
        with pytest.raises(errors.ReadOnlyPlaceError):
            unlock_with_password(folder, password)
        connection = unlock_with_password(folder, password, read_only=True).connect()
        assert connection.execute("SELECT count(*) FROM vault_meta").fetchone() == (2,)
        connection.close()


@posix_only
def test_a_read_only_folder_never_hides_the_latest_work(
    open_place: Path, without_rights: Rights, clock: FixedClock, fast_kdf: KdfParameters, password: str
) -> None:
    folder = open_place / "kluis"
    access = create_vault(folder, password, "Anna", clock, fast_kdf).access
    writer = access.connect()
    writer.execute("CREATE TABLE latest (x)")
    copy = open_place / "kopie"
    shutil.copytree(folder, copy)
    (copy / "vault-1.db-shm").unlink()
    writer.close()
    assert (copy / "vault-1.db-wal").stat().st_size > 0
    with without_rights(copy), pytest.raises(errors.ReadOnlyPlaceError, match="Kopieer de hele map"):
        unlock_with_password(copy, password, read_only=True)


@posix_only
def test_key_files_that_may_not_be_read(
    open_place: Path, without_rights: Rights, clock: FixedClock, fast_kdf: KdfParameters, password: str
) -> None:
    folder = open_place / "kluis"
    create_vault(folder, password, "Anna", clock, fast_kdf).access.close()
    with without_rights(folder):
        uid = os.geteuid()
        os.seteuid(os.getuid())
        for name in ("keys.json", "keys.bak.json"):
            (folder / name).chmod(0)
        os.seteuid(uid)
        with pytest.raises(errors.DatabaseMissingError, match="niet gelezen"):
            look_at(folder)


def test_the_header_in_force_is_the_newest(made: CreatedVault, folder: Path) -> None:
    forge(folder / "keys.bak.json", lambda content: content.update(seq=5))
    assert load_header(folder).seq == 5
    assert made.access.is_open


def test_the_delay_grows_and_stops() -> None:
    assert [delay_after(failures) for failures in range(9)] == [0, 0, 1, 2, 4, 8, 16, 30, 30]
    assert delay_after(10**6) == 30

"""Who has a password: one more, one less, and what is left of an old one."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import subprocess
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from planbureau.vault import errors, users
from planbureau.vault.access import VaultAccess
from planbureau.vault.backup import backup
from planbureau.vault.creation import CreatedVault
from planbureau.vault.header import load_header
from planbureau.vault.kdf import KdfParameters
from planbureau.vault.opening import unlock_with_password, unlock_with_recovery
from planbureau.vault.restore import restore
from planbureau.vault.verify import verify_vault

BRAM = "drie gele eenden in de gracht"
Fill = Callable[[VaultAccess, int], None]


@pytest.fixture
def bram(made: CreatedVault, password: str, fast_kdf: KdfParameters) -> str:
    """A second person; the answer is the id of the slot."""
    slot_id = users.new_slot_id()
    users.add_user(made.access, password, BRAM, " Bram Bos ", slot_id=slot_id, kdf=fast_kdf)
    return slot_id


def plans(access: VaultAccess) -> int:
    connection = access.connect()
    try:
        count: int = connection.execute("SELECT count(*) FROM plan").fetchone()[0]
        return count
    finally:
        connection.close()


def test_a_second_person_opens_with_a_password_of_their_own(
    made: CreatedVault, folder: Path, password: str, bram: str
) -> None:
    opened = unlock_with_password(folder, BRAM, slot_id=bram)
    assert (opened.slot_id, opened.slot_label) == (bram, "Bram Bos")
    assert [user.label for user in users.users_of(opened)] == ["Anna de Wit", "Bram Bos"]
    unlock_with_password(folder, password, slot_id=made.access.slot_id).close()
    with pytest.raises(errors.WrongPasswordError):
        unlock_with_password(folder, password, slot_id=bram)
    unlock_with_recovery(folder, made.recovery_code).close()


def test_nobody_is_let_in_without_the_password_of_who_is_here(
    made: CreatedVault, folder: Path, fast_kdf: KdfParameters
) -> None:
    before = (folder / "keys.json").read_bytes()
    with pytest.raises(errors.WrongPasswordError):
        users.add_user(made.access, "geraden", BRAM, "Bram", slot_id=users.new_slot_id(), kdf=fast_kdf)
    assert (folder / "keys.json").read_bytes() == before


def test_who_is_removed_does_not_come_in_and_nothing_else_changes(
    made: CreatedVault, folder: Path, password: str, bram: str, fill: Fill, tmp_path: Path
) -> None:
    fill(made.access, 40)
    old_files = tmp_path / "gekopieerd"
    shutil.copytree(folder, old_files)
    kept = tmp_path / "kopie.pbbackup"
    backup(made.access, kept)
    old_key = made.access.database_key()
    users.remove_user(made.access, password, bram)
    assert made.access.database_key() != old_key
    assert made.access.generation == 2
    assert [path.name for path in folder.glob("*.db*")] == ["vault-2.db"]
    assert plans(made.access) == 40
    assert verify_vault(made.access).ok
    with pytest.raises(errors.WrongPasswordError):
        unlock_with_password(folder, BRAM)
    with pytest.raises(errors.UserNotChosenError):
        unlock_with_password(folder, BRAM, slot_id=bram)
    for again in (unlock_with_password(folder, password), unlock_with_recovery(folder, made.recovery_code)):
        assert plans(again) == 40
        again.close()
    # The words on the screen say so: what was copied before opens as it did then.
    restore(kept, tmp_path / "terug")
    unlock_with_password(tmp_path / "terug", BRAM).close()
    unlock_with_password(old_files, BRAM).close()
    # The old key is of no use for what is written from now on.
    header = load_header(folder)
    stale = VaultAccess(folder, header, header.slots[0], old_key, read_only=True)
    with pytest.raises(Exception, match="not a database"):
        stale.connect()


def test_nobody_removes_themselves_the_code_or_someone_unknown(
    made: CreatedVault, folder: Path, password: str, bram: str
) -> None:
    recovery = next(slot.id for slot in load_header(folder).slots if slot.kind == "recovery")
    before = (folder / "keys.json").read_bytes()
    with pytest.raises(errors.LastUserError):
        users.remove_user(made.access, password, made.access.slot_id)
    for unknown in (recovery, users.new_slot_id()):
        with pytest.raises(errors.UserGoneError):
            users.remove_user(made.access, password, unknown)
    with pytest.raises(errors.WrongPasswordError):
        users.remove_user(made.access, "geraden", bram)
    assert (folder / "keys.json").read_bytes() == before
    assert made.access.generation == 1


def test_a_full_disk_leaves_the_old_vault(
    made: CreatedVault, folder: Path, password: str, bram: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(users, "sync_file", full)
    with pytest.raises(errors.DiskFullError):
        users.remove_user(made.access, password, bram)
    assert [path.name for path in folder.glob("*.db")] == ["vault-1.db"]
    assert verify_vault(made.access).ok
    unlock_with_password(folder, BRAM, slot_id=bram).close()


def test_another_name_keeps_the_password(made: CreatedVault, folder: Path, bram: str) -> None:
    users.rename_user(made.access, bram, "Bram van der Bos")
    assert unlock_with_password(folder, BRAM, slot_id=bram).slot_label == "Bram van der Bos"


COMER_AND_GOER = """
import sys
from pathlib import Path
from planbureau.vault import users
from planbureau.vault.kdf import KdfParameters
from planbureau.vault.opening import unlock_with_password
folder, own = Path(sys.argv[1]), sys.stdin.readline().rstrip()
access = unlock_with_password(folder, own)
print("open", flush=True)
slot_id = users.new_slot_id()
users.add_user(access, own, "drie gele eenden", "Bram", slot_id=slot_id, kdf=KdfParameters(65536, 1, 1))
print("bij", flush=True)
users.remove_user(access, own, slot_id)
print("weg", flush=True)
"""


def test_a_kill_at_any_moment_locks_nobody_out(
    made: CreatedVault,
    folder: Path,
    password: str,
    fill: Fill,
    start_python: Callable[..., subprocess.Popen[str]],
) -> None:
    fill(made.access, 400)
    chance = random.Random(4)  # noqa: S311 (when to kill is no secret)
    brams = 0
    for turn in range(6):
        child = start_python(COMER_AND_GOER, str(folder))
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(password + "\n")
        child.stdin.flush()
        for _ in range(1 + turn % 2):
            assert child.stdout.readline()
        try:
            child.wait(timeout=chance.uniform(0.05, 0.35))
        except subprocess.TimeoutExpired:
            child.kill()
        said = child.communicate()[0].split()
        opened = unlock_with_recovery(folder, made.recovery_code)
        assert plans(opened) == 400
        assert len(list(folder.glob("vault-*.db"))) == 1
        left = [user.label for user in users.users_of(opened)].count("Bram") - brams
        assert left in ({0} if "weg" in said else {0, 1})
        brams += left
        opened.close()
    opened = unlock_with_password(folder, password, slot_id=made.access.slot_id)
    assert verify_vault(opened).ok
    opened.close()


STEPS = ((os, "replace"), (os, "fsync"), (os, "unlink"))
"""What makes a change outside of the process last."""


def _dies_at(step: int, folder: Path, password: str, bram: str) -> None:
    """Removes Bram in this process, which dies just before the given step; never comes back."""
    taken = itertools.count(1)

    def dying(act: Callable[..., object]) -> Callable[..., object]:
        def one(*args: object, **more: object) -> object:
            if next(taken) == step:
                os._exit(9)
            return act(*args, **more)

        return one

    try:
        access = unlock_with_password(folder, password)
        for room, name in STEPS:
            setattr(room, name, dying(getattr(room, name)))
        users.remove_user(access, password, bram)
    except BaseException:  # noqa: BLE001 - a fault in the child is a failed test, not a second test run
        os._exit(1)
    os._exit(0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_death_before_any_step_of_a_removal_locks_nobody_out(
    made: CreatedVault, folder: Path, password: str, bram: str, fill: Fill, tmp_path: Path
) -> None:
    fill(made.access, 20)
    own = made.access.slot_id
    made.access.close()
    ends: list[tuple[int, bool]] = []
    for step in itertools.count(1):
        place = tmp_path / f"dood-{step}"
        shutil.copytree(folder, place)
        child = os.fork()
        if child == 0:
            _dies_at(step, place, password, bram)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        assert code in (0, 9)
        opened = unlock_with_password(place, password, slot_id=own)
        assert plans(opened) == 20
        gone = bram not in {user.slot_id for user in users.users_of(opened)}
        assert opened.generation == (2 if gone else 1)
        if code == 0 or (code, gone) not in ends:
            assert verify_vault(opened).ok
            unlock_with_recovery(place, made.recovery_code).close()
            with pytest.raises(errors.UserNotChosenError) if gone else nullcontext():
                unlock_with_password(place, BRAM, slot_id=bram).close()
        opened.close()
        assert len(list(place.glob("vault-*.db"))) == 1, "what was left behind is cleared at the unlock"
        ends.append((code, gone))
        if code == 0:
            break
        shutil.rmtree(place)
    assert ends[0] == (9, False)
    assert ends[-1] == (0, True)
    assert (9, True) in ends, "also after the commit point"
    assert sorted(gone for _, gone in ends) == [gone for _, gone in ends], "there is one moment of change"

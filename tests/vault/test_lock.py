from __future__ import annotations

import os
import socket
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from planbureau.clock import FixedClock
from planbureau.vault.creation import CreatedVault
from planbureau.vault.errors import CannotLockError, NotAVaultError, ReadOnlyPlaceError, VaultInUseError
from planbureau.vault.holder import read_holder
from planbureau.vault.lock import VaultLock
from planbureau.vault.opening import unlock_with_password

HOLDER = """
import sys
from pathlib import Path
from planbureau.vault.lock import VaultLock
lock = VaultLock(Path(sys.argv[1]), "Planbureau (opdrachtregel)")
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def test_the_second_is_refused_and_told_who_is_first(tmp_path: Path, clock: FixedClock) -> None:
    first, second = VaultLock(tmp_path, "Planbureau (venster)", clock), VaultLock(tmp_path, "tweede", clock)
    with first:
        assert first.held
        with pytest.raises(VaultInUseError) as caught:
            second.acquire()
        assert not second.held
    holder = caught.value.holder
    assert holder is not None
    assert (holder.pid, holder.host, holder.since) == (os.getpid(), socket.gethostname(), clock.now())
    assert "Planbureau (venster) op " in str(caught.value)
    assert "sinds 10:00 op 16-03-2026" in str(caught.value)
    second.acquire()
    second.release()


def test_taking_it_twice_and_giving_it_back_twice_is_harmless(tmp_path: Path) -> None:
    lock = VaultLock(tmp_path, "x")
    lock.acquire()
    lock.acquire()
    lock.release()
    lock.release()
    assert not lock.held
    assert read_holder(tmp_path) is None


def test_an_unknown_holder(tmp_path: Path, clock: FixedClock) -> None:
    with VaultLock(tmp_path, "x", clock):
        for text in ("", "[]", '{"pid": "x"}', '{"pid": 1, "host": "a", "app": "b", "since": "gisteren"}'):
            (tmp_path / "vault.holder.json").write_text(text)
            with pytest.raises(VaultInUseError) as caught:
                VaultLock(tmp_path, "y").acquire()
            assert caught.value.holder is None
            assert caught.value.what


def test_another_process_is_named_and_kill_9_frees_the_lock(
    made: CreatedVault, folder: Path, password: str, start_python: Callable[..., subprocess.Popen[str]]
) -> None:
    child = start_python(HOLDER, str(folder))
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    lock = VaultLock(folder, "Planbureau (venster)")
    with pytest.raises(VaultInUseError) as caught:
        lock.acquire()
    assert caught.value.holder is not None
    assert caught.value.holder.pid == child.pid
    assert "Planbureau (opdrachtregel)" in str(caught.value)

    reader = unlock_with_password(folder, password, read_only=True).connect()
    assert reader.execute("SELECT count(*) FROM vault_meta").fetchone() == (2,)
    reader.close()

    child.kill()
    child.wait()
    with lock:
        assert made.access.is_open
        holder = read_holder(folder)
        assert holder is not None
        assert holder.pid == os.getpid()


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(NotAVaultError):
        VaultLock(tmp_path / "nergens", "x").acquire()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights")
def test_a_read_only_folder(
    open_place: Path, without_rights: Callable[[Path], AbstractContextManager[None]]
) -> None:
    with without_rights(open_place), pytest.raises(ReadOnlyPlaceError):
        VaultLock(open_place, "x").acquire()


@pytest.mark.skipif(os.name != "posix", reason="flock is of POSIX")
def test_a_disk_without_locks_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno
    import fcntl

    def unsupported(_descriptor: int, _operation: int) -> None:
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr(fcntl, "flock", unsupported)
    with pytest.raises(CannotLockError):
        VaultLock(tmp_path, "x").acquire()

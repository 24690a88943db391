"""One program at a time writes in a vault: the window, the command line, or another window.

The operating system holds the lock, so it is free the moment its holder dies, also after a crash. A small
file beside it only says who the holder is. Opening for reading needs no lock.
"""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from planbureau.clock import Clock, SystemClock
from planbureau.vault.atomic import write_atomically
from planbureau.vault.diagnose import explain
from planbureau.vault.errors import CannotLockError, NotAVaultError, VaultInUseError
from planbureau.vault.holder import HOLDER_FILE, LockHolder, read_holder

LOCK_FILE = "vault.lock"

_SYSTEM_CLOCK = SystemClock()


class VaultLock:
    """The right to write in one vault folder; a context manager. `app` names the program in Dutch."""

    def __init__(self, folder: Path, app: str, clock: Clock = _SYSTEM_CLOCK) -> None:
        self._folder = folder.absolute()
        self._app = app
        self._clock = clock
        self._lock = FileLock(
            self._folder / LOCK_FILE, timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False
        )

    @property
    def held(self) -> bool:
        """Whether this object has the lock."""
        return self._lock.is_locked

    def acquire(self) -> None:
        """Takes the lock at once or not at all.

        Raises VaultInUseError (its `holder` and words name who has it), NotAVaultError (no such folder),
        ReadOnlyPlaceError, CannotLockError.
        """
        if self.held:
            return
        if not self._folder.is_dir():
            raise NotAVaultError
        try:
            self._lock.acquire()
        except Timeout:
            raise VaultInUseError(read_holder(self._folder)) from None
        except (OSError, NotImplementedError) as error:
            told = explain(error)
            raise (told or CannotLockError()) from error
        self._write_holder()

    def release(self) -> None:
        """Gives the lock back; harmless when it is not held."""
        if self.held:
            with suppress(OSError):
                (self._folder / HOLDER_FILE).unlink(missing_ok=True)
            self._lock.release()

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _write_holder(self) -> None:
        holder = LockHolder(os.getpid(), socket.gethostname(), self._app, self._clock.now())
        # The lock counts without its name tag, also on a full disk.
        with suppress(OSError):
            write_atomically(self._folder / HOLDER_FILE, holder.to_json())

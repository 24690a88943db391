"""The services, brought in from a thread while the first window is on the screen.

It offers `services.api.VaultService`; a verb that is called early waits until the services are there.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planbureau.clock import Clock

if TYPE_CHECKING:
    from planbureau.services.api import CreateVault, NewVault, PasswordStrength, Workspace
    from planbureau.services.api.users import Opener
    from planbureau.services.vault.vaults import Vaults


class LoadedServices:
    """Loads `planbureau.services.vault.vaults` in a daemon thread; `vaults` makes the real service."""

    def __init__(self, clock: Clock, vaults: Vaults | None = None) -> None:
        self._clock = clock
        self._vaults = vaults
        self._problem: Exception | None = None
        self._ready = threading.Event()
        self._starting = threading.Lock()
        self._begun = False
        self._thread = threading.Thread(target=self._load, name="diensten laden", daemon=True)

    def begin(self) -> None:
        """Starts loading; call it when the first window has been painted. Again has no effect."""
        # Order: the window and a job may both come first, and a thread starts only once.
        with self._starting:
            if not self._begun:
                self._begun = True
                self._thread.start()

    def _load(self) -> None:
        try:
            if self._vaults is None:
                from planbureau.services.vault.vaults import Vaults

                self._vaults = Vaults(self._clock)
            self._vaults.prepare()
            # What was loaded stays as long as the program runs: the collector need not walk through it again.
            gc.freeze()
        except Exception as problem:  # noqa: BLE001 - told to whoever asks for the services
            self._problem = problem
        self._ready.set()

    @property
    def ready(self) -> bool:
        """Whether everything is loaded, so that nothing that needs it has to wait."""
        return self._ready.is_set()

    def _service(self) -> Vaults:
        self.begin()
        self._ready.wait()
        if self._problem is not None:
            raise self._problem
        assert self._vaults is not None
        return self._vaults

    def default_folder(self) -> Path:
        """Answers at once, without waiting for the services."""
        from planbureau.services.vault.places import Places

        return Places().vault if self._vaults is None else self._vaults.default_folder()

    def exists(self, folder: Path) -> bool:
        return self._service().exists(folder)

    def place_warning(self, folder: Path) -> str:
        return self._service().place_warning(folder)

    def password_strength(self, password: str, own_words: Sequence[str] = ()) -> PasswordStrength:
        return self._service().password_strength(password, own_words)

    def wait_after(self, failures: int) -> float:
        return self._service().wait_after(failures)

    def create(self, request: CreateVault) -> NewVault:
        return self._service().create(request)

    def openers(self, folder: Path) -> tuple[Opener, ...]:
        return self._service().openers(folder)

    def unlock(self, folder: Path, password: str, *, read_only: bool = False, slot_id: str = "") -> Workspace:
        return self._service().unlock(folder, password, read_only=read_only, slot_id=slot_id)

    def recovery_code_fault(self, code: str) -> str:
        return self._service().recovery_code_fault(code)

    def unlock_with_recovery(
        self, folder: Path, code: str, new_password: str, slot_id: str = ""
    ) -> Workspace:
        return self._service().unlock_with_recovery(folder, code, new_password, slot_id)

    def restore(self, backup: Path, folder: Path) -> None:
        self._service().restore(backup, folder)

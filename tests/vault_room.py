"""Real encrypted vaults for tests: quick to open, in the folder of the test."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from planbureau.clock import FixedClock
from planbureau.services.api import CreateVault, Workspace
from planbureau.services.vault_places import Places
from planbureau.services.vaults import Vaults, load_content
from planbureau.vault.kdf import KdfParameters

QUICK = KdfParameters(64 * 1024, 1, 1)
PASSWORD = "paard batterij nietje correct"  # noqa: S105 - invented
DAY = date(2026, 3, 16)
SHIPPED = cache(load_content)
"""Formats, goals and pictograms, read once for all tests."""


@dataclass
class VaultRoom:
    """Makes and opens vaults in one folder, at a time that stands still."""

    folder: Path
    daily: bool = False  # a copy at each lock costs time that few tests need
    clock: FixedClock = field(default_factory=lambda: FixedClock.on(DAY))

    @property
    def place(self) -> Path:
        """The folder of the vault itself."""
        return self.folder / "kluis"

    @property
    def vaults(self) -> Vaults:
        """The service, with a key derivation that is quick enough for tests."""
        return Vaults(
            self.clock, Places(self.place, self.folder / "kopieen", daily=self.daily), QUICK, content=SHIPPED
        )

    def create(self) -> Workspace:
        """A new vault of an invented organisation."""
        request = CreateVault(
            self.place, "Zorg Voorbeeld", "Sanne Begeleider", "persoonlijk begeleider", PASSWORD
        )
        made = self.vaults.create(request)
        self.recovery_code = made.recovery_code
        return made.workspace

    def unlock(self) -> Workspace:
        """Opens it again."""
        return self.vaults.unlock(self.place, PASSWORD)

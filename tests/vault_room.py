"""Real encrypted vaults for tests: quick to open, in the folder of the test."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path

from tests.compiled_statements import share_statements

from planbureau.clock import FixedClock
from planbureau.services.api import CreateVault, Workspace
from planbureau.services.vault.places import Places
from planbureau.services.vault.vaults import Vaults, load_content
from planbureau.services.workspace import OpenWorkspace
from planbureau.vault.access import VaultAccess
from planbureau.vault.header import load_header
from planbureau.vault.kdf import KdfParameters

share_statements()
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
            self.clock,
            Places(self.place, self.folder / "kopieen", self.folder / "plantypes", daily=self.daily),
            QUICK,
            content=SHIPPED,
        )

    def create(self) -> Workspace:
        """A new vault of an invented organisation: a copy of one that was made earlier, opened.

        All copies have the same ids, device and secrets; `create_anew` gives a vault that is another one.
        """
        mould = _mould(self.clock.now())
        self.recovery_code = mould.recovery_code
        self.place.mkdir(mode=0o700, parents=True)
        for name, content in mould.files.items():
            (self.place / name).write_bytes(content)
            (self.place / name).chmod(0o600)
        header = load_header(self.place)
        access = VaultAccess(self.place, header, header.slots[0], mould.key, read_only=False)
        vaults = self.vaults
        with vaults._held(self.place) as held:
            return vaults._open(access, held)

    def create_anew(self) -> Workspace:
        """A new vault of an invented organisation, made as the program makes it."""
        request = CreateVault(
            self.place, "Zorg Voorbeeld", "Sanne Begeleider", "persoonlijk begeleider", PASSWORD
        )
        made = self.vaults.create(request)
        self.recovery_code = made.recovery_code
        return made.workspace

    def unlock(self) -> Workspace:
        """Opens it again."""
        return self.vaults.unlock(self.place, PASSWORD)


@dataclass(frozen=True)
class Mould:
    """A vault of which tests get copies; making one takes ten times as long as copying it."""

    files: dict[str, bytes]
    key: bytes
    recovery_code: str


@cache
def _mould(moment: datetime) -> Mould:
    """A vault that was made at this moment."""
    with tempfile.TemporaryDirectory() as folder:
        room = VaultRoom(Path(folder), clock=FixedClock(moment))
        workspace = room.create_anew()
        assert isinstance(workspace, OpenWorkspace)
        key = workspace._access.database_key()
        workspace.lock()
        files = {path.name: path.read_bytes() for path in room.place.iterdir()}
    return Mould(files, key, room.recovery_code)

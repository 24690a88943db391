"""What the start window asks of the services: the vault service, loaded beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from planbureau.services.api import VaultService


class StartServices(VaultService, Protocol):
    """The vault service behind a loader. Only `default_folder` answers at once; the rest may have to wait."""

    def begin(self) -> None:
        """Starts loading; called when the first window has been painted."""
        ...


def holds_vault(folder: Path) -> bool:
    """Whether a vault, whole or damaged, is in this folder. Asks the disk alone, so it never waits.

    A folder that may not be read counts as one: opening it says what is wrong.
    """
    try:
        return (folder / "keys.json").exists() or any(folder.glob("vault-*.db"))
    except OSError:
        return True


def free_folder(wanted: Path) -> Path:
    """The wanted folder when it is absent or empty, else the first free one beside it."""
    if _is_free(wanted):
        return wanted
    numbers = range(2, 1000)
    return next(
        (place for number in numbers if _is_free(place := wanted.with_name(f"{wanted.name}-{number}"))),
        wanted,
    )


def _is_free(folder: Path) -> bool:
    try:
        return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    except OSError:
        return False

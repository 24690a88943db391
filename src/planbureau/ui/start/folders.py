"""Which folder holds a vault, and which is free for one. Asks the disk alone, so it never waits."""

from __future__ import annotations

from pathlib import Path


def holds_vault(folder: Path) -> bool:
    """Whether a vault, whole or damaged, is in this folder.

    A folder that may not be read counts as one: opening it says what is wrong.
    """
    try:
        return (folder / "keys.json").exists() or any(folder.glob("vault-*.db"))
    except OSError:
        return True


def vault_in(folder: Path) -> Path | None:
    """The vault in this folder, or the only one directly below it; None when there is none or are several."""
    if holds_vault(folder):
        return folder
    try:
        below = [inner for inner in folder.iterdir() if inner.is_dir() and holds_vault(inner)]
    except OSError:
        return None
    return below[0] if len(below) == 1 else None


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

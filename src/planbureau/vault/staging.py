"""A new folder that appears whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from planbureau.vault.atomic import replace_patiently, sync_folder
from planbureau.vault.errors import FolderNotEmptyError


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Gives a hidden folder beside `target` to fill, and renames it to `target` when the block ends well.

    `target` may be absent or an empty folder. After an exception nothing is left: no files, no new parents.
    Raises FolderNotEmptyError, OSError.
    """
    target = target.resolve()
    _refuse_unless_empty(target)
    made = _make_parents(target.parent)
    staging = target.parent / f".{target.name}.{secrets.token_hex(4)}.nieuw"
    try:
        staging.mkdir(mode=0o700)
        yield staging
        sync_folder(staging)
        if os.name != "posix" and target.exists():
            target.rmdir()  # Windows cannot rename over a folder, not even an empty one
        _refuse_unless_empty(target)
        replace_patiently(staging, target)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        for folder in made:
            with suppress(OSError):
                folder.rmdir()
        raise
    sync_folder(target.parent)


def _refuse_unless_empty(target: Path) -> None:
    if target.is_dir():
        if any(target.iterdir()):
            raise FolderNotEmptyError
    elif target.exists() or target.is_symlink():
        raise FolderNotEmptyError("Op deze plek staat al een bestand met deze naam.")


def _make_parents(folder: Path) -> list[Path]:
    """Makes the missing folders above; returns them, deepest first."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir()
    return missing

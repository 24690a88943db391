"""Replacing a file so that after any crash it is either the old one or the new one, whole."""

from __future__ import annotations

import os
import secrets
import time
from pathlib import Path

_PATIENCE = 10  # tries; on Windows a virus scanner may hold a fresh file for a moment


def write_atomically(path: Path, data: bytes) -> None:
    """Puts `data` at `path` for good: temporary file beside it, fsync, rename, fsync of the folder.

    The file is readable by its owner only. Raises OSError; then the old file is untouched.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with os.fdopen(create_private(temporary), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        replace_patiently(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def create_private(path: Path) -> int:
    """Makes a new file that only its owner may read; returns its descriptor. Raises OSError if it exists."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)


def replace_patiently(source: Path, target: Path) -> None:
    """Renames over `target`; on Windows again and again while another program holds it. Raises OSError."""
    for attempt in range(_PATIENCE):
        try:
            source.replace(target)
        except PermissionError:
            if os.name == "posix" or attempt == _PATIENCE - 1:
                raise
            time.sleep(0.02 * 2**attempt)
        else:
            return


def sync_file(path: Path) -> None:
    """Makes sure that the content of a closed file is on the disk. Raises OSError."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Makes sure that a rename in this folder is on the disk; Windows does that itself."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

"""Files of a user, with errors in Dutch."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from planbureau.errors import ImportFileError, InvalidInputError

LARGEST = 512 * 1024 * 1024
"""Bytes; a portable file with attachments stays far below it."""


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all, readable by its owner alone. Raises OSError."""
    number, name = tempfile.mkstemp(prefix=".planbureau-", suffix=path.suffix, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def write_private(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all, readable by its owner alone. Raises InvalidInputError."""
    try:
        write_whole(path, content)
    except OSError as problem:
        raise InvalidInputError(
            "Het bestand kon niet worden bewaard. De kluis is niet veranderd.",
            "Kijk of er plaats is op de schijf en of je hier mag schrijven, of kies een andere map.",
        ) from problem


def read_whole(path: Path) -> bytes:
    """The content of a file. Raises ImportFileError."""
    try:
        if path.stat().st_size > LARGEST:
            raise ImportFileError("Dit bestand is te groot. Er is niets veranderd.")
        return path.read_bytes()
    except OSError as problem:
        raise ImportFileError(
            "Dit bestand kan niet worden gelezen. Er is niets veranderd.", "Kijk of het bestand er nog is."
        ) from problem

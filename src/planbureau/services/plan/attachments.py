"""Files that come into the vault."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from planbureau.errors import InvalidInputError
from planbureau.model import blobs
from planbureau.services.context import Context, told_in_words
from planbureau.views import AttachmentView

LIMIT = 50 * 1024 * 1024
"""The largest file, in bytes: a minute of film fits, an evening does not."""


def add(context: Context, path: Path) -> AttachmentView:
    """Reads a file into the vault. Raises InvalidInputError when it is too large or cannot be read."""
    try:
        size = path.stat().st_size
        if size > LIMIT:
            raise InvalidInputError(
                f"Dit bestand is te groot ({size // 1024 // 1024} MB). Er is niets toegevoegd.",
                "Een bijlage mag hooguit 50 MB zijn. Maak het bestand kleiner of kies een ander.",
            )
        content = path.read_bytes()
    except OSError as problem:
        raise InvalidInputError(
            "Dit bestand kan niet worden gelezen. Er is niets toegevoegd.",
            "Kijk of het bestand er nog is en of je het zelf kunt openen.",
        ) from problem
    return keep(context, path.name, mimetypes.guess_type(path.name)[0] or "application/octet-stream", content)


def keep(context: Context, name: str, media_type: str, content: bytes) -> AttachmentView:
    """Takes a file that was made here into the vault."""
    with told_in_words(), context.store.writing(context.user_id) as work:
        return blobs.put(work.session, name, media_type, content)


def content(context: Context, sha256: str) -> bytes:
    """The content of a file. Raises NotFoundError."""
    with context.reading() as session:
        return blobs.get(session, sha256)

"""Files in the vault, by their SHA-256."""

from __future__ import annotations

import hashlib

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.errors import NotFoundError
from planbureau.model.rows import BlobRow
from planbureau.views import AttachmentView


def put(session: Session, name: str, media_type: str, content: bytes) -> AttachmentView:
    """Keeps a file; the same content is kept once."""
    digest = hashlib.sha256(content).hexdigest()
    if session.get(BlobRow, digest) is None:
        session.add(
            BlobRow(sha256=digest, name=name, media_type=media_type, size=len(content), content=content)
        )
    return AttachmentView(digest, name, media_type, len(content))


def get(session: Session, sha256: str) -> bytes:
    """The content of a file. Raises NotFoundError."""
    content = session.scalar(select(BlobRow.content).where(BlobRow.sha256 == sha256))
    if content is None:
        raise NotFoundError("Deze bijlage staat niet in de kluis.")
    return content

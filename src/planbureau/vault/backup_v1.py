"""The backup file, format 1: a ZIP without compression with `manifest.json`, `keys.json` and `vault.db`.

The last two are as encrypted as in the vault; the manifest holds nothing about a client.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from datetime import datetime

from planbureau.vault.errors import BackupDamagedError, NewerFormatError, NotABackupError

FORMAT = "planbureau-backup"
VERSION = 1
MANIFEST = "manifest.json"
KEYS = "keys.json"
DATABASE = "vault.db"
MEMBERS = (MANIFEST, KEYS, DATABASE)
MAX_MANIFEST_BYTES = 64 * 1024
CHUNK_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself; the database is proven by its size and SHA-256."""

    created: datetime
    vault_id: str
    generation: int
    db_bytes: int
    db_sha256: str


def encode_manifest(manifest: Manifest) -> bytes:
    """The text of `manifest.json`."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "created": manifest.created.isoformat(timespec="seconds"),
        "vault_id": manifest.vault_id,
        "generation": manifest.generation,
        "db_bytes": manifest.db_bytes,
        "db_sha256": manifest.db_sha256,
    }
    return (json.dumps(content, indent=1) + "\n").encode("ascii")


def decode_manifest(data: bytes) -> Manifest:
    """Strict reading. Raises NotABackupError, NewerFormatError, BackupDamagedError."""
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        raise BackupDamagedError from None
    if not isinstance(content, dict) or content.pop("format", None) != FORMAT:
        raise NotABackupError
    version = content.pop("version", None)
    if type(version) is int and version > VERSION:
        raise NewerFormatError
    try:
        manifest = Manifest(
            created=datetime.fromisoformat(content.pop("created")),
            vault_id=str(uuid.UUID(content.pop("vault_id"))),
            generation=int(content.pop("generation")),
            db_bytes=int(content.pop("db_bytes")),
            db_sha256=str(content.pop("db_sha256")),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise BackupDamagedError from None
    if content or version != VERSION or manifest.created.tzinfo is None:
        raise BackupDamagedError
    return manifest

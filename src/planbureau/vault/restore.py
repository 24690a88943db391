"""Putting a backup back, always in a folder of its own, and checking a backup without putting it back."""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from planbureau.vault.atomic import create_private, write_atomically
from planbureau.vault.backup_v1 import (
    CHUNK_BYTES,
    DATABASE,
    KEYS,
    MANIFEST,
    MAX_MANIFEST_BYTES,
    MEMBERS,
    Manifest,
    decode_manifest,
)
from planbureau.vault.diagnose import explain
from planbureau.vault.errors import BackupDamagedError, KeyFileDamagedError, NotABackupError, NotAVaultError
from planbureau.vault.header import KEY_FILE, KEY_FILE_COPY
from planbureau.vault.header_v1 import MAX_BYTES, Header, decode
from planbureau.vault.opening import unlock_with_password
from planbureau.vault.staging import new_folder
from planbureau.vault.verify import VerifyReport, verify_vault

PUT_BACK = "vault.restored"
"""An empty file in a folder that came from a backup, until its vault was opened for writing once."""


def restore(file: Path, folder: Path) -> Manifest:
    """Puts a backup in `folder`, which must be absent or empty; nothing is left there after an error.

    The restored vault opens with the passwords of the day of the backup. Raises NotABackupError,
    BackupDamagedError, NewerFormatError, KeyFileTamperedError, FolderNotEmptyError, DiskFullError,
    ReadOnlyPlaceError.
    """
    try:
        with _opened(file) as archive:
            manifest, header = _read_papers(archive)
            with new_folder(folder.absolute()) as staging:
                _extract(archive, manifest, header, staging / header.db_file)
                text = archive.read(KEYS)
                write_atomically(staging / KEY_FILE, text)
                write_atomically(staging / KEY_FILE_COPY, text)
                os.close(create_private(staging / PUT_BACK))
    except OSError as error:
        told = explain(error)
        if told is None:
            raise
        raise told from error
    return manifest


def was_put_back(folder: Path) -> bool:
    """Whether this vault came from a backup and nobody has written in it since."""
    return (folder / PUT_BACK).exists()


def settle(folder: Path) -> None:
    """Called once the copy has a name of its own; a mark that stays only means that it gets another one."""
    with suppress(OSError):
        (folder / PUT_BACK).unlink(missing_ok=True)


def verify_backup(file: Path, password: str) -> VerifyReport:
    """Restores into a temporary folder (all encrypted), opens it with `password` and checks everything; slow.

    Raises what `restore` and `unlock_with_password` raise.
    """
    with tempfile.TemporaryDirectory(prefix="planbureau-") as temporary:
        folder = Path(temporary) / "kluis"
        restore(file, folder)
        access = unlock_with_password(folder, password, read_only=True)
        try:
            return verify_vault(access)
        finally:
            access.close()


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """The archive; damage anywhere inside is told as damage of the backup."""
    if not file.is_file():
        raise NotABackupError("Dit bestand bestaat niet.")
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        raise _unreadable(file) from None
    try:
        with archive:
            yield archive
    except (zipfile.BadZipFile, NotImplementedError, EOFError, KeyError, RuntimeError) as error:
        raise BackupDamagedError from error


def _unreadable(file: Path) -> BackupDamagedError | NotABackupError:
    """A file that begins as a ZIP was probably cut off half way; anything else never was a backup."""
    with file.open("rb") as opened:
        return BackupDamagedError() if opened.read(4) == b"PK\x03\x04" else NotABackupError()


def _read_papers(archive: zipfile.ZipFile) -> tuple[Manifest, Header]:
    entries = archive.infolist()
    if MANIFEST not in archive.namelist():
        raise NotABackupError
    sizes = {entry.filename: entry.file_size for entry in entries}
    stored = all(entry.compress_type == zipfile.ZIP_STORED for entry in entries)
    if (
        sorted(entry.filename for entry in entries) != sorted(MEMBERS)
        or not stored
        or sizes[MANIFEST] > MAX_MANIFEST_BYTES
        or sizes[KEYS] > MAX_BYTES
    ):
        raise BackupDamagedError
    manifest = decode_manifest(archive.read(MANIFEST))
    try:
        header = decode(archive.read(KEYS))
    except (KeyFileDamagedError, NotAVaultError) as error:
        raise BackupDamagedError from error
    if (header.vault_id, header.generation) != (manifest.vault_id, manifest.generation):
        raise BackupDamagedError
    return manifest, header


def _extract(archive: zipfile.ZipFile, manifest: Manifest, header: Header, path: Path) -> None:
    digest, size, start = hashlib.sha256(), 0, b""
    with archive.open(DATABASE) as inside, os.fdopen(create_private(path), "wb") as file:
        while chunk := inside.read(CHUNK_BYTES):
            start = start or chunk[: len(header.db_salt)]
            digest.update(chunk)
            size += len(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    if (size, digest.hexdigest(), start) != (manifest.db_bytes, manifest.db_sha256, header.db_salt):
        raise BackupDamagedError

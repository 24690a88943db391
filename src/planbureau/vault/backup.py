"""A backup: one verified, still encrypted file, made while people work on.

`VACUUM INTO` gives a compact copy with the same key and salt. It is checked before the old backup is touched.
A backup opens with the passwords of its own day.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as dbapi

from planbureau.clock import AMSTERDAM, Clock, SystemClock
from planbureau.vault import keys
from planbureau.vault.access import VaultAccess
from planbureau.vault.atomic import create_private, replace_patiently, sync_file, sync_folder
from planbureau.vault.backup_v1 import CHUNK_BYTES, DATABASE, KEYS, MANIFEST, Manifest, encode_manifest
from planbureau.vault.connection import Mode, connect_raw
from planbureau.vault.diagnose import explain
from planbureau.vault.errors import BackupDamagedError, DatabaseDamagedError
from planbureau.vault.header import load_header
from planbureau.vault.header_v1 import Header, encode
from planbureau.vault.verify import check_database

_SYSTEM_CLOCK = SystemClock()


@dataclass(frozen=True)
class BackupReport:
    """A backup that was made and verified: where, when, how large (bytes), and the rows per table in it."""

    path: Path
    created: datetime
    size_bytes: int
    rows: Mapping[str, int]


def backup(access: VaultAccess, target: Path, clock: Clock = _SYSTEM_CLOCK) -> BackupReport:
    """Makes `target` a verified backup of the open vault; an older file there is replaced only at the end.

    Some seconds per 100 MB; safe in a worker thread; writers may go on. Raises VaultClosedError,
    DatabaseDamagedError (the vault itself has errors), DiskFullError, ReadOnlyPlaceError, VaultBusyError,
    KeyFileTamperedError, BackupDamagedError.
    """
    target = target.absolute()
    header = load_header(access.folder)
    keys.require_seal(header, access.database_key())
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _temporary(target, "db") as snapshot, _temporary(target, "zip") as package:
            rows = _snapshot(access, header, snapshot)
            created = clock.now()
            manifest = _pack(header, snapshot, package, created)
            _read_back(package, manifest)
            sync_file(package)
            replace_patiently(package, target)
        sync_folder(target.parent)
        return BackupReport(target, created, target.stat().st_size, rows)
    except (OSError, dbapi.Error) as error:
        told = explain(error)
        if told is None:
            raise
        raise told from error


@contextmanager
def _temporary(target: Path, kind: str) -> Iterator[Path]:
    """A private file name beside the target, that is gone afterwards whatever happens."""
    path = target.with_name(f".{target.name}.{secrets.token_hex(4)}.{kind}.tmp")
    try:
        os.close(create_private(path))
        yield path
    finally:
        for leftover in (path, path.with_name(f"{path.name}-journal"), path.with_name(f"{path.name}-wal")):
            leftover.unlink(missing_ok=True)


def _snapshot(access: VaultAccess, header: Header, path: Path) -> Mapping[str, int]:
    source = access.connect()
    try:
        source.execute(
            "PRAGMA query_only=OFF"
        ).fetchall()  # it counts the copy as a write; mode=ro still guards us
        source.execute("VACUUM INTO ?", (str(path),))
    finally:
        source.close()
    with path.open("rb") as file:
        if file.read(len(header.db_salt)) != header.db_salt:
            raise DatabaseDamagedError("De reservekopie is niet goed versleuteld en daarom weggegooid.")
    copy = connect_raw(path, access.database_key(), header.db_salt, Mode.IMMUTABLE)
    try:
        report = check_database(copy)
    finally:
        copy.close()
    if not report.ok:
        raise DatabaseDamagedError(
            "De controle van de reservekopie vond fouten. De reservekopie is daarom niet bewaard.",
            "Oudere reservekopieën zijn er nog. Zet de laatste goede terug in een nieuwe map.",
        )
    return report.rows


def _pack(header: Header, snapshot: Path, package: Path, created: datetime) -> Manifest:
    moment = created.astimezone(AMSTERDAM).timetuple()[:6]
    digest, size = hashlib.sha256(), 0
    with zipfile.ZipFile(package, "w", zipfile.ZIP_STORED) as archive:
        entry = zipfile.ZipInfo(DATABASE, moment)
        with snapshot.open("rb") as source, archive.open(entry, "w", force_zip64=True) as inside:
            while chunk := source.read(CHUNK_BYTES):
                digest.update(chunk)
                size += len(chunk)
                inside.write(chunk)
        manifest = Manifest(created, header.vault_id, header.generation, size, digest.hexdigest())
        archive.writestr(zipfile.ZipInfo(KEYS, moment), encode(header))
        archive.writestr(zipfile.ZipInfo(MANIFEST, moment), encode_manifest(manifest))
    return manifest


def _read_back(package: Path, manifest: Manifest) -> None:
    digest = hashlib.sha256()
    try:
        with zipfile.ZipFile(package) as archive, archive.open(DATABASE) as inside:
            while chunk := inside.read(CHUNK_BYTES):
                digest.update(chunk)
    except zipfile.BadZipFile as error:
        raise BackupDamagedError from error
    if digest.hexdigest() != manifest.db_sha256:
        raise BackupDamagedError

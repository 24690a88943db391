"""Automatic backups: one call makes one and clears away what is no longer worth its room.

Kept are the last 5, and the newest of each of the last 14 days, 8 weeks and 12 months that have one. Only
files that carry this vault's name and a moment in the exact form are ever removed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from planbureau.clock import AMSTERDAM, Clock, SystemClock
from planbureau.vault.access import VaultAccess
from planbureau.vault.backup import BackupReport, backup
from planbureau.vault.diagnose import explain

SUFFIX = ".pbbackup"
LAST = 5
_MOMENT = "%Y-%m-%d-%H%M%S"
_PERIODS: tuple[tuple[Callable[[datetime], str], int], ...] = (
    (lambda moment: f"{moment:%Y-%m-%d}", 14),
    (lambda moment: f"{moment:%G-%V}", 8),
    (lambda moment: f"{moment:%Y-%m}", 12),
)
_SYSTEM_CLOCK = SystemClock()


def automatic_backup(access: VaultAccess, folder: Path, clock: Clock = _SYSTEM_CLOCK) -> BackupReport:
    """Makes a backup in `folder` and rotates the older ones of this vault; raises what `backup` raises."""
    report = backup(access, folder.absolute() / backup_name(access.vault_id, clock.now()), clock)
    rotate_backups(report.path.parent, access.vault_id, keep=report.path)
    return report


def backup_name(vault_id: str, moment: datetime) -> str:
    """`planbureau-3f2a9c1d-2026-11-23-071345.pbbackup`: the vault's first eight signs, the moment in UTC."""
    return f"planbureau-{vault_id[:8]}-{moment.astimezone(UTC):{_MOMENT}}{SUFFIX}"


def last_backup(folder: Path, vault_id: str) -> datetime | None:
    """When the newest automatic backup of this vault in `folder` was made."""
    if not folder.is_dir():
        return None
    return max((moment for moment, _ in _automatic(folder, vault_id)), default=None)


def rotate_backups(folder: Path, vault_id: str, *, keep: Path | None = None) -> tuple[Path, ...]:
    """Removes the surplus automatic backups of this vault; returns what was removed.

    `keep` always stays, also when the clock of the computer ran wrong. Raises ReadOnlyPlaceError.
    """
    dated = sorted(_automatic(folder, vault_id), reverse=True)
    kept = {path for _, path in dated[:LAST]} | ({keep} if keep else set())
    for period_of, count in _PERIODS:
        newest: dict[str, Path] = {}
        for moment, path in dated:
            newest.setdefault(period_of(moment.astimezone(AMSTERDAM)), path)
        kept.update(list(newest.values())[:count])
    surplus = tuple(path for _, path in dated if path not in kept)
    try:
        for path in surplus:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise (explain(error) or error) from error
    return surplus


def _automatic(folder: Path, vault_id: str) -> list[tuple[datetime, Path]]:
    form = re.compile(
        rf"planbureau-{re.escape(vault_id[:8])}-(\d{{4}}-\d\d-\d\d-\d{{6}}){re.escape(SUFFIX)}", re.ASCII
    )
    found = []
    for path in folder.iterdir():
        match = form.fullmatch(path.name)
        if match is None:
            continue
        try:
            found.append((datetime.strptime(match[1], _MOMENT).replace(tzinfo=UTC), path))
        except ValueError:
            continue
    return found

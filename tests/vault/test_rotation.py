from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from planbureau.clock import FixedClock
from planbureau.vault.access import VaultAccess
from planbureau.vault.restore import verify_backup
from planbureau.vault.rotation import automatic_backup, backup_name, rotate_backups

VAULT = "6f1c1c9e-58d5-4f35-a3a5-1f6a0c1d2e3f"
START = datetime(2025, 1, 1, 9, tzinfo=UTC)


@pytest.fixture
def two_a_day(tmp_path: Path) -> list[Path]:
    """Two backups a day for 400 days, oldest first."""
    paths = [tmp_path / backup_name(VAULT, START + timedelta(hours=12 * number)) for number in range(800)]
    for path in paths:
        path.touch()
    return paths


def test_keeps_5_last_14_days_8_weeks_12_months(tmp_path: Path, two_a_day: list[Path]) -> None:
    removed = rotate_backups(tmp_path, VAULT)
    kept = sorted(tmp_path.iterdir())
    assert len(removed) + len(kept) == 800
    assert set(two_a_day[-5:]) <= set(kept)
    moments = [datetime.strptime(path.name[20:37], "%Y-%m-%d-%H%M%S").replace(tzinfo=UTC) for path in kept]
    last = moments[-1]
    assert {moment.date() for moment in moments} >= {(last - timedelta(days=day)).date() for day in range(14)}
    assert len({f"{moment:%G-%V}" for moment in moments}) >= 8
    assert len({f"{moment:%Y-%m}" for moment in moments}) == 12
    assert len(kept) <= 5 + 14 + 8 + 12
    assert rotate_backups(tmp_path, VAULT) == ()


def test_other_files_and_other_vaults_are_left_alone(tmp_path: Path, two_a_day: list[Path]) -> None:
    others = [
        tmp_path / backup_name("00000000-58d5-4f35-a3a5-1f6a0c1d2e3f", START),
        tmp_path / "planbureau-6f1c1c9e-2020-99-99-000000.pbbackup",
        tmp_path / "planbureau-6f1c1c9e-2020-01-01-000000.pbbackup.bewaren",
        tmp_path / "mijn eigen kopie.pbbackup",
    ]
    for path in others:
        path.touch()
    assert two_a_day[0] in rotate_backups(tmp_path, VAULT)
    assert all(path.exists() for path in others)


def test_the_newest_stays_when_the_clock_ran_wrong(tmp_path: Path, two_a_day: list[Path]) -> None:
    just_made = tmp_path / backup_name(VAULT, datetime(2024, 6, 1, tzinfo=UTC))
    just_made.touch()
    assert two_a_day[0] in rotate_backups(tmp_path, VAULT, keep=just_made)
    assert just_made.exists()


def test_an_automatic_backup_is_named_made_and_rotated(
    access: VaultAccess, tmp_path: Path, clock: FixedClock, password: str
) -> None:
    folder = tmp_path / "reserve"
    for _ in range(8):
        report = automatic_backup(access, folder, clock)
        clock.moment += timedelta(minutes=1)
    names = sorted(path.name for path in folder.iterdir())
    assert len(names) == 5
    assert report.path.name == names[-1] == f"planbureau-{access.vault_id[:8]}-2026-03-16-090700.pbbackup"
    assert verify_backup(report.path, password).ok

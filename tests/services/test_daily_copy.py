"""A verified copy of each day, made when the vault is locked."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from tests.vault_room import PASSWORD, VaultRoom

from planbureau.vault.restore import verify_backup


def test_the_first_lock_of_a_day_keeps_a_copy(tmp_path: Path) -> None:
    room = VaultRoom(tmp_path, daily=True)
    room.create().lock()
    room.unlock().lock()
    copies = sorted((tmp_path / "kopieen").iterdir())
    assert len(copies) == 1
    assert verify_backup(copies[0], PASSWORD).ok
    room.clock.moment += timedelta(days=1)
    room.unlock().lock()
    assert len(list((tmp_path / "kopieen").iterdir())) == 2


def test_a_place_that_refuses_the_copy_does_not_keep_the_vault_open(tmp_path: Path) -> None:
    room = VaultRoom(tmp_path, daily=True)
    (tmp_path / "kopieen").write_text("hier staat een bestand", encoding="utf-8")
    room.create().lock()
    room.unlock().lock()


def test_looking_only_makes_no_copy(tmp_path: Path) -> None:
    room = VaultRoom(tmp_path)
    room.create().lock()
    daily = VaultRoom(tmp_path, daily=True)
    daily.vaults.unlock(daily.place, PASSWORD, read_only=True).lock()
    assert not (tmp_path / "kopieen").exists()

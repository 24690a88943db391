"""Vaults of every released format, kept for ever: a file from today opens in twenty years."""

from __future__ import annotations

from pathlib import Path

from planbureau.vault.access import VaultAccess
from planbureau.vault.opening import unlock_with_password, unlock_with_recovery
from planbureau.vault.restore import restore, verify_backup

KEPT = Path(__file__).parents[1] / "vaults"


def content_of(access: VaultAccess) -> str:
    connection = access.connect()
    (text,) = connection.execute("SELECT tekst FROM bewaard").fetchone()
    connection.close()
    return str(text)


def test_format_1(tmp_path: Path) -> None:
    folder = tmp_path / "kluis"
    manifest = restore(KEPT / "format-1.pbbackup", folder)
    assert manifest.created.isoformat() == "2026-11-23T09:00:00+00:00"
    by_password = unlock_with_password(folder, "Kluis van formaat één")
    assert by_password.slot_label == "Şule Jansen"
    assert content_of(by_password) == "cliënt Zoë fietst"
    assert (
        content_of(unlock_with_recovery(folder, "6TG0E-2D55H-S0CFS-JGNP2-78111-HZ03")) == "cliënt Zoë fietst"
    )
    assert verify_backup(KEPT / "format-1.pbbackup", "Kluis van formaat één").ok

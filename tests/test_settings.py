"""The settings of the device: small, private, and never a reason not to start."""

from __future__ import annotations

import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from planbureau.app import Program
from planbureau.clock import SystemClock
from planbureau.loading import LoadedServices
from planbureau.settings import NAME, Settings, SettingsFile
from planbureau.ui.theme.theme import look_of_system


def test_what_is_written_is_read(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "map")
    wanted = Settings(look="donker", text_size="large", idle_minutes=3, vault="/ergens", window=(900, 700))
    file.write(wanted)
    assert SettingsFile(tmp_path / "map").read() == wanted


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", '{"look": 3, "idle_minutes": "x"}', '{"window": [1]}', "[" * 100_000,
        '{"window": ["a", 2]}', '{"window": [0, -5]}', '{"window": [1e9, 1000000]}', '{"window": "12"}',
        '{"idle_minutes": -1}', '{"idle_minutes": 99999999999}', '{"idle_minutes": true}',
        '{"vault": "a\\u0000b"}',
    ],
)  # fmt: skip
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert SettingsFile(tmp_path).read() == Settings()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_the_owner_can_read_where_the_vault_is(tmp_path: Path) -> None:
    SettingsFile(tmp_path).write(replace(Settings(), vault="/ergens"))
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600


def test_a_place_that_cannot_be_written_is_no_disaster(tmp_path: Path) -> None:
    blocked = tmp_path / "bestand"
    blocked.write_text("geen map", encoding="utf-8")
    SettingsFile(blocked).write(Settings(look="donker"))
    assert SettingsFile(blocked).read() == Settings()


def test_a_look_that_nobody_knows_is_that_of_the_system(qapp: QApplication, tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    file.write(Settings(look="paars", text_size="reusachtig"))
    program = Program(qapp, LoadedServices(SystemClock()), SystemClock(), file)
    assert program._look() is look_of_system()
    program.close()

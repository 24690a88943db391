"""Whole-app journeys: the program as it starts on a laptop, on a real encrypted vault."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.journeys.office import Office
from tests.ui.conftest import context, shared_theme, theme
from tests.vault_room import VaultRoom

from planbureau.clock import FixedClock

__all__ = ["context", "office", "shared_theme", "theme"]

FIRST_DAY = date(2026, 1, 20)


@pytest.fixture
def office(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Office]:
    """A laptop without a vault, on 20 January 2026."""
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    qapp.setCursorFlashTime(0)
    made = Office(qtbot, VaultRoom(tmp_path / "laptop", clock=FixedClock.on(FIRST_DAY)), tmp_path)
    yield made
    made.end()

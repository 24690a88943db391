"""The whole program on a real encrypted vault, looked at by somebody who wants to find a leak."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.journeys.office import Office
from tests.ui.conftest import context, shared_theme, theme
from tests.vault_room import VaultRoom

from planbureau.views import PersonView

__all__ = ["context", "office", "opened", "shared_theme", "theme"]


@dataclass
class Opened:
    """A program with an open vault, with one client and one plan."""

    office: Office
    client_id: str
    plan_id: str


@pytest.fixture
def office(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Office]:
    """A laptop without a vault."""
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    qapp.setCursorFlashTime(0)
    made = Office(qtbot, VaultRoom(tmp_path / "laptop"), tmp_path)
    yield made
    made.end()


@pytest.fixture
def opened(office: Office) -> Opened:
    """The program after unlocking; Noor has an ondersteuningsplan."""
    workspace = office.room.create()
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Noor", family_name="Verzonnen"))
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    workspace.lock()
    office.start()
    office.unlock()
    return Opened(office, client_id, plan_id)

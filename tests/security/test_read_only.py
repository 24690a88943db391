"""A vault that is open for reading only shows everything, and keeps every typed word on the screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot
from tests.security.conftest import Opened
from tests.vault_room import PASSWORD, VaultRoom

from planbureau.errors import VaultError
from planbureau.services.api import Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.places import OpenClient, OpenPlan, OpenToday, PrintPlan
from planbureau.ui.shell.main_window import MainWindow
from planbureau.ui.shell.wiring import page_entries
from planbureau.ui.theme.context import ThemeContext
from planbureau.views import PersonView


def _reading(room: VaultRoom) -> Workspace:
    return room.vaults.unlock(room.place, PASSWORD, read_only=True)


def test_every_page_shows_and_every_write_is_refused_in_words(
    qtbot: QtBot, context: ThemeContext, tmp_path: Path
) -> None:
    room = VaultRoom(tmp_path)
    writer = room.create()
    client_id, _ = writer.clients.add_client(PersonView(given_name="Noor", family_name="Verzonnen"))
    plan_id, _ = writer.plans.start_plan("osp", client_id)
    reader = _reading(room)
    with pytest.raises(VaultError, match="alleen om te lezen"):
        reader.clients.add_client(PersonView(given_name="Bas"))
    with pytest.raises(VaultError, match="alleen om te lezen"):
        reader.plans.save_draft(plan_id, "moet_je_weten", "woorden")
    with capture_exceptions() as problems:
        window = MainWindow(PageContext(reader, context, room.clock), page_entries(None), 0)  # type: ignore[arg-type]
        qtbot.addWidget(window)
        window.show()
        for place in (OpenToday(), OpenClient(client_id), OpenPlan(plan_id), PrintPlan(plan_id, "easy", 0)):
            window.go(place)
            qtbot.wait(1)
        window.lock()
    assert problems == []
    writer.lock()


def test_the_command_line_names_the_window_that_has_the_vault(opened: Opened) -> None:
    place = opened.office.room.place
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "planbureau.cli", "verify", "--vault", str(place)],
        input=f"{PASSWORD}\n", capture_output=True, text=True, timeout=60, check=False,
        env=os.environ | {"PYTHONWARNINGS": "default"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr  # it only looks, so it goes on by reading
    assert "al open" in done.stderr + done.stdout
    assert f"proces {os.getpid()}" in done.stderr + done.stdout
    assert PASSWORD not in done.stderr + done.stdout
    field = opened.office.field(opened.plan_id, "moet_je_weten")
    box = field.focus_widget()
    assert isinstance(box, QPlainTextEdit)
    box.insertPlainText("Nog heel.")
    opened.office.lock()
    opened.office.unlock()
    answer = opened.office.workspace.plans.plan(opened.plan_id).answer("moet_je_weten")
    assert "Nog heel." in str(answer.value)

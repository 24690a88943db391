"""Locking while slow work runs: no error on the screen, and nothing half."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from tests.security.conftest import Opened

from planbureau.ui.background import Job
from planbureau.ui.places import PrintPlan
from planbureau.ui.start.unlock_screen import UnlockScreen


def _settle() -> None:
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_locking_while_a_print_is_made(opened: Opened) -> None:
    office = opened.office
    with capture_exceptions() as problems:
        office.go(PrintPlan(opened.plan_id, "professional", 0))
        office.window.lock()
        _settle()
    assert problems == []
    office.screen(UnlockScreen)


def test_locking_while_a_backup_is_made(opened: Opened, tmp_path: Path) -> None:
    office, target = opened.office, tmp_path / "kopie" / "kluis.pbbackup"
    target.parent.mkdir()
    organisation = office.workspace.organisation
    ended: list[object] = []
    with capture_exceptions() as problems:
        job = Job(lambda: organisation.backup(target), ended.append, ended.append)
        office.window.lock()
        _settle()
        office.qtbot.waitUntil(lambda: not job.busy)
    assert problems == []
    assert len(ended) == 1
    # Whole or not at all: no rest of it stays behind.
    left = sorted(path.name for path in target.parent.iterdir())
    assert left in ([], [target.name])
    if left:
        office.room.vaults.restore(target, tmp_path / "terug")
    office.unlock()

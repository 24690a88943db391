"""The vault locks whatever stands on the screen: a dialogue that waits, a menu, a file chooser."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.exceptions import capture_exceptions
from tests.journeys.hands import write
from tests.journeys.office import desk_of
from tests.security.conftest import Opened
from tests.vault_room import PASSWORD

from planbureau.errors import VaultError
from planbureau.services.api import PageImage
from planbureau.ui.goals.goal_dialog import GoalDialog
from planbureau.ui.goals.making import own_goal
from planbureau.ui.paper.printing import choose_printer
from planbureau.ui.places import OpenSettings, PrintPlan
from planbureau.ui.settings.vault_card import VaultCard
from planbureau.ui.start.unlock_screen import UnlockScreen
from planbureau.ui.wizard import actions

Opener = Callable[[Opened], object]
_TAKE_LOCK = """
import sys
from pathlib import Path
from planbureau.vault.lock import VaultLock
with VaultLock(Path(sys.argv[1]), "test"):
    print("free")
"""


def confirm_dialog(made: Opened) -> object:
    page = made.office.plan(made.plan_id)
    return actions.close_plan(desk_of(page), page)


def export_question(made: Opened) -> object:
    page = made.office.plan(made.plan_id)
    return actions.export_plan(desk_of(page), page)


def file_window(made: Opened) -> object:
    return QFileDialog.getSaveFileName(made.office.plan(made.plan_id), "Bewaar", "a.pdf", "PDF (*.pdf)")


def menu(made: Opened) -> object:
    page = made.office.plan(made.plan_id)
    QApplication.processEvents()  # the page puts the focus where one begins: that would close a menu
    return page.header.menu().exec()


class OnePage:
    """What is going to the printer."""

    page_count = 1

    def page(self, number: int, scale: float) -> PageImage:
        del number
        wide, high = round(595 * scale), round(842 * scale)
        return PageImage(wide, high, bytes(4 * wide * high))

    def close(self) -> None:
        """Nothing is open."""


def printer_window(made: Opened) -> object:
    made.office.go(PrintPlan(made.plan_id, "professional", 0))
    return choose_printer(made.office.page, OnePage())


def password_dialog(made: Opened) -> object:
    made.office.go(OpenSettings())
    (card,) = made.office.page.findChildren(VaultCard)
    return card.password_dialog().exec()


WAITING = (confirm_dialog, export_question, file_window, menu, printer_window, password_dialog)


@pytest.mark.parametrize("show", WAITING, ids=lambda show: show.__name__)
def test_it_locks_while_something_waits_for_an_answer(opened: Opened, show: Opener) -> None:
    office, workspace = opened.office, opened.office.workspace
    waiting: list[object] = []
    tries: list[object] = []

    def idle() -> None:
        shown = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        tries.append(shown)
        if shown is None and len(tries) < 50:
            QTimer.singleShot(100, idle)  # a busy computer has not shown it yet
            return
        waiting.append(shown)
        office.window._idle.idle.emit()

    QTimer.singleShot(100, idle)
    with capture_exceptions() as problems:
        show(opened)  # returns, because the lock takes it down
        QApplication.processEvents()
    assert problems == []
    assert waiting[0] is not None
    screen = office.screen(UnlockScreen)
    with pytest.raises(VaultError):
        workspace.clients.rows()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert QApplication.activeModalWidget() is None
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [screen.window()]


def test_what_is_typed_in_the_window_of_a_goal_is_kept(opened: Opened) -> None:
    office = opened.office
    office.plan(opened.plan_id)
    goal_id, _ = own_goal(office.workspace.goals, office.workspace.plans.plan(opened.plan_id))
    dialog = GoalDialog(office.window._context, opened.plan_id, goal_id, parent=office.window)
    dialog.open()
    (body,) = [card.body for card in dialog.list.cards if card.body is not None]
    write(body.texts.sentence.edit, "Ik fiets elke week naar de markt.")
    office.window._idle.idle.emit()
    office.unlock()
    (goal,) = office.workspace.plans.plan(opened.plan_id).goals
    assert "naar de markt" in goal.sentence


def test_after_the_lock_nothing_of_anyone_is_left(opened: Opened) -> None:
    office = opened.office
    page, workspace = office.plan(opened.plan_id), office.workspace
    kept: tuple[QObject, ...] = (page, desk_of(page), office.window)
    pages = [weakref.ref(one) for one in kept]
    access = workspace._access  # type: ignore[attr-defined]
    engine = workspace._context.store._engine  # type: ignore[attr-defined]
    del page, kept
    office.lock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    del workspace
    gc.collect()
    assert [left() for left in pages] == [None, None, None]
    assert not access.is_open
    assert not any(access._way.key), "our copy of the key is wiped"
    assert engine.pool.checkedin() == engine.pool.checkedout() == 0
    if sys.platform.startswith("linux"):
        open_files = [str(fd.readlink()) for fd in Path("/proc/self/fd").iterdir() if fd.is_symlink()]
        assert not [name for name in open_files if str(office.room.place) in name]
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", _TAKE_LOCK, str(office.room.place)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout.strip() == "free", done.stderr
    clipboard = QApplication.clipboard()
    assert PASSWORD not in clipboard.text()

"""The whole window on the demo vault, for journeys that begin with what stands there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shots
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.demo_room import DemoRoom
from tests.journeys.keyboard import CONTROL, Keyboard
from tests.journeys.office import TIMEOUT

from planbureau.services.api import Workspace
from planbureau.ui.device import DeviceChoices
from planbureau.ui.page import Page, PageContext
from planbureau.ui.shell.main_window import MainWindow
from planbureau.ui.shell.wiring import page_entries
from planbureau.ui.theme.context import ThemeContext


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, demo: Workspace, demo_room: DemoRoom, context: ThemeContext
) -> Iterator[MainWindow]:
    entries = page_entries(shots.FixedDevice(DeviceChoices()))
    made = MainWindow(PageContext(demo, context, demo_room.clock), entries, idle_minutes=0)
    made.resize(1366, 768)
    made.show()
    yield made
    made._idle.stop()
    made._unsubscribe()
    made._forget_pages()
    made.hide()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow) -> Keyboard:
    """On Vandaag, in the window that has the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=TIMEOUT)
    keyboard = Keyboard()
    keyboard.key(Qt.Key.Key_1, CONTROL)
    return keyboard


def page(window: MainWindow) -> Page:
    QApplication.processEvents()
    return window._pages[window._current]

"""The bar about the clock: told as long as there is a doubt, and taken away by a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.showing import show_active
from tests.ui.vault_fixtures import page_context, room, workspace  # noqa: F401
from tests.ui.walker import walk
from tests.vault_room import VaultRoom

from planbureau.ui.device import DeviceChoices
from planbureau.ui.page import PageContext
from planbureau.ui.settings.settings_page import SettingsPage
from planbureau.ui.shell.clock_bar import CALL_RIGHT, ClockBar
from planbureau.ui.shell.clock_dialog import ClockDialog
from planbureau.views import PersonView


class OneDevice:
    """Keeps nothing."""

    choices = DeviceChoices()

    def choose(self, choices: DeviceChoices) -> None:
        self.choices = choices


REASON = "De klok liep een maand voor."


@pytest.fixture
def ran_ahead(page_context: PageContext, room: VaultRoom) -> PageContext:
    """Something was written by a clock that ran a month ahead; now it is right."""
    room.clock.moment += timedelta(days=30)
    page_context.workspace.clients.add_client(PersonView(given_name="Sam", family_name="Voorbeeld"))
    room.clock.moment -= timedelta(days=30)
    return page_context


def test_the_bar_goes_when_somebody_says_why_the_clock_is_right(ran_ahead: PageContext, qtbot: QtBot) -> None:
    bar = ClockBar(ran_ahead)
    qtbot.addWidget(bar)
    bar.show()
    assert "al iets geschreven op 15 april 2026" in bar.banner.accessibleName()

    def type_reason() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ClockDialog)
        QTest.keyClicks(dialog.reason.edit, REASON)
        QTest.keyClick(dialog.save_button, Qt.Key.Key_Space)

    QTimer.singleShot(0, type_reason)
    button = next(one for one in bar.findChildren(QPushButton) if one.text() == CALL_RIGHT)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert bar.isHidden()
    assert [one.reason for one in ran_ahead.workspace.clock_checks.checks()] == [REASON]


def test_without_a_reason_the_dialogue_says_so_and_escape_keeps_the_text(
    ran_ahead: PageContext, qtbot: QtBot
) -> None:
    dialog = ClockDialog(ran_ahead)
    qtbot.addWidget(dialog)
    dialog.resize(560, 336)
    show_active(qtbot, dialog)
    assert dialog.reason.edit.hasFocus()
    for button in (dialog.save_button, dialog.cancel_button):  # also on a small screen
        assert button.visibleRegion().boundingRect() == button.rect()
    QTest.keyClick(dialog.save_button, Qt.Key.Key_Space)
    assert "Schrijf in een zin op" in dialog._message.text()
    assert walk(dialog) == []
    QTest.keyClicks(dialog.reason.edit, "De klok")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    again = ClockDialog(ran_ahead)
    qtbot.addWidget(again)
    assert again.reason.value() == "De klok"
    assert ran_ahead.workspace.clock_checks.checks() == ()


def test_settings_tell_who_called_the_clock_right(ran_ahead: PageContext, qtbot: QtBot) -> None:
    page, bar = SettingsPage(ran_ahead, OneDevice()), ClockBar(ran_ahead)
    qtbot.addWidget(page)
    qtbot.addWidget(bar)
    ran_ahead.workspace.subscribe(lambda _: bar.look())
    assert not page.clock.isHidden()
    changes = ran_ahead.workspace.clock_checks.call_right(REASON)
    page.refresh(changes)
    assert bar.isHidden()
    assert page.clock.doubt.isHidden()
    assert any(REASON in label.text() and "Sanne Begeleider" in label.text() for label in page.clock._told())

"""Who may open the vault, on the settings page and on the start screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from tests.ui.showing import show_active
from tests.ui.start.start_room import StartRoom, start  # noqa: F401 - a fixture
from tests.ui.vault_fixtures import page_context, room, workspace  # noqa: F401
from tests.ui.walker import walk
from tests.vault_room import PASSWORD, VaultRoom

from planbureau.errors import WrongSecretError
from planbureau.services.api.users import Newcomer
from planbureau.ui.page import PageContext
from planbureau.ui.settings.add_user_dialog import AddUserDialog
from planbureau.ui.settings.remove_user_dialog import RemoveUserDialog
from planbureau.ui.settings.users_card import UsersCard
from planbureau.ui.start.recovery_screen import RecoveryScreen
from planbureau.ui.start.start_window import StartWindow
from planbureau.ui.start.unlock_screen import UnlockScreen

TIMEOUT = 15_000
BRAM = "gele eenden fietsen langzaam"


@pytest.fixture
def card(qtbot: QtBot, page_context: PageContext) -> UsersCard:
    made = UsersCard(page_context)
    qtbot.addWidget(made)
    made.resize(900, 600)
    show_active(qtbot, made)
    return made


def add_bram(card: UsersCard, qtbot: QtBot) -> AddUserDialog:
    dialog = card.add_dialog()
    show_active(qtbot, dialog)
    dialog.name.setText("Bram van Bos")
    dialog.function.setText("begeleider")
    dialog.own.line.setText(PASSWORD)
    dialog.next_button.click()
    qtbot.waitUntil(dialog.new.isVisible, timeout=TIMEOUT)
    assert dialog.own.secret() == ""
    dialog.new.first.line.setText(BRAM)
    dialog.new.second.line.setText(BRAM)
    QTest.keyClick(dialog.new.second.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.result() == QDialog.DialogCode.Accepted, timeout=TIMEOUT)
    return dialog


def test_a_colleague_is_added_and_taken_out(card: UsersCard, qtbot: QtBot, room: VaultRoom) -> None:
    assert card.remove_buttons == {}
    dialog = add_bram(card, qtbot)
    assert dialog.new.secret() == ""
    card.show_users()
    (slot_id,) = card.remove_buttons
    assert card.remove_buttons[slot_id].accessibleName() == "Bram van Bos uit de kluis verwijderen…"
    assert walk(card) == []
    user = card._page.workspace.users.users()[1]
    going = card.remove_dialog(user)
    show_active(qtbot, going)
    going.own.line.setText("dit is het niet")
    going.remove_button.click()
    qtbot.waitUntil(going.banner.isVisible, timeout=TIMEOUT)
    assert going.result() != QDialog.DialogCode.Accepted
    going.own.line.setText(PASSWORD)
    QTest.keyClick(going.own.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: going.result() == QDialog.DialogCode.Accepted, timeout=TIMEOUT)
    card._page.workspace.lock()
    with pytest.raises(WrongSecretError):
        room.vaults.unlock(room.place, BRAM)
    room.unlock().lock()


def test_what_misses_is_said_before_anything_slow(card: UsersCard, qtbot: QtBot) -> None:
    dialog = card.add_dialog()
    show_active(qtbot, dialog)
    for field, text in ((dialog.name, "Bram"), (dialog.own.line, "dit is het niet")):
        dialog.next_button.click()
        assert dialog.banner.isVisible()
        assert not dialog.busy
        field.setText(text)
    dialog.next_button.click()
    qtbot.waitUntil(lambda: not dialog.busy and dialog.banner.isVisible(), timeout=TIMEOUT)
    assert not dialog.new.isVisible()
    assert len(card._page.workspace.users.users()) == 1


@pytest.mark.parametrize("kind", ["add", "remove"])
def test_the_dialogues_work_by_keyboard(card: UsersCard, qtbot: QtBot, kind: str) -> None:
    dialog: AddUserDialog | RemoveUserDialog = card.add_dialog()
    if kind == "remove":
        dialog = card.remove_dialog(card._page.workspace.users.users()[0])
    show_active(qtbot, dialog)
    assert walk(dialog) == []
    dialog.reject()


@pytest.fixture
def team(start: StartRoom) -> StartRoom:
    work = start.vaults.create()
    slot_id = work.users.enlist(Newcomer(name="Bram van Bos"))
    work.users.admit(slot_id, PASSWORD, BRAM)
    work.lock()
    return start


def test_with_more_people_the_start_screen_asks_who_you_are(team: StartRoom) -> None:
    screen = team.screen(team.show(), UnlockScreen)
    team.qtbot.waitUntil(screen.who.isVisible, timeout=TIMEOUT)
    screen.field.line.setText(BRAM)
    QTest.keyClick(screen.field.line, Qt.Key.Key_Return)
    assert "Kies eerst je naam" in team.until_told(screen)
    bram = team.vaults.vaults.openers(team.vaults.place)[1]
    assert screen.who.box is not None
    assert walk(screen) == []
    screen.who.box.setFocus()
    QTest.keyClick(screen.who.box, Qt.Key.Key_Tab)
    assert screen.field.line.hasFocus()
    screen.who.box.set_value(bram.slot_id)
    QTest.keyClick(screen.field.line, Qt.Key.Key_Return)
    assert team.until_opened().organisation.user().full_name == "Bram van Bos"


def test_the_last_one_is_chosen_already(team: StartRoom) -> None:
    bram = team.vaults.vaults.openers(team.vaults.place)[1]
    window = team.show()
    window._last_user = bram.slot_id
    window._show_unlock()
    screen = team.screen(window, UnlockScreen)
    team.qtbot.waitUntil(screen.who.isVisible, timeout=TIMEOUT)
    assert screen.who.slot_id() == bram.slot_id
    assert walk(screen) == []
    window._show_recovery()
    recovery = team.screen(window, RecoveryScreen)
    team.qtbot.waitUntil(recovery.who.isVisible, timeout=TIMEOUT)
    assert recovery.who.slot_id() == bram.slot_id


def test_with_one_person_the_start_screen_stays_as_it_was(start: StartRoom) -> None:
    start.vaults.create().lock()
    window: StartWindow = start.show()
    screen = start.screen(window, UnlockScreen)
    start.qtbot.waitUntil(lambda: screen.who._job is not None and not screen.who._job.busy, timeout=TIMEOUT)
    assert not screen.who.isVisible()

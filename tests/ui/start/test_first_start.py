"""From an empty laptop to an open vault, with the recovery code on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.start.start_room import TIMEOUT, StartRoom, start  # noqa: F401 - a fixture
from tests.vault_room import PASSWORD

from planbureau.ui.start.code_text import groups_of, signs_of
from planbureau.ui.start.first_start import CODE, CONFIRM, PLACE, FirstStart
from planbureau.ui.start.first_start import PASSWORD as ASK_PASSWORD
from planbureau.ui.start.place_choice import OWN_FOLDER
from planbureau.ui.start.recovery_screen import RecoveryScreen
from planbureau.ui.start.restore_screen import RestoreScreen
from planbureau.ui.start.unlock_screen import UnlockScreen


def type_(text: str) -> None:
    """Types where the focus is."""
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, text)


def press(key: Qt.Key) -> None:
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClick(field, key)


def until_step(start: StartRoom, screen: FirstStart, step: int) -> None:
    start.qtbot.waitUntil(lambda: screen._step == step, timeout=TIMEOUT)


def to_the_code(start: StartRoom) -> FirstStart:
    """Through the first three steps with the keyboard alone."""
    screen = start.screen(start.show(), FirstStart)
    type_("Zorg Voorbeeld")
    press(Qt.Key.Key_Tab)
    type_("Sanne de Wit")
    press(Qt.Key.Key_Tab)
    type_("begeleider")
    press(Qt.Key.Key_Return)
    until_step(start, screen, ASK_PASSWORD)
    type_(PASSWORD)
    press(Qt.Key.Key_Return)
    type_(PASSWORD)
    press(Qt.Key.Key_Return)
    until_step(start, screen, PLACE)
    press(Qt.Key.Key_Return)
    until_step(start, screen, CODE)
    return screen


def code_of(screen: FirstStart) -> str:
    assert screen._made is not None
    return screen._made.recovery_code


def test_the_keyboard_alone_makes_a_vault(start: StartRoom) -> None:
    screen = to_the_code(start)
    code = code_of(screen)
    screen.next_button.setFocus()
    press(Qt.Key.Key_Return)
    until_step(start, screen, CONFIRM)
    assert screen.confirm is not None
    for number in screen.confirm.asked:
        type_(groups_of(code)[number].lower().replace("0", "o").replace("1", "l"))
        press(Qt.Key.Key_Tab)
    assert not start.opened
    screen.next_button.click()
    workspace = start.until_opened()
    assert workspace.organisation.organisation().name == "Zorg Voorbeeld"
    assert workspace.organisation.user().full_name == "Sanne de Wit"
    assert workspace.organisation.user().function == "begeleider"


def test_the_vault_opens_only_with_the_right_groups(start: StartRoom) -> None:
    screen = to_the_code(start)
    screen.next_button.click()
    assert screen.confirm is not None
    screen.confirm.fields[0].setText("AAAAA")
    screen.next_button.click()
    assert "klopt nog niet" in screen.confirm.message.text()
    assert not start.opened
    screen.back_button.click()
    assert screen._step == CODE
    screen.next_button.click()
    screen.confirm.fields[0].setText(code_of(screen))
    screen.next_button.click()
    start.until_opened()


def test_the_code_is_printed_and_kept(start: StartRoom, tmp_path: Path) -> None:
    screen = to_the_code(start)
    assert screen.code is not None
    start.answers.pdf = tmp_path / "mijn code"
    screen.code.save_button.click()
    start.qtbot.waitUntil(screen.code.message.isVisible, timeout=TIMEOUT)
    assert screen.code.message.accessibleName() == "De PDF is bewaard."
    assert (tmp_path / "mijn code.pdf").read_bytes().startswith(b"%PDF")
    screen.code.print_button.click()
    start.qtbot.waitUntil(lambda: start.answers.printed == [1], timeout=TIMEOUT)
    start.opened.append(screen._made.workspace) if screen._made else None


def test_what_is_missing_is_said(start: StartRoom) -> None:
    screen = start.screen(start.show(), FirstStart)
    screen.next_button.click()
    assert screen._step == 0
    assert "organisatie" in screen.about.organisation.accessibleDescription()
    screen.about.organisation.setText("Zorg Voorbeeld")
    screen.about.name.setText("Sanne de Wit")
    screen.next_button.click()
    screen.next_button.click()
    assert "Vul een wachtwoord in" in screen.password.message.text()
    screen.password.first.line.setText("zorg voorbeeld sanne")
    screen.password.second.line.setText("zorg voorbeeld sanna")
    screen.next_button.click()
    assert "niet gelijk" in screen.password.message.text()


def test_a_password_of_own_names_is_refused(start: StartRoom) -> None:
    screen = start.screen(start.show(), FirstStart)
    screen.about.organisation.setText("Voorbeeldhuis")
    screen.about.name.setText("Sanne Voorbeeld")
    screen.next_button.click()
    for field in (screen.password.first, screen.password.second):
        field.line.setText("Voorbeeldhuis1")
    screen.next_button.click()
    start.qtbot.waitUntil(lambda: bool(screen.password.message.text()), timeout=TIMEOUT)
    assert screen._step == ASK_PASSWORD
    assert "te raden" in screen.password.first.line.accessibleDescription()


def test_a_full_folder_gets_a_folder_inside(start: StartRoom, tmp_path: Path) -> None:
    start.answers.folder = tmp_path / "documenten"
    start.answers.folder.mkdir()
    (start.answers.folder / "brief.txt").touch()
    screen = start.screen(start.show(), FirstStart)
    screen.place.other_button.setChecked(True)
    assert screen.place.folder() is None
    screen.place.choose()
    assert screen.place.folder() == start.answers.folder / OWN_FOLDER


def test_a_place_in_the_cloud_is_warned_for(start: StartRoom, tmp_path: Path) -> None:
    start.answers.folder = tmp_path / "OneDrive"
    screen = start.screen(start.show(), FirstStart)
    for step in screen._steps:
        step.setVisible(step is screen.place)
    screen.place.choose()
    start.qtbot.waitUntil(screen.place._warning.isVisible, timeout=TIMEOUT)
    assert "OneDrive" in screen.place._warning.accessibleDescription()


@pytest.mark.parametrize("leave", [True, False])
def test_closing_before_the_code_is_confirmed_is_asked(start: StartRoom, *, leave: bool) -> None:
    screen = to_the_code(start)
    made = screen._made
    assert made is not None
    start.answers.leave = leave
    closed = screen.window().close()
    assert closed is leave
    if leave:
        start.opened.append(start.vaults.unlock())  # the lock is free again, and the password opens it
    else:
        start.opened.append(made.workspace)


def test_a_forgotten_password_is_replaced(start: StartRoom) -> None:
    start.vaults.create().lock()
    window = start.show()
    start.screen(window, UnlockScreen).recovery_requested.emit()
    screen = start.screen(window, RecoveryScreen)
    code = start.vaults.recovery_code
    wrong = code[:-1] + ("A" if code[-1] != "A" else "B")
    screen.code.setText(wrong)
    screen.code.editingFinished.emit()
    start.qtbot.waitUntil(lambda: "typefout" in screen.message.text(), timeout=TIMEOUT)
    screen.code.setText(code.lower().replace("-", " ").replace("0", "o").replace("1", "i"))
    new = "kachel wolk potlood zeven"
    for field in (screen.password.first, screen.password.second):
        field.line.setText(new)
    screen.open_button.click()
    start.until_opened().lock()
    start.opened.append(start.vaults.vaults.unlock(start.vaults.place, new))


def test_a_backup_comes_beside_the_vault_that_is_there(start: StartRoom, tmp_path: Path) -> None:
    made = start.vaults.create()
    made.organisation.backup(tmp_path / "kopie.zip")
    made.lock()
    window = start.show()
    start.screen(window, UnlockScreen).restore_requested.emit()
    screen = start.screen(window, RestoreScreen)
    screen.restore_button.click()
    assert "Kies eerst een reservekopie" in screen.banner.accessibleName()
    start.answers.backup = tmp_path / "kopie.zip"
    screen.file_button.click()
    screen.restore_button.click()
    unlock = start.screen(window, UnlockScreen)
    assert window._folder == start.vaults.place.with_name("kluis-2")
    unlock.field.line.setText(PASSWORD)
    unlock.open_button.click()
    start.until_opened()


def test_a_file_that_is_no_backup_is_told(start: StartRoom, tmp_path: Path) -> None:
    window = start.show()
    start.screen(window, FirstStart).restore_requested.emit()
    screen = start.screen(window, RestoreScreen)
    start.answers.backup = tmp_path / "vakantie.zip"
    start.answers.backup.write_bytes(b"geen kopie")
    screen.file_button.click()
    screen.restore_button.click()
    assert "geen reservekopie" in start.until_told(screen)
    screen.back_button.click()
    start.screen(window, FirstStart)


def test_signs_that_look_alike_count_as_one() -> None:
    assert signs_of(" oil-o1l ") == "011011"

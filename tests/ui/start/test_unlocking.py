"""The unlock screen, on a real vault."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.start.start_room import StartRoom, start  # noqa: F401 - a fixture
from tests.vault_room import PASSWORD, VaultRoom

from planbureau.loading import LoadedServices
from planbureau.ui.start.first_start import FirstStart
from planbureau.ui.start.folders import vault_in
from planbureau.ui.start.start_window import StartWindow
from planbureau.ui.start.unlock_screen import READ_ONLY, UnlockScreen


@pytest.fixture
def locked(start: StartRoom) -> StartRoom:
    start.vaults.create().lock()
    return start


def enter(screen: UnlockScreen, password: str) -> None:
    screen.field.line.setText(password)
    QTest.keyClick(screen.field.line, Qt.Key.Key_Return)


def test_the_password_opens_the_vault(locked: StartRoom) -> None:
    window = locked.show()
    screen = locked.screen(window, UnlockScreen)
    assert QApplication.focusWidget() is screen.field.line
    QTest.keyClicks(screen.field.line, PASSWORD)
    QTest.keyClick(screen.field.line, Qt.Key.Key_Return)
    assert screen.busy
    assert locked.until_opened().organisation.organisation().name == "Zorg Voorbeeld"
    assert screen.field.secret() == ""


def test_a_given_folder_shows_its_screen_before_any_service(locked: StartRoom) -> None:
    services = LoadedServices(locked.vaults.clock, locked.vaults.vaults)
    window = StartWindow(locked.theme, services, locked.vaults.place)
    locked.qtbot.addWidget(window)
    assert isinstance(window.screen_shown, UnlockScreen)
    assert not services._ready.is_set()


def test_the_usual_place_is_known_without_waiting(locked: StartRoom) -> None:
    services = LoadedServices(locked.vaults.clock)
    assert services.default_folder().name == "kluis"
    assert not services._thread.is_alive()


def test_wrong_passwords_make_the_wait_grow(locked: StartRoom) -> None:
    screen = locked.screen(locked.show(), UnlockScreen)
    screen._clock.setInterval(1_000_000)
    waits = []
    for _ in range(4):
        enter(screen, "dit is het niet")
        assert "past niet" in locked.until_told(screen)
        waits.append(screen._seconds)
        assert ("wachten" in screen.open_button.label()) is bool(screen._seconds)
        while screen._seconds:
            screen._tick()
    assert waits[0] == 0
    assert waits[1] < waits[2] < waits[3]
    assert screen.field.line.selectedText() != ""
    locked.qtbot.waitUntil(screen.open_button.isEnabled)
    enter(screen, PASSWORD)
    locked.until_opened()


def test_nothing_happens_during_the_wait(locked: StartRoom) -> None:
    screen = locked.screen(locked.show(), UnlockScreen)
    screen._clock.setInterval(1_000_000)
    for _ in range(2):
        enter(screen, "fout")
        locked.until_told(screen)
        locked.qtbot.waitUntil(lambda: not screen.busy)
    assert screen._seconds > 0
    enter(screen, PASSWORD)
    assert not screen.busy


def test_the_wait_is_still_there_after_looking_elsewhere(locked: StartRoom) -> None:
    window = locked.show()
    screen = locked.screen(window, UnlockScreen)
    for _ in range(3):
        locked.qtbot.waitUntil(screen.open_button.isEnabled)
        enter(screen, "fout")
        locked.until_told(screen)
    window._show_recovery()
    window._show_unlock()
    assert locked.screen(window, UnlockScreen)._seconds > 0


def test_an_open_vault_can_be_opened_to_read(locked: StartRoom) -> None:
    first = locked.vaults.unlock()
    screen = locked.screen(locked.show(), UnlockScreen)
    enter(screen, PASSWORD)
    assert "al open: Planbureau op" in locked.until_told(screen)
    assert screen.banner._action.label() == READ_ONLY
    screen.banner._action.click()
    assert locked.until_opened().read_only
    first.lock()


def test_the_usual_place_is_not_named_another_is(locked: StartRoom, tmp_path: Path) -> None:
    window = locked.show()
    screen = locked.screen(window, UnlockScreen)
    assert screen._place is None
    other = VaultRoom(tmp_path / "elders")
    other.create().lock()
    locked.answers.folder = other.folder  # the folder above it is good enough
    screen.other_requested.emit()
    locked.qtbot.waitUntil(lambda: window._folder == other.place)
    screen = locked.screen(window, UnlockScreen)
    assert screen._place is not None
    assert screen._place.words.accessibleName() == str(other.place)
    assert screen._place.isVisible()
    assert window.windowTitle() == "Planbureau"


def test_a_folder_without_a_vault_is_told(locked: StartRoom, tmp_path: Path) -> None:
    screen = locked.screen(locked.show(), UnlockScreen)
    locked.answers.folder = tmp_path / "leeg"
    screen.other_requested.emit()
    assert "geen kluis" in locked.until_told(screen)


def test_a_vault_that_was_moved_is_asked_for(locked: StartRoom, tmp_path: Path) -> None:
    window = locked.show(tmp_path / "stick" / "kluis")
    assert "geen kluis meer" in locked.until_told(locked.screen(window, FirstStart))


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda place: (place / "keys.json").unlink() or (place / "keys.bak.json").unlink(), "ontbreken"),
        (
            lambda place: [(place / n).write_text("{") for n in ("keys.json", "keys.bak.json")],
            "sleutelbestanden van deze kluis zijn beschadigd",
        ),
        (lambda place: next(place.glob("vault-*.db")).write_bytes(b""), "leeg"),
    ],
)
def test_damage_is_told_and_nothing_opens(locked: StartRoom, damage: object, words: str) -> None:
    assert callable(damage)
    damage(locked.vaults.place)
    screen = locked.screen(locked.show(), UnlockScreen)
    enter(screen, PASSWORD)
    assert words in locked.until_told(screen)
    assert not locked.opened
    assert screen.open_button.isEnabled()


def test_two_vaults_below_a_folder_are_not_guessed(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "keys.json").touch()
    assert vault_in(tmp_path) is None
    assert vault_in(tmp_path / "a") == tmp_path / "a"

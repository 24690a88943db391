"""Every screen of the start window, walked in three looks at three sizes."""

from __future__ import annotations

import pytest
from tests.ui.start.start_room import TIMEOUT, StartRoom, start  # noqa: F401 - a fixture
from tests.ui.walker import walk
from tests.vault_room import PASSWORD

from planbureau.ui.start.first_start import CODE, CONFIRM, PLACE, FirstStart
from planbureau.ui.start.screen import Screen
from planbureau.ui.start.start_window import StartWindow
from planbureau.ui.start.unlock_screen import UnlockScreen
from planbureau.ui.start.words import Told
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize, Tone

LOOKS = [
    (Look.LIGHT, TextSize.NORMAL, (1366, 768)),
    (Look.DARK, TextSize.LARGEST, (1093, 614)),
    (Look.CONTRAST, TextSize.NORMAL, (683, 384)),
    (Look.LIGHT, TextSize.LARGEST, (683, 384)),
]


def put_on(theme: Theme, start: StartRoom, window: StartWindow, number: int) -> None:
    look, size, (width, height) = LOOKS[number]
    theme.apply(look, size)
    window.resize(width, height)
    start.qtbot.waitUntil(lambda: (window.width(), window.height()) == (width, height))


@pytest.mark.parametrize("number", range(len(LOOKS)))
def test_the_screens_of_a_vault_that_is_there(start: StartRoom, theme: Theme, number: int) -> None:
    start.vaults.create().lock()
    window = start.show()
    put_on(theme, start, window, number)
    unlock = start.screen(window, UnlockScreen)
    assert walk(window) == []
    unlock.tell(
        Told("Deze kluis is al open.", "Ga naar dat venster."), Tone.ERR, action="Alleen lezen openen"
    )
    start.qtbot.waitUntil(lambda: walk(window) == [])
    for show in (window._show_recovery, window._show_restore, window._show_new):
        show()
        assert isinstance(window.screen_shown, Screen)
        assert walk(window) == []


@pytest.mark.parametrize("number", range(len(LOOKS)))
def test_the_steps_of_the_first_start(start: StartRoom, theme: Theme, number: int) -> None:
    window = start.show()
    put_on(theme, start, window, number)
    screen = start.screen(window, FirstStart)
    screen.about.complete()
    assert walk(window) == []
    screen.about.organisation.setText("Zorg Voorbeeld")
    screen.about.name.setText("Sanne de Wit")
    screen.next_button.click()
    assert walk(window) == []
    for field in (screen.password.first, screen.password.second):
        field.line.setText(PASSWORD)
    screen.next_button.click()
    start.qtbot.waitUntil(lambda: screen._step == PLACE, timeout=TIMEOUT)
    assert walk(window) == []
    screen.next_button.click()
    start.qtbot.waitUntil(lambda: screen._step == CODE, timeout=TIMEOUT)
    assert screen._made is not None
    start.opened.append(screen._made.workspace)
    assert walk(window) == []
    screen.next_button.click()
    assert screen._step == CONFIRM
    screen.next_button.click()
    assert walk(window) == []

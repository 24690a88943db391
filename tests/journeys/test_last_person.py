"""The laptop remembers who opened the vault last, through the whole program, and never by name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from tests.journeys.office import Office
from tests.vault_room import PASSWORD

from planbureau.services.api.users import Newcomer
from planbureau.ui.start.unlock_screen import UnlockScreen

BRAM = "gele eenden fietsen langzaam"


def test_who_came_last_is_chosen_at_the_next_start(office: Office) -> None:
    work = office.room.create()
    slot_id = work.users.enlist(Newcomer(name="Bram van Bos"))
    work.users.admit(slot_id, PASSWORD, BRAM)
    work.lock()
    office.start()
    screen = office.screen(UnlockScreen)
    office.qtbot.waitUntil(screen.who.isVisible, timeout=30_000)
    assert screen.who.box is not None
    screen.who.box.setCurrentText("Bram van Bos")
    screen.field.line.setFocus()
    office.type(BRAM)
    office.key(Qt.Key.Key_Return)
    office.until_open()
    assert office.workspace.organisation.user().full_name == "Bram van Bos"
    office.lock()
    kept = (office.folder / "instellingen" / "instellingen.json").read_text(encoding="utf-8")
    assert slot_id in kept
    assert "Bram" not in kept
    office.start()
    again = office.screen(UnlockScreen)
    office.qtbot.waitUntil(again.who.isVisible, timeout=30_000)
    assert again.who.box is not None
    assert again.who.box.currentText() == "Bram van Bos"

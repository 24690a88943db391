"""Two colleagues and one laptop: one lets the other in, they work in turns, and one leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.start.start_room import StartRoom, start  # noqa: F401 - a fixture
from tests.vault_room import PASSWORD

from planbureau.errors import WrongSecretError
from planbureau.rules.notes.text import TextPart
from planbureau.services.api import Workspace
from planbureau.services.api.users import Newcomer
from planbureau.ui.start.unlock_screen import UnlockScreen
from planbureau.views import NoteView, PersonView

BRAM = "gele eenden fietsen langzaam"
TIMEOUT = 15_000


def come_in(start: StartRoom, name: str, password: str) -> Workspace:
    """Unlocks on the start screen as somebody in the list."""
    screen = start.screen(start.show(), UnlockScreen)
    start.qtbot.waitUntil(screen.who.isVisible, timeout=TIMEOUT)
    assert screen.who.box is not None
    screen.who.box.setCurrentText(name)
    screen.field.line.setText(password)
    before = len(start.opened)
    QTest.keyClick(screen.field.line, Qt.Key.Key_Return)
    start.qtbot.waitUntil(lambda: len(start.opened) > before or screen.banner.isVisible(), timeout=TIMEOUT)
    assert len(start.opened) > before, screen.banner.accessibleName()
    return start.opened[-1]


def test_two_colleagues_share_a_vault_until_one_leaves(start: StartRoom, tmp_path: Path) -> None:
    room = start.vaults
    work = room.create()
    client, _ = work.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    slot_id = work.users.enlist(Newcomer(name="Bram van Bos", function="begeleider"))
    work.users.admit(slot_id, PASSWORD, BRAM)
    work.organisation.backup(tmp_path / "toen.pbbackup")
    work.lock()

    work = come_in(start, "Bram van Bos", BRAM)
    now = room.clock.now()
    work.notes.add(NoteView("", client, "", now, now, text=(TextPart("Noor had zin in koken."),)))
    assert work.notes.unread() == ()
    work.lock()

    work = come_in(start, "Sanne Begeleider", PASSWORD)
    (unread,) = work.notes.unread()
    assert (unread.author, unread.function) == ("Bram van Bos", "begeleider")
    work.users.remove(slot_id, PASSWORD)
    work.organisation.backup(tmp_path / "nu.pbbackup")
    assert [note.author for note in work.notes.notes([client])] == ["Bram van Bos"]
    work.lock()

    for password in (BRAM, PASSWORD):
        screen = start.screen(start.show(), UnlockScreen)
        screen.field.line.setText(password)
        QTest.keyClick(screen.field.line, Qt.Key.Key_Return)
        if password == BRAM:
            assert "past niet" in start.until_told(screen)
            assert not screen.who.isVisible()
        else:
            start.qtbot.waitUntil(lambda: len(start.opened) == 3, timeout=TIMEOUT)
    start.opened[-1].lock()

    # What the screen says of copies: one of before opens for who left, one of after does not.
    room.vaults.restore(tmp_path / "toen.pbbackup", tmp_path / "oud")
    room.vaults.unlock(tmp_path / "oud", BRAM).lock()
    room.vaults.restore(tmp_path / "nu.pbbackup", tmp_path / "nieuw")
    with pytest.raises(WrongSecretError):
        room.vaults.unlock(tmp_path / "nieuw", BRAM)

"""A note in three keys from anywhere, besides the words themselves: the keyboard counts along."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.demo_room import demo, demo_room, made_demo
from tests.journeys.demo_window import page, window
from tests.journeys.keyboard import CONTROL, Keyboard
from tests.journeys.office import TIMEOUT

from planbureau.rules.notes.text import said_text
from planbureau.services.api import Workspace
from planbureau.ui.notes.who_box import WhoBox
from planbureau.ui.places import HomeVisit, OpenCalendar, OpenClient, OpenClients, OpenPlan, OpenToday, Place
from planbureau.ui.shell.main_window import MainWindow

__all__ = ["demo", "demo_room", "made_demo", "window"]

K = Qt.Key
WORDS = "Henk betaalde zelf."


def place_of(demo: Workspace, name: str) -> tuple[Place, str, str]:
    """A place, whom a note from there is about without asking, and Henk."""
    row = next(one for one in demo.plans.rows() if one.subject_name.startswith("Henk"))
    client = row.client_ids[0]
    found: dict[str, tuple[Place, str]] = {
        "vandaag": (OpenToday(), ""),
        "cliënten": (OpenClients(), ""),
        "cliënt": (OpenClient(client), client),
        "plan": (OpenPlan(row.id), client),
        "huisbezoek": (HomeVisit(client), client),
        "agenda": (OpenCalendar(), ""),
        "agenda van Henk": (OpenCalendar(client), client),
    }
    return (*found[name], client)


@pytest.mark.parametrize(
    "name", ["vandaag", "cliënten", "cliënt", "plan", "huisbezoek", "agenda", "agenda van Henk"]
)
def test_three_keys_at_most_from_anywhere(
    name: str, window: MainWindow, demo: Workspace, qtbot: QtBot
) -> None:
    place, known, henk = place_of(demo, name)
    window.go(place)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=TIMEOUT)
    before = {note.id for row in demo.clients.rows() for note in demo.notes.notes([row.id])}
    shown, hands = window._place, Keyboard()
    hands.key(K.Key_R, CONTROL)
    keys = 1
    if not known:
        qtbot.waitUntil(lambda: _listed(window), timeout=TIMEOUT)
        hands.type("Henk")
        hands.key(K.Key_Return)
        keys += 1
    qtbot.waitUntil(lambda: hands.at == "Wat was er", timeout=TIMEOUT)
    hands.type(WORDS)
    hands.key(K.Key_Return, CONTROL)
    keys += 1
    assert keys <= 3
    (note,) = [
        note for row in demo.clients.rows() for note in demo.notes.notes([row.id]) if note.id not in before
    ]
    assert said_text(note.text) == WORDS
    assert note.client_id == henk
    assert window._place == shown, "whoever wrote is back where he was"


def _listed(window: MainWindow) -> bool:
    boxes = page(window).findChildren(WhoBox)
    return any(box.view().isVisible() for box in boxes)

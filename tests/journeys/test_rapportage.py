"""A note in three clicks from inside a plan; a lock in the middle of the next one loses nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.journeys.office import TIMEOUT, Office
from tests.journeys.on_screen import named

from planbureau.rules.notes.text import said_text
from planbureau.ui.calendar.today_page import TodayPage
from planbureau.ui.notes.notes_page import NotesPage
from planbureau.ui.places import OpenClient, OpenNotes, OpenToday
from planbureau.ui.wizard.plan_page import PlanPage
from planbureau.views import PersonView


@pytest.fixture
def made(office: Office) -> tuple[str, str]:
    """An open vault with a client and a plan."""
    office.room.create().lock()
    office.start()
    office.unlock()
    client, _ = office.workspace.clients.add_client(PersonView(given_name="Noor", family_name="Appelman"))
    plan, _ = office.workspace.plans.start_plan("osp", client)
    return client, plan


def test_from_plan_to_note_and_back_and_through_a_lock(office: Office, made: tuple[str, str]) -> None:
    client, plan = made
    office.plan(plan)
    office.active(office.window)
    office.key(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    office.on(NotesPage)
    office.type("Noor kookte zelf. ")
    office.key(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    office.type("Zij leek trots.")
    office.look("rapportage")
    office.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    office.on(PlanPage)
    (note,) = office.workspace.notes.notes([client])
    assert said_text(note.text) == "Noor kookte zelf. (indruk: Zij leek trots.)"

    office.active(office.window)
    office.key(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    office.type("De tweede is nog niet af")
    office.lock()
    office.unlock()
    assert len(office.workspace.notes.notes([client])) == 1
    office.go(OpenToday())
    today = office.on(TodayPage)
    assert named(today, "Nieuwe rapportage")
    office.press("Noor Appelman: Nieuwe rapportage, nog niet bewaard", today)
    page = office.on(NotesPage)
    assert page.form is not None
    assert said_text(page.form.text.value()) == "De tweede is nog niet af"
    assert page.form.submit()
    office.qtbot.waitUntil(lambda: page.form is None, timeout=TIMEOUT)
    assert len(page.cards) == 2


def test_where_notes_are_written_elsewhere_nothing_asks_for_them(
    office: Office, made: tuple[str, str]
) -> None:
    client, plan = made
    organisation = office.workspace.organisation
    before = organisation.organisation()
    office.go(OpenClient(client))
    assert named(office.window, "Rapporteren")
    office.go(OpenToday())
    assert not office.on(TodayPage).reports.isHidden()
    organisation.save(before, replace(before, reports_elsewhere=True))
    office.go(OpenClient(client))
    office.go(OpenToday())
    assert office.on(TodayPage).reports.isHidden()
    office.active(office.window)
    QTest.keyClick(office.window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    office.on(TodayPage)
    header = office.plan(plan).header
    assert header.note.isHidden()
    office.go(OpenNotes(client, write=True))
    page = office.on(NotesPage)
    assert page.form is None
    assert page.write_button.isHidden()

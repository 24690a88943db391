"""From a gap in the list to the note that mends it and back, on the demo, with the keyboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from tests.demo_room import demo, demo_room, made_demo
from tests.journeys.demo_window import page, window
from tests.journeys.on_screen import named
from tests.pdf_checks import assert_pdf_ua

from planbureau.rules.file_check import GapKind, Link
from planbureau.services.api import Workspace
from planbureau.ui.file_check.file_check_page import ALL, FileCheckPage
from planbureau.ui.notes.notes_page import NotesPage
from planbureau.ui.places import HomeVisit, OpenFileCheck
from planbureau.ui.shell.main_window import MainWindow
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.views import GapRow

__all__ = ["demo", "demo_room", "made_demo", "window"]


def shown(window: MainWindow) -> FileCheckPage:
    found = page(window)
    assert isinstance(found, FileCheckPage)
    return found


def click(window: MainWindow, name: str) -> None:
    found = [one for one in page(window).findChildren(QAbstractButton) if one.accessibleName() == name]
    assert found, f"no button is named {name}"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_from_a_gap_to_the_note_and_back(window: MainWindow, demo: Workspace, tmp_path: Path) -> None:
    window.activateWindow()
    window._go_to_nav("dossiercheck")
    check = shown(window)
    check.panel.kind.set_value(GapKind.NO_NOTE.value)
    check.panel.search.setText("fatma")
    (first, *_) = check.panel.shown
    assert isinstance(first, GapRow)
    assert {row.subject_name for row in check.panel.shown} == {"Fatma Verzonnen"}
    before = len(demo.file_check.gaps())

    # what shows goes on paper, with initials for who is not of the team
    check.print_button.click()
    listed = check.printing
    assert listed is not None
    assert listed.document is not None
    assert_pdf_ua(listed.document.pdf)
    QApplication.processEvents()
    assert listed.pane.height() > listed._scroll.viewport().height() * 0.9  # the page takes the room there is
    names = listed.choices["Cliënten staan erop met"]
    assert isinstance(names, ChoiceBox)
    with_names = listed.document.pdf
    names.set_value("initials")
    names.value_changed.emit()
    assert listed.document.pdf != with_names
    listed.back_button.click()
    assert check.print_button.hasFocus()
    check.panel.list.setFocus()
    QTest.keyClick(check.panel.list, Qt.Key.Key_Return)

    # the thread of that goal, with the button that mends what is missing
    check = shown(window)
    assert check.thread_shown is not None
    assert check.thread_shown.goal_id == first.goal_id
    assert named(check, "Rapportages: ontbreekt")
    click(window, "Rapporteren: lang geen rapportage")
    notes = page(window)
    assert isinstance(notes, NotesPage)
    assert notes.form is not None
    assert [topic.id for topic in notes.form.topics.value()] == [first.goal_id]
    QTest.keyClicks(notes.form.text.edit, "Het lukte vandaag twee keer.")
    assert notes.form.submit()
    QApplication.processEvents()

    # back in the thread: it is there now
    check = shown(window)
    assert named(check, "Rapportages: vastgelegd")
    thread = check.thread_shown
    assert thread is not None
    part = next(one for one in thread.parts if one.link is Link.NOTES)
    assert part.entries[-1].text[0].words == "Het lukte vandaag twee keer."
    assert len(demo.file_check.gaps()) == before - 1

    # on paper, one goal and all of them
    check.print_button.click()
    printing = check.printing
    assert printing is not None
    assert printing.document is not None
    one = printing.document.pdf
    assert_pdf_ua(one)
    which = printing.choices["Welke doelen"]
    assert isinstance(which, ChoiceBox)
    which.set_value(ALL)
    which.value_changed.emit()
    assert printing.document is not None
    assert len(printing.document.pdf) > len(one)
    target = tmp_path / "check.pdf"
    printing._choose_file = lambda _parent, _name: target
    printing.save()
    assert target.read_bytes() == printing.document.pdf
    printing.back_button.click()
    assert check.printing is None

    # Escape goes back to the list, which is shorter
    QTest.keyClick(check.goal, Qt.Key.Key_Escape)
    assert shown(window).thread_shown is None


def test_a_home_visit_shows_that_home_alone(window: MainWindow, demo: Workspace) -> None:
    rows = demo.file_check.gaps()
    henk = next(row for row in rows if row.subject_name.startswith("Henk"))
    other = next(row for row in rows if row.goal_id and not row.subject_name.startswith("Henk"))
    window.go(HomeVisit(henk.client_id))
    window.go(OpenFileCheck())
    check = shown(window)
    assert {row.subject_name for row in check.panel.shown} == {henk.subject_name}
    assert check.everyone.isHidden()
    window.go(OpenFileCheck(plan_id=other.plan_id))
    assert shown(window).thread_shown is None
    window.go(OpenFileCheck(client_id=other.client_id, household_id=other.household_id))
    assert {row.subject_name for row in shown(window).panel.shown} == {henk.subject_name}

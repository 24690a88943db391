"""What bad input and bad luck get: clear words, and nothing that was typed is lost."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from tests.journeys.office import TIMEOUT, Office, desk_of, text_of
from tests.journeys.on_screen import named
from tests.pdf_checks import assert_pdf_ua
from tests.vault_room import PASSWORD

from planbureau.services.api import Workspace
from planbureau.ui.calendar.today_page import TodayPage
from planbureau.ui.notes.notes_page import NotesPage
from planbureau.ui.paper.print_page import PrintPage
from planbureau.ui.places import OpenNotes, OpenScratchPad, OpenToday, Place, PrintPlan
from planbureau.ui.scratch.scratch_page import ON_SCREEN as SCREEN
from planbureau.ui.scratch.scratch_page import ScratchPage
from planbureau.ui.start.unlock_screen import UnlockScreen
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.wizard import plan_page
from planbureau.ui.wizard.desk import Pace
from planbureau.ui.wizard.fields.date_answer import DateAnswerField
from planbureau.ui.wizard.plan_page import PlanPage
from planbureau.vault.errors import DatabaseDamagedError
from planbureau.views import PersonView

LONG = "belangrijk_voor_mij"
DAY_OF_SUPPORT = "ondersteuner_aangeboden"


def start_plan(workspace: Workspace, name: str = "Noor") -> str:
    client, _ = workspace.clients.add_client(
        PersonView(given_name=name, family_name="Appelman", birth_date=date(1990, 5, 1))
    )
    plan, _ = workspace.plans.start_plan("osp", client)
    return plan


@pytest.fixture
def opened(office: Office) -> Office:
    """The laptop with an open vault."""
    office.room.create().lock()
    office.start()
    office.unlock()
    return office


def box_of(office: Office, plan: str, question_id: str = LONG) -> QPlainTextEdit:
    box = office.field(plan, question_id).focus_widget()
    assert isinstance(box, QPlainTextEdit)
    # Order: who types before the window has the keyboard leaves the field again, and that saves it.
    office.active(office.window)
    box.setFocus()
    return box


def is_drafted(office: Office, plan: str, words: str) -> bool:
    """Whether exactly this is kept as a draft."""
    return [draft.text for draft in office.workspace.plans.drafts(plan)] == [words]


def test_damage_that_the_first_page_meets_closes_the_vault_and_is_told(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.room.create().lock()
    office.start()

    def damaged(_page: TodayPage, _place: Place) -> None:
        raise DatabaseDamagedError

    with monkeypatch.context() as broken:
        broken.setattr(TodayPage, "show_place", damaged)
        screen = office.screen(UnlockScreen)
        screen.field.line.setFocus()
        office.type(PASSWORD)
        office.key(Qt.Key.Key_Return)
        office.qtbot.waitUntil(
            lambda: "beschadigd" in office.screen(UnlockScreen).banner.accessibleName(), timeout=TIMEOUT
        )
    office.look("schade")
    office.unlock()  # the vault was locked: it is not called open already
    assert isinstance(office.page, TodayPage)


def test_a_whole_book_is_pasted_kept_and_printed(opened: Office) -> None:
    plan = start_plan(opened.workspace)
    text = ("Noor vertelt over haar dag op de boerderij. " * 2500)[:99_993] + " Slot."
    data = QMimeData()
    data.setText(text)
    box_of(opened, plan).insertFromMimeData(data)
    opened.go(OpenToday())
    assert opened.workspace.plans.plan(plan).answer(LONG).value == text
    pdf = opened.saved_pdf(PrintPlan(plan))
    assert_pdf_ua(pdf)
    printed = text_of(pdf)
    assert printed.count("Noor vertelt over haar dag op de boerderij.") == 2272
    assert "Slot." in printed


def test_signs_without_a_shape_are_named_before_printing(opened: Office) -> None:
    plan = start_plan(opened.workspace, "王")
    QTest.keyClicks(box_of(opened, plan), "Ik hou van ijs")
    box_of(opened, plan).insertPlainText(" \N{ICE CREAM}.")
    pdf = opened.saved_pdf(PrintPlan(plan))
    told = " ".join(named(opened.on(PrintPage), "Deze tekens kan de afdruk niet tonen"))
    assert "王" in told
    assert "\N{ICE CREAM}" in told
    assert_pdf_ua(pdf)
    assert "Appelman" in text_of(pdf)
    assert "Ik hou van ijs" in text_of(pdf)


def test_a_day_that_does_not_exist_stays_and_is_said(opened: Office) -> None:
    plan = start_plan(opened.workspace)
    found = opened.field(plan, DAY_OF_SUPPORT)
    assert isinstance(found, DateAnswerField)
    opened.type_in(found._date.line, "31-2-2026")
    opened.key(Qt.Key.Key_Tab)
    assert "februari" in found._date.message.text()
    opened.look("datum")
    opened.go(OpenToday())
    again = opened.field(plan, DAY_OF_SUPPORT)
    assert isinstance(again, DateAnswerField)
    assert again._date.line.text() == "31-2-2026"
    assert again._date.message.text()
    assert opened.workspace.plans.plan(plan).answer(DAY_OF_SUPPORT).empty


def test_unbroken_typing_is_kept_all_the_time(opened: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten minutes at one keystroke in 200 ms are 3,000 signs; a draft may lag one timer behind, no more."""
    monkeypatch.setattr(plan_page, "Pace", lambda: Pace(draft=1, choice=1, hints=10))
    plan = start_plan(opened.workspace)
    box = box_of(opened, plan)
    plans = opened.workspace.plans
    sentence = "Noor wil graag elke week naar de markt. "
    for _ in range(75):
        QTest.keyClicks(box, sentence)
        typed = box.toPlainText()
        opened.qtbot.waitUntil(partial(is_drafted, opened, plan, typed), timeout=TIMEOUT)
    assert plans.plan(plan).answer(LONG).empty
    opened.go(OpenToday())
    assert plans.plan(plan).answer(LONG).value == sentence * 75
    assert plans.drafts(plan) == ()


@contextmanager
def disk_that_refuses() -> Iterator[None]:
    """No file of this process may grow or be written in beyond its first byte."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_refuses_is_told_on_the_scratch_pad_and_kept_later(opened: Office) -> None:
    client, _ = opened.workspace.clients.add_client(PersonView(given_name="Noor"))
    opened.go(OpenScratchPad(client))
    page = opened.on(ScratchPage)
    page._keep.setInterval(1)
    with disk_that_refuses():
        QTest.keyClicks(page._box.edit, "huisarts bellen")
        opened.qtbot.waitUntil(lambda: SCREEN in opened.window._toast.text(), timeout=TIMEOUT)
        opened.go(OpenToday())
        assert opened.page is page
    scratch = opened.workspace.scratch
    opened.qtbot.waitUntil(lambda: [p.typing for p in scratch.pads(client, "")] == ["huisarts bellen"])
    opened.go(OpenToday())
    assert [line.words for pad in scratch.pads(client, "") for line in pad.lines] == ["huisarts bellen"]


def test_who_locks_is_asked_before_anything_typed_is_lost(opened: Office) -> None:
    plan = start_plan(opened.workspace)
    QTest.keyClicks(box_of(opened, plan), "Noor had zin.")
    asked: list[str] = []

    def stay() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ConfirmDialog):
            asked.append(dialog.windowTitle())
            dialog.reject()

    watch = QTimer(opened.window)
    watch.timeout.connect(stay)
    watch.start(10)
    with disk_that_refuses():
        for lock in (
            lambda: opened.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
            opened.window.close,
        ):
            opened.active(opened.window)
            lock()
            assert opened.window.isVisible()
    watch.stop()
    assert asked == ["Toch vergrendelen?"] * 2
    opened.lock()
    opened.unlock()
    assert opened.workspace.plans.plan(plan).answer(LONG).value == "Noor had zin."


def test_a_form_that_cannot_be_kept_says_so_until_it_can(opened: Office) -> None:
    client, _ = opened.workspace.clients.add_client(PersonView(given_name="Noor"))
    opened.go(OpenNotes(client, write=True))
    form = opened.on(NotesPage).form
    assert form is not None
    form._keeper.timer.setInterval(1)
    with disk_that_refuses():
        QTest.keyClicks(form.text.edit, "Noor had zin.")
        opened.qtbot.waitUntil(lambda: bool(named(form, "De schijf")), timeout=TIMEOUT)
        opened.window._toast.hide()
        opened.go(OpenToday())
        assert opened.page is opened.on(NotesPage)
        assert "Je blijft daarom hier" in opened.window._toast.text()
    opened.qtbot.waitUntil(lambda: not named(form, "De schijf"), timeout=TIMEOUT)
    opened.go(OpenToday())
    assert opened.on(TodayPage)


def test_what_was_typed_before_a_crash_comes_back(opened: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan_page, "Pace", lambda: Pace(draft=1, choice=1, hints=10_000))
    plan = start_plan(opened.workspace)
    words = "Noor durft weer met de lift."
    box = box_of(opened, plan)
    QTest.keyClicks(box, words)
    opened.qtbot.waitUntil(partial(is_drafted, opened, plan, words), timeout=TIMEOUT)
    opened.crash()
    opened.start()
    opened.unlock()
    page = opened.plan(plan)
    QApplication.processEvents()
    assert page.notice.isVisible()
    assert page.notice.accessibleName().startswith("Je tekst van 10:00 is teruggezet")
    opened.look("teruggezet")
    assert box_of(opened, plan).toPlainText() == words
    assert desk_of(opened.on(PlanPage)).answer(LONG).value == words

"""A visit: jot in any order, find each line its place, ask with the conversation sheet, print the cards."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.journeys.office import Office, desk_of, text_of
from tests.pdf_checks import assert_pdf_ua

from planbureau.ui.places import OpenClient, OpenPlan, OpenScratchPad, OpenTalk, PrintPlan
from planbureau.ui.scratch.scratch_page import ScratchPage
from planbureau.ui.talk.talk_page import TalkPage
from planbureau.ui.widgets.nav_bar import NavBar
from planbureau.ui.wizard.plan_page import PlanPage
from planbureau.views import PersonView

OWN_WORDS = ("belangrijk_voor_mij", "benaderen", "moet_je_weten")


@pytest.fixture
def plan_id(office: Office) -> str:
    """An open vault with one client and an empty support plan."""
    office.room.create().lock()
    office.start()
    office.unlock()
    clients = office.workspace.clients
    client, _ = clients.add_client(
        PersonView(given_name="Mila", family_name="Bos", birth_date=date(1990, 5, 1))
    )
    plan, _ = office.workspace.plans.start_plan("osp", client)
    office.go(OpenClient(client))
    return plan


def window_key(office: Office, key: Qt.Key) -> None:
    office.active(office.window)
    QTest.keyClick(office.window, key)
    QApplication.processEvents()


def needed(office: Office, plan_id: str) -> set[str]:
    return {one.question_id for one in office.workspace.plans.missing(plan_id) if one.level == "needed"}


def test_from_a_talk_to_the_plan_and_the_table(office: Office, plan_id: str) -> None:
    assert set(OWN_WORDS) <= needed(office, plan_id)
    window_key(office, Qt.Key.Key_F9)
    _jot(office)
    _drop(office, plan_id)
    _ask(office, plan_id)
    assert not set(OWN_WORDS) & needed(office, plan_id)
    plan = office.workspace.plans.plan(plan_id)
    assert plan.answer("mogelijkheden").value == "kookt op maandag voor het hele huis"
    assert plan.answer("belangrijk_voor_mij").value == "Ik wil zelf koken\nMuziek"
    assert plan.answer("benaderen").value == "Eerst kloppen"
    assert [file.media_type for file in plan.answer("moet_je_weten").files] == ["image/png"]
    assert all(view.conflicts == () for view in plan.answers.values())
    _print(office, plan_id)
    _clear(office)


def _jot(office: Office) -> None:
    """F8 from the page of the client; the keyboard is in the box at once."""
    window_key(office, Qt.Key.Key_F8)
    office.on(ScratchPage)
    for words in ("kookt op maandag voor het hele huis", '"Ik wil zelf koken"'):
        office.type(words)
        office.key(Qt.Key.Key_Return)
    office.look("kladblad")
    window_key(office, Qt.Key.Key_F8)
    assert isinstance(office.window._place, OpenClient)


def _drop(office: Office, plan_id: str) -> None:
    """From the plan, after the talk; the same key comes back at the same step."""
    office.go(OpenPlan(plan_id, "kunnen"))
    window_key(office, Qt.Key.Key_F8)
    page = office.on(ScratchPage)
    for words, key in (("kookt", "mogelijkheden"), ("Ik wil zelf", "belangrijk_voor_mij")):
        row = next(row for card in page.cards for row in card.rows if row.line.words.startswith(words))
        choice = next(one for one in page.choices() if one.place.key == key)
        page.drop(row.line.id, choice, quote=row.line.quote)
    assert [row.line.done for card in page.cards for row in card.rows] == [True, True]
    office.look("kladblad-verwerkt")
    window_key(office, Qt.Key.Key_F8)
    assert office.on(PlanPage).current_step() == "kunnen"


def _ask(office: Office, plan_id: str) -> None:
    """The step "Dit ben ik" on the whole screen, by keyboard; Escape is back at the same question."""
    step = office.plan(plan_id, "dit-ben-ik").current_page()
    assert step is not None
    step.talk_button.click()
    page = office.on(TalkPage)
    assert not office.window.findChildren(NavBar)[0].isVisible()
    office.active(office.window)
    page.first_focus().setFocus()  # type: ignore[union-attr]
    _point(office, page, "Muziek")
    office.look("gespreksvel")
    office.key(Qt.Key.Key_Return)
    _point(office, page, "Eerst kloppen")
    office.key(Qt.Key.Key_Return)
    assert page.view is not None
    assert page.view.files is not None
    page.view.files.add_drawing(b"\x89PNG met een hond", "Mila met haar hond")
    office.key(Qt.Key.Key_Escape)
    wizard = office.on(PlanPage)
    assert wizard.current_step() == "dit-ben-ik"
    assert office.window.findChildren(NavBar)[0].isVisible()
    assert desk_of(wizard).answer("belangrijk_voor_mij").value == "Ik wil zelf koken\nMuziek"


def _point(office: Office, page: TalkPage, label: str) -> None:
    """Goes to a card with the arrow, and chooses it with the space bar."""
    assert page.view is not None
    assert page.view.grid is not None
    labels = [card.text() for card in page.view.grid.cards]
    page.view.grid.cards[0].setFocus()
    for _ in range(labels.index(label)):
        office.key(Qt.Key.Key_Right)
    office.key(Qt.Key.Key_Space)


def _print(office: Office, plan_id: str) -> None:
    office.go(OpenTalk(plan_id, "dit-ben-ik"))
    page = office.on(TalkPage)
    page.print_button.click()
    place = office.window._place
    assert place == PrintPlan(plan_id, "cards", part="dit-ben-ik")
    pdf = office.saved_pdf(place)
    assert_pdf_ua(pdf)
    assert "Wat is belangrijk voor jou?" in text_of(pdf)
    assert "CC BY-SA" in text_of(pdf)
    assert "Mila" not in text_of(pdf)


def _clear(office: Office) -> None:
    """What is dealt with is destroyed."""
    (pad,) = office.workspace.scratch.pads()
    office.go(OpenScratchPad(pad.client_id))
    office.workspace.scratch.close(pad.id)
    assert office.workspace.scratch.pads() == ()

"""The page of clients on a real vault: list, search, details, new client."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from planbureau.rules.notes.text import TextPart
from planbureau.services.api import Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.people.client_detail import ClientDetail
from planbureau.ui.people.client_list import HOMES
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.people.new_client_form import NewClientForm
from planbureau.ui.places import OpenCalendar, OpenClient, OpenClients, OpenNotes, Place
from planbureau.views import AppointmentView, NoteView, PersonView

NOOR = PersonView(given_name="Noor", family_name="Voorbeeld", birth_date=date(1990, 5, 1))


@pytest.fixture
def page(qtbot: QtBot, page_context: PageContext) -> ClientsPage:
    """The page, which goes itself to the places it asks for."""
    made = ClientsPage(page_context)
    qtbot.addWidget(made)
    made.resize(1160, 760)

    def go(place: Place) -> None:
        if isinstance(place, OpenClient | OpenClients):
            made.show_place(place)

    made.place_requested.connect(go)
    made.show()
    return made


def test_the_first_client_takes_a_name_and_a_date(page: ClientsPage, workspace: Workspace) -> None:
    page.show_place(OpenClients())
    assert page.list is not None
    page.list.new_button.click()
    form = page.form
    assert isinstance(form, NewClientForm)
    QTest.keyClicks(form.given, "Fatima")
    QTest.keyClicks(form.family, "Yildiz")
    QTest.keyClicks(form.born.line, "14-3-1987")
    QTest.keyClick(form.born.line, Qt.Key.Key_Return)
    assert page.form is None
    rows = workspace.clients.rows()
    assert [(row.full_name, row.birth_date) for row in rows] == [("Fatima Yildiz", date(1987, 3, 14))]
    assert isinstance(page.detail, ClientDetail)
    assert page.list.model.rows[0].name == "Yildiz, Fatima"


def test_search_answers_while_typing(page: ClientsPage, workspace: Workspace) -> None:
    noor, _ = workspace.clients.add_client(NOOR)
    workspace.clients.add_client(PersonView(given_name="Cas", family_name="Anders"))
    page.show_place(OpenClients())
    assert page.list is not None
    QTest.keyClicks(page.list.search, "voor")
    assert [line.id for line in page.list.model.rows] == [noor]
    QTest.keyClick(page.list.search, Qt.Key.Key_Return)
    assert isinstance(page.detail, ClientDetail)
    assert page.detail.subject_id == noor


def test_a_word_in_a_note_or_appointment_leads_to_itself(page: ClientsPage, workspace: Workspace) -> None:
    home, _ = workspace.clients.add_household("Gezin Zilver")
    noor, _ = workspace.clients.add_client(NOOR)
    now = page.context.clock.now()
    note = NoteView("", "", home, now, now, text=(TextPart("Samen pannenkoeken gebakken"),))
    note_id, _ = workspace.notes.add(note)
    talk = AppointmentView("", now.date(), "Pannenkoeken met de buurt", client_id=noor)
    talk_id, _ = workspace.appointments.add(talk)
    gone: list[Place] = []
    page.place_requested.connect(gone.append)
    page.show_place(OpenClients())
    assert page.list is not None
    QTest.keyClicks(page.list.search, "pannenkoek")
    lines = page.list.model.rows
    assert [line.id for line in lines] == [talk_id, note_id]
    assert [line.words for line in lines] == ["afspraak · Noor Voorbeeld", "rapportage · Gezin Zilver"]
    QTest.keyClick(page.list.search, Qt.Key.Key_Return)
    page.list.view.open(page.list.model.index(1))
    assert gone == [OpenCalendar(appointment=talk_id), OpenNotes("", home, note=note_id)]
    page.list.kinds.set_checked({HOMES})
    page.list._show()
    assert [line.id for line in page.list.model.rows] == [note_id]


@pytest.mark.parametrize(
    ("born", "child", "apart"),
    [
        (date(1982, 11, 12), None, {"Familiegroepsplan", "Hulpverleningsplan", "Perspectiefplan 18+"}),
        (date(1982, 11, 12), date(2014, 5, 9), {"Hulpverleningsplan", "Perspectiefplan 18+"}),
        (date(2012, 5, 9), None, set()),
        (None, None, set()),
    ],
)
def test_plans_for_the_young_stand_apart_at_an_adult(
    page: ClientsPage, workspace: Workspace, born: date | None, child: date | None, apart: set[str]
) -> None:
    client, _ = workspace.clients.add_client(
        PersonView(given_name="Jo", family_name="Prins", birth_date=born)
    )
    if child is not None:
        home, _ = workspace.clients.add_household("Gezin Prins")
        small, _ = workspace.clients.add_person(PersonView(given_name="Saar", birth_date=child))
        for person, role in ((workspace.clients.client(client).person.id, "moeder"), (small, "kind")):
            workspace.clients.add_member(home, person, role)
    page.show_place(OpenClient(client))
    detail = page.detail
    assert isinstance(detail, ClientDetail)
    menu = detail.new_plan.menu_of_types()
    folded = menu.findChildren(QMenu)
    texts = {action.text() for action in menu.actions()}
    assert {"Ondersteuningsplan", "Gezinsplan"} <= texts
    found = {action.text() for one in folded for action in one.actions()}
    assert apart <= found
    assert not apart & texts
    assert bool(folded) == bool(apart)
    if folded:
        assert "Jeugdplannen (Jo is 18 jaar of ouder)" in texts

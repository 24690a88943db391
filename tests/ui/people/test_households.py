"""Households in the list: behind their chip, in the search, and taken away when they are empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.people.family import Family, make_family

from planbureau.services.api import Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.people.client_list import CLIENTS, HOMES, ClientList
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.people.custody_form import CustodyForm
from planbureau.ui.people.household_detail import HouseholdDetail
from planbureau.ui.people.member_form import HouseholdForm
from planbureau.ui.places import OpenClient, OpenClients
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.empty_state import EmptyState
from planbureau.views import ClientRow, PersonView


@pytest.fixture
def family(workspace: Workspace) -> Family:
    return make_family(workspace)


@pytest.fixture
def page(qtbot: QtBot, page_context: PageContext, family: Family) -> ClientsPage:
    assert family.home
    made = ClientsPage(page_context)
    qtbot.addWidget(made)
    made.place_requested.connect(made.show_place)
    made.resize(1161, 768)
    made.show()
    made.show_place(OpenClients())
    return made


def names(found: ClientList | None) -> list[str]:
    assert found is not None
    return [line.name for line in found.model.rows]


def press(page: ClientsPage, kind: str) -> None:
    assert page.list is not None
    chip = page.list.kinds.chip(kind)
    assert chip is not None
    chip.click()


def test_the_chip_shows_households(page: ClientsPage, family: Family) -> None:
    press(page, HOMES)
    assert names(page.list) == ["Gezin Demir", "Gezin Yıldız"]
    assert page.list is not None
    assert page.list.model.rows[1].words == "Fatima, Can"
    page.list.view.open(page.list.model.index(1))
    assert isinstance(page.detail, HouseholdDetail)
    assert page.detail.subject_id == family.home
    press(page, CLIENTS)
    assert "Gezin Demir" not in names(page.list)


def test_the_search_finds_households_beside_clients(page: ClientsPage, family: Family) -> None:
    assert page.list is not None
    page.list.search.setText("demir")
    page.list.search.query_changed.emit("demir")
    assert "Gezin Demir" in names(page.list)
    assert "Yıldız, Can" in names(page.list)  # his father is called so
    press(page, HOMES)
    assert names(page.list)[0] == "Gezin Demir"
    page.list.search.returnPressed.emit()
    assert isinstance(page.detail, HouseholdDetail)
    assert page.detail.subject_id == family.second_home


def test_an_empty_household_is_taken_away(page: ClientsPage, family: Family, workspace: Workspace) -> None:
    form = HouseholdForm(page._desk, workspace.clients.household(family.home))
    assert form.remove_button is None
    form.deleteLater()
    empty, _ = workspace.clients.add_household("Gezin Vergist")
    page.show_place(OpenClient(household_id=empty))
    page.open_form(HouseholdForm(page._desk, workspace.clients.household(empty)))
    assert isinstance(page.form, HouseholdForm)
    assert page.form.remove_button is not None
    page.form.remove_button.click()
    assert page.form.dialog is not None
    page.form.dialog.accepted.emit()
    assert page.form is None
    assert isinstance(page.detail, EmptyState)
    press(page, HOMES)
    assert "Gezin Vergist" not in names(page.list)


def test_the_list_is_read_again_only_after_a_write(
    page: ClientsPage, family: Family, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    rows = workspace.clients.rows

    def counted() -> tuple[ClientRow, ...]:
        read.append(1)
        return rows()

    monkeypatch.setattr(workspace.clients, "rows", counted)
    page.show_place(OpenClient(family.mother))
    page.show_place(OpenClient(family.child))
    assert read == []
    before = workspace.clients.client(family.mother)  # another page writes; this one is not told to refresh
    workspace.clients.save_person(before.person, replace(before.person, given_name="Fatma"))
    page.show_place(OpenClient(family.child))
    assert read == [1]
    assert "Yıldız, Fatma" in names(page.list)


def test_a_child_without_a_file_gets_one_with_its_custody_from_the_page_of_the_family(
    page: ClientsPage, family: Family, workspace: Workspace
) -> None:
    tom, _ = workspace.clients.add_person(PersonView(given_name="Tom", birth_date=date(2019, 1, 1)))
    workspace.clients.add_member(family.home, tom, "kind")
    page.show_place(OpenClient(household_id=family.home))
    offers = [b for b in page.findChildren(Button) if b.accessibleName().startswith("Dossier van")]
    assert [button.accessibleName() for button in offers] == ["Dossier van Tom maken, met gezag"]
    offers[0].click()
    assert isinstance(page.form, CustodyForm)
    assert "Tom" in page.form.accessibleName()
    assert [
        member.client_id
        for member in workspace.clients.household(family.home).members
        if member.person.id == tom
    ] != [""]

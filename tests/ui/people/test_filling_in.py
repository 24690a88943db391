"""While a form is filled in: what it said is needed, and what follows from who was chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.people.family import Family, make_family

from planbureau.services.api import Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.people.client_form import ClientForm
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.people.custody_form import CustodyForm
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.member_form import HouseholdForm, MemberForm
from planbureau.ui.people.new_client_form import NewClientForm
from planbureau.ui.people.person_form import PersonForm
from planbureau.ui.people.relation_form import RelationForm
from planbureau.ui.people.who_field import WhoField
from planbureau.ui.places import OpenClient
from planbureau.ui.widgets.date_field import DateField


@pytest.fixture
def family(workspace: Workspace) -> Family:
    return make_family(workspace)


@pytest.fixture
def page(qtbot: QtBot, page_context: PageContext, family: Family) -> ClientsPage:
    made = ClientsPage(page_context)
    qtbot.addWidget(made)
    made.resize(1160, 760)
    made.show()
    made.show_place(OpenClient(family.mother))
    return made


def line(form: FormPanel, name: str) -> QLineEdit:
    (found,) = [one for one in form.findChildren(QLineEdit) if one.accessibleName() == name]
    return found


Maker = Callable[[Desk, Family], FormPanel]
FORMS: dict[str, tuple[Maker, str]] = {
    "new client": (lambda desk, _: NewClientForm(desk), "Achternaam"),
    "client": (lambda desk, who: ClientForm(desk, desk.clients.client(who.mother)), "Roepnaam"),
    "person": (
        lambda desk, who: PersonForm(desk, desk.clients.relations(who.mother)[0].person, who.mother),
        "Achternaam",
    ),
    "relation": (lambda desk, who: RelationForm(desk, who.mother), "Voornaam of roepnaam"),
    "custody": (lambda desk, who: CustodyForm(desk, desk.clients.client(who.mother)), "Achternaam"),
    "member": (
        lambda desk, who: MemberForm(desk, desk.clients.household(who.home), who.mother),
        "Achternaam",
    ),
    "household": (
        lambda desk, who: HouseholdForm(desk, desk.clients.household(who.home)),
        "Naam van het gezin",
    ),
}


@pytest.mark.parametrize(("make", "name"), FORMS.values(), ids=FORMS)
def test_that_a_name_is_needed_is_said_until_there_is_one(
    page: ClientsPage, family: Family, make: Maker, name: str
) -> None:
    form = make(page._desk, family)
    page.open_form(form)
    for field in form.findChildren(QLineEdit):
        if field.accessibleName() in ("Voornaam", "Voornaam of roepnaam", "Roepnaam", "Achternaam", name):
            field.clear()
    assert not form.submit()
    assert "naam" in form._error.accessibleName()
    for born in form.findChildren(DateField)[:1]:
        born.set_value(date(1990, 5, 1))
    assert form._error.isVisibleTo(form), "something else was filled in"
    QTest.keyClicks(line(form, name), "  ")
    assert form._error.isVisibleTo(form), "spaces are no name"
    QTest.keyClicks(line(form, name), "Ans")
    assert not form._error.isVisibleTo(form)


def test_somebody_who_is_known_is_a_name_too(page: ClientsPage, family: Family, workspace: Workspace) -> None:
    form = RelationForm(page._desk, family.mother)
    page.open_form(form)
    assert not form.submit()
    (who,) = form.findChildren(WhoField)
    who.choose(workspace.clients.client(family.stranger).person)
    assert not form._error.isVisibleTo(form)


def test_what_a_role_needs_goes_when_it_is_there_and_a_name_does_not_do_that(
    page: ClientsPage, family: Family
) -> None:
    form = MemberForm(page._desk, page._desk.clients.household(family.home), family.mother)
    page.open_form(form)
    QTest.keyClicks(line(form, "Voornaam of roepnaam"), "Bo")
    assert not form.submit()
    QTest.keyClicks(line(form, "Achternaam"), "Demir")
    assert form._error.isVisibleTo(form)
    form.role.set_value("kind")
    assert not form._error.isVisibleTo(form)


def member_form(page: ClientsPage, workspace: Workspace, family: Family, home: str = "") -> MemberForm:
    home = home or workspace.clients.add_household("Gezin Twee")[0]
    form = MemberForm(page._desk, workspace.clients.household(home), family.mother)
    page.open_form(form)
    return form


def test_the_main_address_follows_who_is_chosen(
    page: ClientsPage, family: Family, workspace: Workspace
) -> None:
    form = member_form(page, workspace, family)
    assert form.who is not None
    form.who.choose(workspace.clients.client(family.child).person)
    assert not form.main_home.isChecked()
    form.who.other_button.click()
    assert form.main_home.isChecked(), "somebody new lives nowhere else"
    form.who.choose(workspace.clients.client(family.child).person)
    form.main_home.click()
    form.who.choose(workspace.clients.client(family.child).person)
    assert form.main_home.isChecked(), "that was ticked by hand"


@pytest.mark.parametrize("moves", [True, False])
def test_what_was_ticked_by_hand_comes_back_with_the_draft(
    page: ClientsPage, family: Family, workspace: Workspace, moves: bool
) -> None:
    form = member_form(page, workspace, family)
    assert form.who is not None
    form.who.choose(workspace.clients.client(family.child).person)
    if moves:
        form.main_home.click()
    assert form.keep_unfinished()
    again = MemberForm(page._desk, form._home, family.mother)
    assert again.who is not None
    chosen = again.who.chosen()
    assert chosen is not None
    assert chosen.given_name == "Can"
    assert again.main_home.isChecked() is moves


def test_a_new_person_whose_tick_was_taken_away_comes_back_without_it(
    page: ClientsPage, family: Family, workspace: Workspace
) -> None:
    form = member_form(page, workspace, family)
    QTest.keyClicks(line(form, "Voornaam of roepnaam"), "Bo")
    form.main_home.click()
    assert form.keep_unfinished()
    again = MemberForm(page._desk, form._home, family.mother)
    assert not again.main_home.isChecked()

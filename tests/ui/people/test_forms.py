"""Each verb about people, from the form to the vault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.people.family import Family, make_family
from tests.ui.walker import misfits

from planbureau.formats.model import Subject
from planbureau.services.api import Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.people.client_detail import ClientDetail
from planbureau.ui.people.client_form import ClientForm
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.people.custody_form import CustodyForm
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.measure_form import MeasureForm
from planbureau.ui.people.member_form import HouseholdForm, MemberForm
from planbureau.ui.people.new_client_form import NewClientForm
from planbureau.ui.people.not_for_button import SavingNotForButton
from planbureau.ui.people.person_form import PersonForm
from planbureau.ui.people.relation_form import RelationForm
from planbureau.ui.people.request_form import RequestForm
from planbureau.ui.people.visit_button import VisitButton
from planbureau.ui.people.words import born_words
from planbureau.ui.places import HomeVisit, OpenClient, OpenClients, OpenPlan, Place
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.views import PersonView, RelationView, RequestView


class Room:
    """The page with what it asked for and said."""

    def __init__(self, page: ClientsPage) -> None:
        self.page = page
        self.places: list[Place] = []
        self.words: list[str] = []
        page.place_requested.connect(self._go)
        page.message_requested.connect(self.words.append)
        page.context.workspace.subscribe(page.refresh)

    def open(self, form: FormPanel) -> None:
        self.page.open_form(form)

    @property
    def detail(self) -> ClientDetail:
        assert isinstance(self.page.detail, ClientDetail)
        return self.page.detail

    def _go(self, place: Place) -> None:
        self.places.append(place)
        if isinstance(place, OpenClient | OpenClients):
            self.page.show_place(place)


@pytest.fixture
def family(workspace: Workspace) -> Family:
    return make_family(workspace)


@pytest.fixture
def on(qtbot: QtBot, page_context: PageContext) -> Callable[[str], Room]:
    def at(client_id: str) -> Room:
        page = ClientsPage(page_context)
        qtbot.addWidget(page)
        page.resize(1160, 760)
        room = Room(page)
        page.show()
        page.show_place(OpenClient(client_id))
        return room

    return at


def test_data_of_a_client(
    on: Callable[[str], Room], family: Family, workspace: Workspace, tmp_path: Path
) -> None:
    room = on(family.mother)
    form = ClientForm(room.page._desk, workspace.clients.client(family.mother))
    room.open(form)
    assert "123" not in form.bsn.line.text()
    form.bsn.line.clear()
    QTest.keyClicks(form.bsn.line, "123456789")
    form.bsn.line.editingFinished.emit()
    assert "klopt niet" in form._bsn_box.message.text()
    form.code.setText("V-9")
    form.languages.setText("Turks en Nederlands")
    form.ways.set_checked({"praten", "tolk"})
    row = form.person.contacts.add()
    row.line.setText("06-11")
    row.line.editingFinished.emit()
    assert row._box.message.text()
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.blue)
    picture.save(str(tmp_path / "foto.png"))
    form.photo.take_file(tmp_path / "foto.png")
    assert form.submit()
    saved = workspace.clients.client(family.mother)
    assert (saved.code, saved.bsn, saved.communication) == ("V-9", "123456789", ("praten", "tolk"))
    assert [c.value for c in saved.person.contacts] == ["06-12345678", "06-11"]
    assert saved.photo
    again = ClientForm(room.page._desk, saved)
    assert again.bsn.line.text() == "••••••789"
    assert again.bsn.line.isReadOnly()
    again.bsn.eye.click()
    assert again.bsn.line.text() == "123456789"


def test_anybody_can_have_a_photo(
    on: Callable[[str], Room], family: Family, workspace: Workspace, tmp_path: Path
) -> None:
    room = on(family.mother)
    relation = workspace.clients.relations(family.mother)[0]
    picture = QImage(30, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.green)
    picture.save(str(tmp_path / "hulp.png"))
    form = PersonForm(room.page._desk, relation.person, family.mother)
    room.open(form)
    form.photo.take_file(tmp_path / "hulp.png")
    assert form.changed()
    assert form.submit()
    saved = workspace.clients.person(relation.person.id)
    again = PersonForm(room.page._desk, saved, family.mother)
    assert again.photo.picture.has_photo()
    again.photo.drop.click()
    assert again.photo.value() == ""


def test_what_is_no_photo_is_refused(
    on: Callable[[str], Room], family: Family, workspace: Workspace, tmp_path: Path
) -> None:
    room = on(family.mother)
    form = ClientForm(room.page._desk, workspace.clients.client(family.mother))
    room.open(form)
    (tmp_path / "brief.txt").write_text("geen foto")
    form.photo.take_file(tmp_path / "brief.txt")
    assert not form.photo.picture.has_photo()
    assert not form.changed()


def test_care_ends_and_begins_again(on: Callable[[str], Room], family: Family, workspace: Workspace) -> None:
    room = on(family.mother)
    for day in (date(2026, 3, 1), None):
        form = ClientForm(room.page._desk, workspace.clients.client(family.mother))
        room.open(form)
        form.ended.set_value(day)
        assert form.submit()
        assert workspace.clients.client(family.mother).care_ended_on == day


def test_a_mark_on_an_address_is_kept(
    on: Callable[[str], Room], family: Family, workspace: Workspace
) -> None:
    room = on(family.mother)
    form = ClientForm(room.page._desk, workspace.clients.client(family.mother))
    room.open(form)
    aunt = workspace.clients.relations(family.mother)[0].person.id
    button = form.person.marks._buttons["address", "a1"]
    button.click()
    assert button.dialog is not None
    button.dialog.box(aunt).setChecked(True)
    button.dialog.save_button.click()
    assert form.changed()
    assert form.submit()
    marks = workspace.clients.restrictions(("a1",))
    assert [(m.target_kind, m.not_for) for m in marks] == [("address", (aunt,))]


def test_somebody_new_in_the_network(on: Callable[[str], Room], family: Family, workspace: Workspace) -> None:
    room = on(family.mother)
    form = RelationForm(room.page._desk, family.mother)
    room.open(form)
    assert form.who is not None
    assert not form.submit()
    form.who.given.setText("Joke")
    form.who.phone.setText("030-1234567")
    form.role.set_value("buurvrouw")
    form.order.set_value("2")
    form.may_read.set_value("deel")
    assert form.submit()
    found = next(r for r in workspace.clients.relations(family.mother) if r.role == "buurvrouw")
    assert (found.person.given_name, found.contact_order, found.may_read) == ("Joke", 2, "deel")
    assert found.person.contacts[0].value == "030-1234567"


def test_two_on_the_same_place_to_call_is_told(
    on: Callable[[str], Room], family: Family, workspace: Workspace
) -> None:
    room = on(family.mother)
    first = workspace.clients.relations(family.mother)[0]
    workspace.clients.save_relation(first, replace(first, contact_order=1))
    form = RelationForm(room.page._desk, family.mother)
    room.open(form)
    assert form._order_box.message.isHidden()
    form.order.set_value("1")
    told = form._order_box.message.accessibleName()
    assert f"{first.person.full_name} is ook de 1e om te bellen." in told
    form.order.set_value("2")
    assert form._order_box.message.isHidden()
    form.order.set_value("1")
    form.who.given.setText("Joke")  # type: ignore[union-attr]
    form.role.set_value("buurvrouw")
    assert form.submit()  # it is told, and stops nothing
    again = RelationForm(room.page._desk, family.mother, workspace.clients.relations(family.mother)[0])
    room.open(again)
    assert not again._order_box.message.isHidden()


def test_somebody_known_is_picked_and_not_made_twice(
    on: Callable[[str], Room], family: Family, workspace: Workspace
) -> None:
    room = on(family.mother)
    before = len(workspace.clients.people())
    form = RelationForm(room.page._desk, family.mother)
    room.open(form)
    assert form.who is not None
    QTest.keyClicks(form.who.given, "emr")
    chip = next(iter(form.who.known._chips))
    form.who.known.open_requested.emit(chip)
    form.role.set_value("ex-partner")
    assert form.submit()
    assert len(workspace.clients.people()) == before
    names = {r.person.given_name: r.role for r in workspace.clients.relations(family.mother)}
    assert names["Emre"] == "ex-partner"


def test_a_relation_changes_and_goes(on: Callable[[str], Room], family: Family, workspace: Workspace) -> None:
    room = on(family.mother)
    relation = workspace.clients.relations(family.mother)[0]
    form = RelationForm(room.page._desk, family.mother, relation)
    room.open(form)
    form.contribution.set_value("past op")
    assert form.submit()
    relation = workspace.clients.relations(family.mother)[0]
    assert relation.contribution == "past op"
    form = RelationForm(room.page._desk, family.mother, relation)
    room.open(form)
    assert form.remove_button is not None
    form.remove_button.click()
    assert form.dialog is not None
    form.dialog.action_button.click()
    assert room.page.form is None
    assert relation.id not in {r.id for r in workspace.clients.relations(family.mother)}


def test_a_child_gets_a_second_home(on: Callable[[str], Room], family: Family, workspace: Workspace) -> None:
    room = on(family.mother)
    form = HouseholdForm(room.page._desk, None, workspace.clients.client(family.mother))
    room.open(form)
    form.name.setText("Gezin Twee")
    assert not form.submit()
    form.role.set_value("moeder")
    assert form.submit()
    client = workspace.clients.client(family.mother)
    names = [workspace.clients.household(home).name for home in client.household_ids]
    assert names == ["Gezin Yıldız", "Gezin Twee"]
    home = workspace.clients.household(client.household_ids[1])
    member = MemberForm(room.page._desk, home, family.mother)
    room.open(member)
    assert member.who is not None
    member.who.given.setText("Baby")
    member.role.set_value("kind")
    assert member.submit()
    assert {m.person.given_name for m in workspace.clients.household(home.id).members} == {"Fatima", "Baby"}
    naming = HouseholdForm(room.page._desk, workspace.clients.household(home.id))
    room.open(naming)
    naming.name.setText("Gezin Drie")
    assert naming.submit()
    assert workspace.clients.household(home.id).name == "Gezin Drie"


def test_who_lives_somewhere_already_keeps_one_main_address(
    on: Callable[[str], Room], family: Family, workspace: Workspace
) -> None:
    room = on(family.mother)
    home, _ = workspace.clients.add_household("Gezin Twee")
    form = MemberForm(room.page._desk, workspace.clients.household(home), family.mother)
    room.open(form)
    assert form.who is not None
    assert form.main_home.isChecked()
    form.who.choose(workspace.clients.client(family.child).person)
    form.role.set_value("zoon")
    assert form.submit()
    assert [one.main_home for one in workspace.clients.household(home).members] == [False]


def test_custody_and_representation_follow_the_age(
    on: Callable[[str], Room], family: Family, workspace: Workspace
) -> None:
    room = on(family.child)
    child = CustodyForm(room.page._desk, workspace.clients.client(family.child))
    options = {child.kind.itemData(row) for row in range(child.kind.count())}
    assert "parent" in options
    assert "mentor" not in options
    adult = CustodyForm(room.page._desk, workspace.clients.client(family.mother))
    room.open(adult)
    assert adult.who is not None
    adult.who.given.setText("Mia")
    adult.kind.set_value("mentor")
    adult.willing.set_value("yes")
    adult.proof.setText("beschikking")
    assert adult.submit()
    found = workspace.clients.custody(family.mother)[0]
    assert (found.person.given_name, found.kind, found.willing, found.proof) == (
        "Mia", "mentor", True, "beschikking",
    )  # fmt: skip


def test_a_measure_and_a_request(on: Callable[[str], Room], family: Family, workspace: Workspace) -> None:
    room = on(family.mother)
    measure = MeasureForm(room.page._desk, family.mother)
    room.open(measure)
    assert not measure.submit()
    measure.kind.set_value("zorgmachtiging")
    measure.end.set_value(date(2026, 9, 1))
    assert measure.submit()
    assert workspace.clients.measures(family.mother)[0].end == date(2026, 9, 1)
    request = RequestForm(room.page._desk, family.mother)
    room.open(request)
    request.kind.set_value("DESTRUCTION")
    request.requester.setText("Fatima")
    assert request.submit()
    kinds = {r.kind: r for r in workspace.clients.requests(family.mother)}
    assert kinds["DESTRUCTION"].asked_on == date(2026, 3, 16)
    buttons = [
        b for b in room.detail.requests.findChildren(type(room.detail.edit_button)) if "gedaan" in b.label()
    ]
    buttons[0].click()
    assert any(r.done_on == date(2026, 3, 16) for r in workspace.clients.requests(family.mother))


def test_a_person_is_changed_once_for_all_roles(
    on: Callable[[str], Room], family: Family, workspace: Workspace
) -> None:
    room = on(family.mother)
    aunt = workspace.clients.relations(family.mother)[0].person
    workspace.clients.add_relation(RelationView("", family.child, aunt, "oudtante"))
    form = PersonForm(room.page._desk, aunt, family.mother)
    room.open(form)
    form.fields_of_person.family.setText("Kaya")
    assert form.submit()
    assert workspace.clients.relations(family.child)[0].person.full_name == "Hatice Kaya"


def test_a_long_name_of_a_home_leaves_the_page_as_wide(
    on: Callable[[str], Room], family: Family, workspace: Workspace
) -> None:
    home, _ = workspace.clients.add_household(
        "Gezin van den Bergh-Schuurmans van Oudewater en Zwartewaterkamp"
    )
    workspace.clients.add_member(home, workspace.clients.client(family.child).person.id, "pleegkind")
    room = on(family.child)
    for width in (1160, 620):
        room.page.resize(width, 384)
        assert misfits(room.page) == []


def test_a_birth_that_must_still_come_is_told_and_kept(
    on: Callable[[str], Room], family: Family, workspace: Workspace
) -> None:
    room = on(family.mother)
    new = NewClientForm(room.page._desk)
    room.open(new)
    QTest.keyClicks(new.given, "Piet")
    QTest.keyClicks(new.born.line, "1-1-2090")
    new.born.commit()
    assert "moet nog komen" in new._born_box.message.text()
    assert new.submit()
    (row,) = [row for row in workspace.clients.rows() if row.full_name == "Piet"]
    person = workspace.clients.client(row.id).person
    assert born_words(person, date(2026, 3, 16)) == "Geboortedatum 1 januari 2090 · die dag moet nog komen"


def test_an_impossible_date_is_not_lost(
    on: Callable[[str], Room], family: Family, workspace: Workspace
) -> None:
    room = on(family.mother)
    form = MeasureForm(room.page._desk, family.mother)
    room.open(form)
    form.kind.set_value("ots")
    QTest.keyClicks(form.end.line, "31-2-2026")
    assert not room.page.leave()
    assert form.end.raw_text() == "31-2-2026"
    assert room.page.form is form
    assert workspace.clients.measures(family.mother) == ()


def test_leaving_a_form_keeps_what_was_typed(
    on: Callable[[str], Room], family: Family, workspace: Workspace
) -> None:
    room = on(family.mother)
    form = ClientForm(room.page._desk, workspace.clients.client(family.mother))
    room.open(form)
    form.code.setText("V-77")
    assert room.page.leave()
    assert workspace.clients.client(family.mother).code == "V-77"


def test_cancel_asks_before_it_throws_away(
    on: Callable[[str], Room], family: Family, workspace: Workspace
) -> None:
    room = on(family.mother)
    form = ClientForm(room.page._desk, workspace.clients.client(family.mother))
    room.open(form)
    form.code.setText("weg")
    QTest.keyClick(form.code, Qt.Key.Key_Escape)
    assert form.dialog is not None
    form.dialog.cancel_button.click()
    assert room.page.form is form
    form.cancel_button.click()
    form.dialog.action_button.click()
    assert room.page.form is None
    assert workspace.clients.client(family.mother).code == "2025-0147"


def test_a_second_client_with_one_name_is_asked_about(
    on: Callable[[str], Room], family: Family, workspace: Workspace
) -> None:
    room = on(family.mother)
    room.page.show_place(OpenClients(new=True))
    form = room.page.form
    assert isinstance(form, NewClientForm)
    form.given.setText("fatima")
    form.family.setText("yildiz")
    form.born.set_value(date(1987, 3, 14))
    form.family.editingFinished.emit()
    assert "Bedoel je Fatima Yıldız" in form.hint.accessibleName()
    before = len(workspace.clients.rows())
    form.hint.action_requested.emit()
    assert room.detail.subject_id == family.mother
    assert len(workspace.clients.rows()) == before


def test_plans_start_from_the_page(on: Callable[[str], Room], family: Family, workspace: Workspace) -> None:
    room = on(family.mother)
    formats = {f.subject: f for f in workspace.plans.formats()}
    room.detail._start(formats[Subject.CLIENT])
    assert isinstance(room.places[-1], OpenPlan)
    room.detail._start(formats[Subject.HOUSEHOLD])
    place = room.places[-1]
    assert isinstance(place, OpenPlan)
    household = workspace.plans.plan(place.plan_id).household
    assert household is not None
    assert household.id == family.home


def test_a_household_plan_makes_the_household_first(
    on: Callable[[str], Room], family: Family, workspace: Workspace
) -> None:
    room = on(family.stranger)
    for member in workspace.clients.household(family.second_home).members:
        if member.client_id == family.stranger:
            workspace.clients.remove_member(member)
    room.page.show_place(OpenClient(family.stranger))
    household_format = next(f for f in workspace.plans.formats() if f.subject is Subject.HOUSEHOLD)
    room.detail._start(household_format)
    form = room.page.form
    assert isinstance(form, HouseholdForm)
    form.role.set_value("alleenstaand")
    assert form.submit()
    place = room.places[-1]
    assert isinstance(place, OpenPlan)
    household = workspace.plans.plan(place.plan_id).household
    assert household is not None
    assert household.name == "Gezin Wouterius"


def test_a_visit_to_a_child_asks_which_home(on: Callable[[str], Room], family: Family) -> None:
    room = on(family.child)
    button = room.detail.visit_button
    assert isinstance(button, VisitButton)
    actions = button.menu_of_homes().actions()
    assert [action.text() for action in actions] == ["Bij Gezin Yıldız", "Bij Gezin Demir"]
    actions[1].trigger()
    assert room.places[-1] == HomeVisit(family.child, family.second_home)
    mother = on(family.mother)
    mother.detail.visit_button.click()
    assert mother.places[-1] == HomeVisit(family.mother, "")


def test_a_stale_form_does_not_overwrite(
    on: Callable[[str], Room], family: Family, workspace: Workspace
) -> None:
    room = on(family.mother)
    opened = workspace.clients.client(family.mother)
    form = ClientForm(room.page._desk, opened)
    room.open(form)
    workspace.clients.save_client(opened, replace(opened, languages="Turks"))
    form.code.setText("V-5")
    assert form.submit()
    saved = workspace.clients.client(family.mother)
    assert (saved.code, saved.languages) == ("V-5", "Turks")


def test_a_mark_on_a_person_keeps_the_focus(
    on: Callable[[str], Room], family: Family, workspace: Workspace
) -> None:
    room = on(family.mother)
    buttons = room.detail.network.findChildren(SavingNotForButton)
    at = next(index for index, button in enumerate(buttons) if "Hatice" in button.accessibleName())
    buttons[at].setFocus()
    buttons[at].click()
    dialog = buttons[at].dialog
    assert dialog is not None
    person = workspace.clients.client(family.mother).person.id
    dialog.box(person).setChecked(True)
    dialog.save_button.click()
    after = room.detail.network.findChildren(SavingNotForButton)[at]
    assert after is not buttons[at]
    assert after.value() == {person}
    assert room.page.focusWidget() is after


def test_a_request_about_a_file_without_a_plan_has_its_day_too(
    on: Callable[[str], Room], workspace: Workspace
) -> None:
    """RCT-01: a month after the request, though no plan carries the term."""
    client, _ = workspace.clients.add_client(PersonView(given_name="Kim"))
    workspace.clients.add_request(RequestView("", client, "ACCESS", date(2026, 3, 2), "Kim"))
    badges = on(client).detail.requests.findChildren(StatusBadge)
    assert [badge.text() for badge in badges] == ["uiterlijk 2 april 2026"]


def test_after_a_form_the_keyboard_is_where_it_was_opened(
    qtbot: QtBot, on: Callable[[str], Room], family: Family
) -> None:
    """Who adds five people one after the other does not start at the top of the page each time."""
    room = on(family.child)
    qtbot.waitUntil(room.page.isActiveWindow)
    adders = [b for b in room.detail.findChildren(Button) if b.accessibleName() == "Gezinslid toevoegen"]
    adders[-1].setFocus()
    adders[-1].click()
    form = room.page.form
    assert isinstance(form, MemberForm)
    assert form.who is not None
    form.who.given.setText("Dilan")
    form.role.set_value("nicht")
    assert form.submit()
    focus = room.page.first_focus()  # what the window asks after it went to the place
    assert isinstance(focus, Button)
    assert focus.accessibleName() == "Gezinslid toevoegen"
    again = [b for b in room.detail.findChildren(Button) if b.accessibleName() == "Gezinslid toevoegen"]
    assert focus is again[-1]
    assert room.page.first_focus() is room.detail.first_focus()  # only once


def test_what_is_still_needed_gets_the_keyboard(
    qtbot: QtBot, on: Callable[[str], Room], family: Family
) -> None:
    room = on(family.child)
    form = RelationForm(room.page._desk, family.child)
    room.open(form)
    qtbot.waitUntil(room.page.isActiveWindow)
    assert form.who is not None
    form.who.given.setText("Dilan")
    assert not form.submit()
    focus = room.page.focusWidget()
    assert focus is form.role or form.role.isAncestorOf(focus)

"""During a home visit nobody of elsewhere is on the page: not in a label, a list, a picker or a tooltip."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.people.family import STRANGER, Family, make_family

from planbureau.services.api import Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.people.custody_form import CustodyForm
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.member_form import HouseholdForm, MemberForm
from planbureau.ui.people.person_form import PersonForm
from planbureau.ui.people.relation_form import RelationForm
from planbureau.ui.people.who_field import WhoField
from planbureau.ui.places import HomeVisit, OpenClient, OpenClients, Place


@pytest.fixture
def family(workspace: Workspace) -> Family:
    return make_family(workspace)


@pytest.fixture
def visit(qtbot: QtBot, page_context: PageContext) -> Callable[[HomeVisit], ClientsPage]:
    def made(place: HomeVisit) -> ClientsPage:
        context = PageContext(page_context.workspace, page_context.theme, page_context.clock, place)
        page = ClientsPage(context)
        qtbot.addWidget(page)
        page.resize(1160, 760)

        def go(asked: Place) -> None:
            if isinstance(asked, OpenClient | OpenClients):
                page.show_place(asked)

        page.place_requested.connect(go)
        page.show()
        page.show_place(OpenClient(place.client_id, place.household_id))
        return page

    return made


def everything_in(widget: QWidget) -> Iterator[str]:
    """Every text in a tree of widgets and in their models, shown or not."""
    for one in (widget, *widget.findChildren(QWidget)):
        yield from (one.accessibleName(), one.accessibleDescription(), one.toolTip(), one.windowTitle())
        if isinstance(one, QLabel | QAbstractButton | QLineEdit):
            yield one.text()
        if isinstance(one, QLineEdit):
            yield one.placeholderText()
        if isinstance(one, QComboBox | QAbstractItemView):
            model = one.model()
            if isinstance(model, QAbstractItemModel):
                yield from (str(model.index(row, 0).data()) for row in range(model.rowCount()))


def names_stranger(widget: QWidget) -> bool:
    return any(STRANGER in text for text in everything_in(widget))


def test_the_check_itself_sees_the_stranger(qtbot: QtBot, page_context: PageContext, family: Family) -> None:
    page = ClientsPage(page_context)
    qtbot.addWidget(page)
    page.show_place(OpenClient(family.child))
    assert names_stranger(page)


def test_a_visit_shows_one_home_of_a_child(visit: Callable[[HomeVisit], ClientsPage], family: Family) -> None:
    page = visit(HomeVisit(client_id=family.child))
    texts = list(everything_in(page))
    assert page.list is None
    assert any("Gezin Yıldız" in text for text in texts)
    assert not any("Gezin Demir" in text for text in texts)
    assert not names_stranger(page)


@pytest.mark.parametrize("wanted", ["stranger", "second_home"])
def test_asking_for_somebody_else_shows_the_visited_home(
    visit: Callable[[HomeVisit], ClientsPage], family: Family, wanted: str
) -> None:
    page = visit(HomeVisit(household_id=family.home))
    place = (
        OpenClient(family.stranger) if wanted == "stranger" else OpenClient(household_id=family.second_home)
    )
    page.show_place(place)
    assert not names_stranger(page)
    page.show_place(OpenClient(family.child))
    assert any("Can Yıldız" in text for text in everything_in(page))
    assert not names_stranger(page)
    page.show_place(OpenClients(new=True))
    assert page.form is None
    assert not names_stranger(page)


def test_no_form_of_a_visit_offers_the_stranger(
    visit: Callable[[HomeVisit], ClientsPage], family: Family, workspace: Workspace
) -> None:
    page = visit(HomeVisit(client_id=family.child))
    desk: Desk = page._desk
    child = workspace.clients.client(family.child)
    forms: list[FormPanel] = [
        RelationForm(desk, family.child),
        MemberForm(desk, workspace.clients.household(family.home), family.child),
        HouseholdForm(desk, None, child),
        CustodyForm(desk, child),
        PersonForm(desk, child.person, family.child),
    ]
    for form in forms:
        page.open_form(form)
        for who in form.findChildren(WhoField):
            who.given.setText("Truus")
            who.given.textEdited.emit("Truus")
        assert page.form is form
        assert not names_stranger(page)
        form.closed.emit()

"""Every view of the page, at three sizes and in three looks, without a finding."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.people.family import make_family
from tests.ui.walker import walk

from planbureau.services.api import Workspace
from planbureau.ui.guide.form import GuideForm
from planbureau.ui.guide.subjects import of_client
from planbureau.ui.page import PageContext
from planbureau.ui.people.client_form import ClientForm
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.people.custody_form import CustodyForm
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.measure_form import MeasureForm
from planbureau.ui.people.member_form import HouseholdForm, MemberForm
from planbureau.ui.people.person_form import PersonForm
from planbureau.ui.people.relation_form import RelationForm
from planbureau.ui.people.request_form import RequestForm
from planbureau.ui.places import OpenClient, OpenClients, Place
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize
from planbureau.views import ClientView

LOOKS = [
    (Look.LIGHT, TextSize.NORMAL, (1161, 768)),
    (Look.DARK, TextSize.LARGEST, (1025, 614)),
    (Look.CONTRAST, TextSize.LARGE, (615, 384)),
]


def _outcome(desk: Desk, client: ClientView) -> FormPanel:
    form = GuideForm(desk, of_client(client, desk.households_of(client)))
    for question, answer in (("veilig", "gevaar"), ("wet", "jeugdwet"), ("hulp", "opvoeden")):
        form.boxes[question].choose({answer})
    form.show_result()
    form.result.rows[0].check.click()
    return form


FORMS: dict[str, Callable[[Desk, ClientView], FormPanel]] = {
    "client": ClientForm,
    "person": lambda desk, client: PersonForm(desk, client.person, client.id),
    "relation": lambda desk, client: RelationForm(desk, client.id),
    "known relation": lambda desk, client: RelationForm(
        desk, client.id, desk.clients.relations(client.id)[0]
    ),
    "member": lambda desk, client: MemberForm(
        desk, desk.clients.household(client.household_ids[0]), client.id
    ),
    "household": lambda desk, client: HouseholdForm(desk, None, client, plan_title="Gezinsplan"),
    "custody": CustodyForm,
    "measure": lambda desk, client: MeasureForm(desk, client.id),
    "guide": lambda desk, client: GuideForm(desk, of_client(client, desk.households_of(client))),
    "outcome of the guide": _outcome,
    "request": lambda desk, client: RequestForm(desk, client.id),
}


@pytest.mark.parametrize(("look", "size", "room_for"), LOOKS)
def test_no_finding_on_any_view(
    qtbot: QtBot,
    theme: Theme,
    page_context: PageContext,
    workspace: Workspace,
    look: Look,
    size: TextSize,
    room_for: tuple[int, int],
) -> None:
    family = make_family(workspace)
    theme.apply(look, size)
    page = ClientsPage(page_context)
    qtbot.addWidget(page)
    page.resize(*room_for)
    page.show()
    places: list[Place] = [
        OpenClients(),
        OpenClients(new=True),
        OpenClient(family.mother),
        OpenClient(family.child),
        OpenClient(household_id=family.home),
    ]
    for place in places:
        page.show_place(place)
        assert (place, walk(page)) == (place, [])
        _clear()
    page.show_place(OpenClient(family.mother))
    client = workspace.clients.client(family.mother)
    for name, make in FORMS.items():
        page.open_form(make(page._desk, client))
        assert (name, walk(page, pixels=look is Look.DARK)) == (name, [])
        assert page.form is not None
        page._drop_form()
        _clear()


def _clear() -> None:
    """Lets go of what was shown before, as the event loop of the program does."""
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


def test_an_empty_vault_says_what_to_do(qtbot: QtBot, page_context: PageContext) -> None:
    page = ClientsPage(page_context)
    qtbot.addWidget(page)
    page.resize(1160, 760)
    page.show()
    page.show_place(OpenClients())
    assert walk(page) == []

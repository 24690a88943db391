"""Who may open a plan, on the screen: its list, and what is left for others and on a visit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.vault_fixtures import page_context, room, workspace  # noqa: F401
from tests.ui.walker import walk

from planbureau.services.api import Workspace
from planbureau.services.workspace import OpenWorkspace
from planbureau.ui.page import PageContext
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.people.plans_card import NewPlanButton
from planbureau.ui.places import HomeVisit, OpenClient, OpenPlan
from planbureau.ui.protect.list_dialog import ListDialog
from planbureau.ui.wizard.plan_page import PlanPage
from planbureau.views import PersonView


class Plan:
    """A protected plan of Noor, and a colleague who is not on its list."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.client_id, _ = workspace.clients.add_client(
            PersonView(given_name="Noor", family_name="Voorbeeld")
        )
        karim = PersonView(given_name="Karim", family_name="Collega", professional=True)
        self.colleague, _ = workspace.clients.add_person(karim)
        self.id, _ = workspace.plans.start_plan("mld", self.client_id)


@pytest.fixture
def plan(workspace: Workspace) -> Plan:
    return Plan(workspace)


@pytest.fixture
def dialog(qtbot: QtBot, page_context: PageContext, plan: Plan) -> Iterator[ListDialog]:
    made = ListDialog(page_context.theme, page_context.workspace.protection, plan.id)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def words_in(widget: QWidget) -> str:
    """Every label that can be read."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


def test_a_colleague_comes_on_the_list_with_a_reason_and_goes_off_again(
    dialog: ListDialog,
    plan: Plan,
    page_context: PageContext,
) -> None:
    assert "Sanne Begeleider" in words_in(dialog)
    assert "alleen op" in words_in(dialog)
    dialog.who.set_value(plan.colleague)
    dialog.add_button.click()
    assert "waarom" in words_in(dialog)
    dialog.reason.setText("vervangt mij")
    dialog.add_button.click()
    assert "vervangt mij" in words_in(dialog)
    now = page_context.workspace.protection.access(plan.id).now
    assert plan.colleague in {line.person_id for line in now}
    assert dialog.who.count() <= 1


def test_the_list_is_reached_by_keyboard_and_heard(dialog: ListDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.isActiveWindow)
    assert walk(dialog) == []


def test_the_plan_page_says_that_the_plan_is_protected(
    qtbot: QtBot,
    page_context: PageContext,
    plan: Plan,
) -> None:
    page = PlanPage(page_context)
    qtbot.addWidget(page)
    page.show_place(OpenPlan(plan.id))
    assert not page.header.shielded.isHidden()
    assert "Wie mag dit plan openen…" in [action.text() for action in page.header.menu().actions()]
    page.leave()


def test_on_a_visit_the_client_page_names_neither_the_plan_nor_its_kind(
    qtbot: QtBot,
    page_context: PageContext,
    plan: Plan,
) -> None:
    def titles(page: ClientsPage) -> str:
        button = page.findChild(NewPlanButton)
        assert button is not None
        return words_in(page) + "".join(a.text() for a in button.menu_of_types().actions())

    page = ClientsPage(page_context)
    qtbot.addWidget(page)
    page.show_place(OpenClient(plan.client_id))
    assert "Plan van aanpak meldcode" in titles(page)
    page_context.workspace.protection.set_visiting(visiting=True)
    visit = PageContext(
        page_context.workspace, page_context.theme, page_context.clock, HomeVisit(plan.client_id)
    )
    at_home = ClientsPage(visit)
    qtbot.addWidget(at_home)
    at_home.show_place(OpenClient(plan.client_id))
    assert "eldcode" not in titles(at_home)
    assert "fgeschermd" not in titles(at_home)


def test_who_is_not_on_the_list_sees_that_there_is_a_plan_and_no_more(
    qtbot: QtBot,
    page_context: PageContext,
    plan: Plan,
) -> None:
    assert isinstance(plan.workspace, OpenWorkspace)
    plan.workspace._context.user_id = plan.colleague
    plan.workspace._context.look_again()
    page = ClientsPage(page_context)
    qtbot.addWidget(page)
    page.show_place(OpenClient(plan.client_id))
    assert "afgeschermd plan" in words_in(page)
    assert "eldcode" not in words_in(page)
    assert QApplication.activeModalWidget() is None

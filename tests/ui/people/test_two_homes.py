"""A child with two homes is visited in one of them: nothing of the other home is on any page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot
from tests.ui.people.family import STRANGER, Family, make_family
from tests.ui.people.test_home_visit import everything_in

from planbureau.services.api import Workspace
from planbureau.ui.calendar.calendar_page import CalendarPage
from planbureau.ui.goals.matrix_page import MatrixPage
from planbureau.ui.page import Page, PageContext
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.places import HomeVisit, OpenCalendar, OpenClient, OpenMatrix, OpenPlan, OpenToday, Place
from planbureau.ui.shell.main_window import MainWindow, PageEntry
from planbureau.ui.visiting import people_of_plan, sight_of
from planbureau.ui.wizard.plan_page import PlanPage
from planbureau.views import ActionView, AppointmentView, DeadlineRow, GoalView, PersonView

OTHER_GOAL = "Grootouders passen op dinsdag op"
OWN_GOAL = "Can slaapt elke nacht in zijn eigen bed"
BROTHER = "Levent"
"""Lives in the other home; nothing of the child's own file names him."""


@pytest.fixture
def family(workspace: Workspace) -> Family:
    made = make_family(workspace)
    clients, plans, goals = workspace.clients, workspace.plans, workspace.goals
    brother, _ = clients.add_person(PersonView(given_name=BROTHER, family_name="Demir"))
    clients.add_member(made.second_home, brother, "broer")
    child = clients.client(made.child).person.id
    for home, sentence in ((made.second_home, OTHER_GOAL), ("", OWN_GOAL)):
        plan_id, _ = plans.start_plan("gzp" if home else "osp", "" if home else made.child, home)
        start = (
            {"datum_start_plan": date(2026, 3, 1)} if home else {"datum_start_jeugdhulp": date(2026, 2, 1)}
        )
        plans.save_frame(plans.plan(plan_id), ["jeugdwet"], [], start)
        whose = (child, brother) if home else (child,)
        goal = GoalView("", plan_id, 0, sentence=sentence, for_whom=whose, status="concept")
        goal_id, _ = goals.add_goal(goal)
        goals.add_action(ActionView("", goal_id, "", what="bellen"))
    return made


UP = Qt.Orientation.Vertical
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
PAGES: dict[str, tuple[Callable[[PageContext], Page], Callable[[Family], Place]]] = {
    "cliënt": (ClientsPage, lambda family: OpenClient(family.child)),
    "agenda": (CalendarPage, lambda family: OpenCalendar(family.child)),
    "matrix": (MatrixPage, lambda family: OpenMatrix(family.child)),
}


def everything_on(page: Page) -> str:
    """The words on a page, those of its tables and their heads, and those that it holds for its pickers."""
    words = [*everything_in(page)]
    for view in page.findChildren(QAbstractItemView):
        model = view.model()
        wide = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        for row, column in product(range(model.rowCount()), range(wide)):
            words += [str(model.index(row, column).data(role)) for role in ROLES]
        for way, size in ((Qt.Orientation.Horizontal, wide), (UP, model.rowCount())):
            words += [str(model.headerData(at, way, role)) for at in range(size) for role in ROLES]
    if isinstance(page, CalendarPage):
        words += [line.client_name for line in page.views.lines() if isinstance(line, DeadlineRow)]
        words += [line.subject_name for line in page.views.lines() if isinstance(line, AppointmentView)]
    if isinstance(page, MatrixPage) and page._scope is not None:
        words += [label for _, label in page._scope.choices()]
    return " ".join(words)


@pytest.mark.parametrize("name", list(PAGES))
@pytest.mark.parametrize("chosen", [True, False])
def test_nothing_of_the_other_home(
    qtbot: QtBot, page_context: PageContext, family: Family, name: str, chosen: bool
) -> None:
    make, place = PAGES[name]
    page = make(page_context)
    qtbot.addWidget(page)
    page.show_place(place(family))
    words = everything_on(page)
    assert any(word in words for word in (STRANGER, BROTHER, OTHER_GOAL, "Gezin Demir"))

    visit = HomeVisit(family.child, family.home if chosen else "")
    context = PageContext(page_context.workspace, page_context.theme, page_context.clock, visit)
    page = make(context)
    qtbot.addWidget(page)
    page.show_place(place(family))
    words = everything_on(page)
    assert "Can" in words
    for word in (STRANGER, BROTHER, OTHER_GOAL, "Gezin Demir"):
        assert word not in words


def test_what_a_visit_sees(page_context: PageContext, family: Family, workspace: Workspace) -> None:
    assert sight_of(page_context).sees(family.stranger, "")
    visit = HomeVisit(family.child, family.second_home)
    sight = sight_of(PageContext(workspace, page_context.theme, page_context.clock, visit))
    assert sight.sees(family.child, "")
    assert sight.sees(family.stranger, family.second_home)
    assert sight.sees(family.stranger, "")  # lives in the home that is visited
    assert not sight.sees(family.mother, "")
    assert not sight.sees(family.child, family.home)
    assert not sight.sees("", family.home)


def test_who_may_be_named_in_a_plan(page_context: PageContext, family: Family, workspace: Workspace) -> None:
    own = next(row for row in workspace.plans.rows(family.child) if row.client_ids == (family.child,))
    plan = workspace.plans.plan(own.id)
    everyone = {person.given_name for person in people_of_plan(page_context, plan)}
    visit = HomeVisit(family.child, family.home)
    context = PageContext(workspace, page_context.theme, page_context.clock, visit)
    named = {person.given_name for person in people_of_plan(context, plan)}
    assert {BROTHER, "Truus"} <= everyone
    assert named == {"Can", "Fatima", "Emre"}  # the father decides too, wherever he lives


def test_f9_asks_which_home(
    qtbot: QtBot, page_context: PageContext, family: Family, workspace: Workspace
) -> None:
    entries = (
        PageEntry("cliënten", (OpenClient, OpenToday), ClientsPage),
        PageEntry("plan", (OpenPlan,), PlanPage),
    )
    shown = MainWindow(page_context, entries, idle_minutes=0)
    qtbot.addWidget(shown)
    shown.show()
    shown.go(OpenClient(family.child))
    shown._toggle_visit()
    assert [action.text() for action in shown.homes_menu.actions()] == ["Bij Gezin Yıldız", "Bij Gezin Demir"]
    shown.homes_menu.actions()[1].trigger()
    assert shown._context.visit == HomeVisit(family.child, family.second_home)
    shown.homes_menu.close()
    page = shown._pages["cliënten"]
    shown.go(OpenPlan(family.family_plan))
    assert shown._pages == {"cliënten": page}
    assert workspace.plans.row(family.family_plan).household_id == family.home
    shown.lock()

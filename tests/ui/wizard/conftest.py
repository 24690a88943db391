"""A plan of an invented client on the screen, in a real vault, with short waiting times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.vault_fixtures import page_context, room, workspace

from planbureau.services.api import Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.places import OpenPlan
from planbureau.ui.wizard.desk import Desk, Pace
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.plan_page import PlanPage
from planbureau.views import PersonView, PlanView, RelationView

__all__ = ["page_context", "room", "workspace"]

QUICK = Pace(draft=5, choice=1, hints=1)
SLOW = Pace(draft=60_000, choice=60_000, hints=60_000)
"""Nothing is kept by itself: a test sees what is kept on leaving."""


@dataclass
class Table:
    """The plan on the table: pages on it, and what the vault holds."""

    qtbot: QtBot
    context: PageContext
    plan_id: str
    client_id: str
    mother: str
    places: list[object] = field(default_factory=list)
    pages: list[PlanPage] = field(default_factory=list)

    @property
    def workspace(self) -> Workspace:
        return self.context.workspace

    @property
    def stored(self) -> PlanView:
        """The plan as it is in the vault now."""
        return self.workspace.plans.plan(self.plan_id)

    def open(self, pace: Pace = QUICK, size: tuple[int, int] = (1160, 768), *, plan_id: str = "") -> PlanPage:
        """A fresh page on this plan, or on one of its reports."""
        page = PlanPage(self.context, pace=pace)
        self.qtbot.addWidget(page)
        page.resize(*size)
        page.place_requested.connect(self.places.append)
        page.show_place(OpenPlan(plan_id or self.plan_id))
        page.show()
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow)
        self.pages.append(page)
        return page

    def leave(self) -> None:
        """What the window does before it locks the vault."""
        for page in self.pages:
            page.leave()


def desk_of(page: PlanPage) -> Desk:
    """The plan of a page."""
    assert page.desk is not None
    return page.desk


def stop(page: PlanPage) -> None:
    """Leaves the vault as a program does that is killed two seconds after the last keystroke."""
    autosave = desk_of(page).autosave
    autosave.write_drafts()
    for kept in autosave._waiting:
        kept._soon.stop()
    autosave._waiting.clear()


def field_of(page: PlanPage, question_id: str) -> Field:
    """Goes to the step of a question, and gives its field."""
    page.show_place(OpenPlan(desk_of(page).plan_id, question_id=question_id))
    step = page.current_page()
    assert step is not None
    return step.fields[question_id]


@pytest.fixture
def osp(qtbot: QtBot, page_context: PageContext) -> Iterator[Table]:
    """A support plan."""
    clients = page_context.workspace.clients
    client_id, _ = clients.add_client(
        PersonView(given_name="Noor", family_name="Voorbeeld", birth_date=date(1990, 5, 1))
    )
    mother, _ = clients.add_person(PersonView(given_name="Ada", family_name="Voorbeeld"))
    clients.add_relation(RelationView("", client_id, clients.person(mother), role="moeder"))
    plan_id, _ = page_context.workspace.plans.start_plan("osp", client_id)
    table = Table(qtbot, page_context, plan_id, client_id, mother)
    yield table
    table.leave()


@pytest.fixture
def family(qtbot: QtBot, page_context: PageContext) -> Iterator[Table]:
    """A family plan of a mother and a child."""
    clients = page_context.workspace.clients
    child, _ = clients.add_client(PersonView(given_name="Sem", birth_date=date(2013, 6, 1)))
    mother, _ = clients.add_person(PersonView(given_name="Ada"))
    household, _ = clients.add_household("Gezin Voorbeeld")
    clients.add_member(household, clients.client(child).person.id, "kind")
    clients.add_member(household, mother, "moeder")
    plan_id, _ = page_context.workspace.plans.start_plan("gzp", household_id=household)
    table = Table(qtbot, page_context, plan_id, child, mother)
    yield table
    table.leave()

"""At the kitchen table of one family, nobody else is anywhere on the screen; afterwards everyone is back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.journeys.office import TIMEOUT, Office
from tests.journeys.on_screen import named

from planbureau.rules.notes.text import TextPart
from planbureau.services.api import Workspace
from planbureau.ui.paper.print_page import PrintPage
from planbureau.ui.places import (
    AdoptPlan,
    OpenCalendar,
    OpenClient,
    OpenClients,
    OpenMatrix,
    OpenNotes,
    OpenPlan,
    OpenScratchPad,
    OpenSettings,
    OpenTalk,
    OpenToday,
    Place,
    PrintPlan,
)
from planbureau.views import ActionView, GoalView, NoteView, PersonView, RelationView, RequestView

OTHERS = ("Wouterius", "Geerdink", "Zilverberg")
"""Family names of the client, the sister and the household of elsewhere."""


@dataclass(frozen=True)
class Homes:
    """The visited client, with a plan; and what there is of somebody else."""

    noor: str
    noor_plan: str
    other: str
    other_plan: str
    other_home: str
    other_family_plan: str


def fill(workspace: Workspace) -> Homes:
    """Two homes, each with a person around, a plan with a late term, a goal and a request."""
    clients = workspace.clients
    made = []
    for given, family, around, home_name in (
        ("Noor", "Appelman", "Appelman-Prins", "Gezin Appelman"),
        ("Truus", OTHERS[0], OTHERS[1], f"Gezin {OTHERS[2]}"),
    ):
        client, _ = clients.add_client(
            PersonView(given_name=given, family_name=family, birth_date=date(1960, 2, 3))
        )
        person, _ = clients.add_person(PersonView(given_name="Els", family_name=around))
        clients.add_relation(RelationView("", client, clients.person(person), "zus", contact_order=1))
        home, _ = clients.add_household(home_name)
        clients.add_member(home, clients.client(client).person.id, "alleenstaand")
        plan, _ = workspace.plans.start_plan("osp", client)
        workspace.plans.save_frame(
            workspace.plans.plan(plan), ["wlz"], [], {"datum_start_zorg": date(2025, 11, 3)}
        )
        goal, _ = workspace.goals.add_goal(
            GoalView("", plan, 0, sentence=f"{given} {family} fietst.", for_whom=(person,))
        )
        workspace.goals.add_action(ActionView("", goal, "", what="fiets halen", responsible_person=person))
        workspace.scratch.jot(client, "", f"{given} {family} en {around} bellen")
        now = workspace.calendar.today()
        about = datetime(now.year, now.month, now.day, tzinfo=UTC) - timedelta(days=1)
        said = (TextPart(f"{given} {family} belde met {around}."),)
        workspace.notes.add(NoteView("", client, "", about, about, text=said))
        clients.add_request(RequestView("", client, "ACCESS", date(2026, 1, 5), f"Els {around}"))
        family_plan, _ = workspace.plans.start_plan("gzp", household_id=home)
        made.append((client, plan, home, family_plan))
    noor, other = made
    return Homes(noor[0], noor[1], *other)


@pytest.fixture
def homes(office: Office) -> Homes:
    office.room.create().lock()
    office.start()
    office.unlock()
    return fill(office.workspace)


def everywhere(homes: Homes) -> tuple[Place, ...]:
    """Every place of the visited client, and every place where somebody else could come in."""
    plan, other = homes.noor_plan, homes.other_plan
    sections = ("kader", "over-wie", "wie-doen-mee", "doelen", "afspraken", "risicos", "hulp-die-ik-krijg")
    return (
        OpenToday(),
        OpenClients(),
        OpenClients(new=True),
        OpenClient(homes.noor),
        *(OpenPlan(plan, section) for section in sections),
        OpenMatrix(),
        OpenMatrix(homes.noor),
        OpenMatrix(plan_id=plan),
        OpenCalendar(),
        OpenCalendar(homes.noor),
        PrintPlan(plan),
        AdoptPlan(plan),
        OpenSettings(),
        OpenScratchPad(homes.noor),
        OpenTalk(plan, "dit-ben-ik"),
        OpenScratchPad(homes.other),
        OpenScratchPad(household_id=homes.other_home),
        OpenTalk(other, "dit-ben-ik"),
        OpenNotes(),
        OpenNotes(write=True),
        OpenNotes(homes.noor, write=True),
        OpenNotes(homes.other),
        OpenNotes(household_id=homes.other_home, write=True),
        PrintPlan(other, "cards"),
        OpenClient(homes.other),
        OpenClient(household_id=homes.other_home),
        OpenMatrix(homes.other),
        OpenMatrix(plan_id=other),
        OpenCalendar(homes.other),
        OpenCalendar(plan_id=other, deadline="WLZ-02"),
        OpenPlan(other),
        OpenPlan(homes.other_family_plan),
        PrintPlan(other),
        AdoptPlan(other),
    )


def test_one_key_shows_one_home_until_it_is_left(office: Office, homes: Homes) -> None:
    before: tuple[Place, ...] = (OpenToday(), OpenCalendar(), OpenMatrix(homes.other), OpenClient(homes.noor))
    for place in before:
        office.go(place)
    assert named(office.window, OTHERS[0])
    office.active(office.window)
    QTest.keyClick(office.window, Qt.Key.Key_F9)
    assert office.window._context.visiting
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # pages taken down go now
    seen = []
    for place in everywhere(homes):
        office.go(place)
        settle(office)
        found = [words for name in OTHERS for words in named(office.window, name)]
        if found:
            seen.append((place, found))
    assert seen == []
    office.look("huisbezoek")
    office.active(office.window)
    QTest.keyClick(office.window, Qt.Key.Key_F9)
    assert not office.window._context.visiting
    office.go(OpenClients())
    assert named(office.window, OTHERS[0])


def settle(office: Office) -> None:
    """Waits for a print that is being made, and for what was taken down to go."""
    page = office.page
    if isinstance(page, PrintPage):
        office.qtbot.waitUntil(
            lambda: page.save_button.isEnabled() or page._problem.isVisible(), timeout=TIMEOUT
        )
    QApplication.processEvents()

"""A plan without its plan type: the lists name it, and its page says what to do and what it holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.vault_fixtures import page_context, room, workspace
from tests.ui.walker import walk

from planbureau.services.workspace import OpenWorkspace
from planbureau.ui.calendar.plan_lines import plan_status
from planbureau.ui.page import PageContext
from planbureau.ui.people.client_model import line_of_found
from planbureau.ui.people.plans_card import _badges
from planbureau.ui.places import OpenClient, OpenClients, OpenLostPlan, OpenPlan, OpenSettings, OpenToday
from planbureau.ui.plan_words import LOST
from planbureau.ui.shell.main_window import MainWindow, PageEntry
from planbureau.ui.shell.wiring import _clients, _lost_plan, _plan, _today
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.wizard.lost_page import MATTER, LostPlanPage
from planbureau.views import PersonView

__all__ = ["page_context", "room", "workspace"]


@pytest.fixture
def lost(page_context: PageContext) -> str:
    """A concept with one answer; the files of all plan types are gone since."""
    work = page_context.workspace
    assert isinstance(work, OpenWorkspace)
    client_id, _ = work.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    plan_id, _ = work.plans.start_plan("osp", client_id)
    work.plans.save_answer(plan_id, "mogelijkheden", "Kookt zelf.", ())
    work._context.formats = replace(work._context.formats, formats=())
    return plan_id


def words(page: LostPlanPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel)}


@pytest.mark.parametrize("size", [(1160, 720), (600, 330)])
def test_it_says_what_to_do_and_what_is_written(
    qtbot: QtBot, page_context: PageContext, lost: str, tmp_path: Path, size: tuple[int, int]
) -> None:
    page = LostPlanPage(page_context)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show_place(OpenLostPlan(lost))
    page.show()
    assert {MATTER, "Mogelijkheden", "Kookt zelf.", LOST[0]} <= words(page)
    settings, export = page.buttons.inside()
    assert isinstance(settings, Button)
    assert isinstance(export, Button)
    assert (settings.text().strip(), export.text().strip()) == ("Naar Instellingen", "Plan exporteren")
    places: list[object] = []
    page.place_requested.connect(places.append)
    settings.click()
    assert places == [OpenSettings()]
    page.export(tmp_path / "plan.json")
    assert "Kookt zelf." in (tmp_path / "plan.json").read_text("utf-8")
    assert walk(page) == []


def test_every_list_has_its_badge(page_context: PageContext, lost: str) -> None:
    work = page_context.workspace
    (row,) = work.plans.rows()
    assert LOST in list(_badges(row))
    assert plan_status(row) == plan_status(row, counted=False) == LOST
    (hit,) = [hit for hit in work.search("kookt") if hit.kind == "plan"]
    line = line_of_found(hit)
    assert (line.words, line.icon, line.tone) == (f"{LOST[0]} · Noor Voorbeeld", LOST[2], LOST[1])
    assert line.opens == OpenPlan(lost)


def test_opening_it_shows_that_page(qtbot: QtBot, page_context: PageContext, lost: str) -> None:
    entries = (
        PageEntry("vandaag", (OpenToday,), _today),
        PageEntry("clienten", (OpenClients, OpenClient), _clients),
        PageEntry("plan", (OpenPlan,), _plan),
        PageEntry("zonder", (OpenLostPlan,), _lost_plan),
    )
    window = MainWindow(page_context, entries, idle_minutes=0)
    qtbot.addWidget(window)
    window.show()
    window.go(OpenPlan(lost))
    assert window._place == OpenLostPlan(lost)
    (page,) = window.findChildren(LostPlanPage)
    assert page.isVisible()
    window.go(OpenPlan("weg"))
    assert window._place == OpenLostPlan(lost)

"""The way back from the calendar to the start page: once, and only from what was opened there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.calendar.conftest import Dates
from tests.ui.showing import show_active

from planbureau.model.reading.facts import IN_PLAN, NEXT_EVALUATION
from planbureau.model.rows import DoneRow
from planbureau.services.api import Workspace
from planbureau.ui.calendar.calendar_page import CalendarPage
from planbureau.ui.calendar.deadline_panel import DeadlinePanel
from planbureau.ui.calendar.done_form import DoneForm
from planbureau.ui.calendar.today_page import TodayPage
from planbureau.ui.page import PageContext
from planbureau.ui.places import OpenCalendar, OpenToday, Place
from planbureau.ui.shell.main_window import MainWindow, PageEntry
from planbureau.ui.widgets.buttons import Button
from planbureau.vault.errors import DatabaseDamagedError
from planbureau.views import AppointmentView

AGREED = date(2026, 3, 10)


@pytest.fixture
def window(qtbot: QtBot, page_context: PageContext) -> Iterator[MainWindow]:
    entries = (
        PageEntry("vandaag", (OpenToday,), TodayPage),
        PageEntry("agenda", (OpenCalendar,), CalendarPage),
    )
    made = MainWindow(page_context, entries, idle_minutes=0)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    show_active(qtbot, made)
    yield made
    made.close()


@pytest.fixture
def talk(workspace: Workspace, dates: Dates) -> OpenCalendar:
    """A talk on a day that was agreed: once it is done the calendar has nothing of it any more."""
    workspace.plans.save_frame(
        workspace.plans.plan(dates.noor_plan), ["wlz"], [], {"datum_vastgesteld": date(2026, 1, 17)}
    )
    with workspace._context.writing() as work:  # type: ignore[attr-defined]
        day = AGREED.isoformat()
        told = {"plan_id": dates.noor_plan, "rule_id": NEXT_EVALUATION, "subject": IN_PLAN, "on": day}
        work.create(DoneRow, {**told, "reason": ""})
        work.touch(dates.noor_plan, dates.noor, "")
    return OpenCalendar(plan_id=dates.noor_plan, deadline="EVA-01", came_from=OpenToday())


def press(page: CalendarPage, name: str) -> None:
    (button,) = [b for b in page.findChildren(Button) if b.accessibleName() == name and b.isVisibleTo(page)]
    button.click()


def page_of(window: MainWindow) -> CalendarPage:
    page = window._pages["agenda"]
    assert isinstance(page, CalendarPage)
    return page


def test_a_term_that_is_gone_once_it_is_done_goes_back_once(window: MainWindow, talk: OpenCalendar) -> None:
    window.go(talk)
    page = page_of(window)
    went: list[Place] = []
    page.place_requested.connect(went.append)
    press(page, "Gedaan op…")
    (form,) = page.findChildren(DoneForm)
    form.reason.set_value("Noor was ziek.")
    press(page, "Vastleggen")
    assert went == [OpenToday()]
    today = window._pages["vandaag"]
    assert window._stack.currentWidget() is today
    focus = QApplication.focusWidget()
    assert focus is not None
    assert today.isAncestorOf(focus)
    assert not [b for b in today.findChildren(Button) if "Gedaan op" in b.accessibleName()]
    assert window._toast.text() == "Vastgelegd dat dit gedaan is."


def test_what_is_opened_later_in_the_calendar_itself_stays_there(
    window: MainWindow, workspace: Workspace, dates: Dates
) -> None:
    first, _ = workspace.appointments.add(AppointmentView("", AGREED, "Eerste", client_id=dates.noor))
    second, _ = workspace.appointments.add(AppointmentView("", AGREED, "Tweede", client_id=dates.noor))
    window.go(OpenCalendar(appointment=first, came_from=OpenToday()))
    page = page_of(window)
    page._open_appointment(second)
    assert page.panel.form is not None
    page.panel.form.save_button.click()
    assert window._stack.currentWidget() is page
    page.new_button.click()
    assert page.panel.form is not None
    page.panel.form.cancel_button.click()
    assert window._stack.currentWidget() is page


def test_a_term_opened_again_from_the_list_goes_back_to_the_list(
    window: MainWindow, talk: OpenCalendar
) -> None:
    window.go(talk)
    page = page_of(window)
    (panel,) = page.findChildren(DeadlinePanel)
    row = panel.row
    assert row is not None
    assert panel.back.accessibleName() == "Terug naar Vandaag"
    page.panel.show_deadline(row)
    assert panel.back.accessibleName() == "Terug naar de lijst"
    panel.back.click()
    assert window._stack.currentWidget() is page


def test_the_start_page_that_stays_still_watches_the_hour(
    window: MainWindow, page_context: PageContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_page: CalendarPage, _place: Place) -> None:
        raise DatabaseDamagedError

    today = window._pages["vandaag"]
    assert isinstance(today, TodayPage)
    today._hour.wait_for([page_context.clock.now() + timedelta(hours=2)])
    with monkeypatch.context() as broken:
        broken.setattr(CalendarPage, "show_place", damaged)
        window.go(OpenCalendar())
    assert window._stack.currentWidget() is today
    assert today._hour.isActive()
    asked: list[bool] = []
    monkeypatch.setattr(today, "_reload", lambda: asked.append(True))
    today._hour.timeout.emit()
    assert asked == [True]
    window.go(OpenCalendar())
    today._hour.timeout.emit()
    assert asked == [True]  # a page that does not show reads nothing

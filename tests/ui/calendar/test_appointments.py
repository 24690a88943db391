"""Appointments in the calendar: made, changed, called off by keyboard from every view; nothing is lost."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.calendar.conftest import Dates
from tests.ui.showing import show_active
from tests.ui.walker import walk

from planbureau.services.api import Workspace
from planbureau.ui.calendar.agenda_views import LIST, MONTH, WEEK
from planbureau.ui.calendar.appointment_form import AppointmentForm
from planbureau.ui.calendar.calendar_page import CalendarPage
from planbureau.ui.calendar.form_keys import place_of
from planbureau.ui.page import PageContext
from planbureau.ui.places import OpenAnnexes, OpenCalendar, OpenToday
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize
from planbureau.ui.widgets.agenda_list import AgendaList
from planbureau.views import AppointmentView, PersonView, RelationView

FRIDAY = date(2026, 3, 20)


def shown(qtbot: QtBot, context: PageContext, place: OpenCalendar | None = None) -> CalendarPage:
    page = CalendarPage(context)
    qtbot.addWidget(page)
    page.resize(1160, 768)
    show_active(qtbot, page)
    page.show_place(place or OpenCalendar())
    return page


def form_of(page: CalendarPage) -> AppointmentForm:
    form = page.panel.form
    assert form is not None
    return form


def made(workspace: Workspace, dates: Dates, client_id: str = "", **more: Any) -> AppointmentView:
    about = client_id or dates.noor
    appointment_id, _ = workspace.appointments.add(AppointmentView("", FRIDAY, client_id=about, **more))
    return workspace.appointments.appointment(appointment_id)


@pytest.mark.parametrize("view", [MONTH, WEEK, LIST])
def test_an_appointment_is_made_by_keyboard_from_every_view(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace, view: str
) -> None:
    page = shown(qtbot, page_context, OpenCalendar(client_id=dates.noor))
    page._views[view].click()
    page.views.show_day(FRIDAY)
    QTest.keyClick(page.views.main(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = form_of(page)
    form.kind.set_value("home_visit")
    form.starts.line.setText("9u30")
    form.place.setText("Bij Noor")
    QTest.keyClick(form.place, Qt.Key.Key_Return)
    (found,) = workspace.appointments.appointments()
    assert (found.kind, found.title, found.starts, found.place) == (
        "home_visit", "Huisbezoek", "09:30", "Bij Noor",
    )  # fmt: skip
    assert (found.client_id, found.who) == (dates.noor, (workspace.organisation.user().id,))
    assert found.day == (page_context.clock.today() if view == LIST else FRIDAY)
    assert page.panel.form is None
    assert page.views.main().hasFocus()


def test_it_is_found_by_its_own_words_and_opens_on_its_day(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    page = shown(qtbot, page_context)
    later = date(2026, 9, 4)
    one, _ = workspace.appointments.add(AppointmentView("", later, "Kringgesprek met de buurt"))
    made(workspace, dates, title="Tandarts")
    page._filters.search.setText("kringgesp")
    page._reload()
    page.views.show_day(later)
    query, filters = page._query, page._filters.filters()
    assert [line.id for line in query.rows(filters, None, None) if isinstance(line, AppointmentView)] == [one]
    page.show_place(OpenCalendar(appointment=one))
    assert form_of(page).title.text() == "Kringgesprek met de buurt"
    assert "september 2026" in page.views.title()


def test_it_stands_in_month_week_and_list(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    made(workspace, dates, kind="home_visit", starts="09:30", ends="10:00", place="Thuis")
    page = shown(qtbot, page_context)
    (item,) = [one for one in page.views.grid.items_on(FRIDAY) if one.icon == "house"]
    assert item.text == "09:30 Noor Voorbeeld: Huisbezoek"
    assert item.sentence == "Huisbezoek, Noor Voorbeeld, vrijdag 20 maart 2026, van 09:30 tot 10:00, Thuis"
    page._views[WEEK].click()
    role = Qt.ItemDataRole.AccessibleTextRole
    model = page.views.week.model()
    lines = [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]
    assert "Noor Voorbeeld · Huisbezoek, 09:30-10:00 · Thuis, vrijdag 20 maart 2026, over vier dagen" in lines
    assert lines[0] == "Vandaag, ma 16 maart: geen afspraken"


def test_a_talk_about_a_plan_is_prepared_from_its_appointment(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    plan = workspace.plans.rows(dates.noor)[0]
    page = shown(qtbot, page_context, OpenCalendar(client_id=dates.noor))
    places: list[object] = []
    page.place_requested.connect(places.append)
    QTest.keyClick(page.views.main(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = form_of(page)
    assert form.prepare_button.isHidden(), "of a plan that is not chosen nothing can be prepared"
    form.plan.set_value(plan.id)
    form.kind.set_value("meeting")
    form.day.set_value(date(2026, 4, 13))
    form.starts.line.setText("25:70")  # a time that is none is said, and nothing is prepared
    QTest.keyClick(form.prepare_button, Qt.Key.Key_Space)
    assert (workspace.tasks.tasks(plan_id=plan.id), places) == ((), [])
    form.starts.line.setText("10:00")
    QTest.keyClick(form.prepare_button, Qt.Key.Key_Space)
    (talk,) = workspace.appointments.appointments()
    tasks = workspace.tasks.tasks(plan_id=plan.id)
    assert {(one.meeting_id, one.meeting_on) for one in tasks} == {(talk.id, date(2026, 4, 13))}
    assert {one.due for one in tasks} == {date(2026, 3, 23), date(2026, 3, 30), date(2026, 4, 6)}
    assert places == [OpenAnnexes(plan.id, preparing=True)]
    assert page.panel.form is None

    # moved with the appointment; what was done stays, and pressing again asks nothing twice
    workspace.tasks.settle([tasks[0].id])
    page.show_place(OpenCalendar(appointment=talk.id))
    form_of(page).day.set_value(date(2026, 4, 20))
    form_of(page).prepare_button.click()
    moved = workspace.tasks.tasks(plan_id=plan.id)
    assert {one.id for one in moved} == {one.id for one in tasks}
    assert [one.meeting_on for one in moved if one.done_on] == [date(2026, 4, 13)]
    assert {one.meeting_on for one in moved if not one.done_on} == {date(2026, 4, 20)}

    # of a day that has passed nothing is prepared
    page.show_place(OpenCalendar(appointment=talk.id))
    form_of(page).day.set_value(date(2026, 3, 2))
    form_of(page).day.value_changed.emit()
    assert form_of(page).prepare_button.isHidden()


def test_changing_and_calling_off(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    found = made(workspace, dates)
    page = shown(qtbot, page_context, OpenCalendar(appointment=found.id))
    form_of(page).place.setText("Kantoor")
    form_of(page).off_button.click()
    changed = workspace.appointments.appointment(found.id)
    assert (changed.place, changed.cancelled) == ("Kantoor", True)
    page.show_place(OpenCalendar(appointment=found.id))
    form_of(page).off_button.click()
    assert not workspace.appointments.appointment(found.id).cancelled


def test_going_elsewhere_saves_and_what_is_no_time_keeps_the_form(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    found = made(workspace, dates)
    page = shown(qtbot, page_context, OpenCalendar(appointment=found.id))
    form_of(page).starts.line.setText("half drie")
    assert not page.leave()
    assert form_of(page).starts.text() == "half drie"
    form_of(page).starts.line.setText("14.30")
    assert page.leave()
    assert workspace.appointments.appointment(found.id).starts == "14:30"


def test_what_was_typed_survives_a_lock_and_opens_again(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    page = shown(qtbot, page_context, OpenCalendar(client_id=dates.noor, new=True))
    form_of(page).starts.line.setText("half drie")
    form_of(page).place.setText("Bij oma")
    assert not page.leave()
    assert page.keep_unfinished()  # the vault locks
    (draft,) = workspace.forms.all()
    assert workspace.appointments.appointments() == ()
    again = shown(qtbot, page_context, place_of(draft.key))  # type: ignore[arg-type]
    form = form_of(again)
    assert (form.starts.text(), form.place.value()) == ("half drie", "Bij oma")
    assert form.about.value() == f"client:{dates.noor}"
    form.starts.line.setText("14:30")
    assert form.submit()
    assert workspace.forms.all() == ()
    assert [one.place for one in workspace.appointments.appointments()] == ["Bij oma"]


def test_an_appointment_is_not_for_everybody(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    father, _ = workspace.clients.add_person(PersonView(given_name="Ruud"))
    workspace.clients.add_relation(
        RelationView("", dates.noor, workspace.clients.person(father), role="vader")
    )
    page = shown(qtbot, page_context, OpenCalendar(new=True, about=dates.noor))
    form = form_of(page)
    assert (father, "Ruud") in form._readers()
    form.not_for.set_value([father], "Dat is niet veilig.")
    form.write()
    (kept,) = workspace.appointments.appointments()
    (mark,) = workspace.clients.restrictions([kept.id])
    assert (mark.target_kind, mark.not_for, mark.reason) == ("appointment", (father,), "Dat is niet veilig.")
    page.show_place(OpenCalendar(appointment=kept.id))
    again = form_of(page)
    assert again.not_for.value() == {father}
    assert not again.changed()
    again.not_for.set_value([])
    assert again.changed()
    again.write()
    assert workspace.clients.restrictions([kept.id]) == ()


def test_closing_the_form_goes_back_where_it_came_from(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    found = made(workspace, dates)
    page = shown(qtbot, page_context, OpenCalendar(appointment=found.id, came_from=OpenToday()))
    with qtbot.waitSignal(page.place_requested) as went:
        QTest.keyClick(form_of(page), Qt.Key.Key_Escape)
    assert went.args == [OpenToday()]


def test_by_professional_and_by_kind(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    me = workspace.organisation.user().id
    workspace.appointments.add(AppointmentView("", FRIDAY, title="Met mij", who=(me,)))
    workspace.appointments.add(AppointmentView("", FRIDAY, title="Zonder mij"))
    page = shown(qtbot, page_context)

    def titles() -> list[str]:
        return [line.title for line in page.views.lines() if isinstance(line, AppointmentView)]

    assert titles() == ["Met mij", "Zonder mij"]
    page._filters.professional.set_value(me)
    assert titles() == ["Met mij"]
    assert len(page.views.lines()) == 1  # nobody coordinates the plans
    page._filters.professional.set_value("")
    page._filters._appointments.click()
    assert len(page.views.lines()) == 2
    page._filters.standing.set_value("Te laat")
    assert page.views.lines() == ()


def test_a_home_visit_shows_and_offers_nobody_else(
    qtbot: QtBot, visit_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    own, other = made(workspace, dates), made(workspace, dates, dates.sem, title="Bij Sem")
    page = shown(qtbot, visit_context, OpenCalendar(appointment=other.id))
    assert page.panel.form is None
    assert [line.id for line in page.views.lines() if isinstance(line, AppointmentView)] == [own.id]
    page.new_button.click()
    offered = [form_of(page).about.itemText(at) for at in range(form_of(page).about.count())]
    assert "Noor Voorbeeld" in offered
    assert not any("Sem" in words for words in offered)


@pytest.mark.parametrize(("view", "opened"), [(WEEK, False), (LIST, True)])
@pytest.mark.parametrize(
    ("size", "look", "text"),
    [
        ((1366, 768), Look.LIGHT, TextSize.NORMAL),
        ((1093, 614), Look.CONTRAST, TextSize.LARGEST),
        ((683, 384), Look.DARK, TextSize.NORMAL),
    ],
)
def test_everyone_can_use_it(
    qtbot: QtBot, page_context: PageContext, dates: Dates, theme: Theme, size: tuple[int, int], look: Look,
    text: TextSize, view: str, opened: bool, workspace: Workspace,
) -> None:  # fmt: skip
    theme.apply(look, text)
    found = made(workspace, dates, starts="14:00")
    page = shown(qtbot, page_context)
    page.resize(*size)
    page._views[view].click()
    page.views.show_day(FRIDAY)
    if opened:
        page.show_place(OpenCalendar(appointment=found.id))
    assert walk(page) == []


def test_a_day_of_one_client_names_nobody(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    for words in ("Passen", "Meten"):
        made(workspace, dates, title=words)
    page = shown(qtbot, page_context, OpenCalendar(client_id=dates.noor))
    grid = page.views.grid
    grid.go_to(FRIDAY)
    assert len(grid.items_on(FRIDAY)) == 2
    QTest.keyClick(grid, Qt.Key.Key_Return)
    (day,) = page.views.nearest.findChildren(AgendaList)
    told = [str(day.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(3)]
    assert any("Passen" in line for line in told)
    assert not any("Noor" in line for line in told)

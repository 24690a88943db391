"""The calendar: what shows, one deadline with all it says, done and deviations, and a home visit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from tests.ui.calendar.conftest import Dates
from tests.ui.walker import walk
from tests.vault_room import DAY

from planbureau.rules.deadlines import Status
from planbureau.services.api import Workspace
from planbureau.ui.calendar.calendar_page import CalendarPage
from planbureau.ui.calendar.deadline_look import agenda_entry, calendar_item
from planbureau.ui.calendar.deadline_panel import DeadlinePanel
from planbureau.ui.calendar.deviation_form import DeviationForm
from planbureau.ui.calendar.done_form import DoneForm
from planbureau.ui.calendar.form_keys import place_of
from planbureau.ui.calendar.not_applicable_form import NotApplicableForm
from planbureau.ui.calendar.pause_form import PauseForm
from planbureau.ui.page import PageContext
from planbureau.ui.places import AdoptPlan, OpenCalendar, OpenPlan
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize
from planbureau.ui.widgets.agenda_list import AgendaList
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.chip_row import Chip
from planbureau.ui.widgets.labels import TextLabel
from planbureau.ui.widgets.month_grid import MonthGrid
from planbureau.views import AppointmentView, DeadlineRow, PersonView


def shown(
    qtbot: QtBot, context: PageContext, place: OpenCalendar | None = None,
    size: tuple[int, int] = (1160, 768),
) -> CalendarPage:  # fmt: skip
    page = CalendarPage(context)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.show_place(place or OpenCalendar())
    return page


def grid_of(page: CalendarPage) -> MonthGrid:
    (grid,) = page.findChildren(MonthGrid)
    return grid


def panel_of(page: CalendarPage) -> DeadlinePanel:
    (panel,) = page.findChildren(DeadlinePanel)
    return panel


def listed(page: CalendarPage) -> list[str]:
    """The lines of the list, to which the page turns for it."""
    if not chip(page, "Lijst").isChecked():
        chip(page, "Lijst").click()
    (agenda,) = [one for one in page.findChildren(AgendaList) if one.accessibleName() == "Datums op volgorde"]
    model, role = agenda.model(), Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def chip(page: CalendarPage, name: str) -> Chip:
    (found,) = [one for one in page.findChildren(Chip) if one.accessibleName() == name]
    return found


def press(page: CalendarPage, name: str) -> None:
    (button,) = [b for b in page.findChildren(Button) if b.accessibleName() == name and b.isVisibleTo(page)]
    button.click()


def words(page: CalendarPage) -> str:
    return "\n".join(
        label.text() for label in panel_of(page).findChildren(TextLabel) if label.isVisibleTo(page)
    )


def deadline(workspace: Workspace, plan_id: str, rule_id: str) -> DeadlineRow:
    rows = workspace.calendar.deadlines()
    return next(r for r in rows if r.plan_id == plan_id and r.deadline.rule_id == rule_id)


def test_what_comes_first_shows_also_when_it_is_far_away(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace
) -> None:
    client, _ = workspace.clients.add_client(PersonView(given_name="Noor", birth_date=date(1990, 5, 1)))
    plan, _ = workspace.plans.start_plan("osp", client)
    workspace.plans.save_frame(
        workspace.plans.plan(plan), ["wlz"], [], {"datum_start_zorg": workspace.calendar.today()}
    )
    page = shown(qtbot, page_context)
    (near,) = [one for one in page.findChildren(AgendaList) if one.accessibleName() == "Eerstvolgend"]
    said = [
        str(near.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(near.model().rowCount())
    ]
    assert any("Zorgplan bespreken en vaststellen" in line for line in said)


def half_yearly(workspace: Workspace, dates: Dates) -> None:
    """Gives Noor an evaluation that may be moved (WLZ-04)."""
    days: dict[str, date | None] = {
        "datum_start_zorg": date(2025, 1, 17),
        "datum_laatste_planbespreking": date(2026, 2, 27),
    }
    workspace.plans.save_frame(workspace.plans.plan(dates.noor_plan), ["wlz"], [], days)


@pytest.mark.usefixtures("dates")
def test_the_month_shows_who_and_what(qtbot: QtBot, page_context: PageContext) -> None:
    page = shown(qtbot, page_context)
    (late,) = grid_of(page).items_on(date(2026, 3, 2))
    assert late.text.startswith("Noor Voorbeeld: ")
    assert late.icon == "circle-alert"
    with qtbot.waitSignal(grid_of(page).day_opened):
        grid_of(page).go_to(date(2026, 3, 2))
        QTest.keyClick(grid_of(page), Qt.Key.Key_Return)
    assert "Te laat (14 dagen)" in words(page)


def test_a_deadline_explains_itself(qtbot: QtBot, page_context: PageContext, dates: Dates) -> None:
    page = shown(qtbot, page_context, OpenCalendar(plan_id=dates.noor_plan, deadline="WLZ-02"))
    told = words(page)
    assert "Zes weken na zaterdag 17 januari 2026 is" in told
    assert "maandag 2 maart 2026" in told
    assert "Bron: Wlz 8.1.1 lid 1, 8.1.3 lid 1 (nagelezen in de tekst van 28 juli 2018)." in told
    with qtbot.waitSignal(page.place_requested) as went:
        press(page, "Naar het plan")
    assert went.args == [OpenPlan(dates.noor_plan)]


def test_done_late_asks_why(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    page = shown(qtbot, page_context, OpenCalendar(plan_id=dates.noor_plan, deadline="WLZ-02"))
    press(page, "Gedaan op…")
    (form,) = panel_of(page).findChildren(DoneForm)
    assert form.reason.isVisibleTo(page)
    press(page, "Vastleggen")
    assert deadline(workspace, dates.noor_plan, "WLZ-02").deadline.status is Status.LATE
    assert any("Schrijf in een zin op waarom" in label.text() for label in form.findChildren(TextLabel))
    form.reason.set_value("Noor was in het ziekenhuis.")
    press(page, "Vastleggen")
    assert deadline(workspace, dates.noor_plan, "WLZ-02").deadline.status is Status.DONE_LATE
    assert not any("14 dagen te laat" in line for line in listed(page))


def test_a_law_without_deviation_offers_none(qtbot: QtBot, page_context: PageContext, dates: Dates) -> None:
    page = shown(qtbot, page_context, OpenCalendar(plan_id=dates.noor_plan, deadline="WLZ-02"))
    assert not [b for b in page.findChildren(Button) if b.accessibleName() == "Afwijken…"]
    assert "Van deze termijn kun je niet afwijken: de wet laat dat niet toe" in words(page)


def test_deviating_asks_what_the_rule_asks(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    half_yearly(workspace, dates)
    page = shown(qtbot, page_context, OpenCalendar(plan_id=dates.noor_plan, deadline="WLZ-04"))
    press(page, "Afwijken…")
    (form,) = panel_of(page).findChildren(DeviationForm)
    assert form.told.isVisibleTo(page)
    assert not form.falls_away.isVisibleTo(page)
    form.reason.set_value("Noor vindt een keer per jaar genoeg.")
    form.asked_by.setText("Noor")
    form.told.setChecked(True)
    press(page, "Afwijking vastleggen")
    assert deadline(workspace, dates.noor_plan, "WLZ-04").deadline.deviation is None
    form.consent.choose(form.consent.choices()[0][0])
    press(page, "Afwijking vastleggen")
    assert deadline(workspace, dates.noor_plan, "WLZ-04").deadline.deviation is not None
    assert "Reden: Noor vindt een keer per jaar genoeg." in words(page)


def test_a_form_that_was_not_finished_is_kept_and_opens_again(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    half_yearly(workspace, dates)
    place = OpenCalendar(plan_id=dates.noor_plan, deadline="WLZ-04")
    page = shown(qtbot, page_context, place)
    press(page, "Afwijken…")
    (form,) = panel_of(page).findChildren(DeviationForm)
    QTest.keyClicks(form.day.line, "na de zomer")
    form.reason.set_value("Noor is dan verhuisd.")
    form.consent.choose(form.consent.choices()[0][0])
    assert page.leave()
    (draft,) = workspace.forms.all()
    assert draft.subject_name == "Noor Voorbeeld"
    assert place_of(draft.key) == place

    again = shown(qtbot, page_context, place_of(draft.key))  # type: ignore[arg-type]
    (form,) = panel_of(again).findChildren(DeviationForm)
    assert form.day.raw_text() == "na de zomer"
    assert form.reason.value() == "Noor is dan verhuisd."
    assert len(form.consent.value()) == 1
    assert "is teruggezet" in words(again)
    press(again, "Annuleren")
    assert workspace.forms.all() == ()
    assert panel_of(shown(qtbot, page_context, place)).findChildren(DeviationForm) == []


def test_what_is_written_is_not_kept_as_a_draft(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    page = shown(qtbot, page_context, OpenCalendar(plan_id=dates.noor_plan, deadline="WLZ-02"))
    press(page, "Gedaan op…")
    (form,) = panel_of(page).findChildren(DoneForm)
    form.reason.set_value("Noor was ziek.")
    page.leave()
    press(page, "Vastleggen")
    assert workspace.forms.all() == ()


def test_a_form_of_a_date_that_is_done_shows_its_words_until_they_are_closed(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    place = OpenCalendar(plan_id=dates.noor_plan, deadline="WLZ-02")
    page = shown(qtbot, page_context, place)
    press(page, "Gedaan op…")
    (form,) = panel_of(page).findChildren(DoneForm)
    form.reason.set_value("Noor was ziek.")
    page.leave()
    workspace.calendar.mark_done(dates.noor_plan, "WLZ-02", "", page_context.clock.today(), "elders gedaan")
    again = shown(qtbot, page_context, place)
    assert "Je schreef: Noor was ziek." in words(again)
    (banner,) = panel_of(again).findChildren(Banner)
    banner.dismissed.emit()
    assert workspace.forms.all() == ()


def test_a_deadline_opens_with_its_own_month(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    half_yearly(workspace, dates)
    last = deadline(workspace, dates.noor_plan, "WLZ-04").deadline.last_date
    page = shown(qtbot, page_context, OpenCalendar(plan_id=dates.noor_plan, deadline="WLZ-04"))
    assert last is not None
    assert grid_of(page).month() == last.replace(day=1)
    assert grid_of(page).current_day() == last
    assert grid_of(page).items_on(last)


def test_filters(qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace) -> None:
    page = shown(qtbot, page_context)
    assert any("Noor" in line for line in listed(page))
    page._filters.search.setText("anders")
    assert listed(page)
    assert not any("Noor" in line for line in listed(page))
    page._filters.search.clear()
    chip(page, "Soort regel: eigen keuze").click()
    assert not any("14 dagen te laat" in line for line in listed(page))
    chip(page, "Soort regel: eigen keuze").click()
    workspace.calendar.mark_done(dates.noor_plan, "WLZ-02", "", date(2026, 3, 1))
    page._filters.standing.set_value("Alles")
    assert any(line.startswith("Afgerond") for line in listed(page))
    page._filters.standing.set_value("Te laat")
    assert listed(page) == []


def test_one_client_alone_and_back_to_all(qtbot: QtBot, page_context: PageContext, dates: Dates) -> None:
    page = shown(qtbot, page_context, OpenCalendar(client_id=dates.sem))
    assert not any("te laat" in line for line in listed(page))
    with qtbot.waitSignal(page.place_requested) as went:
        chip(page, "Sem Anders weghalen").click()
    assert went.args == [OpenCalendar()]


def test_a_home_visit_shows_nobody_else(qtbot: QtBot, visit_context: PageContext, dates: Dates) -> None:
    page = shown(qtbot, visit_context, OpenCalendar(plan_id=dates.sem_plan, deadline="WLZ-02"))
    assert not any("Sem" in line for line in listed(page))
    assert panel_of(page).row is None
    assert not page._filters.search.isVisibleTo(page)
    assert all("Sem" not in item.text for item in grid_of(page).items_on(date(2026, 3, 20)))


@pytest.mark.usefixtures("dates")
def test_a_narrow_window_has_a_list(qtbot: QtBot, page_context: PageContext) -> None:
    page = shown(qtbot, page_context, size=(615, 384))
    assert not grid_of(page).isVisibleTo(page)
    chip(page, "Maand").click()
    assert grid_of(page).isVisibleTo(page)


@pytest.mark.parametrize(("view", "rows"), [("lijst", 1), ("week", 2), ("maand", 2)])
@pytest.mark.usefixtures("dates")
def test_the_buttons_of_a_narrow_window_leave_room_for_the_dates(
    qtbot: QtBot, page_context: PageContext, view: str, rows: int
) -> None:
    page = shown(qtbot, page_context, OpenCalendar(view=view), size=(615, 384))
    buttons = [one for one in page._head.findChildren(QAbstractButton) if one.isVisibleTo(page)]
    middles = sorted(one.mapTo(page, one.rect().center()).y() for one in buttons)
    assert 1 + sum(after - before > 12 for before, after in pairwise(middles)) == rows
    filters = chip(page, "Filters")
    assert filters.toolTip() == "Filters"
    filters.click()
    assert page._filters.isVisibleTo(page)


@pytest.mark.parametrize("form", ["", "Gedaan op…", "Afwijken…"])
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
    text: TextSize, form: str, workspace: Workspace,
) -> None:  # fmt: skip
    theme.apply(look, text)
    half_yearly(workspace, dates)
    page = shown(qtbot, page_context, size=size)
    if form:
        page.show_place(OpenCalendar(plan_id=dates.noor_plan, deadline="WLZ-04"))
        press(page, form)
    assert walk(page) == []


def _own_term(workspace: Workspace, dates: Dates) -> OpenCalendar:
    """A plan under the Wmo: its first term is a choice of the organisation."""
    plan_id, _ = workspace.plans.start_plan("wmo", dates.noor)
    triggers = {"datum_start_begeleiding": date(2026, 2, 16)}
    workspace.plans.save_frame(workspace.plans.plan(plan_id), ["wmo"], [], triggers)
    return OpenCalendar(plan_id=plan_id, deadline="WMO-05")


def test_a_pause_is_recorded_and_gives_the_reason_to_move_a_date(
    qtbot: QtBot, page_context: PageContext, dates: Dates
) -> None:
    workspace = page_context.workspace
    place = _own_term(workspace, dates)
    page = shown(qtbot, page_context, place)
    press(page, "Zorg lag stil…")
    (form,) = page.findChildren(PauseForm)
    form.first.set_value(date(2026, 3, 10))
    form.last.set_value(date(2026, 3, 9))
    press(page, "Pauze vastleggen")
    assert workspace.terms.pauses(place.plan_id) == ()  # what was typed stays, with why
    form.last.set_value(date(2026, 3, 12))
    form.kind.set_value("hospital")
    press(page, "Pauze vastleggen")
    (pause,) = workspace.terms.pauses(place.plan_id)
    assert (pause.first_day, pause.last_day) == (date(2026, 3, 10), date(2026, 3, 12))
    press(page, "Afwijken…")
    assert "De datum kan tot 2 april 2026." in words(page)


def test_a_term_that_does_not_hold_is_said_with_a_reason_and_taken_back(
    qtbot: QtBot, page_context: PageContext, dates: Dates
) -> None:
    page = shown(qtbot, page_context, _own_term(page_context.workspace, dates))
    press(page, "Geldt hier niet…")
    (form,) = page.findChildren(NotApplicableForm)
    form.reason.set_value("De gemeente vraagt geen plan.")
    press(page, "Vastleggen")
    assert "N.v.t. (De gemeente vraagt geen plan.)" in words(page)
    assert "Vastgelegd op 16 maart 2026 door Sanne Begeleider." in words(page)
    press(page, "Terugnemen: Geldt hier niet.")
    assert "Later teruggenomen op 16 maart 2026" in words(page)
    assert "N.v.t." not in words(page)


def test_what_breaks_a_law_is_among_the_few_lines_of_a_full_day(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace, dates: Dates
) -> None:
    broken = date(2026, 3, 2)
    for hour in range(8, 14):
        busy = AppointmentView("", broken, f"Gesprek {hour}", starts=f"{hour:02}:00" if hour > 9 else "")
        workspace.appointments.add(replace(busy, client_id=dates.noor))
    page = shown(qtbot, page_context, OpenCalendar(day=broken))
    page._filters.standing.set_value("Alles")
    first, *rest = grid_of(page).items_on(broken)
    assert (first.icon, len(rest)) == ("circle-alert", 6)


def test_the_first_button_goes_where_it_is_done(
    qtbot: QtBot, page_context: PageContext, dates: Dates
) -> None:
    page = shown(qtbot, page_context, OpenCalendar(plan_id=dates.noor_plan, deadline="WLZ-02"))
    with qtbot.waitSignal(page.place_requested) as went:
        press(page, "Plan vaststellen")
    assert went.args == [AdoptPlan(dates.noor_plan)]


def test_the_term_of_the_organisation_opens_without_a_plan(qtbot: QtBot, page_context: PageContext) -> None:
    page_context.workspace.calendar.note_overview_sent(date(2025, 9, 30))
    page = shown(qtbot, page_context)
    (row,) = page_context.workspace.calendar.deadlines()
    assert page.panel.show_deadline(row)
    assert "Overzicht voor de inspectie" in words(page)
    names = {one.accessibleName() for one in page.findChildren(Button) if one.isVisibleTo(page)}
    assert "Naar het overzicht" in names
    assert not {"Gedaan op…", "Afwijken…"} & names  # that is done where the overview is made


def test_a_line_says_a_name_once(page_context: PageContext, dates: Dates) -> None:
    rows = page_context.workspace.calendar.deadlines()
    row = next(one for one in rows if one.plan_id == dates.noor_plan and one.deadline.last_date)
    own = replace(row, deadline=replace(row.deadline, title="Inzage geven", subject_label=row.client_name))
    other = replace(row, deadline=replace(own.deadline, subject_label="Els"))
    said = [agenda_entry(one, DAY, named=named) for one in (own, other) for named in (True, False)]
    assert [one.title for one in said if one] == [
        f"{row.client_name} · Inzage geven",
        f"Inzage geven: {row.client_name}",
        f"{row.client_name} · Inzage geven: Els",
        "Inzage geven: Els",
    ]
    chips = [calendar_item(one, DAY) for one in (own, other)]
    assert [one.text for one in chips if one] == [
        f"{row.client_name}: Inzage geven",
        f"{row.client_name}: Inzage geven: Els",
    ]
    assert all(one.sentence.count(row.client_name) == 1 for one in chips if one)

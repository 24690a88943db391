"""The start page: each line opens its place, and an empty vault says how to begin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.adopted_plans import adopted, vault_with
from tests.ui.calendar.conftest import Dates
from tests.ui.showing import show_active
from tests.ui.walker import misfits, walk
from tests.vault_room import VaultRoom

from planbureau.changes import Changes
from planbureau.rules.notes.text import TextPart
from planbureau.services.api import Workspace
from planbureau.ui.calendar import gaps_line, today_page
from planbureau.ui.calendar.today_page import TodayPage
from planbureau.ui.page import PageContext
from planbureau.ui.places import (
    OpenCalendar,
    OpenClients,
    OpenFileCheck,
    OpenMatrix,
    OpenNotes,
    OpenPlan,
    OpenToday,
)
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize
from planbureau.ui.widgets.agenda_list import AgendaList
from planbureau.ui.widgets.buttons import Button, IconButton
from planbureau.ui.widgets.labels import TextLabel
from planbureau.views import AppointmentView, DueAction, NoteView, PersonView, WaitingConsent


def shown(qtbot: QtBot, context: PageContext, size: tuple[int, int] = (1160, 768)) -> TodayPage:
    page = TodayPage(context)
    qtbot.addWidget(page)
    page.show_place(OpenToday())
    page.resize(*size)
    page.show()
    return page


def buttons(page: TodayPage, words: str) -> list[Button]:
    return [b for b in page.findChildren(Button) if words in b.accessibleName() and b.isVisibleTo(page)]


def agenda_of(page: TodayPage) -> AgendaList:
    return next(one for one in page.findChildren(AgendaList) if one.accessibleName() == "Te laat en dichtbij")


def lines(page: TodayPage) -> list[str]:
    model = agenda_of(page).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def test_an_empty_vault_says_how_to_begin(qtbot: QtBot, page_context: PageContext) -> None:
    page = shown(qtbot, page_context)
    with qtbot.waitSignal(page.place_requested) as asked:
        buttons(page, "Naar cliënten")[0].click()
    assert asked.args == [OpenClients()]
    QApplication.processEvents()  # a text that takes a second line asks for its height a moment later
    assert walk(page) == []


def test_a_long_name_shortens_and_the_page_stays_as_wide(qtbot: QtBot, page_context: PageContext) -> None:
    clients, plans = page_context.workspace.clients, page_context.workspace.plans
    home, _ = clients.add_household("Gezin van den Bergh-Schuurmans van Oudewater en Zwartewaterkamp")
    plans.start_plan("gzp", "", home)
    client, _ = clients.add_client(PersonView(given_name="Noor"))
    plan, _ = plans.start_plan("osp", client)
    part = "Dagbesteding bij de zorgboerderij en het atelier in Haaksbergen-Noord"
    plans.save_answer(plan, "plan_voor", part, ())
    page = shown(qtbot, page_context, (620, 384))
    QApplication.processEvents()
    assert buttons(page, "Gezin van den Bergh")
    assert misfits(page) == []


def test_late_comes_first_and_opens_in_the_calendar(
    qtbot: QtBot, page_context: PageContext, dates: Dates
) -> None:
    page = shown(qtbot, page_context)
    told = lines(page)
    assert told[0].startswith("Te laat")
    assert "14 dagen te laat" in told[1]
    assert "Noor Voorbeeld" in told[1]
    assert any("Sem Anders" in line and "over" in line for line in told)
    agenda = agenda_of(page)
    agenda.setCurrentIndex(agenda.model().index(1, 0))
    with qtbot.waitSignal(page.place_requested) as asked:
        QTest.keyClick(agenda, Qt.Key.Key_Return)
    term = OpenCalendar(plan_id=dates.noor_plan, deadline="WLZ-02", came_from=OpenToday())
    assert asked.args == [term]


def test_plans_in_concept_say_how_much_they_need(
    qtbot: QtBot, page_context: PageContext, dates: Dates
) -> None:
    page = shown(qtbot, page_context)
    line = buttons(page, "Noor Voorbeeld")[0]
    qtbot.waitUntil(lambda: "nog nodig: " in line.accessibleName())
    with qtbot.waitSignal(page.place_requested) as asked:
        line.click()
    assert asked.args == [OpenPlan(dates.noor_plan)]


def test_text_that_was_put_back_opens_its_question(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    workspace.plans.save_draft(dates.sem_plan, "belangrijk", "ik tik nog")
    page = shown(qtbot, page_context)
    line = buttons(page, "tekst terug")[0]
    with qtbot.waitSignal(page.place_requested) as asked:
        line.click()
    assert asked.args == [OpenPlan(dates.sem_plan, question_id="belangrijk")]


def test_something_written_shows_at_once(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    page = shown(qtbot, page_context)
    before = len(lines(page))
    page.refresh(workspace.calendar.mark_done(dates.noor_plan, "WLZ-02", "", page_context.clock.today(), "x"))
    assert len(lines(page)) < before


def test_the_appointments_of_today_open_and_one_is_made(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    page = shown(qtbot, page_context)
    said = [label.text() for label in page.day.findChildren(TextLabel) if label.isVisibleTo(page)]
    assert any("Vandaag staan er geen afspraken" in words for words in said)
    today = page_context.clock.today()
    for starts, day in (("15:00", today), ("09:00", today), ("08:00", today + timedelta(days=1))):
        workspace.appointments.add(AppointmentView("", day, starts=starts, client_id=dates.noor))
    page.show_place(OpenToday())
    model, role = page.day.list.model(), Qt.ItemDataRole.AccessibleTextRole
    told = [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]
    assert [line.rpartition(", ")[2] for line in told] == ["vandaag 09:00", "vandaag 15:00"]
    page.day.list.setCurrentIndex(model.index(0, 0))
    with qtbot.waitSignal(page.place_requested) as opened:
        QTest.keyClick(page.day.list, Qt.Key.Key_Return)
    first = next(one for one in workspace.appointments.appointments() if one.starts == "09:00")
    assert opened.args == [OpenCalendar(appointment=first.id, came_from=OpenToday())]
    with qtbot.waitSignal(page.place_requested) as asked:
        page.day.new_button.click()
    assert asked.args == [OpenCalendar(new=True, came_from=OpenToday())]


def test_questions_and_answers_wait(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    page = shown(qtbot, page_context)
    assert any("Er wacht niets op je" in label.text() for label in page.waiting.findChildren(TextLabel))
    me, now = workspace.organisation.user(), page_context.clock.now()
    colleague, _ = workspace.clients.add_person(PersonView(given_name="Ruben", professional=True))
    note = NoteView("", dates.noor, "", now, now, text=(TextPart("Gezien."),))
    workspace.notes.add(replace(note, question="Kijk je mee?", question_to=me.id))
    asked, _ = workspace.notes.add(replace(note, question="Bel jij?", question_to=colleague))
    workspace.notes.settle(asked)
    page.show_place(OpenToday())
    QApplication.processEvents()
    assert buttons(page, "Vraag over Noor Voorbeeld: Kijk je mee?")
    answered = buttons(page, "Je vraag over Noor Voorbeeld is beantwoord")[0]
    with qtbot.waitSignal(page.place_requested) as went:
        answered.click()
    assert went.args == [OpenNotes(dates.noor, came_from=OpenToday())]


def test_who_must_still_be_asked_to_agree_shows_and_opens_the_plan(
    qtbot: QtBot, room: VaultRoom, context: ThemeContext
) -> None:
    with vault_with(room) as opened:
        foster = adopted(opened)
        page = shown(qtbot, PageContext(opened, context, room.clock))
        qtbot.waitUntil(lambda: bool(buttons(page, "Akkoord vragen, ")))
        (line,) = buttons(page, "Akkoord vragen, ")
        assert opened.clients.person(foster.foster).full_name in line.accessibleName()
        with qtbot.waitSignal(page.place_requested) as went:
            line.click()
        assert went.args == [OpenPlan(foster.plan, question_id="akkoord")]
        opened.plans.record_consent(foster.said(foster.foster, "foster_parent", "agreed", date(2026, 3, 10)))
        assert opened.plans.waiting_consent(foster.plan).people == ()


def test_more_plans_than_fit_wait_in_number(qtbot: QtBot, page_context: PageContext) -> None:
    page = shown(qtbot, page_context)
    for number in range(14):
        page.waiting.add_consent(WaitingConsent(f"p{number}", "Plan", "Noor", ("Ans",)))
    qtbot.waitUntil(lambda: len(buttons(page, "Akkoord vragen, ")) == 12)
    told = [label.text() for label in page.waiting.findChildren(TextLabel) if label.isVisibleTo(page)]
    assert "Nog 2 plannen wachten op akkoord." in told
    page.show_place(OpenToday())
    assert not buttons(page, "Akkoord vragen, ")


def test_own_actions_wait_open_their_goal_and_stop_at_the_first_few(
    qtbot: QtBot, page_context: PageContext
) -> None:
    page, today = shown(qtbot, page_context), page_context.clock.today()
    late = [
        DueAction("plan", f"doel {n}", f"{n}a", "Contract halen", today - timedelta(days=9 - n), "Noor")
        for n in range(1, 7)
    ]
    page.waiting.add_actions([*late[:3], replace(late[3], done_by=today), *late[4:]], today)
    QApplication.processEvents()
    lines = buttons(page, "Actie van jou bij Noor: ")
    assert len(lines) == 4
    assert lines[3].accessibleName().endswith("4a Contract halen: klaar vandaag")
    told = [label.text() for label in page.waiting.findChildren(TextLabel) if label.isVisibleTo(page)]
    assert "Nog 2 acties van jou moesten al klaar zijn." in told
    now = [replace(one, done_by=today) for one in late]
    assert said_of_more(page, [*late, *now[:1]]) == (
        "Nog 3 acties van jou: 2 moesten al klaar zijn, één moet vandaag klaar."
    )
    assert said_of_more(page, [*late[:4], *now[:1]]) == "Nog één actie van jou moet vandaag klaar."
    assert said_of_more(page, [*late[:4], *now[:2]]) == "Nog 2 acties van jou moeten vandaag klaar."
    with qtbot.waitSignal(page.place_requested) as went:
        lines[1].click()
    assert went.args == [OpenMatrix(plan_id="plan", goal_id="doel 2")]
    page.show_place(OpenToday())
    assert not buttons(page, "Actie van jou bij Noor: ")


def said_of_more(page: TodayPage, actions: list[DueAction]) -> str:
    """What stands under the own actions that have a line."""
    page.show_place(OpenToday())
    page.waiting.add_actions(actions, page.context.clock.today())
    return page.waiting._later.text()


def test_the_hour_of_a_term_leaves_the_keyboard_where_it_is(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace
) -> None:
    me, now = workspace.organisation.user(), page_context.clock.now()
    for words in ("Kijk je mee?", "Bel jij?"):
        note = NoteView("", dates.noor, "", now, now, text=(TextPart("Gezien."),), question=words)
        workspace.notes.add(replace(note, question_to=me.id))
    page = shown(qtbot, page_context)
    show_active(qtbot, page)
    (line,) = buttons(page, "Vraag over Noor Voorbeeld: Bel jij?")
    line.setFocus()
    page._hour.timeout.emit()
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button)
    assert focus is not line
    assert "Bel jij?" in focus.accessibleName()


def test_own_actions_come_after_the_page_shows(
    qtbot: QtBot, page_context: PageContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = page_context.clock.today()
    due = (DueAction("plan", "doel", "1a", "Bellen", today, "Noor", client_id="c"),)
    monkeypatch.setattr(page_context.workspace.goals, "due_actions", lambda: due)
    page = shown(qtbot, page_context)
    qtbot.waitUntil(lambda: len(buttons(page, "Actie van jou bij Noor: 1a Bellen")) == 1)


def test_a_home_visit_shows_nobody_else(qtbot: QtBot, visit_context: PageContext) -> None:
    page = shown(qtbot, visit_context)
    assert lines(page)
    assert not any("Sem" in line for line in lines(page))
    assert not buttons(page, "Sem")


@pytest.mark.parametrize(
    ("size", "look", "text"),
    [
        ((1366, 768), Look.LIGHT, TextSize.NORMAL),
        ((1093, 614), Look.CONTRAST, TextSize.LARGEST),
        ((683, 384), Look.DARK, TextSize.NORMAL),
    ],
)
def test_everyone_can_use_it(
    qtbot: QtBot, page_context: PageContext, dates: Dates, workspace: Workspace, theme: Theme,
    size: tuple[int, int], look: Look, text: TextSize,
) -> None:  # fmt: skip
    theme.apply(look, text)
    workspace.plans.save_draft(dates.sem_plan, "belangrijk", "ik tik nog")
    page = shown(qtbot, page_context, size)
    qtbot.waitUntil(lambda: not page.later.busy)
    for _ in range(5):  # each round lets one more level of layouts take its size
        QApplication.processEvents()
    assert walk(page) == []


def test_a_question_to_you_is_ticked_off_here(qtbot: QtBot, page_context: PageContext, dates: Dates) -> None:
    workspace = page_context.workspace
    client = workspace.plans.row(dates.noor_plan).client_ids[0]
    now, me = page_context.clock.now(), workspace.organisation.user().id
    note = NoteView("", client, "", now, now, text=(TextPart("Er was iets."),), question="Bel je terug?")
    workspace.notes.add(replace(note, question_to=me))
    page = shown(qtbot, page_context)
    (tick,) = [
        button
        for button in page.waiting.findChildren(IconButton)
        if button.accessibleName() == "Vraag over Noor Voorbeeld afvinken"
    ]
    with qtbot.waitSignal(page.message_requested):
        QTest.keyClick(tick, Qt.Key.Key_Space)
    assert workspace.notes.waiting() == ()
    (asked,) = workspace.notes.notes([client])
    assert asked.question_done_on == page_context.clock.today()


def test_the_rest_of_many_terms_is_counted_and_one_click_away(
    qtbot: QtBot, page_context: PageContext, dates: Dates, monkeypatch: pytest.MonkeyPatch
) -> None:
    del dates
    page = shown(qtbot, page_context)
    every = len([line for line in lines(page) if "uiterlijk" in line or "te laat" in line.lower()])
    assert not buttons(page, "Nog")
    monkeypatch.setattr(today_page, "TERMS", 1)
    page.show_place(OpenToday())
    (more,) = buttons(page, "in de agenda")
    left = "één termijn" if every == 2 else f"{every - 1} termijnen"
    assert more.accessibleName() == f"Nog {left} in de agenda"
    with qtbot.waitSignal(page.place_requested) as asked:
        more.click()
    assert asked.args == [OpenCalendar()]
    walk(page)


def test_the_quiet_line_counts_nothing_in_a_very_large_vault(
    qtbot: QtBot, workspace: Workspace, page_context: PageContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, _ = workspace.clients.add_client(PersonView(given_name="Jin", family_name="Aap"))
    for _ in range(2):
        workspace.plans.start_plan("osp", client)
    monkeypatch.setattr(gaps_line, "MOST", 1)
    page = shown(qtbot, page_context)
    qtbot.waitUntil(lambda: page.gaps.isVisibleTo(page))
    assert page.gaps.text().strip() == "Dossiercheck: wat ontbreekt er?"


def test_a_quiet_line_counts_what_is_missing_in_the_files(
    qtbot: QtBot, workspace: Workspace, page_context: PageContext
) -> None:
    client, _ = workspace.clients.add_client(PersonView(given_name="Jin", family_name="Aap"))
    page = shown(qtbot, page_context)
    assert not page.gaps.isVisibleTo(page)  # the page is there before it is counted
    qtbot.waitUntil(lambda: page.gaps.isVisibleTo(page))
    assert page.gaps.text().strip() == "Dossiercheck: een punt in een dossier"
    with qtbot.waitSignal(page.place_requested) as asked:
        page.gaps.click()
    assert asked.args == [OpenFileCheck(came_from=OpenToday())]
    workspace.plans.start_plan("osp", client)
    page.refresh(Changes())
    qtbot.waitUntil(lambda: not page.gaps.isVisibleTo(page))

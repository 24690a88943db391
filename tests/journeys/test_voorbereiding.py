"""Preparing a talk: planned at the plan, ticked on the start page, on paper, and chosen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest
from tests.demo_room import TODAY, demo, demo_room, made_demo
from tests.journeys.demo_window import page, window
from tests.journeys.hands import pick, type_day
from tests.journeys.office import text_of
from tests.pdf_checks import assert_pdf_ua

from planbureau.rules.preparation import USUAL_STEPS
from planbureau.services.api import Workspace
from planbureau.ui.annexes.annexes_page import AnnexesPage
from planbureau.ui.calendar.agenda_lines import line_id
from planbureau.ui.calendar.calendar_page import CalendarPage
from planbureau.ui.calendar.today_page import TodayPage
from planbureau.ui.places import OpenAnnexes, OpenCalendar, OpenSettings, OpenToday
from planbureau.ui.settings.settings_page import SettingsPage
from planbureau.ui.shell.main_window import MainWindow
from planbureau.ui.tasks.preparation_card import OTHER
from planbureau.views import TaskView

__all__ = ["demo", "demo_room", "made_demo", "window"]

TALK = date(2026, 12, 7)


def test_from_the_day_of_a_talk_to_a_ticked_list(window: MainWindow, demo: Workspace, tmp_path: Path) -> None:
    row = next(r for r in demo.plans.rows() if r.subject_name.startswith("Henk") and r.format_id == "osp")
    window.go(OpenAnnexes(row.id))
    annexes = page(window)
    assert isinstance(annexes, AnnexesPage)
    card = annexes.preparation
    assert card is not None
    assert not card.tasks
    assert card.first_focus() is card.meeting, "the day that was agreed last time is chosen"
    assert card.meeting.currentText() == "Zoals afgesproken, 21 december 2026"
    pick(card.meeting, OTHER)  # another day
    type_day(card.day, "7-12-2026")
    card.plan_button.click()
    assert [task.title for task in card.tasks] == [step.title for step in USUAL_STEPS]
    assert {task.meeting_on for task in card.tasks} == {TALK}

    # on the start page what is near, with a tick
    window.go(OpenToday())
    today = page(window)
    assert isinstance(today, TodayPage)
    mine = [name for name in today.tasks.lines.lines if name in {task.id for task in card.tasks}]
    assert mine
    today.tasks.lines.lines[mine[0]].box.click()
    assert mine[0] not in today.tasks.lines.lines
    done = next(task for task in demo.tasks.tasks(plan_id=row.id) if task.id == mine[0])
    assert (done.done_on, done.done_by) == (TODAY, demo.organisation.user().full_name)

    # in the calendar, among own choices, on the working day on which it is best done
    window.go(OpenCalendar(row.client_ids[0]))
    calendar = page(window)
    assert isinstance(calendar, CalendarPage)
    found = [line for line in calendar.views.lines() if isinstance(line, TaskView)]
    assert {line.id for line in found} <= {task.id for task in card.tasks} - {mine[0]}
    assert found
    calendar._open(line_id(found[0]))
    assert isinstance(page(window), AnnexesPage)

    # ticked at the plan too, by keyboard, and the tick can be taken away
    window.go(OpenAnnexes(row.id))
    card = annexes.preparation
    assert card is not None
    line = card.lines.lines[mine[0]]
    assert line.checked()
    QTest.keyClicks(line.box, " ")
    assert next(task for task in card.tasks if task.id == mine[0]).done_on is None

    # on paper
    card.print_button.click()
    assert annexes.printing is not None
    assert annexes.printing.document is not None
    paper = annexes.printing.document.pdf
    assert_pdf_ua(paper)
    assert USUAL_STEPS[0].title in text_of(paper)
    annexes.printing.back_button.click()
    assert annexes.printing is None

    # called off
    card.drop_button.click()
    assert demo.tasks.tasks(plan_id=row.id) == ()


def test_an_organisation_chooses_its_tasks(window: MainWindow, demo: Workspace) -> None:
    window.go(OpenSettings())
    settings = page(window)
    assert isinstance(settings, SettingsPage)
    own = settings.preparation
    assert own.steps() == USUAL_STEPS
    row = own.table.add_row()
    row.set_value({"weeks": 40, "title": "Zaal regelen", "role": "secretariaat"})
    assert not settings.leave()
    assert "26 weken" in own.message.text()
    row.set_value({"weeks": 4, "title": "Zaal regelen", "role": "secretariaat"})
    own.table.value_changed.emit()
    assert settings.leave()
    kept = demo.organisation.organisation().preparation
    assert (kept[-1].weeks, kept[-1].title, kept[-1].role) == (4, "Zaal regelen", "secretariaat")
    own.usual_button.click()
    own.save_button.click()
    assert demo.organisation.organisation().preparation == ()

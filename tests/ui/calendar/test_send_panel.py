"""Dates to another calendar: what is seen is what is written, by keyboard, and nothing goes by itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import vobject
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.calendar.conftest import Dates
from tests.ui.showing import show_active
from tests.ui.walker import walk

from planbureau.services.api import Workspace
from planbureau.ui.calendar.calendar_page import CalendarPage
from planbureau.ui.calendar.send_panel import SendPanel
from planbureau.ui.page import PageContext
from planbureau.ui.places import OpenCalendar
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize
from planbureau.views import AppointmentView

FRIDAY = date(2026, 3, 20)


def shown(qtbot: QtBot, context: PageContext, path: Path | None = None) -> tuple[CalendarPage, SendPanel]:
    page = CalendarPage(context)
    qtbot.addWidget(page)
    page.resize(1160, 768)
    show_active(qtbot, page)
    page.show_place(OpenCalendar())
    page.send_button.click()
    panel = page.over
    assert isinstance(panel, SendPanel)
    panel._choose = lambda _: path
    return page, panel


@pytest.fixture
def visit(workspace: Workspace, dates: Dates) -> str:
    appointment = AppointmentView("", FRIDAY, "Over Noor praten", starts="14:00", client_id=dates.noor)
    return workspace.appointments.add(appointment)[0]


def test_what_is_ticked_and_seen_is_written(
    qtbot: QtBot, page_context: PageContext, visit: str, workspace: Workspace, tmp_path: Path
) -> None:
    page, panel = shown(qtbot, page_context, tmp_path / "agenda.ics")
    lines = panel.list.lines
    at = next(n for n, row in enumerate(lines.rows) if row.item == f"appointment:{visit}")
    panel.none_button.click()
    assert not panel.save_button.isEnabled()
    panel.list.setCurrentIndex(lines.index(at))
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    seen = panel.preview.toPlainText()
    assert "Titel: N.V.: Afspraak\nDag: Vrijdag 20 maart 2026\nTijd: 14:00, een uur lang" in seen
    said = str(lines.index(at).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("Noor Voorbeeld: Over Noor praten, vrijdag 20 maart 2026 14:00, nieuw, gaat mee")
    panel.save_button.click()
    (event,) = vobject.readOne((tmp_path / "agenda.ics").read_bytes().decode()).vevent_list
    assert event.summary.value == "N.V.: Afspraak"
    assert page.over is None
    assert page.views.main().hasFocus()


@pytest.mark.usefixtures("visit")
def test_other_words_show_at_once_and_ticks_stay(qtbot: QtBot, page_context: PageContext) -> None:
    _, panel = shown(qtbot, page_context)
    before = panel.list.lines.ticked()
    panel.list.lines.toggle(panel.list.lines.index(0))
    panel.titles.box.click()
    panel.whose.set_value("nobody")
    assert any(row.summary == "Afspraak, Over N. praten" for row in panel.list.lines.rows)
    assert panel.list.lines.ticked() == before[1:]
    panel.period.set_value("28")
    assert len(panel.list.lines.rows) == len(before)


@pytest.mark.usefixtures("visit")
def test_leaving_writes_nothing_and_a_disk_that_refuses_is_told(
    qtbot: QtBot, page_context: PageContext, tmp_path: Path
) -> None:
    page, panel = shown(qtbot, page_context, tmp_path / "weg" / "agenda.ics")
    panel.save_button.click()
    assert page.over is panel
    assert panel.problem.isVisibleTo(page)
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert page.over is None
    assert list(tmp_path.rglob("*.ics")) == []


@pytest.mark.usefixtures("dates")
def test_nothing_goes_out_during_a_home_visit(qtbot: QtBot, visit_context: PageContext) -> None:
    page = CalendarPage(visit_context)
    qtbot.addWidget(page)
    page.show()
    page.show_place(OpenCalendar(send=True))
    assert not page.send_button.isVisibleTo(page)
    assert page.over is None


@pytest.mark.parametrize(
    ("size", "look", "text"),
    [
        ((1366, 768), Look.LIGHT, TextSize.NORMAL),
        ((1093, 614), Look.CONTRAST, TextSize.LARGEST),
        ((683, 384), Look.DARK, TextSize.NORMAL),
    ],
)
@pytest.mark.usefixtures("visit")
def test_everyone_can_use_it(
    qtbot: QtBot, page_context: PageContext, theme: Theme, size: tuple[int, int], look: Look, text: TextSize
) -> None:
    theme.apply(look, text)
    page, _ = shown(qtbot, page_context)
    page.resize(*size)
    assert walk(page) == []

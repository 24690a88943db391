"""The calendar on paper from the screen: what shows is what is printed, with names or without."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot
from tests.ui.calendar.conftest import Dates
from tests.ui.showing import show_active
from tests.ui.walker import walk

from planbureau.services.api import Workspace
from planbureau.ui.calendar.agenda_views import LIST, MONTH, WEEK
from planbureau.ui.calendar.calendar_page import CalendarPage
from planbureau.ui.calendar.print_panel import PrintPanel
from planbureau.ui.page import PageContext
from planbureau.ui.places import OpenCalendar
from planbureau.views import AppointmentView


@pytest.mark.parametrize(
    ("view", "title"), [(MONTH, "Agenda maart 2026"), (WEEK, "Agenda week 12"), (LIST, "Te laat")]
)
def test_what_shows_is_printed_and_saved(
    qtbot: QtBot,
    page_context: PageContext,
    dates: Dates,
    workspace: Workspace,
    tmp_path: Path,
    view: str,
    title: str,
) -> None:
    appointment = AppointmentView("", date(2026, 3, 20), "Praten met Noor", client_id=dates.noor)
    workspace.appointments.add(appointment)
    page = CalendarPage(page_context)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    show_active(qtbot, page)
    page.show_place(OpenCalendar(view=view))
    page.print_button.click()
    panel = page.over
    assert isinstance(panel, PrintPanel)
    assert walk(page) == []
    panel._choose_file = lambda _, name: tmp_path / name
    panel.names.set_value("initials")
    assert ("Papier" in panel.choices) == (view == MONTH)
    panel.paper.set_value("A3")
    panel.paper.value_changed.emit()
    panel.save_button.click()
    (path,) = tmp_path.glob("agenda-*.pdf")
    document = pypdfium2.PdfDocument(path)
    assert (document[0].get_width() > 1000) == (view == MONTH)
    text = " ".join(" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document)
    document.close()
    assert title in text
    assert "N.V." in text
    assert "Noor" not in text
    panel.back_button.click()
    assert page.over is None
    assert page.views.main().hasFocus()

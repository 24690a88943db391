"""The window with its real pages: low and large, with a form open, and during a home visit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.people.family import Family, make_family
from tests.ui.showing import show_active
from tests.ui.vault_fixtures import page_context, room, workspace  # noqa: F401
from tests.ui.walker import walk

from planbureau.services.api import Workspace
from planbureau.ui.calendar.today_page import TodayPage
from planbureau.ui.page import PageContext
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.people.measure_form import MeasureForm
from planbureau.ui.places import HomeVisit, OpenClient, OpenClients, OpenForm, OpenToday
from planbureau.ui.shell.main_window import MainWindow, PageEntry
from planbureau.ui.shell.navigation import LOCK
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize

ENTRIES = (
    PageEntry("vandaag", (OpenToday,), TodayPage, in_visit=False),
    PageEntry("cliënten", (OpenClients, OpenClient, OpenForm), ClientsPage),
)


@pytest.fixture
def family(workspace: Workspace) -> Family:
    return make_family(workspace)


@pytest.fixture
def window(qtbot: QtBot, page_context: PageContext, family: Family) -> MainWindow:
    assert family.home
    made = MainWindow(page_context, ENTRIES, idle_minutes=0)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    show_active(qtbot, made)
    return made


def test_a_small_screen_with_large_text_holds_the_window(
    window: MainWindow, theme: Theme, family: Family
) -> None:
    theme.apply(Look.LIGHT, TextSize.LARGEST)
    window.resize(683, 384)
    for place in (
        OpenToday(),
        OpenClients(),
        OpenClient(family.mother),
        HomeVisit(family.child, family.home),
    ):
        window.go(place)
        QApplication.processEvents()
        assert (place, window.width(), window.height()) == (place, 683, 384)
    lock = window._nav.button(LOCK)
    lock.setFocus()
    QApplication.processEvents()
    assert lock.visibleRegion().boundingRect() == lock.rect()


@pytest.mark.parametrize("size", [(1366, 768), (683, 384)])
def test_no_finding_with_a_form_open_and_none_during_a_visit(
    window: MainWindow, family: Family, size: tuple[int, int]
) -> None:
    window.resize(*size)
    window.go(OpenClient(family.child))
    page = window._pages["cliënten"]
    assert isinstance(page, ClientsPage)
    page.open_form(MeasureForm(page._desk, family.child))
    assert walk(window, pixels=False) == []
    assert page.form is not None
    page.form.closed.emit()
    window.go(HomeVisit(family.child, family.home))
    assert walk(window, pixels=False) == []


def test_in_a_visit_tab_begins_at_the_navigation_and_comes_past_the_end_of_the_visit(
    window: MainWindow, family: Family
) -> None:
    window.go(HomeVisit(family.child, family.home))
    window._nav.button("clienten").setFocus()
    seen: list[str] = []
    for _ in range(7):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus.accessibleName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    # The places are one stop together; arrows go from one to the other.
    assert seen[:3] == ["Cliënten", "Huisbezoek", "Vergrendelen"]
    assert seen[3:6] == ["Rapporteren (Ctrl+R)", "Kladblad (F8)", "Huisbezoek beëindigen (F9)"]
    assert "Nieuw plan" in seen[6]

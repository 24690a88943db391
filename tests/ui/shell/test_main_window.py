"""The window: goes where it is asked, saves before it leaves, and shows nobody else during a home visit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from tests.ui.vault_fixtures import page_context, room, workspace  # noqa: F401
from tests.ui.walker import walk

from planbureau.changes import Changes
from planbureau.errors import NotFoundError, VaultError
from planbureau.services.api import Workspace
from planbureau.ui.page import Page, PageContext
from planbureau.ui.places import HomeVisit, OpenClient, OpenClients, OpenPlan, OpenToday, Place
from planbureau.ui.shell.idle import IdleWatch
from planbureau.ui.shell.main_window import STAYS, MainWindow, PageEntry
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.toast_bar import ToastBar
from planbureau.vault.errors import DatabaseDamagedError
from planbureau.views import PersonView


class FakePage(Page):
    """Remembers what it was asked."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.places: list[Place] = []
        self.gone: list[Place] = [OpenPlan("weg")]
        self.changes: list[Changes] = []
        self.may_leave = True
        self.left = 0
        self.line = QLineEdit()
        self.line.setAccessibleName("Veld")
        self.title = TextLabel("Titel", TextRole.TITLE)
        column = QVBoxLayout(self)
        column.addWidget(self.title)
        column.addWidget(self.line)
        column.addStretch()

    def show_place(self, place: Place) -> None:
        if place in self.gone:
            raise NotFoundError("Het plantype is er niet.")
        self.places.append(place)
        self.title.setText(type(place).__name__)

    def refresh(self, changes: Changes) -> None:
        self.changes.append(changes)

    def leave(self) -> bool:
        self.left += 1
        return self.may_leave

    def keep_unfinished(self) -> bool:
        return True

    def first_focus(self) -> QWidget:
        return self.line


class Pages:
    """Makes fake pages and keeps them at hand."""

    def __init__(self) -> None:
        self.made: dict[str, list[FakePage]] = {}

    def entry(self, name: str, *places: type[Place], in_visit: bool = True) -> PageEntry:
        def make(context: PageContext) -> Page:
            page = FakePage(context)
            self.made.setdefault(name, []).append(page)
            return page

        return PageEntry(name, places, make, in_visit)

    def last(self, name: str) -> FakePage:
        return self.made[name][-1]


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def window(qtbot: QtBot, page_context: PageContext, pages: Pages) -> MainWindow:
    entries = (
        pages.entry("vandaag", OpenToday, in_visit=False),
        pages.entry("clienten", OpenClients, OpenClient),
        pages.entry("plan", OpenPlan),
    )
    made = MainWindow(page_context, entries, idle_minutes=0)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def test_a_page_is_made_on_the_first_visit_and_kept(window: MainWindow, pages: Pages) -> None:
    assert list(pages.made) == ["vandaag"]
    window.go(OpenClients())
    window.go(OpenToday())
    window.go(OpenClients(new=True))
    assert len(pages.made["clienten"]) == 1
    assert pages.last("clienten").places == [OpenClients(), OpenClients(new=True)]
    assert window.windowTitle() == "Planbureau"


def test_a_page_is_called_what_stands_above_it(window: MainWindow, pages: Pages) -> None:
    assert pages.last("vandaag").accessibleName() == "OpenToday"
    window.go(OpenClients())
    assert pages.last("clienten").accessibleName() == "OpenClients"
    window.go(OpenClient("noor"))
    assert pages.last("clienten").accessibleName() == "OpenClient"


def test_what_is_being_typed_is_saved_before_another_page_shows(window: MainWindow, pages: Pages) -> None:
    page = pages.last("vandaag")
    page.may_leave = False
    window.go(OpenClients())
    assert page.left == 1
    assert "clienten" not in pages.made
    assert window._toast.text() == STAYS
    page.may_leave = True
    window.go(OpenClients())
    assert "clienten" in pages.made
    assert window._toast.isHidden()  # nobody stays any more


def test_what_is_not_there_is_told_and_the_page_stays(window: MainWindow, pages: Pages) -> None:
    window.go(OpenClient("noor"))
    window.go(OpenPlan("weg"))
    assert window._toast.text() == "Het plantype is er niet."
    assert window._place == OpenClient("noor")
    assert pages.last("clienten").isVisible()
    assert pages.last("clienten").places[-1] == OpenClient("noor")
    assert pages.last("plan").places == []


def test_a_first_page_with_something_gone_on_it_does_not_keep_the_vault_shut(
    qtbot: QtBot, page_context: PageContext, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_page: FakePage, _place: Place) -> None:
        raise NotFoundError("Dit plan is er niet meer.")

    with monkeypatch.context() as damage:
        damage.setattr(FakePage, "show_place", gone)
        entries = (pages.entry("vandaag", OpenToday), pages.entry("clienten", OpenClients))
        window = MainWindow(page_context, entries, idle_minutes=0)
    qtbot.addWidget(window)
    window.show()
    assert "niet meer" in window._toast.text()
    window.go(OpenClients())
    assert pages.last("clienten").isVisible()


def test_a_page_that_cannot_be_read_leaves_the_one_that_shows(
    window: MainWindow, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_page: FakePage, _place: Place) -> None:
        raise DatabaseDamagedError

    here = pages.last("vandaag")
    monkeypatch.setattr(FakePage, "show_place", damaged)
    window.go(OpenClients())
    assert "beschadigd" in window._toast.text()
    left = here.left
    window.go(OpenClient("noor"))
    assert here.left == left + 1  # what is typed there is still kept on leaving
    assert window._stack.currentWidget() is here


def test_of_a_window_that_cannot_show_its_first_page_nothing_goes_on(
    page_context: PageContext, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_page: FakePage, _place: Place) -> None:
        raise DatabaseDamagedError

    monkeypatch.setattr(FakePage, "show_place", damaged)
    with pytest.raises(DatabaseDamagedError):
        MainWindow(page_context, (pages.entry("vandaag", OpenToday),), idle_minutes=5)
    page = pages.last("vandaag")
    half = page.window()
    assert isinstance(half, MainWindow)
    assert not half._idle._timer.isActive()
    assert not half._idle._look.isActive()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(page)  # with all that its timers would do


def test_the_keyboard_reaches_every_place(window: MainWindow, pages: Pages, qtbot: QtBot) -> None:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "clienten" in pages.made)
    assert walk(window) == []


def test_only_the_visible_page_hears_of_changes(
    window: MainWindow,
    pages: Pages,
    workspace: Workspace,
) -> None:
    window.go(OpenClients())
    workspace.clients.add_client(PersonView(given_name="Noor"))
    assert len(pages.last("clienten").changes) == 1
    assert pages.last("vandaag").changes == []


def test_a_window_that_is_gone_hears_nothing_more(page_context: PageContext, pages: Pages) -> None:
    window = MainWindow(page_context, (pages.entry("vandaag", OpenToday),), idle_minutes=0)
    page = pages.last("vandaag")
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    page_context.workspace.clients.add_client(PersonView(given_name="Sam"))
    assert page.changes == []


def test_a_home_visit_takes_every_other_page_down(
    window: MainWindow,
    pages: Pages,
    workspace: Workspace,
    qtbot: QtBot,
) -> None:
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Noor"))
    window.go(OpenClient(client_id))
    before = pages.last("clienten")
    with qtbot.waitSignal(before.destroyed):
        window.go(HomeVisit(client_id))
    page = pages.last("clienten")
    assert page is not before
    assert page.context.visit == HomeVisit(client_id)
    assert page.places == [OpenClient(client_id)]
    window.go(OpenToday())
    assert len(pages.made["vandaag"]) == 1  # it stayed on the household
    QTest.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: not pages.last("clienten").context.visiting)


def test_a_visit_cannot_begin_without_somebody(window: MainWindow, pages: Pages) -> None:
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert not pages.last("vandaag").context.visiting
    assert any("Open eerst een cliënt" in label.text() for label in window.findChildren(QLabel))


def test_locking_closes_the_vault(
    window: MainWindow,
    qtbot: QtBot,
    workspace: Workspace,
) -> None:
    with qtbot.waitSignal(window.locked):
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    with pytest.raises(VaultError, match="op slot"):
        workspace.clients.rows()


def test_it_locks_when_nobody_is_there(qtbot: QtBot, window: MainWindow) -> None:
    watch = IdleWatch(window, minutes=1 / 60_000)
    with qtbot.waitSignal(watch.idle):
        pass
    watch.stop()


def test_a_touch_puts_locking_off(qtbot: QtBot, window: MainWindow) -> None:
    watch = IdleWatch(window, minutes=5)
    before = watch._timer.remainingTime()
    qtbot.waitUntil(lambda: watch._timer.remainingTime() < before - 20)
    shorter = watch._timer.remainingTime()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert watch._timer.remainingTime() > shorter
    watch.stop()


def test_the_context_of_a_visit_is_a_new_one(page_context: PageContext) -> None:
    assert not page_context.visiting
    assert replace(page_context, visit=HomeVisit("c")).visiting
    assert page_context.clock.today() == date(2026, 3, 16)


def test_a_message_moves_aside_on_the_next_page(qtbot: QtBot, page_context: PageContext) -> None:
    """What was told on one page does not lie on a button of the page after it."""
    made: list[ButtonBelow] = []

    def make(context: PageContext) -> Page:
        made.append(ButtonBelow(context))
        return made[-1]

    entries = (PageEntry("a", (OpenToday,), FakePage), PageEntry("b", (OpenClients,), make))
    window = MainWindow(page_context, entries, idle_minutes=0)
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.show()
    window.go(OpenToday())
    window._toast.show_message("Toegevoegd aan het netwerk.")
    window.go(OpenClients())
    toast = window._toast
    (page,) = made
    qtbot.waitUntil(lambda: page.button.height() > 30)

    def apart() -> bool:
        place = QRect(page.button.mapTo(window, QPoint(0, 0)), page.button.size())
        return not place.intersects(toast.geometry())

    qtbot.waitUntil(apart)
    assert toast.isVisible()


def test_a_line_that_is_left_shows_its_beginning(window: MainWindow, pages: Pages) -> None:
    line = pages.last("vandaag").line
    other = QLineEdit(line.parentWidget())
    other.show()
    line.setText("Zorgbureau De Verzonnen Linde, afdeling wonen")
    window.activateWindow()
    line.setFocus()
    line.end(False)
    QApplication.processEvents()
    other.setFocus()
    assert line.cursorPosition() == 0
    line.setFocus()
    line.setCursorPosition(5)
    line.clearFocus()  # as when another window comes in front
    assert line.cursorPosition() == 5


def test_a_line_that_is_full_says_so(window: MainWindow, pages: Pages) -> None:
    line = pages.last("vandaag").line
    line.setMaxLength(200)
    window.activateWindow()
    for _ in range(2):  # coming there again tells it once
        line.clearFocus()
        line.setFocus()
    QApplication.processEvents()
    line.insert("a" * 200)
    assert window._toast.isHidden()
    QTest.keyClicks(line, "b")
    assert window._toast.isVisible()
    assert "hooguit 200 tekens" in window._toast.text()
    assert "klembord" in window._toast.text()


class ButtonBelow(FakePage):
    """A page with a button as wide as itself at the bottom."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.button = QPushButton("Volgende")
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = self.layout()
        assert column is not None
        column.addWidget(self.button)


def test_a_line_that_is_full_says_so_in_the_window_where_it_stands(
    window: MainWindow, qtbot: QtBot, page_context: PageContext
) -> None:
    dialog = ConfirmDialog(page_context.theme, "Weghalen?", "Dit gaat weg.", action="Weghalen", parent=window)
    line = QLineEdit(dialog)
    line.setMaxLength(3)
    dialog.layout().addWidget(line)  # type: ignore[union-attr]
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    line.setFocus()
    QTest.keyClicks(line, "vier")
    assert line.text() == "vie"
    (told,) = dialog.findChildren(ToastBar)
    assert told.text().startswith("Er passen hooguit 3 tekens in dit veld.")
    assert told.isVisible()
    assert not window._toast.isVisible(), "there it would be behind the question"
    QTest.keyClicks(line, "f")
    assert len(dialog.findChildren(ToastBar)) == 1

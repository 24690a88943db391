"""The whole program on one laptop: its windows, its vault, and two hands on the keyboard and the mouse."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pypdfium2
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.vault_room import PASSWORD, VaultRoom

from planbureau.app import Program
from planbureau.loading import LoadedServices
from planbureau.services.api import Workspace
from planbureau.settings import SettingsFile
from planbureau.ui.page import Page
from planbureau.ui.paper.print_page import PrintPage
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.places import OpenPlan, Place, PrintPlan
from planbureau.ui.shell.main_window import MainWindow
from planbureau.ui.start.code_text import groups_of
from planbureau.ui.start.first_start import CODE, CONFIRM, PLACE, FirstStart
from planbureau.ui.start.first_start import PASSWORD as ASK_PASSWORD
from planbureau.ui.start.screen import Screen
from planbureau.ui.start.start_window import StartWindow
from planbureau.ui.start.unlock_screen import UnlockScreen
from planbureau.ui.widgets.buttons import Button, IconButton
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.plan_page import PlanPage

TIMEOUT = 30_000
"""Milliseconds: never the time that something takes, only an end to waiting on a busy machine."""

S = TypeVar("S", bound=Screen)
P = TypeVar("P", bound=Page)
F = TypeVar("F", bound=FormPanel)


@dataclass
class Office:
    """One care provider with one laptop."""

    qtbot: QtBot
    room: VaultRoom
    folder: Path
    program: Program | None = None
    _programs: list[Program] = field(default_factory=list)

    # The program

    def start(self) -> None:
        """Starts the program, as after a double click on its icon."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        settings = SettingsFile(self.folder / "instellingen")
        self.program = Program(
            application, LoadedServices(self.room.clock, self.room.vaults), self.room.clock, settings
        )
        self._programs.append(self.program)
        self.program.start()
        self.active(self._program.window)

    @property
    def _program(self) -> Program:
        assert self.program is not None
        return self.program

    def active(self, window: QWidget | None) -> None:
        """Waits until a window has the keyboard, and the one before it is gone."""
        assert window is not None
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow, timeout=TIMEOUT)

    @property
    def window(self) -> MainWindow:
        """The window of the open vault."""
        window = self._program.window
        assert isinstance(window, MainWindow)
        return window

    @property
    def workspace(self) -> Workspace:
        """The vault that is open."""
        return self.window._context.workspace

    def screen(self, kind: type[S]) -> S:
        """The screen of the start window, once it is of this kind."""
        self.qtbot.waitUntil(lambda: isinstance(self._program.window, StartWindow), timeout=TIMEOUT)
        window = self._program.window
        assert isinstance(window, StartWindow)
        self.qtbot.waitUntil(lambda: isinstance(window.screen_shown, kind), timeout=TIMEOUT)
        found = window.screen_shown
        assert isinstance(found, kind)
        return found

    def until_open(self) -> None:
        """Waits for the window of the vault."""
        self.qtbot.waitUntil(lambda: isinstance(self._program.window, MainWindow), timeout=TIMEOUT)
        self.active(self.window)

    def make_vault(self, organisation: str, name: str, function: str) -> None:
        """The first start, with the keyboard alone."""
        screen = self.screen(FirstStart)
        self.qtbot.waitUntil(screen.isVisible, timeout=TIMEOUT)
        screen.first_focus().setFocus()
        for words in (organisation, name):
            self.type(words)
            self.key(Qt.Key.Key_Tab)
        self.type(function)
        self.key(Qt.Key.Key_Return)
        self._until_step(screen, ASK_PASSWORD)
        for _ in range(2):
            self.type(PASSWORD)
            self.key(Qt.Key.Key_Return)
        self._until_step(screen, PLACE)
        self.key(Qt.Key.Key_Return)
        self._until_step(screen, CODE)
        assert screen._made is not None
        groups = groups_of(screen._made.recovery_code)
        screen.next_button.setFocus()
        self.key(Qt.Key.Key_Return)
        self._until_step(screen, CONFIRM)
        assert screen.confirm is not None
        for number in screen.confirm.asked:
            self.type(groups[number].lower())
            self.key(Qt.Key.Key_Tab)
        screen.next_button.setFocus()
        self.key(Qt.Key.Key_Return)
        self.until_open()

    def _until_step(self, screen: FirstStart, step: int) -> None:
        self.qtbot.waitUntil(lambda: screen._step == step, timeout=TIMEOUT)

    def unlock(self) -> None:
        """Types the password in the screen that asks for it."""
        screen = self.screen(UnlockScreen)
        self.qtbot.waitUntil(screen.isVisible, timeout=TIMEOUT)
        self.active(self._program.window)
        screen.field.line.setFocus()
        self.type(PASSWORD)
        self.key(Qt.Key.Key_Return)
        self.until_open()

    def lock(self) -> None:
        """Ctrl+L, and the screen that asks for the password."""
        self.active(self.window)
        self.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        self.screen(UnlockScreen)

    def crash(self) -> None:
        """The program is gone between two keystrokes: no page is left, no vault is closed by anyone."""
        window = self.window
        workspace = self.workspace
        window._closed = True
        window._unsubscribe()
        window._idle.stop()
        for page in window.findChildren(PlanPage):
            stop_timers(page)
        window._forget_pages()
        window.hide()
        self._programs.remove(self._program)
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        workspace.lock()  # a process that is gone has no lock either
        self.program = None

    def end(self) -> None:
        """Closes what is open."""
        for program in self._programs:
            program.close()

    # Going about

    def go(self, place: Place) -> None:
        """Goes to a place, as every button of every page does."""
        self.window.go(place)

    @property
    def page(self) -> Page:
        """The page that shows."""
        return self.window._pages[self.window._current]

    def on(self, kind: type[P]) -> P:
        """The page that shows, which is of this kind."""
        page = self.page
        assert isinstance(page, kind), f"{type(page).__name__} shows"
        return page

    def form(self, kind: type[F]) -> F:
        """The form that shows on the page of people."""
        form = self.on(ClientsPage).form
        assert isinstance(form, kind)
        return form

    def plan(self, plan_id: str, section_id: str = "") -> PlanPage:
        """Opens a plan."""
        self.go(OpenPlan(plan_id, section_id))
        return self.on(PlanPage)

    def field(self, plan_id: str, question_id: str) -> Field:
        """Goes to a question, and gives its field."""
        self.go(OpenPlan(plan_id, question_id=question_id))
        step = self.on(PlanPage).current_page()
        assert step is not None
        return step.fields[question_id]

    def saved_pdf(self, place: PrintPlan, audience: tuple[str, ...] = ()) -> bytes:
        """Looks at every page of a print, saves it, and gives the file."""
        self.go(place)
        page = self.on(PrintPage)
        for person in page.options.audience.checked() ^ set(audience):
            chip = page.options.audience.chip(person)
            assert chip is not None
            chip.click()
        assert page.options.request().audience == tuple(p for p in page.options._order if p in audience)
        self.qtbot.waitUntil(page.save_button.isEnabled, timeout=TIMEOUT)
        assert page._preview is not None
        for number in range(page._preview.page_count):
            image = page._preview.page(number, 0.5)
            assert len(set(image.rgba[::4])) > 1, f"page {number + 1} is empty"
        target = self.folder / f"{place.edition}-{place.version}-{len(audience)}.pdf"
        page._choose_file = lambda _parent, _name: target
        target.unlink(missing_ok=True)
        page.save_button.click()
        assert target.exists()
        return target.read_bytes()

    # Hands

    def type(self, words: str) -> None:
        """Types where the focus is."""
        QTest.keyClicks(self.focus, words)

    def type_in(self, where: QWidget, words: str) -> None:
        """Goes to a field, types, and stays there."""
        self.active(self.window)
        where.setFocus()
        assert where.hasFocus()
        self.type(words)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses one key where the focus is."""
        QTest.keyClick(self.focus, key, modifier)

    @property
    def focus(self) -> QWidget:
        """Where the keyboard is, once the window has drawn what came: nobody is quicker than that."""
        QApplication.processEvents()
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, name: str, within: QWidget | None = None) -> None:
        """Presses the one visible button with this name."""
        QApplication.processEvents()
        inside = within or self.page
        buttons = [
            button
            for button in (*inside.findChildren(Button), *inside.findChildren(IconButton))
            if button.isVisibleTo(inside) and name in (button.accessibleName(), button.text().strip())
        ]
        assert len({id(button) for button in buttons}) == 1, f"{name}: {len(buttons)} buttons"
        buttons[0].click()
        QApplication.processEvents()

    def look(self, name: str) -> None:
        """Keeps a picture of the window when somebody asks for one with KIJKEN."""
        folder = os.environ.get("KIJKEN")
        if folder:
            for _ in range(6):
                self.qtbot.wait(30)
            self._program.window.grab().save(str(Path(folder) / f"{name}.png"))  # type: ignore[union-attr]


def choose(menu: QMenu, words: str) -> None:
    """Chooses the one entry of a menu that begins with these words."""
    (action,) = [action for action in menu.actions() if action.text().startswith(words)]
    action.trigger()


def desk_of(page: PlanPage) -> Desk:
    """The plan of a page."""
    assert page.desk is not None
    return page.desk


def stop_timers(page: PlanPage) -> None:
    """Nothing more is kept from here on."""
    if page.desk is not None:
        autosave = page.desk.autosave
        autosave._timer.stop()
        for kept in autosave._waiting:
            kept._soon.stop()
        autosave._waiting.clear()


def text_of(pdf: bytes) -> str:
    """All words of a PDF, with single spaces."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return " ".join("\n".join(pages).split())

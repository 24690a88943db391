"""A start window on a real vault service, and what the tests do with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.showing import show_active
from tests.vault_room import VaultRoom

from planbureau.loading import LoadedServices
from planbureau.services.api import PreviewDocument, Workspace
from planbureau.ui.start.choosers import Choosers
from planbureau.ui.start.screen import Screen
from planbureau.ui.start.start_window import StartWindow
from planbureau.ui.theme.context import ThemeContext

S = TypeVar("S", bound=Screen)
TIMEOUT = 15_000


@dataclass
class Answers:
    """What the person chooses in the windows of the system."""

    folder: Path | None = None
    backup: Path | None = None
    pdf: Path | None = None
    leave: bool = True
    printed: list[int] = field(default_factory=list)

    def choosers(self) -> Choosers:
        def print_pages(_parent: object, pages: PreviewDocument) -> bool:
            self.printed.append(pages.page_count)
            return True

        return Choosers(
            folder=lambda _parent, _title: self.folder,
            backup=lambda _parent: self.backup,
            pdf=lambda _parent, _name: self.pdf,
            print_pages=print_pages,
            leave=lambda _parent, _theme: self.leave,
        )


@dataclass
class StartRoom:
    """Opens start windows, and locks what they opened."""

    qtbot: QtBot
    theme: ThemeContext
    vaults: VaultRoom
    answers: Answers = field(default_factory=Answers)
    opened: list[Workspace] = field(default_factory=list)
    windows: list[StartWindow] = field(default_factory=list)

    def show(self, folder: Path | None = None) -> StartWindow:
        """A start window as a person has it before them."""
        services = LoadedServices(self.vaults.clock, self.vaults.vaults)
        window = StartWindow(self.theme, services, folder, choosers=self.answers.choosers(), second=1)
        self.qtbot.addWidget(window)
        self.windows.append(window)
        window.opened.connect(self.opened.append)
        window.resize(1366, 768)
        show_active(self.qtbot, window)
        self.qtbot.waitUntil(lambda: window._usual is not None, timeout=TIMEOUT)
        return window

    def screen(self, window: StartWindow, kind: type[S]) -> S:
        """The screen that shows, once it is of this kind."""
        self.qtbot.waitUntil(lambda: isinstance(window.screen_shown, kind), timeout=TIMEOUT)
        found = window.screen_shown
        assert isinstance(found, kind)
        return found

    def until_told(self, screen: Screen) -> str:
        """The words of the message that comes."""
        self.qtbot.waitUntil(lambda: not screen.busy and screen.banner.isVisibleTo(screen), timeout=TIMEOUT)
        return screen.banner.accessibleName()

    def until_opened(self) -> Workspace:
        """The workspace of the vault that opens."""
        self.qtbot.waitUntil(lambda: bool(self.opened), timeout=TIMEOUT)
        return self.opened[-1]


@pytest.fixture
def start(qtbot: QtBot, context: ThemeContext, tmp_path: Path) -> Iterator[StartRoom]:
    made = StartRoom(qtbot, context, VaultRoom(tmp_path))
    yield made
    for workspace in made.opened:
        workspace.lock()

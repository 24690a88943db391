"""The demo in its window: first the wait, then an open vault; and words when it cannot be made."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot
from tests.demo_room import DemoRoom, demo_room, made_demo  # noqa: F401

from planbureau.app import Program, demo_folder, falls_off
from planbureau.errors import InvalidInputError
from planbureau.loading import LoadedServices
from planbureau.services.api import Workspace
from planbureau.settings import Settings, SettingsFile
from planbureau.ui.shell.main_window import MainWindow
from planbureau.ui.start.screen import Screen


@pytest.fixture
def program(qapp: object, demo_room: DemoRoom, tmp_path: Path) -> Program:
    clock = demo_room.clock
    return Program(
        qapp,  # type: ignore[arg-type]
        LoadedServices(clock),
        clock,
        SettingsFile(tmp_path / "instellingen"),
        vault=demo_room.folder / "kluis",
    )


def test_the_demo_opens_without_a_password(program: Program, demo_room: DemoRoom, qtbot: QtBot) -> None:
    program.start_demo(demo_room.unlock)
    assert isinstance(program.window, Screen)
    assert program.window.busy
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow), timeout=20_000)
    program.close()
    assert SettingsFile(demo_room.folder.parent / "instellingen").read().vault == ""


def test_a_demo_that_cannot_be_made_says_why(program: Program, qtbot: QtBot) -> None:
    def refused() -> Workspace:
        raise InvalidInputError("In deze map staat een kluis.", "Kies een lege map.")

    program.start_demo(refused)
    screen = program.window
    assert isinstance(screen, Screen)
    qtbot.waitUntil(lambda: not screen.banner.isHidden())
    assert not screen.busy
    program.close()


def test_the_demo_stands_apart_from_the_vault_of_real_people() -> None:
    services = LoadedServices(DemoRoom(Path()).clock)
    assert not services.default_folder().is_relative_to(demo_folder())


@pytest.mark.parametrize(
    ("screen", "off"),
    [
        ((1366, 768), True),
        ((1366, 728), True),
        ((1440, 900), False),
        ((1920, 1080), False),
        ((683, 384), True),
    ],
)
def test_a_window_as_large_as_the_screen_falls_off_it(screen: tuple[int, int], *, off: bool) -> None:
    """The usual laptop has 1366 by 768 pixels, and its bars take some: the window then fills the rest."""
    assert falls_off(QSize(*Settings().window), QSize(*screen)) is off

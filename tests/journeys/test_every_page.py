"""Everyone can use every page of the whole window: keyboard, screen reader, poor sight, on the demo vault."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import shots
from PySide6.QtCore import QEvent, QLocale, QObject
from PySide6.QtWidgets import QApplication, QWidget
from tests.demo_room import DemoRoom, made_demo
from tests.ui.walker import misfits, walk

from planbureau import resources
from planbureau.services.api import Workspace
from planbureau.ui.device import DeviceChoices
from planbureau.ui.page import PageContext
from planbureau.ui.places import HomeVisit, Place
from planbureau.ui.shell.main_window import MainWindow
from planbureau.ui.shell.wiring import page_entries
from planbureau.ui.theme.theme import Theme

__all__ = ["made_demo"]

SIZE = (1366, 768)
NARROW = (shots.SIZES["125"], shots.SIZES["200"])
EDITIONS = ("professional", "easy", "start", "matrix", "cards")


def plan_pages(format_id: str, file_name: str) -> list[str]:
    """The pages of one plan type: its steps, and its prints."""
    sections = tomllib.loads(resources.path("formats", file_name).read_text(encoding="utf-8"))["section"]
    steps = ["kader", *(section["id"] for section in sections)]
    named = [f"plan-{format_id}-{number:02}-{step}" for number, step in enumerate(steps, start=1)]
    return named + [f"afdruk-{format_id}-{edition}" for edition in EDITIONS]


PAGES = (
    "vandaag",
    "clienten",
    "client",
    "wegwijzer",
    "gezin",
    "agenda",
    "agenda-week",
    "agenda-lijst",
    "agenda-naar-buiten",
    "agenda-afspraak",
    "doelenmatrix",
    *(f"doelen-{what}" for what in ("wie-doet-wat", "in-de-tijd", "afdrukken", "doel")),
    "wens-zonder-doel",
    *plan_pages("osp", "osp.toml"),
    *plan_pages("gzp", "gezinsplan.toml"),
    "verslagen",
    *(f"verslag-{step}" for step in ("gesprek", "ervaringen", "doelen", "afspraken", "akkoord", "afsluiten")),
    *(f"verslag-{what}" for what in ("doel-anders", "nieuwe-afspraken", "uitkomst")),
    *("verslag-verbeteren", "verslag-verbeteren-afsluiten"),
    "voorbereiding",
    "kladblad",
    "rapportage",
    "rapportage-schrijven",
    "rapportage-client",
    "dossiercheck",
    "dossiercheck-papier",
    "dossiercheck-doel",
    *(f"gespreksvel-{what}" for what in ("woorden", "leefgebied", "keuze", "doel")),
    "vaststellen",
    "instellingen",
    "huisbezoek",
)


class Flashes(QObject):
    """Notes what shows as a window of its own before it has its place: it takes the keyboard away."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shows = event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shows and watched is not self._window:
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")  # type: ignore[attr-defined]
        return False


@dataclass(frozen=True)
class Demo:
    """The window on the demo, and every place in it."""

    application: QApplication
    window: MainWindow
    places: dict[str, Place]
    flashes: Flashes

    def show(self, name: str) -> None:
        self.flashes.seen.clear()
        self.window.go(self.places[name])
        shots.settle(self.application)


@pytest.fixture(scope="module")
def workspace(made_demo: DemoRoom) -> Iterator[Workspace]:
    opened = made_demo.unlock()
    yield opened
    opened.lock()


@pytest.fixture(scope="module")
def demo(qapp: QApplication, workspace: Workspace, made_demo: DemoRoom) -> Iterator[Demo]:
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    qapp.setCursorFlashTime(0)
    theme = Theme(qapp)
    entries = page_entries(shots.FixedDevice(DeviceChoices()))
    window = MainWindow(PageContext(workspace, theme.context, made_demo.clock), entries, idle_minutes=0)
    window.fills_screen = False  # else the size of the screen decides
    window.resize(*SIZE)
    window.show()
    flashes = Flashes(window)
    qapp.installEventFilter(flashes)
    yield Demo(qapp, window, dict(shots.places(workspace)), flashes)
    qapp.removeEventFilter(flashes)
    window._idle.stop()
    window.hide()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_no_page_is_forgotten(demo: Demo) -> None:
    assert set(demo.places) == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_everyone_can_use(demo: Demo, name: str) -> None:
    demo.show(name)
    assert demo.flashes.seen == []
    assert demo.window.size().toTuple() == SIZE
    # The contrast of every step is measured in tests/ui/wizard; drawing it takes most of the time.
    assert walk(demo.window, pixels=not name.startswith("plan-")) == []
    for narrow in NARROW:
        demo.window.resize(*narrow)
        shots.settle(demo.application)
        assert misfits(demo.window) == [], narrow
    demo.window.resize(*SIZE)
    if isinstance(demo.places[name], HomeVisit):
        demo.window.go(HomeVisit())

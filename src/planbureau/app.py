"""The composition root: builds everything, joins it, and shows the first window.

Nothing heavy (SQLAlchemy, Alembic, ReportLab) is imported here at the top, nor what only an open vault needs:
`loading` brings the services in from a thread, and the main window follows, while the first window is shown.
"""

from __future__ import annotations

from planbureau import ui  # noqa: F401 - Order: before anything else is imported, see ui.pyside_imports

# isort: split
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QLibraryInfo, QLocale, QSize, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from planbureau.clock import Clock, SystemClock
from planbureau.errors import PlanbureauError
from planbureau.loading import LoadedServices
from planbureau.settings import Settings, SettingsFile
from planbureau.ui.background import Job
from planbureau.ui.garbage import WindowGarbage
from planbureau.ui.mishap import Mishaps
from planbureau.ui.shell.instance import Instance
from planbureau.ui.start.screen import Screen
from planbureau.ui.start.start_window import StartWindow
from planbureau.ui.start.words import told
from planbureau.ui.theme.theme import STYLE_ARGUMENTS, STYLED, Theme, look_of_system
from planbureau.ui.theme.tokens import Look, TextSize
from planbureau.ui.traces import forget_visited_folders, leave_no_core
from planbureau.ui.widgets.screen_room import room_under

if TYPE_CHECKING:
    from planbureau.services.api import Workspace
    from planbureau.ui.device import DeviceChoices
    from planbureau.ui.shell.main_window import MainWindow

NAME = "Planbureau"
NO_SCREEN = "offscreen"
"""The platform of Qt that draws nowhere: there nothing falls off."""
_BAR = 40
"""Pixels of the bar above a window, which the system draws."""
_LOOK_AGAIN = 150
"""Milliseconds between two looks whether the services are loaded."""


def falls_off(window: QSize, screen: QSize) -> bool:
    """Whether a part of a window of this size would be outside the screen, with the bar on top of it."""
    return window.width() > screen.width() or window.height() + _BAR > screen.height()


class Program:
    """The running program: one window at a time, the start window or that of the open vault."""

    def __init__(
        self,
        application: QApplication,
        services: LoadedServices,
        clock: Clock,
        settings: SettingsFile,
        instance: Instance | None = None,
        vault: Path | None = None,
    ) -> None:
        self._application = application
        self._services = services
        self._clock = clock
        self._file = settings
        self._settings = settings.read()
        self._vault = vault
        self.theme = Theme(application, look=self._look(), size=self._size())
        self.window: QWidget | None = None
        self._main: MainWindow | None = None
        self._later = QTimer(application)
        self._later.setInterval(_LOOK_AGAIN)
        self._later.timeout.connect(self._load_main_window)
        self._making: Job[Workspace] | None = None
        self._instance = instance
        if instance is not None:
            instance.asked.connect(self._to_front)

    def start(self) -> None:
        """Shows the first window."""
        folder = self._vault or (Path(self._settings.vault) if self._settings.vault else None)
        window = StartWindow(self.theme.context, self._services, folder, last_user=self._settings.last_user)
        window.opened.connect(self._opened)
        self._show(window)
        self._later.start()

    def _load_main_window(self) -> None:
        """Imports the first screen behind the password while that is being typed.

        Not in the thread of the services: classes of Qt are made where Qt lives. It takes a few hundredths of
        a second, because what it stands on has been loaded by then.
        """
        if self._services.ready:
            self._later.stop()
            from planbureau.ui.calendar import today_page
            from planbureau.ui.shell import wiring

            del today_page, wiring
            QScrollArea().viewport()  # PySide prepares every kind of widget for the first that asks

    def start_demo(self, make: Callable[[], Workspace]) -> None:
        """Shows that the demo is being made, and then the demo."""
        words = "Een verzonnen zorgaanbieder met veertien verzonnen cliënten. Zet er nooit echte gegevens in."
        screen = Screen(self.theme.context, "De demo van Planbureau", words)
        screen.setWindowTitle(NAME)
        screen.set_busy("De demo wordt klaargezet…")

        def failed(problem: Exception) -> None:
            screen.set_busy("")
            screen.tell(told(problem))

        self._show(screen)
        self._making = Job(make, self._opened, failed)

    def _opened(self, workspace: Workspace) -> None:
        if self._vault is None:
            place = "" if workspace.folder == self._services.default_folder() else str(workspace.folder)
            self._remember(replace(self._settings, vault=place))
        self._remember(replace(self._settings, last_user=workspace.users.me()))
        # Loaded by then, see `_load_main_window`.
        from planbureau.ui.page import PageContext
        from planbureau.ui.shell.main_window import MainWindow
        from planbureau.ui.shell.wiring import page_entries

        context = PageContext(workspace, self.theme.context, self._clock)
        try:
            window = MainWindow(context, page_entries(self), self._settings.idle_minutes)
        except PlanbureauError as problem:  # damage that opening did not meet, and the first page does
            workspace.lock()
            if not isinstance(self.window, StartWindow):
                raise
            self.window.not_opened(problem)
            return
        window.locked.connect(self._locked)
        self._show(window)
        self._main = window

    def _locked(self) -> None:
        if self.window is not None and self.window.isVisible():
            self.start()

    def _show(self, window: QWidget) -> None:
        previous, self.window = self.window, window
        self._main = None
        window.resize(*self._settings.window)
        if QGuiApplication.platformName() != NO_SCREEN and falls_off(
            window.size(), room_under(window).size()
        ):
            window.showMaximized()
        else:
            window.show()
        if previous is not None:
            previous.hide()
            previous.deleteLater()
        else:
            # Nobody opens a file window before this; the first paint does not wait for it.
            QTimer.singleShot(_LOOK_AGAIN, forget_visited_folders)
            if self._instance is not None:
                QTimer.singleShot(_LOOK_AGAIN, self._instance.listen)

    def _to_front(self) -> None:
        if self.window is not None:
            self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
            self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    # Settings of the device, changed on the settings page

    @property
    def choices(self) -> DeviceChoices:
        """What this device remembers now."""
        from planbureau.ui.device import DeviceChoices

        kept = self._settings
        return DeviceChoices(kept.look, kept.text_size, kept.idle_minutes)

    def choose(self, choices: DeviceChoices) -> None:
        """Keeps the choices and puts their look on the screen."""
        self._remember(
            replace(
                self._settings,
                look=choices.look,
                text_size=choices.text_size,
                idle_minutes=choices.idle_minutes,
            )
        )
        self.theme.apply(self._look(), self._size())
        if self._main is not None:
            self._main.set_idle_minutes(choices.idle_minutes)

    def _remember(self, settings: Settings) -> None:
        self._settings = settings
        self._file.write(settings)

    def _look(self) -> Look:
        return next((look for look in Look if look.value == self._settings.look), None) or look_of_system()

    def _size(self) -> TextSize:
        return next((s for s in TextSize if s.name.casefold() == self._settings.text_size), TextSize.NORMAL)

    def close(self) -> None:
        """Takes the window down."""
        self._later.stop()
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None


def build_application(arguments: Sequence[str]) -> QApplication:
    """The Qt application in Dutch, the same on every desktop."""
    leave_no_core()
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    application = QApplication([*arguments, *STYLE_ARGUMENTS])
    application.setProperty(STYLED, True)
    application.setApplicationName(NAME)
    application.setApplicationDisplayName(NAME)
    WindowGarbage(application)
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_nl", folder):
        application.installTranslator(translator)
    return application


def no_screen() -> bool:
    """Whether this is a Linux machine without a screen."""
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return sys.platform.startswith("linux") and not screen and asked in ("", "xcb", "wayland")


def main(arguments: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Starts the program with a window.

    `--vault FOLDER` opens another vault than the last one; `--demo` an invented provider.
    """
    given = list(sys.argv if arguments is None else arguments)
    if no_screen():
        print("Er is geen scherm. Gebruik het programma zonder venster: planbureau --help", file=sys.stderr)
        return 1
    demo = demo_folder() if "--demo" in given else None
    vault = demo / "kluis" if demo else _vault_in(given)
    application = build_application(given)
    instance = Instance(str(vault or ""))
    if instance.brought_forward():
        return 0
    program = Program(
        application,
        LoadedServices(clock or SystemClock()),
        clock or SystemClock(),
        SettingsFile(),
        instance,
        vault,
    )
    mishaps = Mishaps(lambda: program.theme.context, application)
    mishaps.catch()
    if demo:
        program.start_demo(lambda: _demo(demo, clock or SystemClock()))
    else:
        program.start()
    code = application.exec()
    program.close()
    mishaps.release()
    instance.close()
    return code


def demo_folder() -> Path:
    """Where the demo of this device stands, far from the vault of real people."""
    return Path(platformdirs.user_data_dir(NAME, appauthor=False)) / "demo"


def _demo(folder: Path, clock: Clock) -> Workspace:
    # Lazy: it brings in the services, and runs in a thread.
    from planbureau.services.demo import DEMO_PASSWORD, open_demo

    print(f"Het wachtwoord van de demo is: {DEMO_PASSWORD}", flush=True)
    return open_demo(folder, clock)


def _vault_in(arguments: Sequence[str]) -> Path | None:
    if "--vault" in arguments[:-1]:
        return Path(arguments[arguments.index("--vault") + 1])
    return None


if __name__ == "__main__":
    raise SystemExit(main())

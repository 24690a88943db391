"""What a person waits for on the screen; each function runs in a process of its own (`bench_probe.py`)."""

from __future__ import annotations

import importlib
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

SIZE = (1366, 768)
NAMES = ("noor", "de vries", "yıldız", "van dijk", "c-0419")
"""What is typed in the search, letter by letter."""


class Paint(QObject):
    """Notes that a window has been painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.seen = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def until_painted(window: QWidget) -> None:
    """Lets Qt work until the window and everything in it has been painted once."""
    paint = Paint(window)
    while not paint.seen:
        QApplication.processEvents()
    window.removeEventFilter(paint)


def settle(milliseconds: int = 60) -> None:
    """Lets Qt do what it does while nobody waits; in a loop of its own, or what is left behind stays."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def memory_mb() -> float:
    """What this process holds in memory now, in MB; 0 where the system does not tell it so."""
    status = Path("/proc/self/statm")
    if not status.exists():
        return 0.0
    import resource

    return int(status.read_text().split()[1]) * resource.getpagesize() / 1e6


def bare() -> dict[str, float]:
    """A window with a label, a field and a button, and nothing behind it."""
    application = QApplication(sys.argv[:1])
    window = QWidget()
    column = QVBoxLayout(window)
    for widget in (QLabel("Wachtwoord"), QLineEdit(), QPushButton("Openen")):
        column.addWidget(widget)
    window.resize(*SIZE)
    window.show()
    until_painted(window)
    painted = time.monotonic()
    settle(400)
    del application
    return {"painted": painted, "memory": memory_mb()}


LIBRARIES = (
    "PySide6.QtNetwork", "PySide6.QtSvg", "cattrs", "cryptography.hazmat.backends.openssl.backend",
    "cryptography.hazmat.primitives.ciphers.aead", "cryptography.hazmat.primitives.hpke",
    "cryptography.hazmat.primitives.kdf.argon2", "cryptography.hazmat.primitives.kdf.hkdf", "filelock",
    "platformdirs", "sqlalchemy.dialects.sqlite", "sqlalchemy.orm", "sqlcipher3.dbapi2", "tree_sitter_toml",
)  # fmt: skip
"""What is loaded when a vault is open, beside what is ours."""


def libraries() -> dict[str, float]:
    """The bare window with all libraries of the program loaded, and nothing of ours: a floor."""
    for name in LIBRARIES:
        importlib.import_module(name)
    return bare()


def unlock_screen(folder: Path) -> dict[str, float]:
    """The program, up to the screen that asks for the password."""
    from planbureau import app
    from planbureau.clock import SystemClock
    from planbureau.loading import LoadedServices
    from planbureau.settings import SettingsFile
    from planbureau.ui.shell.instance import Instance

    with tempfile.TemporaryDirectory() as kept:
        clock, settings = SystemClock(), SettingsFile(Path(kept))
        application = app.build_application(sys.argv[:1])
        instance = Instance(str(folder))
        assert not instance.brought_forward()
        program = app.Program(application, LoadedServices(clock), clock, settings, instance, folder)
        program.start()
        assert program.window is not None
        until_painted(program.window)
        painted = time.monotonic()
        settle(100)
        program.close()
        instance.close()
    return {"painted": painted}


class OpenProgram:
    """The program with its vault open; what is typed and waited for is done to its window."""

    def __init__(self, folder: Path, kept: Path) -> None:
        import bench_vault

        from planbureau import app
        from planbureau.clock import SystemClock
        from planbureau.loading import LoadedServices
        from planbureau.settings import SettingsFile
        from planbureau.ui.shell.main_window import MainWindow

        clock = SystemClock()
        application = app.build_application(sys.argv[:1])
        vaults = bench_vault.vaults(folder, clock)
        services = LoadedServices(clock, vaults)
        self._program = app.Program(application, services, clock, SettingsFile(kept), None, folder)
        self._program.start()
        services.exists(folder)  # waits until everything is loaded, as the password field does
        bench_vault.without_key_derivation(folder)
        settle(300)
        began = time.process_time()
        self.workspace = vaults.unlock(folder, bench_vault.PASSWORD)
        self._program._opened(self.workspace)
        window = self._program.window
        assert isinstance(window, MainWindow)
        self.window = window
        until_painted(window)
        self.opening = (time.process_time() - began) * 1000
        settle(300)

    def close(self) -> None:
        """Locks the vault and takes the window down."""
        self.workspace.lock()
        self._program.close()


def first_screen(folder: Path) -> dict[str, float]:
    """From the derived key to the start page on the screen, and what is in memory then."""
    with tempfile.TemporaryDirectory() as kept:
        program = OpenProgram(folder, Path(kept))
        memory = memory_mb()
        program.close()
    return {"opening": program.opening, "memory": memory}


def typing(folder: Path) -> dict[str, list[float]]:
    """Each key in the client search, until the list is painted."""
    from planbureau.ui.people.clients_page import ClientsPage
    from planbureau.ui.places import OpenClients

    with tempfile.TemporaryDirectory() as kept:
        program = OpenProgram(folder, Path(kept))
        program.window.go(OpenClients())
        settle(300)
        page = program.window.findChild(ClientsPage)
        assert page is not None
        assert page.list is not None
        field = page.list.search
        keys = [name[:length] for name in NAMES for length in range(1, len(name) + 1)]
        times: dict[str, list[float]] = {key: [] for key in keys}
        for _ in range(5):
            for key in keys:
                times[key].append(timed(partial(field.setText, key)))
        listing = [timed(program.workspace.clients.rows) for _ in range(7)]
        program.close()
    return {"keys": [sorted(samples)[len(samples) // 2] for samples in times.values()], "listing": listing}


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of work of this process until what follows from `act` is on the screen."""
    began = time.process_time()
    act()
    QApplication.processEvents()
    return (time.process_time() - began) * 1000


def steps(folder: Path) -> dict[str, list[float]]:
    """Going through a plan from step to step, as somebody does who reads each of them."""
    from planbureau.ui.places import OpenPlan
    from planbureau.ui.wizard.plan_page import PlanPage

    with tempfile.TemporaryDirectory() as kept:
        program = OpenProgram(folder, Path(kept))
        rows = program.workspace.plans.recent(200)
        plan = next(row for row in rows if row.format_id == "osp" and row.status == "concept")
        program.window.go(OpenPlan(plan.id))
        settle(500)
        page = program.window.findChild(PlanPage)
        assert page is not None
        times = []
        for step in page.steps.step_ids()[1:]:
            times.append(timed(partial(page.open_step, step)))
            settle(500)
        program.close()
    return {"steps": times}


ROWS, COLUMNS = 60, 30
"""The largest matrix of goals that must stay fluent."""


def matrix(folder: Path) -> dict[str, list[float]]:
    """The goals of many people in many areas: shown, and gone through with the arrows."""
    del folder  # what is drawn does not come from the vault
    from planbureau import app
    from planbureau.ui.theme.theme import Theme
    from planbureau.ui.theme.tokens import Tone
    from planbureau.ui.widgets.matrix_grid import MatrixGrid
    from planbureau.ui.widgets.matrix_model import (
        MatrixCell,
        MatrixContent,
        MatrixHead,
        MatrixLine,
        MatrixPlace,
    )

    application = app.build_application(sys.argv[:1])
    theme = Theme(application)
    down = tuple(MatrixHead(f"r{n}", f"Gebied nummer {n}", count=n) for n in range(ROWS))
    across = tuple(MatrixHead(f"c{n}", f"Persoon {n}", count=n) for n in range(COLUMNS))
    lines = (
        MatrixLine("circle-dot", "Bezig", Tone.INFO, 2, "1a, 1b, 3a"),
        MatrixLine("circle-check", "Behaald", Tone.OK, 1, "a"),
    )
    contents = [
        MatrixContent(
            down,
            across,
            {
                MatrixPlace(row.id, column.id): MatrixCell(lines[: 1 + at % 2], "bezig")
                for at, row in enumerate(down)
                for column in across
            },
        ),
        MatrixContent(down[::-1], across, {}),
    ]
    grid = MatrixGrid(theme.context)
    grid.resize(*SIZE)
    grid.show()
    until_painted(grid)
    shown = [timed(partial(grid.set_content, contents[turn % 2])) for turn in range(10)][::2]
    grid.set_content(contents[0])
    settle()
    places = [MatrixPlace(row.id, across[at % COLUMNS].id) for at, row in enumerate(down)]
    arrows = [timed(partial(grid.set_current, place)) for place in places]
    return {"shown": shown, "arrows": arrows}

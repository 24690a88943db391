"""Nothing heavy stands before the first window: SQLAlchemy alone would add half a second."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "sqlalchemy",
    "alembic",
    "reportlab",
    "pikepdf",
    "pypdfium2",
    "PIL",
    "lxml",
    "zxcvbn",
    "cryptography",
    "tree_sitter",
}


OWN = {
    "planbureau.views", "planbureau.rules", "planbureau.formats", "planbureau.model", "planbureau.vault",
    "planbureau.services", "PySide6.QtNetwork",
}  # fmt: skip
"""What only an open vault needs, and what comes in after the first paint."""

FIRST_WINDOW = """
import json, os, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from planbureau import app
from planbureau.clock import SystemClock
from planbureau.loading import LoadedServices
from planbureau.settings import SettingsFile

class Paint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(json.dumps([type(watched.screen_shown).__name__, *sys.modules]), flush=True)
            os._exit(0)
        return False

folder, clock = Path(sys.argv[1]), SystemClock()
application = app.build_application(["planbureau"])
program = app.Program(application, LoadedServices(clock), clock, SettingsFile(folder), None, folder)
program.start()
paint = Paint()
program.window.installEventFilter(paint)
application.exec()
"""
"""Builds the first window, and tells what is loaded at its first paint."""


def _modules_after(statement: str) -> set[str]:
    """The top-level modules that a new Python has loaded after this statement."""
    code = f"{statement}\nimport json, sys\nprint(json.dumps(list(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    return {name.partition(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}


def test_the_window_loads_no_heavy_module() -> None:
    assert _modules_after("import planbureau.app") & HEAVY == set()


@pytest.mark.parametrize(("made", "screen"), [((), "Screen"), (("keys.json", "vault-1.db"), "UnlockScreen")])
def test_nothing_heavy_is_loaded_when_the_first_window_is_painted(
    made: tuple[str, ...], screen: str, tmp_path: Path
) -> None:
    for name in made:
        (tmp_path / name).touch()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", FIRST_WINDOW, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        timeout=60,
    )
    shown, *modules = json.loads(done.stdout.splitlines()[-1])
    assert shown == screen
    assert {name.partition(".")[0] for name in modules} & HEAVY == set()
    assert set(modules) & OWN == set()


def test_the_first_page_loads_no_other_page_and_nothing_that_waits_for_a_question() -> None:
    """What it does load stays in memory as long as the vault is open."""
    code = (
        "import json, sys, planbureau.app, planbureau.services.vault.vaults\n"
        "import planbureau.ui.calendar.today_page\n"
        "import planbureau.ui.shell.wiring\nprint(json.dumps(list(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    elsewhere = (
        "planbureau.ui.wizard.fields",
        "planbureau.ui.people.",
        "planbureau.ui.goals.",
        "planbureau.documents.",
        "planbureau.rules.plan_guide",
        "planbureau.rules.plain_language.",
    )
    assert [name for name in json.loads(done.stdout) if name.startswith(elsewhere)] == []


def test_pyside_looks_at_no_import() -> None:
    """Else each module costs a start the reading of its file, and memory for as long as the program runs."""
    code = (
        "import linecache, planbureau.app, planbureau.services.vault.vaults\n"
        "read = [file for file, kept in linecache.cache.items() if len(kept) > 1 and file.endswith('.py')]\n"
        "print(len([file for file in read if 'planbureau' in file or 'sqlalchemy' in file]))\n"
        "import builtins; print(builtins.__import__.__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    read, looks = done.stdout.splitlines()
    assert int(read) < 10
    assert looks != "__feature_import__"


def test_a_heavy_module_would_be_noticed() -> None:
    assert _modules_after("import sqlalchemy") & HEAVY == {"sqlalchemy"}

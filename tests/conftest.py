"""Session-wide: no screen, a home of its own, the same examples on each run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Before any test imports Qt. A test that wants a real (Xvfb) screen starts a process of its own, with SCHERM.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("SCHERM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"

# A vault waits at each save until the disk has it, which no test sees: kept in memory, where there is room.
IN_MEMORY, ROOM = Path("/dev/shm"), 2 << 30  # noqa: S108 (pytest makes a folder in it that is its own)
if os.access(IN_MEMORY, os.W_OK | os.X_OK) and shutil.disk_usage(IN_MEMORY).free > ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))

# No time limit: the machine may be busy. No example database: it would be a folder in the checkout.
settings.register_profile("planbureau", deadline=None, database=None, derandomize=True, max_examples=60)
settings.load_profile("planbureau")


@pytest.fixture(scope="session", autouse=True)
def home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """No test reads or writes the settings, data or vault of whoever runs the tests."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for kind in ("CONFIG", "DATA", "CACHE", "STATE"):
            patch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
        # What a test starts in a process of its own compiles our modules once, not each time.
        patch.setenv("PYTHONPYCACHEPREFIX", str(home / "gecompileerd"))
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        yield home


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """The application of the tests, which takes widgets away in its own thread only, as the program does."""
    from planbureau.ui.garbage import WindowGarbage

    garbage = WindowGarbage(qapp)
    yield qapp
    garbage.stop()


@pytest.fixture(autouse=True)
def no_voice_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the button for reading aloud comes into a page at a moment of its own, on some computers."""
    monkeypatch.setattr("planbureau.ui.voice.SPEAKERS", {})

"""An error that no page answers for is told in Dutch, once, and holds nothing that somebody typed."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planbureau.errors import VaultError
from planbureau.ui.mishap import Mishaps
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.labels import TextLabel

TYPED = "Noor Verzonnen"


@pytest.fixture
def mishaps(qtbot: QtBot, context: ThemeContext) -> Iterator[Mishaps]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = Mishaps(lambda: context, window)
    before = sys.excepthook, threading.excepthook
    made.catch()
    yield made
    sys.excepthook, threading.excepthook = before


def words_of(mishaps: Mishaps) -> str:
    assert mishaps.dialog is not None
    return " ".join(label.text() for label in mishaps.dialog.findChildren(TextLabel))


def fall(problem: Exception) -> None:
    """As Python hands it over when nobody catches it."""

    def falling() -> None:
        raise problem

    try:
        falling()
    except type(problem) as fallen:
        sys.excepthook(type(fallen), fallen, fallen.__traceback__)
    QApplication.processEvents()


def test_it_is_told_without_what_was_typed(mishaps: Mishaps, capsys: pytest.CaptureFixture[str]) -> None:
    fall(ValueError(f"not a number: {TYPED}"))
    told = words_of(mishaps)
    assert "Er ging iets mis dat Planbureau niet kent (ValueError)." in told
    assert "Wat bewaard was, is er nog." in told
    written = capsys.readouterr().err
    assert "ValueError (test_mishap.py:" in written
    assert TYPED not in told + written
    assert "Traceback" not in written


def test_what_has_words_of_its_own_is_told_in_those(mishaps: Mishaps) -> None:
    fall(VaultError("De schijf is vol.", "Maak ruimte vrij."))
    assert "De schijf is vol. Maak ruimte vrij." in words_of(mishaps)


def test_the_same_again_and_again_is_told_once(mishaps: Mishaps) -> None:
    fall(VaultError("De schijf is vol."))
    first = mishaps.dialog
    assert first is not None
    first.accept()
    for _ in range(3):
        fall(VaultError("De schijf is vol."))
    assert mishaps.dialog is None
    fall(VaultError("De stick is weg."))
    assert "De stick is weg." in words_of(mishaps)


def test_a_thread_that_falls_is_heard_too(mishaps: Mishaps, qtbot: QtBot) -> None:
    def falling() -> None:
        raise VaultError("De schijf is vol.")

    thread = threading.Thread(target=falling)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: mishaps.dialog is not None)


PROGRAM = f"""
import sys
from planbureau import app
from PySide6.QtCore import QTimer

def falling():
    raise ValueError("{TYPED}")

def look():
    window = application().activeModalWidget()
    print(type(window).__name__, flush=True)
    application().quit()

from PySide6.QtWidgets import QApplication
application = QApplication.instance
build = app.build_application
def built(arguments):
    made = build(arguments)
    QTimer.singleShot(0, made, falling)
    QTimer.singleShot(500, made, look)
    return made
app.build_application = built
sys.exit(app.main(["planbureau"]))
"""


def test_the_program_that_starts_listens() -> None:
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.split() == ["ConfirmDialog"], done.stderr
    assert TYPED not in done.stderr
    assert "Traceback" not in done.stderr

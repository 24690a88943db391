"""No widget is taken away by a thread that is not the window's."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planbureau.ui.background import Job
from planbureau.ui.garbage import WindowGarbage


class Left:
    """A page that was left: only a cycle keeps it. It tells which thread took it away."""

    def __init__(self, taken_in: list[int]) -> None:
        self._itself = self
        self._taken_in = taken_in

    def __del__(self) -> None:
        self._taken_in.append(threading.get_ident())


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[WindowGarbage]:
    was_on = gc.isenabled()
    made = WindowGarbage(qapp)
    yield made
    made.stop()
    made.deleteLater()
    if not was_on:
        gc.disable()


def test_what_is_left_goes_in_the_thread_of_the_window(qtbot: QtBot, garbage: WindowGarbage) -> None:
    taken_in: list[int] = []
    Left(taken_in)

    def busy() -> list[list[int]]:
        return [[number] for number in range(20 * gc.get_threshold()[0])]

    ended: list[list[list[int]]] = []
    job = Job(busy, ended.append, lambda problem: pytest.fail(str(problem)))
    qtbot.waitUntil(lambda: not job.busy)
    assert taken_in == []
    garbage.look()
    assert taken_in == [threading.get_ident()]


def test_python_collects_by_itself_again_afterwards(qapp: QApplication) -> None:
    was_on = gc.isenabled()
    made = WindowGarbage(qapp)
    assert not gc.isenabled()
    made.stop()
    assert gc.isenabled()
    if not was_on:
        gc.disable()

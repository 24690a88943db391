"""Slow work beside the window: its page may go at any moment, and the thread lets go of nothing of it."""

from __future__ import annotations

import gc
import random
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planbureau.errors import PlanbureauError
from planbureau.ui.background import Job

TURNS = 400
"""Enough for a thread that knocks at a relay that goes: with a relay of the page, this ended the process."""


def _fail(problem: Exception) -> None:
    pytest.fail(str(problem))


def _take_away() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Noticed:
    """Tells in which thread it was let go."""

    def __init__(self, threads: list[int]) -> None:
        self._threads = threads

    def __del__(self) -> None:
        self._threads.append(threading.get_ident())


def test_the_answer_arrives_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    job = Job(threading.get_ident, lambda worker: told.append((worker, threading.get_ident())), _fail)
    assert job.busy
    qtbot.waitUntil(lambda: not job.busy)
    ((worker, window),) = told
    assert window == threading.get_ident() != worker


def test_a_fault_is_handed_over_as_it_is(qtbot: QtBot) -> None:
    def work() -> None:
        raise PlanbureauError("Dat lukte niet.")

    faults: list[Exception] = []
    job = Job(work, lambda _: pytest.fail("an answer"), faults.append)
    qtbot.waitUntil(lambda: not job.busy)
    assert [str(fault) for fault in faults] == ["Dat lukte niet."]


def test_a_page_that_left_hears_nothing(qapp: QApplication) -> None:
    page, may_end, heard = QObject(), threading.Event(), list[object]()
    job = Job(may_end.wait, heard.append, heard.append, page)
    page.deleteLater()
    _take_away()
    may_end.set()
    QThreadPool.globalInstance().waitForDone()
    qapp.processEvents()
    assert heard == []
    assert job.busy


def test_pages_may_leave_while_their_work_ends(qapp: QApplication) -> None:
    heard, chance = list[int](), random.Random(5)  # noqa: S311 - chance, no secret
    for _ in range(TURNS):
        pages = [QObject() for _ in range(8)]
        for page in pages:
            Job(lambda: sum(range(chance.randrange(2000))), heard.append, _fail, page)
        for page in pages:
            page.deleteLater()
            if chance.random() < 0.5:
                _take_away()
        qapp.processEvents()
        _take_away()
    QThreadPool.globalInstance().waitForDone()
    qapp.processEvents()
    left = len(heard)
    assert left <= 8 * TURNS
    stays = QObject()
    Job(lambda: sum(range(9)), heard.append, _fail, stays)
    QThreadPool.globalInstance().waitForDone()
    qapp.processEvents()
    assert heard[left:] == [36], "whoever stayed hears what was asked"


@pytest.mark.parametrize("fault", [False, True])
def test_what_the_work_held_goes_in_the_thread_of_the_window(qapp: QApplication, *, fault: bool) -> None:
    threads: list[int] = []

    def work_of(held: Noticed) -> Callable[[], bool]:
        def work() -> bool:
            if fault:
                raise PlanbureauError(str(held))
            return held is not None

        return work

    page = QObject()
    for _ in range(50):
        Job(work_of(Noticed(threads)), lambda _: None, lambda _: None, page)
    page.deleteLater()
    _take_away()
    QThreadPool.globalInstance().waitForDone()
    qapp.processEvents()
    _take_away()
    gc.collect()  # a fault remembers where it was raised, in a ring
    assert threads == [threading.get_ident()] * 50

"""Slow work beside the window: it runs in a thread, and its answer arrives in the window's own thread."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

T = TypeVar("T")


class _Relay(QObject):
    done = Signal(object)
    failed = Signal(object)


class _Work(QRunnable):
    def __init__(self, work: Callable[[], Any], relay: _Relay) -> None:
        super().__init__()
        self._work = work
        self._relay = relay

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as problem:  # noqa: BLE001 - every error is handed to the window
            self._tell(self._relay.failed, problem)
        else:
            self._tell(self._relay.done, result)

    def _tell(self, signal: Any, answer: object) -> None:
        # Qt took the page away meanwhile, with its relay: nobody waits for the answer any more.
        with suppress(RuntimeError):
            signal.emit(answer)


class Job(QObject, Generic[T]):
    """One piece of slow work. Keep it until it ends; `busy` tells whether it runs."""

    def __init__(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._relay = _Relay(self)
        self._relay.done.connect(self._end)
        self._relay.done.connect(done)
        self._relay.failed.connect(self._end)
        self._relay.failed.connect(failed)
        self.busy = True
        QThreadPool.globalInstance().start(_Work(work, self._relay))

    def _end(self, _answer: object) -> None:
        self.busy = False

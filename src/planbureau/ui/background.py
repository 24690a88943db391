"""Slow work beside the window: it runs in a thread, and its answer arrives in the window's own thread.

Danger: Qt allows a thread to knock at an object only as long as that object is there, and the page that asked
may go at any moment. So the thread knows nothing but a relay that belongs to the application, it leaves the
outcome there, and it never holds the last reference to anything of the window.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, QThreadPool, Signal

T = TypeVar("T")

_ENDED = QEvent.Type(QEvent.registerEventType())


class _Relay(QObject):
    """Holds the work and its outcome until the window's thread has read them."""

    ended = Signal()

    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__(QCoreApplication.instance())
        self.work: Callable[[], Any] | None = work
        self.result: Any = None
        self.problem: Exception | None = None

    def customEvent(self, event: QEvent) -> None:
        """The thread is ready: tell whoever is still there, and let go of everything in this thread."""
        if event.type() == _ENDED:
            self.ended.emit()
            self.work = self.result = self.problem = None
            self.deleteLater()


class _Work(QRunnable):
    def __init__(self, relay: _Relay) -> None:
        super().__init__()
        self._relay = relay

    def run(self) -> None:
        relay = self._relay
        assert relay.work is not None
        try:
            relay.result = relay.work()
        except Exception as problem:  # noqa: BLE001 - every error is handed to the window
            relay.problem = problem
        # Order: from here on the window's thread may take the relay away.
        QCoreApplication.postEvent(relay, QEvent(_ENDED))


class Job(QObject, Generic[T]):
    """One piece of slow work. Keep it until it ends; `busy` tells whether it runs.

    `done` or `failed` is called in the thread of the window, unless this object is gone by then.
    """

    def __init__(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._done = done
        self._failed = failed
        self._relay = _Relay(work)
        self._relay.ended.connect(self._end)
        self.busy = True
        QThreadPool.globalInstance().start(_Work(self._relay))

    def _end(self) -> None:
        self.busy = False
        if self._relay.problem is not None:
            self._failed(self._relay.problem)
        else:
            self._done(self._relay.result)

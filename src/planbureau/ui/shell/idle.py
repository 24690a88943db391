"""Locks the vault when nobody touched keyboard or mouse for a while."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


LOOK_MS = 5_000
"""How often it looks at the clock on the wall."""


class IdleWatch(QObject):
    """Says `idle` after so many minutes without a touch; 0 minutes never does.

    A timer of Qt stands still while the laptop sleeps, so the time of day counts too: who opens the lid
    after the night finds the vault locked, and the first touch does not put that off. `seconds` gives it.
    """

    idle = Signal()

    def __init__(self, parent: QObject, minutes: float, seconds: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._touched_at = seconds()
        self._stopped = False
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._look_around)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.idle)
        self.set_minutes(minutes)
        self._watch_windows()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch_window)
            application.applicationStateChanged.connect(self._woken)

    def set_minutes(self, minutes: float) -> None:
        """The time without a touch after which it is idle."""
        self._timer.setInterval(round(minutes * 60_000))
        self._touched_at = self._seconds()
        for timer in (self._timer, self._look):
            if minutes > 0:
                timer.start()
            else:
                timer.stop()

    def stop(self) -> None:
        """Ends the watch."""
        self._stopped = True
        self._timer.stop()
        self._look.stop()
        for window in QGuiApplication.topLevelWindows():
            window.removeEventFilter(self)

    def _look_around(self) -> None:
        self._watch_windows()
        self._overslept()

    @Slot(Qt.ApplicationState)
    def _woken(self, state: Qt.ApplicationState) -> None:
        """The window comes in front, as when the lid opens: it does not wait for the next look."""
        if state == Qt.ApplicationState.ApplicationActive:
            self._overslept()

    def _watch_windows(self) -> None:
        """Watches every window that there is, menus and lists that drop down too.

        Their windows, and not all objects: what somebody does comes in there, once. On the application
        each event of each widget passed here, a tenth of all the work of the screen.
        """
        for window in QGuiApplication.topLevelWindows():
            self._watch_window(window)

    @Slot(QWindow)
    def _watch_window(self, window: QWindow | None) -> None:
        if window is not None and not self._stopped:
            window.installEventFilter(self)  # again has no effect

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        if event.type() in TOUCHES and self._timer.isActive() and not self._overslept():
            self._touched_at = self._seconds()
            self._timer.start()
        return False

    def _overslept(self) -> bool:
        """Whether the last touch is too long ago on the clock; a clock that was set back proves nothing."""
        if not self._timer.isActive():
            return False
        passed = (self._seconds() - self._touched_at) * 1000
        if passed <= self._timer.interval() + LOOK_MS:
            return False
        self._timer.stop()
        self._look.stop()
        # Not from within the handling of somebody's key or mouse.
        QTimer.singleShot(0, self, self.idle.emit)
        return True

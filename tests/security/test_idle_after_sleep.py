"""A laptop that slept with the lid closed is locked when it wakes up."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planbureau.ui.shell.idle import IdleWatch


class WallClock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def shown(qtbot: QtBot) -> QWidget:
    """A window of its own on the screen."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def touch(widget: QWidget) -> None:
    """A key as it comes from the system: to the window."""
    QTest.keyClick(widget.windowHandle(), Qt.Key.Key_A)


def test_it_locks_at_the_first_look_after_a_night(qtbot: QtBot) -> None:
    parent, clock = shown(qtbot), WallClock()
    watch = IdleWatch(parent, 10, clock)
    clock.now += 8 * 3600
    watch._look.setInterval(1)
    with qtbot.waitSignal(watch.idle):
        pass
    watch.stop()


def test_the_first_touch_after_a_night_does_not_put_it_off(qtbot: QtBot) -> None:
    parent, clock = shown(qtbot), WallClock()
    watch = IdleWatch(parent, 10, clock)
    clock.now += 8 * 3600
    with qtbot.waitSignal(watch.idle):
        touch(parent)
    watch.stop()


def test_it_locks_as_soon_as_the_window_comes_in_front(qtbot: QtBot, qapp: QApplication) -> None:
    parent, clock = shown(qtbot), WallClock()
    watch = IdleWatch(parent, 10, clock)
    watch._look.stop()  # its next look is still seconds away
    with qtbot.assertNotEmitted(watch.idle):
        clock.now += 9 * 60
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
        QCoreApplication.processEvents()
    clock.now += 8 * 3600
    with qtbot.waitSignal(watch.idle):
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    watch.stop()


def test_a_clock_that_goes_back_or_a_short_rest_locks_nothing(qtbot: QtBot) -> None:
    parent, clock = shown(qtbot), WallClock()
    watch = IdleWatch(parent, 10, clock)
    told: list[bool] = []
    watch.idle.connect(lambda: told.append(True))
    for step in (-86_400, 9 * 60, 9 * 60):
        clock.now += step
        touch(parent)
        watch._look.timeout.emit()
        QCoreApplication.processEvents()
    assert told == []
    assert watch._timer.isActive()
    watch.stop()


def test_without_a_time_it_never_locks(qtbot: QtBot) -> None:
    parent, clock = shown(qtbot), WallClock()
    watch = IdleWatch(parent, 0, clock)
    clock.now += 8 * 3600
    with qtbot.assertNotEmitted(watch.idle):
        watch._look.timeout.emit()
        touch(parent)
        QCoreApplication.processEvents()
    watch.stop()


def test_a_window_that_opens_later_counts_too(qtbot: QtBot) -> None:
    parent, clock = shown(qtbot), WallClock()
    watch = IdleWatch(parent, 10, clock)
    menu = shown(qtbot)
    for _ in range(3):
        clock.now += 9 * 60
        watch._look_around()
        touch(menu)
        assert watch._touched_at == clock.now
    watch.stop()
    clock.now += 60
    touch(menu)
    assert watch._touched_at < clock.now

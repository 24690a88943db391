"""How much of the screen a window may take."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def room_under(widget: QWidget) -> QRect:
    """The room on the screen under this widget; for a dialog under the window that it belongs to.

    Danger: never `widget.screen()`. With PySide 6.11 Qt falls over it some time later, in QCursor::pos at a
    widget that shows.
    """
    window = (widget.parentWidget() or widget).window()
    screen = QGuiApplication.screenAt(window.frameGeometry().center()) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()

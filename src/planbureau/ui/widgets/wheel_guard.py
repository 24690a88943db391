"""Scrolling a long form must never change the value of a field under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


class WheelGuard(QObject):
    """Sends the wheel of a combo box or a number field to the page around it."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget):
            around = watched.parentWidget()
            if around is not None:
                QApplication.sendEvent(around, event)
            return True
        return False

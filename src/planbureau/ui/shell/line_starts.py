"""A line that is left shows the beginning of its text again, however far somebody went in it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


class LineStarts(QObject):
    """Tab goes to the end of a line; without this a long text then stands there without its first words."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    # Made known with the class: PySide loses a slot that it adds later ("Slot not found").
    @Slot(QWidget, QWidget)
    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        # To another window and back somebody goes on where the cursor was.
        if isinstance(old, QLineEdit) and new is not None and new.window() is old.window():
            old.setCursorPosition(0)

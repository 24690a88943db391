"""Who a note is about, where that is not known yet: the list is open at once."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent

from planbureau.ui.widgets.choice_box import ChoiceBox


class WhoBox(ChoiceBox):
    """`picked` when somebody was chosen in the open list; going through the closed box with arrows is not."""

    picked = Signal()

    def __init__(self, name: str, options: Iterable[tuple[str, str]]) -> None:
        super().__init__(name, options)
        self._listed = False
        self._opens = True
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._open_list)
        self._closed = QTimer(self, singleShot=True, interval=0)
        self._closed.timeout.connect(self._forget)
        self.activated.connect(self._activated)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._opens:
            self._opens = False
            self._soon.start()

    def showPopup(self) -> None:
        self._listed = True
        super().showPopup()

    def hidePopup(self) -> None:
        super().hidePopup()
        self._closed.start()  # Qt tells what was chosen just after the list is gone

    def _open_list(self) -> None:
        if self.isVisible() and self.hasFocus() and not self.value():
            self.showPopup()

    def _forget(self) -> None:
        self._listed = False

    def _activated(self) -> None:
        if self._listed and self.value():
            self._listed = False
            self.picked.emit()

"""Cyclic garbage is collected in the thread of the window alone.

Python collects in whatever thread asks for memory. A page that was left is such garbage, and taking its
widgets away in the thread of a print or a backup ends the whole program (Qt: widgets belong to the thread of
the application). So the collector is switched off, and asked for by a timer of the application.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

INTERVAL = 1000
"""Milliseconds between two looks; a look that finds little to do costs nothing."""


class WindowGarbage(QObject):
    """Collects for this application, as often as Python itself would; `stop` gives that back to Python."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collects the oldest generation that has grown past its limit."""
        for generation, (count, limit) in reversed(
            list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
        ):
            if count > limit:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Python collects by itself again, in any thread."""
        self._timer.stop()
        gc.enable()

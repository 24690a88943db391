"""What goes wrong where nobody looked for it: told in Dutch on the screen, and never in silence.

Without this Python writes its traceback where nobody reads it, or in a log of the system: in English, and
with what somebody typed in it.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, Signal
from PySide6.QtWidgets import QApplication

from planbureau.errors import place_of, unforeseen
from planbureau.ui.theme.context import ThemeContext

if TYPE_CHECKING:
    from planbureau.ui.widgets.confirm_dialog import ConfirmDialog

QUIET_MS = 60_000
"""What a timer does wrong again and again is told once a minute."""


class Mishaps(QObject):
    """Catches every error that no page answers for; the program goes on."""

    _fallen = Signal(object)

    def __init__(self, theme: Callable[[], ThemeContext], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self._quiet = QDeadlineTimer(0)
        self.dialog: ConfirmDialog | None = None
        # Through a signal: an error may come from a thread, and windows live in one.
        self._fallen.connect(self._show)

    def catch(self) -> None:
        """From now on."""
        sys.excepthook = self._caught
        threading.excepthook = lambda told: self._caught(told.exc_type, told.exc_value, told.exc_traceback)

    def release(self) -> None:
        """As it was before."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _caught(
        self, kind: type[BaseException], problem: BaseException | None, _: TracebackType | None
    ) -> None:
        if problem is None or issubclass(kind, KeyboardInterrupt):
            QApplication.quit()  # Ctrl+C in the terminal it was started from: the vault locks on the way
            return
        print(f"Planbureau: {place_of(problem)}", file=sys.stderr)
        self._fallen.emit(problem)

    def _show(self, problem: BaseException) -> None:
        # Lazy: nothing of it stands before the first window.
        from planbureau.ui.widgets.confirm_dialog import ConfirmDialog

        told = unforeseen(problem)
        if self.dialog is not None or (str(told) == self._words and not self._quiet.hasExpired()):
            return
        self._words = str(told)
        dialog = self.dialog = ConfirmDialog(
            self._theme(),
            told.what,
            told.advice,
            action="Verder",
            danger=True,
            parent=QApplication.activeWindow(),
        )
        dialog.setWindowTitle("Planbureau")  # the words may be about somebody, and a title is seen by all
        dialog.cancel_button.hide()
        dialog.action_button.setFocus()
        dialog.finished.connect(self._read)
        dialog.open()

    def _read(self) -> None:
        self._quiet = QDeadlineTimer(QUIET_MS)
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

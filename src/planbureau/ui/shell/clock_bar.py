"""The bar that tells that the clock of the computer cannot be right."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.ui.page import PageContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner

EVERY_MS = 60_000
CALL_RIGHT = "De klok klopt nu…"


class ClockBar(QWidget):
    """Shown on top of every page as long as there is a doubt that was not closed."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = context.theme
        self._context = context
        self._closed = False
        self.banner = Banner(theme, "", Tone.WARN, dismissible=True)
        self.banner.dismissed.connect(self._close)
        self.banner.action_requested.connect(self.open_dialog)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(8), theme.px(20), 0)
        column.addWidget(self.banner)
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY_MS)
        self.timer.timeout.connect(self.look)
        self.timer.start()
        self.hide()
        self.look()

    def look(self) -> None:
        """Looks at the clock now."""
        workspace = self._context.workspace
        try:
            doubt = workspace.clock_checks.doubt()
        except PlanbureauError:  # the vault was locked meanwhile: the window goes with it
            return
        if not doubt:
            self._closed = False
        elif not self._closed:
            action = CALL_RIGHT if workspace.clock_checks.can_call_right else ""
            self.banner.set_message(doubt, Tone.WARN, action=action)
            self.banner.show()
        self.setVisible(bool(doubt) and not self._closed)

    def open_dialog(self) -> None:
        """Asks why the clock is right."""
        from planbureau.ui.shell.clock_dialog import call_right  # rare: not when the program starts

        call_right(self._context, self.window())
        self.look()

    def _close(self) -> None:
        self._closed = True
        self.hide()

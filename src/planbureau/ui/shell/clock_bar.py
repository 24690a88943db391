"""The bar that tells that the clock of the computer cannot be right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner

EVERY_MS = 60_000


class ClockBar(QWidget):
    """Shown on top of every page as long as there is a doubt that was not closed; `ask` tells the doubt."""

    def __init__(self, theme: ThemeContext, ask: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._closed = False
        self.banner = Banner(theme, "", Tone.WARN, dismissible=True)
        self.banner.dismissed.connect(self._close)
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
        try:
            doubt = self._ask()
        except PlanbureauError:  # the vault was locked meanwhile: the window goes with it
            return
        if not doubt:
            self._closed = False
        elif not self._closed:
            self.banner.set_message(doubt, Tone.WARN)
            self.banner.show()
        self.setVisible(bool(doubt) and not self._closed)

    def _close(self) -> None:
        self._closed = True
        self.hide()

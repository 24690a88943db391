"""Listen to a recording of the vault, and stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent

from planbureau.ui.sound import SoundPlayer
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import IconButton

SILENT = "Deze opname kan hier niet worden afgespeeld. Bewaar een leesbare kopie om te luisteren."


class SoundButton(IconButton):
    """`content` gives the bytes when they are asked for; `failed` carries what went wrong."""

    failed = Signal(str)

    def __init__(
        self, context: ThemeContext, name: str, command: Sequence[str], content: Callable[[], bytes]
    ) -> None:
        super().__init__(context, "play", f"Afspelen: {name}")
        self._name, self._content = name, content
        self.player = SoundPlayer(command, self)
        self.player.ended.connect(self._ended)
        self.clicked.connect(self._toggle)

    def hideEvent(self, event: QHideEvent) -> None:
        """Who leaves the page or locks the vault hears nothing any more."""
        self.player.stop()
        super().hideEvent(event)

    def _toggle(self) -> None:
        if self.player.playing:
            self.player.stop()
            return
        content = self._content()
        if content:
            self.set_icon("square")
            self.set_name(f"Stoppen: {self._name}")
            self.player.play(content)

    def _ended(self, failed: bool) -> None:
        self.set_icon("play")
        self.set_name(f"Afspelen: {self._name}")
        if failed:
            self.failed.emit(SILENT)

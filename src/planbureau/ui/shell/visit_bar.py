"""The bar that tells that a home visit is on, and ends it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import TextLabel, TextRole

_WIDE = 860
"""From this width, in pixels of the design, every button has its words."""
_SHORT, _WHOLE = "Beëindigen (F9)", "Huisbezoek beëindigen (F9)"


class VisitBar(QWidget):
    """Shown on top of every page during a home visit."""

    leave_requested = Signal()
    scratch_requested = Signal()
    note_requested = Signal()

    def __init__(self, theme: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), theme.px(8), theme.px(20), theme.px(8))
        row.addWidget(IconLabel(theme, "house", "primary"))
        row.addWidget(TextLabel("Huisbezoek: alleen dit gezin is te zien.", TextRole.STRONG), 1)
        self._theme = theme
        self.note = Button(theme, "Rapporteren (Ctrl+R)", ButtonKind.SECONDARY, icon="pen-line")
        self.note.clicked.connect(self._report)
        self.note.set_compact(True)
        row.addWidget(self.note)
        self._scratch = Button(theme, "Kladblad (F8)", ButtonKind.SECONDARY, icon="notebook-pen")
        self._scratch.clicked.connect(self._jot)
        self._scratch.set_compact(True)
        row.addWidget(self._scratch)
        self.leave = Button(theme, _SHORT, ButtonKind.SECONDARY)
        self.leave.setAccessibleName(_WHOLE)
        self.leave.clicked.connect(self._leave)
        row.addWidget(self.leave)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_WIDE)
        for button in (self.note, self._scratch):
            button.set_compact(narrow)
        self.leave.set_label(_SHORT if narrow else _WHOLE)
        self.leave.setAccessibleName(_WHOLE)

    def _jot(self) -> None:
        self.scratch_requested.emit()

    def _report(self) -> None:
        self.note_requested.emit()

    def _leave(self) -> None:
        self.leave_requested.emit()

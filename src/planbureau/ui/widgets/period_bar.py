"""Which month or week is shown, with the buttons to the one before, the one after, and today."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, IconButton
from planbureau.ui.widgets.labels import TextLabel, TextRole


class PeriodBar(QWidget):
    """`leap_requested` carries -1 or 1. The page itself puts `today_button` where there is room for it."""

    leap_requested = Signal(int)
    today_requested = Signal()

    def __init__(self, context: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = IconButton(context, "chevron-left", "Vorige maand")
        self._after = IconButton(context, "chevron-right", "Volgende maand")
        self.today_button = Button(context, "Vandaag")
        self.today_button.setToolTip("T")
        self._title = TextLabel("", TextRole.TITLE, wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.px(8))
        for widget in (self._before, self._title, self._after):
            row.addWidget(widget)
        row.addStretch()
        self._before.clicked.connect(lambda: self.leap_requested.emit(-1))
        self._after.clicked.connect(lambda: self.leap_requested.emit(1))
        self.today_button.clicked.connect(self.today_requested)

    def show_period(self, title: str, noun: str) -> None:
        """Show another period; `noun` is what the buttons step by: "maand", "week"."""
        self._title.setText(title)
        self.setAccessibleName(title)
        for button, word in ((self._before, "Vorige"), (self._after, "Volgende")):
            button.set_name(f"{word} {noun}")

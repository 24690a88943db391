"""Which month is shown, with the buttons to the month before, the month after, and today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planbureau.rules.dutch import month_name
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, IconButton
from planbureau.ui.widgets.labels import TextLabel, TextRole


class MonthBar(QWidget):
    """`leap_requested` carries -1 or 1."""

    leap_requested = Signal(int)
    today_requested = Signal()

    def __init__(self, context: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        before = IconButton(context, "chevron-left", "Vorige maand")
        after = IconButton(context, "chevron-right", "Volgende maand")
        today = Button(context, "Vandaag")
        self._title = TextLabel("", TextRole.TITLE, wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.px(8))
        for widget in (before, self._title, after, today):
            row.addWidget(widget)
        row.addStretch()
        before.clicked.connect(lambda: self.leap_requested.emit(-1))
        after.clicked.connect(lambda: self.leap_requested.emit(1))
        today.clicked.connect(self.today_requested)

    def set_month(self, month: date) -> None:
        self._title.setText(month_name(month))
        self.setAccessibleName(month_name(month))

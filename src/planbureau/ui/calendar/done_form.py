"""'Gedaan op ...': the day on which something was done, and why it was late when it was."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.clock import Clock
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel
from planbureau.ui.widgets.long_text_edit import LongTextEdit


def foot(theme: ThemeContext, save: Button, cancel: Button) -> Flow:
    """The buttons under a form."""
    row = Flow(theme.px(8))
    row.add(save)
    row.add(cancel)
    return row


class DoneForm(QWidget):
    """`save_requested` carries the day and the reason. `day` stands there first; None when in doubt."""

    cancelled = Signal()
    save_requested = Signal(object, str)

    def __init__(
        self,
        theme: ThemeContext,
        clock: Clock,
        last_date: date | None,
        day: date | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._last_date = last_date
        self.day = DateField(theme, clock, "Gedaan op")
        self.day.set_value(day)
        self._why = FieldLabel("Waarom was het later dan de uiterste datum?")
        self.reason = LongTextEdit(theme, "Waarom was het later", lines=2)
        self._why.set_field(self.reason)
        self._message = InlineMessage(theme, self.day.line)
        save = Button(theme, "Vastleggen", ButtonKind.PRIMARY, icon="check")
        self.cancel_button = Button(theme, "Annuleren")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(FieldLabel("Gedaan op", self.day))
        for widget in (self.day, self._why, self.reason, self._message):
            column.addWidget(widget)
        column.addWidget(foot(theme, save, self.cancel_button))
        self.day.value_changed.connect(self._ask_reason)
        save.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.cancelled)
        self._ask_reason()

    def focus_target(self) -> QWidget:
        """What gets the focus when the form opens."""
        return self.day.line

    def after_put_back(self) -> None:
        """What was typed stands in the fields again: brings up to date what follows from it."""
        self._ask_reason()

    def show_problem(self, text: str) -> None:
        """Say why it was not kept; what was typed stays."""
        self._message.show_message(MessageLevel.ERROR, text)

    def _late(self) -> bool:
        day = self.day.value()
        return day is not None and self._last_date is not None and day > self._last_date

    def _ask_reason(self) -> None:
        self._why.setVisible(self._late())
        self.reason.setVisible(self._late())

    def _save(self) -> None:
        self.day.commit()
        day = self.day.value()
        if day is None:
            self.show_problem("Kies op welke dag het gedaan is.")
        else:
            self.save_requested.emit(day, self.reason.value() if self._late() else "")

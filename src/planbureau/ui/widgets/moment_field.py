"""A day with a time as people write it ("1 mei 14.00", "gisteren 9u30"), or now with one press."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planbureau.clock import AMSTERDAM, Clock
from planbureau.errors import PlanbureauError
from planbureau.rules.dutch import long_date, plain_date
from planbureau.rules.dutch_moment_input import parse_moment
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel


class MomentField(QWidget):
    """`value_changed` comes when the meaning changed: after leaving the line, Enter, or "Nu".

    What is no moment stays in the line and is said to be wrong.
    """

    value_changed = Signal()

    def __init__(
        self,
        context: ThemeContext,
        clock: Clock,
        name: str = "",
        *,
        weekday: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._words = long_date if weekday else plain_date
        self._value: datetime | None = None
        self._wrong = False
        self.line = QLineEdit()
        self.line.setPlaceholderText("bijv. 1-3-2026 14:00")
        self.now = Button(context, "Nu", icon="clock")
        self.message = InlineMessage(context, self.line)
        self.set_name(name)
        row = QHBoxLayout()
        row.setSpacing(context.px(6))
        row.addWidget(self.line, 1)
        row.addWidget(self.now)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.message)
        self.line.editingFinished.connect(self.commit)
        self.now.clicked.connect(self._set_now)

    def focus_target(self) -> QWidget:
        """What gets the focus when the field does."""
        return self.line

    def set_name(self, name: str) -> None:
        """Names the field for a screen reader."""
        self.line.setAccessibleName(name)
        self.now.setAccessibleName(f"Nu, bij {name}" if name else "Nu")

    def value(self) -> datetime | None:
        """The moment, aware; None when there is none."""
        return self._value

    def set_value(self, moment: datetime | None) -> None:
        """Shows a moment without emitting anything."""
        self._value, self._wrong = moment, False
        self.line.setText(self._text(moment) if moment else "")
        self.line.setCursorPosition(0)
        self.line.setModified(False)
        self.message.clear()

    def unread_text(self) -> str:
        """What stands in the line and has no meaning yet: it is no moment, or nobody has left the line."""
        return self.line.text() if self._wrong or self.line.isModified() else ""

    def is_valid(self) -> bool:
        return not self._wrong

    def commit(self) -> None:
        """Reads the line now, as leaving it does."""
        if not self.line.isModified():
            return
        self.line.setModified(False)
        try:
            moment = parse_moment(self.line.text(), self._clock.now())
        except PlanbureauError as error:
            self._refuse(str(error))
        else:
            self._accept(moment)

    def _text(self, moment: datetime) -> str:
        local = moment.astimezone(AMSTERDAM)
        return f"{self._words(local.date())} {local:%H:%M}"

    def _accept(self, moment: datetime | None) -> None:
        changed = moment != self._value or self._wrong
        self.set_value(moment)
        if changed:
            self.value_changed.emit()

    def _refuse(self, message: str) -> None:
        self._wrong = True
        self.message.show_message(MessageLevel.ERROR, message)
        if self._value is not None:
            self._value = None
            self.value_changed.emit()

    def _set_now(self) -> None:
        self._accept(parse_moment("nu", self._clock.now()))
        self.line.setFocus()

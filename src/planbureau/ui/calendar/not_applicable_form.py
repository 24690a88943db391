"""'Geldt hier niet': why a term of guidance or own choice does not hold for this plan (rules T11)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.ui.calendar.done_form import foot
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel
from planbureau.ui.widgets.long_text_edit import LongTextEdit


class NotApplicableForm(QWidget):
    """`save_requested` carries the reason."""

    cancelled = Signal()
    save_requested = Signal(str)

    def __init__(self, theme: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = LongTextEdit(theme, "Waarom geldt deze termijn hier niet", lines=2)
        self._message = InlineMessage(theme, self.reason.edit)
        save = Button(theme, "Vastleggen", ButtonKind.PRIMARY, icon="check")
        self.cancel_button = Button(theme, "Annuleren")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(FieldLabel("Waarom geldt deze termijn hier niet?", self.reason))
        column.addWidget(self.reason)
        column.addWidget(self._message)
        column.addWidget(foot(theme, save, self.cancel_button))
        save.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.cancelled)

    def focus_target(self) -> QWidget:
        """What gets the focus when the form opens."""
        return self.reason.edit

    def after_put_back(self) -> None:
        """What was typed stands in the field again; nothing follows from it."""

    def show_problem(self, text: str) -> None:
        """Say why it was not kept; what was typed stays."""
        self._message.show_message(MessageLevel.ERROR, text)

    def _save(self) -> None:
        self.save_requested.emit(self.reason.value())

"""The small question before a status changes: why, and from when."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from planbureau.rules.goals.moves import Move
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import kind_of, move_label, seen_on_word, status_word
from planbureau.ui.goals.binding import Labelled
from planbureau.ui.page import PageContext
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.inline_message import MessageLevel
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.views import GoalView

_NEW_DATE = "Nieuwe datum om naar te kijken"


class StatusDialog(ConfirmDialog):
    """After Accepted `reason` and `day` hold the answers. What a move asks for is asked before it closes."""

    def __init__(
        self, context: PageContext, move: Move, goal: GoalView, parent: QWidget | None = None
    ) -> None:
        kind = kind_of(goal.kind)
        action, word = move_label(move.to, move.label, kind), status_word(move.to, kind)
        super().__init__(
            context.theme,
            f"Doel {goal.number}: {action.lower()}?",
            f'De status wordt "{word}". {_explanation(move)}',
            action=action,
            danger=move.to is GoalStatus.REMOVED,
            parent=parent,
        )
        self._move = move
        theme = context.theme
        self._reason: Labelled | None = None
        self._day: Labelled | None = None
        self.reason_field = LongTextEdit(theme, "Waarom", lines=2)
        self.day_field = DateField(theme, context.clock, "Datum")
        if move.needs_reason:
            self._reason = Labelled(theme, "Waarom", self.reason_field)
            self.extra.addWidget(self._reason)
        if move.needs_new_date or move.to is GoalStatus.REACHED:
            label = seen_on_word(kind) if move.to is GoalStatus.REACHED else _NEW_DATE
            self.day_field.set_name(label)
            self._day = Labelled(theme, label, self.day_field)
            self.extra.addWidget(self._day)
            if move.to is GoalStatus.REACHED:
                self.day_field.set_value(context.clock.today())
        if self._reason is not None:
            self.reason_field.edit.setFocus()
        elif self._day is not None:
            self.day_field.line.setFocus()

    @property
    def reason(self) -> str:
        """Why, in words."""
        return self.reason_field.value().strip()

    @property
    def day(self) -> date | None:
        """The date that was given."""
        return self.day_field.value() if self._day is not None else None

    def accept(self) -> None:
        """Close only when everything that the move asks for is there."""
        self.day_field.commit()
        if self._reason is not None and not self.reason:
            self._reason.message.show_message(MessageLevel.TODO, "Schrijf in een zin waarom.")
            self.reason_field.edit.setFocus()
            return
        if self._day is not None and self.day is None and self.day_field.is_valid():
            self._day.message.show_message(MessageLevel.TODO, "Kies een datum.")
        if self._day is not None and self.day is None:
            self.day_field.line.setFocus()
            return
        super().accept()


def _explanation(move: Move) -> str:
    if move.to is GoalStatus.REMOVED:
        return "Het doel gaat uit het plan. Het nummer wordt niet opnieuw gebruikt."
    if move.to is GoalStatus.STOPPED:
        return "Het doel blijft in het plan staan, met de reden erbij."
    if move.to is GoalStatus.REACHED:
        return "De hulp stopt daarmee nog niet vanzelf."
    return "De tekst van het doel verandert niet."

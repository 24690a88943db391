"""'Afwijken': another date than the computed one, with what the rule asks for it (rules A1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from planbureau.clock import Clock
from planbureau.rules.deadlines import RULES, Deadline
from planbureau.rules.dutch import plain_date
from planbureau.ui.calendar.done_form import foot
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.person_picker import PersonPicker

_NOBODY = "Nog niet bekend wie beslist. Leg bij de cliënt vast wie meebeslist; dan kun je die hier kiezen."


@dataclass(frozen=True)
class DeviationAsked:
    """What was filled in. Without a date the term falls away, or the longest rhythm holds."""

    new_date: date | None
    reason: str
    asked_by: str
    told_right: bool
    consent_of: tuple[str, ...]


def can_deviate(deadline: Deadline) -> bool:
    """Whether a deviation may be recorded now: the rule allows it, or the care lay still (T14)."""
    movable = deadline.deviation_allowed or deadline.movable_until is not None
    return movable and deadline.term_date is not None


class DeviationForm(QWidget):
    """`save_requested` carries a `DeviationAsked`."""

    cancelled = Signal()
    save_requested = Signal(object)

    def __init__(
        self,
        theme: ThemeContext,
        clock: Clock,
        deadline: Deadline,
        people: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        policy = RULES[deadline.rule_id].deviation
        self._clock = clock
        self._gives_up = policy.needs_told
        self.day = DateField(theme, clock, "Nieuwe uiterste datum")
        self.falls_away = QCheckBox("Deze termijn vervalt")
        self.reason = LongTextEdit(theme, "Waarom wijken jullie af", lines=2)
        self.asked_by = QLineEdit()
        self.asked_by.setAccessibleName("Wie vroeg hierom")
        self.told = QCheckBox("De cliënt weet dat dit een recht is")
        self.consent = PersonPicker(theme, "Wie is akkoord", people, functions=False)
        self._message = InlineMessage(theme, self.reason.edit)
        self._people = dict(people)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        condition = self._condition(deadline)
        if condition:
            self._column.addWidget(TextLabel(condition, TextRole.MUTED))
        self._add("Nieuwe uiterste datum" + (" (mag leeg)" if self._gives_up else ""), self.day)
        self._column.addWidget(self.falls_away)
        self._add("Waarom wijken jullie af?", self.reason)
        self._add("Wie vroeg hierom?", self.asked_by)
        self._column.addWidget(self.told)
        self._add("Wie is akkoord?", self.consent)
        if not people:
            self._column.addWidget(TextLabel(_NOBODY, TextRole.MUTED))
        self._column.addWidget(self._message)
        save = Button(theme, "Afwijking vastleggen", ButtonKind.PRIMARY, icon="check")
        self.cancel_button = Button(theme, "Annuleren")
        self._column.addWidget(foot(theme, save, self.cancel_button))
        self.falls_away.setVisible(deadline.deviation_allowed and not policy.needs_told)
        self.told.setVisible(policy.needs_told)
        self.falls_away.toggled.connect(lambda on: self.day.setEnabled(not on))
        save.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.cancelled)

    def _condition(self, deadline: Deadline) -> str:
        until = deadline.movable_until
        pause = f"De zorg lag stil. De datum kan tot {plain_date(until)}." if until else ""
        return " ".join(part for part in (deadline.deviation_condition, pause) if part)

    def _add(self, label: str, field: QWidget) -> None:
        self._column.addWidget(FieldLabel(label, field))
        self._column.addWidget(field)

    def focus_target(self) -> QWidget:
        """What gets the focus when the form opens."""
        return self.day.line

    def after_put_back(self) -> None:
        """What was typed stands in the fields again; everything follows from them by itself."""

    def show_problem(self, text: str) -> None:
        """Say why it was not kept; what was typed stays."""
        self._message.show_message(MessageLevel.ERROR, text)

    def _save(self) -> None:
        self.day.commit()
        day = None if self.falls_away.isChecked() else self.day.value()
        if not self.day.is_valid():
            return
        if day is None and not self.falls_away.isChecked() and not self._gives_up:
            self.show_problem("Kies de nieuwe datum.")
            return
        names = tuple(self._people.get(pick.id, pick.label) for pick in self.consent.value())
        self.save_requested.emit(
            DeviationAsked(day, self.reason.value(), self.asked_by.text(), self.told.isChecked(), names)
        )

"""Another first or last day for a finished record: which, what it has to be, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from planbureau.clock import Clock
from planbureau.rules.dutch import plain_date
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.labels import FieldLabel

_ABOUT = (
    "Er komt een nieuwe versie van het verslag. De oude blijft te lezen. De termijn verandert mee, en de "
    "oude dag blijft in de geschiedenis staan."
)


class CorrectDialog(ConfirmDialog):
    """`days` are id, label and present day of what can be corrected. Read it after Accepted."""

    def __init__(
        self,
        theme: ThemeContext,
        clock: Clock,
        days: Sequence[tuple[str, str, date]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Een dag verbeteren", _ABOUT, action="Verbeteren", parent=parent)
        choices = [(name, f"{label}: {plain_date(day)}") for name, label, day in days]
        self.which = ChoiceBox("Welke dag klopt niet", choices, nothing=None)
        self.day = DateField(theme, clock, "Juiste dag")
        self.line = QLineEdit()
        for label, field in (
            ("Welke dag klopt niet", self.which),
            ("Juiste dag", self.day),
            ("Waarom", self.line),
        ):
            self.extra.addWidget(FieldLabel(label, field))
            self.extra.addWidget(field)
        self.line.textChanged.connect(self._check)
        self.day.value_changed.connect(self._check)
        self._check()
        self.which.setFocus()

    def reason(self) -> str:
        return self.line.text().strip()

    def _check(self) -> None:
        self.action_button.setEnabled(bool(self.reason()) and self.day.value() is not None)

"""A date, typed as people write it, or from a calendar."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planbureau.formats.answers import JsonValue
from planbureau.formats.moments import read_day
from planbureau.rules.dutch import plain_date
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.wizard.fields.field import Field


class DateAnswerField(Field):
    """Stored as an ISO date; what is no date stays in the line and is said to be wrong."""

    def make_editor(self) -> QWidget:
        self._date = DateField(self.theme, self.desk.context.clock, self.question.label)
        self._date.value_changed.connect(self._day_chosen)
        return self._date

    def _day_chosen(self) -> None:
        if self._date.is_valid():  # what is no date does not empty the date that was known
            self.chosen()

    def value(self) -> JsonValue:
        day = self._date.value()
        return day.isoformat() if day else None

    def show_value(self, value: JsonValue) -> None:
        self._date.set_value(read_day(value))

    def words(self, value: JsonValue) -> str:
        day = read_day(value)
        return plain_date(day) if day else ""

    def flush(self) -> bool:
        self._date.commit()
        return super().flush()

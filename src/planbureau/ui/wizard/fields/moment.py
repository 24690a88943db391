"""A day with a time, typed as people write it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planbureau.formats.answers import JsonValue
from planbureau.formats.moments import moment_text, read_moment
from planbureau.rules.dutch import moment_words
from planbureau.ui.widgets.moment_field import MomentField
from planbureau.ui.wizard.fields.field import Field


class MomentAnswerField(Field):
    """Stored with its distance to UTC; what is no moment stays in the line and is said to be wrong."""

    def make_editor(self) -> QWidget:
        self._moment = MomentField(self.theme, self.desk.context.clock, self.question.label)
        self._moment.value_changed.connect(self._moment_chosen)
        return self._moment

    def _moment_chosen(self) -> None:
        if self._moment.is_valid():  # what is no moment does not empty the one that was known
            self.chosen()

    def value(self) -> JsonValue:
        moment = self._moment.value()
        return moment_text(moment) if moment else None

    def show_value(self, value: JsonValue) -> None:
        self._moment.set_value(read_moment(value))

    def words(self, value: JsonValue) -> str:
        moment = read_moment(value)
        return moment_words(moment) if moment else ""

    def flush(self) -> bool:
        self._moment.commit()
        return super().flush()

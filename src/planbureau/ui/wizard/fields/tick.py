"""A statement that holds, or not."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.ui.wizard.fields.field import Field


class TickField(Field):
    """Off counts as an answer, once somebody has touched it."""

    def make_editor(self) -> QWidget:
        self._box = QCheckBox("Ja, dit klopt")
        self._box.setAccessibleName(self.question.label)
        self._touched = False
        self._box.clicked.connect(self._clicked)
        return self._box

    def value(self) -> JsonValue:
        return self._box.isChecked() if self._touched else None

    def show_value(self, value: JsonValue) -> None:
        self._touched = value is not None
        self._box.setChecked(value is True)

    def words(self, value: JsonValue) -> str:
        return {True: "ja", False: "nee"}.get(value, "")

    def _clicked(self) -> None:
        self._touched = True
        self.chosen()

"""Several of a few."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.ui.wizard.fields.choice import flowing
from planbureau.ui.wizard.fields.field import Field


class ChoicesField(Field):
    """Boxes beside each other; an option that is no longer offered stays in the answer."""

    def make_editor(self) -> QWidget:
        row = flowing()
        layout = row.layout()
        self._boxes: dict[str, QCheckBox] = {}
        self._others: list[JsonValue] = []
        for option in self.question.options:
            box = QCheckBox(option.label.replace("&", "&&"))
            box.setAccessibleName(f"{self.question.label}: {option.label}")
            box.clicked.connect(self.chosen)
            self._boxes[option.id] = box
            if layout is not None:
                layout.addWidget(box)
        return row

    def focus_widget(self) -> QWidget:
        return next(iter(self._boxes.values()), self.editor)

    def value(self) -> JsonValue:
        return [name for name, box in self._boxes.items() if box.isChecked()] + self._others

    def show_value(self, value: JsonValue) -> None:
        on = value if isinstance(value, list | tuple) else []
        self._others = [name for name in on if name not in self._boxes]
        for name, box in self._boxes.items():
            box.setChecked(name in on)

    def words(self, value: JsonValue) -> str:
        labels = {option.id: option.label for option in self.question.options}
        return ", ".join(labels.get(name, str(name)) for name in value or [])

"""Several of a few."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from planbureau.formats.answered import open_options
from planbureau.formats.answers import JsonValue
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.wizard.fields.choice import BETWEEN
from planbureau.ui.wizard.fields.field import Field


class ChoicesField(Field):
    """Boxes beside each other; an option that is no longer offered stays in the answer."""

    def make_editor(self) -> QWidget:
        row = Flow(BETWEEN)
        self._boxes: dict[str, QCheckBox] = {}
        self._others: list[JsonValue] = []
        for option in self.question.options:
            box = QCheckBox(option.label.replace("&", "&&"))
            box.setAccessibleName(f"{self.question.label}: {option.label}")
            box.clicked.connect(self.chosen)
            self._boxes[option.id] = box
            row.add(box)
        return row

    def _look(self) -> None:
        """What may not be chosen any more stays in sight as long as it is ticked: it can be taken off."""
        offered = {one.id for one in open_options(self.question, self.desk.state, self.desk.format)}
        for name, box in self._boxes.items():
            box.setVisible(name in offered or box.isChecked())
        super()._look()

    def focus_widget(self) -> QWidget:
        shown = (box for box in self._boxes.values() if not box.isHidden())
        return next(shown, self.editor)

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

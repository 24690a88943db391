"""One of a few: buttons to four, a drop-down above that."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from planbureau.formats.answered import open_options
from planbureau.formats.answers import JsonValue
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.wizard.fields.field import Field

_MOST_BUTTONS = 4
BETWEEN = 10
"""Pixels between two options."""


class ChoiceField(Field):
    """A choice can be taken back."""

    def make_editor(self) -> QWidget:
        options = self._shown = self.question.options
        self._box: ChoiceBox | None = None
        self._radios: dict[str, QRadioButton] = {}
        if len(options) > _MOST_BUTTONS:
            self._box = ChoiceBox(self.question.label, ((o.id, o.label) for o in options))
            self._box.value_changed.connect(self.chosen)
            return self._box
        row = Flow(BETWEEN)
        self._group = QButtonGroup(row)
        for option in options:
            radio = QRadioButton(option.label.replace("&", "&&"))
            radio.setAccessibleName(f"{self.question.label}: {option.label}")
            self._radios[option.id] = radio
            self._group.addButton(radio)
            row.add(radio)
        self._clear = Button(self.theme, "Wissen", ButtonKind.QUIET)
        self._clear.setAccessibleName(f"Keuze wissen bij {self.question.label}")
        self._clear.clicked.connect(self._wipe)
        row.add(self._clear)
        self._clear.hide()
        self._group.buttonClicked.connect(self._picked)
        return row

    def _look(self) -> None:
        """What may be chosen follows from the plan; what was chosen before stays in sight till it changes."""
        offered = open_options(self.question, self.desk.state, self.desk.format)
        chosen = self.value()
        shown = tuple(o for o in self.question.options if o in offered or o.id == chosen)
        if self._box is None:
            for option in self.question.options:
                self._radios[option.id].setVisible(option in shown)
                self._radios[option.id].setEnabled(option in offered)
        elif shown != self._shown:
            self._box.set_options((option.id, option.label) for option in shown)
        self._shown = shown
        super()._look()

    def focus_widget(self) -> QWidget:
        if self._box is not None:
            return self._box
        radios = tuple(self._radios.values())
        usable = [radio for radio in radios if radio.isEnabled()] or radios
        return next((radio for radio in usable if radio.isChecked()), usable[0])

    def value(self) -> JsonValue:
        if self._box is not None:
            return self._box.value() or None
        return next((name for name, radio in self._radios.items() if radio.isChecked()), None)

    def show_value(self, value: JsonValue) -> None:
        wanted = value if isinstance(value, str) else ""
        if self._box is not None:
            self._box.set_value(wanted)
            return
        self._group.setExclusive(False)
        for name, radio in self._radios.items():
            radio.setChecked(name == wanted)
        self._group.setExclusive(True)
        self._clear.setVisible(wanted in self._radios)

    def words(self, value: JsonValue) -> str:
        return next((o.label for o in self.question.options if o.id == value), str(value or ""))

    def _picked(self) -> None:
        self._clear.show()
        self.chosen()

    def _wipe(self) -> None:
        self.show_value(None)
        self.focus_widget().setFocus()
        self.chosen()

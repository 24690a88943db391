"""The inside of one record: its parts, one below the other or two beside each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.focus import focus_target
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.person_picker import PersonPicker, Pick
from planbureau.ui.widgets.text_tip import PLAIN, TextKind, TextTip
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.field_grid import FieldGrid
from planbureau.ui.wizard.fields.record_parts import Part


@dataclass(frozen=True)
class _Tool:
    """One part as it is made: how to read it and how to show it."""

    widget: QWidget
    read: Callable[[], dict[str, Any]]
    show: Callable[[dict[str, Any]], None]


class RecordEditor(QWidget):
    """`typed` with each keystroke, `chosen` after a choice. `values` are fields of the view."""

    typed = Signal()
    chosen = Signal()

    def __init__(
        self, desk: Desk, parts: tuple[Part, ...], about: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._about = about
        self._tools: list[_Tool] = []
        self.tips: dict[str, TextTip] = {}
        self._showing = False
        grid = FieldGrid(desk.context.theme)
        cells = []
        for part in parts:
            tool = self._make(part)
            self._tools.append(tool)
            cells.append((self._labelled(part, tool.widget), part.half))
        grid.set_fields(cells)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)

    def values(self) -> dict[str, Any]:
        """What stands in the parts now."""
        found: dict[str, Any] = {}
        for tool in self._tools:
            found |= tool.read()
        return found

    def show_values(self, values: dict[str, Any]) -> None:
        """Shows a record without emitting anything."""
        self.blockSignals(True)
        self._showing = True
        for tool in self._tools:
            tool.show(values)
        self._showing = False
        self.blockSignals(False)

    def commit(self) -> None:
        """Reads dates that are still being typed."""
        for tool in self._tools:
            if isinstance(tool.widget, DateField):
                tool.widget.commit()

    def focus_target(self) -> QWidget:
        return focus_target(self._tools[0].widget)

    def _labelled(self, part: Part, widget: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._desk.context.theme.px(4))
        label = FieldLabel(part.label, widget)
        column.addWidget(label)
        if part.help:
            column.addWidget(TextLabel(part.help, TextRole.HELP))
        column.addWidget(widget)
        if part.name in self.tips:
            column.addWidget(self.tips[part.name])
        column.addStretch(1)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return box

    def _make(self, part: Part) -> _Tool:
        makers = {
            "line": self._line,
            "text": self._text,
            "choice": self._choice,
            "date": self._date,
            "who": self._who,
        }
        return makers[part.kind](part, f"{part.label}, {self._about}")

    def _tip(self, part: Part, text: Callable[[], str], kind: TextKind) -> TextTip:
        tip = self.tips[part.name] = TextTip(self._desk.context.theme, self._desk.text_look, text, kind)
        return tip

    def _line(self, part: Part, name: str) -> _Tool:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.textEdited.connect(self.typed)
        line.textEdited.connect(self._tip(part, line.text, TextKind(short=True)).touched)

        def show(values: dict[str, Any]) -> None:
            line.setText(str(values.get(part.name) or ""))
            line.setCursorPosition(0)  # a long text shows its beginning

        return _Tool(line, lambda: {part.name: line.text()}, show)

    def _text(self, part: Part, name: str) -> _Tool:
        text = LongTextEdit(self._desk.context.theme, name, lines=2)
        text.value_changed.connect(self.typed)
        tip = self._tip(part, text.value, PLAIN)
        text.value_changed.connect(lambda: None if self._showing else tip.touched())
        return _Tool(
            text, lambda: {part.name: text.value()}, lambda v: text.set_value(str(v.get(part.name) or ""))
        )

    def _choice(self, part: Part, name: str) -> _Tool:
        box = ChoiceBox(name, part.options)
        box.value_changed.connect(self.chosen)
        return _Tool(
            box, lambda: {part.name: box.value()}, lambda v: box.set_value(str(v.get(part.name) or ""))
        )

    def _date(self, part: Part, name: str) -> _Tool:
        field = DateField(self._desk.context.theme, self._desk.context.clock, name)
        field.value_changed.connect(self.chosen)

        def show(values: dict[str, Any]) -> None:
            if not field.unread_text():  # what is no date yet stays in the line
                field.set_value(values.get(part.name))

        return _Tool(field, lambda: {part.name: field.value()}, show)

    def _who(self, part: Part, name: str) -> _Tool:
        picker = PersonPicker(
            self._desk.context.theme, name, self._desk.people(), many=False, add_label="Kies wie"
        )
        picker.value_changed.connect(self.chosen)
        function = f"{part.name}_function"

        def read() -> dict[str, Any]:
            pick = picker.value()[0] if picker.value() else Pick("", "")
            return {part.name: pick.id, function: "" if pick.id else pick.label}

        def show(values: dict[str, Any]) -> None:
            picker.set_people(self._desk.people())
            person, words = values.get(part.name) or "", values.get(function) or ""
            if person:
                picker.set_value((Pick(person, self._desk.person_name(person)),))
            else:
                picker.set_value((Pick("", words),) if words else ())

        return _Tool(picker, read, show)

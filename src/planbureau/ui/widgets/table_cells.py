"""The editors inside a table, one for each kind of column, all alike from outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from planbureau.clock import Clock
from planbureau.formats.answers import JsonValue
from planbureau.formats.model import Column, QuestionKind
from planbureau.formats.moments import moment_text, read_moment
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.focus import focus_target
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.long_text_edit import GrowingEdit
from planbureau.ui.widgets.moment_field import MomentField
from planbureau.ui.widgets.number_line import NumberLine, number_of
from planbureau.ui.widgets.person_picker import PersonPicker, picks_from_json, picks_to_json
from planbureau.ui.widgets.text_tip import PLAIN, TextKind, TextLook, TextTip

NOT_A_NUMBER = "Dit is geen getal. Schrijf bijvoorbeeld 3 of 2,5."

MINIMUM_WIDTH = {
    QuestionKind.SHORT_TEXT: 140,
    QuestionKind.LONG_TEXT: 180,
    QuestionKind.CHOICE: 140,
    QuestionKind.DATE: 212,
    QuestionKind.MOMENT: 250,
    QuestionKind.NUMBER: 90,
    QuestionKind.TICK: 60,
    QuestionKind.PERSON: 170,
}
"""The kinds a column can have, with the room each needs, in pixels of the design."""

WEIGHT = {
    QuestionKind.SHORT_TEXT: 3,
    QuestionKind.LONG_TEXT: 5,
    QuestionKind.CHOICE: 2,
    QuestionKind.PERSON: 2,
}
"""Which columns take the room that is left; the others stay at their minimum."""


@dataclass(frozen=True)
class CellTools:
    """What editors need besides the look."""

    clock: Clock
    people: Callable[[], tuple[tuple[str, str], ...]]
    look: TextLook | None = None  # with it texts get a tip below them
    numbered: Mapping[str, Callable[[], tuple[tuple[int, str], ...]]] = field(default_factory=dict)
    """What the numbers in a column stand for, by the column: there one is chosen instead of typed."""


class TableCell(QWidget):
    """One editor. `value` is None when nothing was filled in; the shapes are those of QuestionKind."""

    value_changed = Signal()

    def __init__(
        self, editor: QWidget, read: Callable[[], JsonValue], write: Callable[[JsonValue], None]
    ) -> None:
        super().__init__()
        self.editor = editor
        self.tip: TextTip | None = None
        self._read = read
        self._write = write
        self._writing = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.column.addWidget(editor)
        self.column.addStretch()

    def focus_target(self) -> QWidget:
        """What gets the focus when the cell does."""
        return focus_target(self.editor)

    def value(self) -> JsonValue:
        return self._read()

    def set_value(self, value: JsonValue) -> None:
        """Show a value without emitting anything."""
        if value == self._read():
            return
        self._writing = True
        self._write(value)
        self._writing = False

    def set_name(self, name: str) -> None:
        if isinstance(self.editor, DateField | MomentField | PersonPicker):
            self.editor.set_name(name)
        else:
            self.editor.setAccessibleName(name)

    def tell(self) -> None:
        if not self._writing:
            self.value_changed.emit()


def make_cell(context: ThemeContext, column: Column, tools: CellTools) -> TableCell:
    """The editor of a column. Raises KeyError for a kind that no table can hold."""
    if column.id in tools.numbered:
        return _numbered(column, tools.numbered[column.id]())
    return _MAKERS[column.kind](context, column, tools)


def _short_text(context: ThemeContext, column: Column, tools: CellTools) -> TableCell:
    del column
    line = QLineEdit()

    def write(value: JsonValue) -> None:
        line.setText(str(value or ""))
        line.setCursorPosition(0)  # a long text shows its beginning

    cell = TableCell(line, lambda: line.text() or None, write)
    line.textChanged.connect(cell.tell)
    _give_tips(cell, context, tools, line.text, TextKind(short=True))
    return cell


def _long_text(context: ThemeContext, column: Column, tools: CellTools) -> TableCell:
    del column
    edit = GrowingEdit(context, lines=1)
    cell = TableCell(
        edit, lambda: edit.toPlainText() or None, lambda value: edit.setPlainText(str(value or ""))
    )
    edit.textChanged.connect(cell.tell)
    _give_tips(cell, context, tools, edit.toPlainText, PLAIN)
    return cell


def _give_tips(
    cell: TableCell, context: ThemeContext, tools: CellTools, text: Callable[[], str], kind: TextKind
) -> None:
    """A tip below a cell of text, for what somebody types there."""
    if tools.look is None:
        return
    tip = cell.tip = TextTip(context, tools.look, text, kind)
    cell.column.insertWidget(1, tip)
    cell.value_changed.connect(tip.touched)


def _choice(context: ThemeContext, column: Column, tools: CellTools) -> TableCell:
    del context, tools
    box = ChoiceBox(column.label, ((o.id, o.label) for o in column.options), nothing="Kies…")
    cell = TableCell(box, lambda: box.value() or None, lambda value: box.set_value(str(value or "")))
    box.value_changed.connect(cell.tell)
    return cell


def _choices(context: ThemeContext, column: Column, tools: CellTools) -> TableCell:
    """Chips beside each other; an option that is no longer offered stays in the answer."""
    del tools
    chips = ChipRow(context, column.label)
    chips.set_chips((option.id, option.label) for option in column.options)
    known = {option.id for option in column.options}
    others: list[JsonValue] = []

    def read() -> JsonValue:
        on = chips.checked()
        return [option.id for option in column.options if option.id in on] + others or None

    def write(value: JsonValue) -> None:
        given = value if isinstance(value, list) else []
        others[:] = [name for name in given if name not in known]
        chips.set_checked(name for name in given if name in known)

    cell = TableCell(chips, read, write)
    chips.chip_toggled.connect(lambda _: cell.tell())
    return cell


def _date(context: ThemeContext, column: Column, tools: CellTools) -> TableCell:
    field = DateField(context, tools.clock, column.label, weekday=False)

    def read() -> JsonValue:
        day = field.value()
        return day.isoformat() if day else None

    cell = TableCell(field, read, lambda value: field.set_value(date.fromisoformat(value) if value else None))
    field.value_changed.connect(cell.tell)
    return cell


def _moment(context: ThemeContext, column: Column, tools: CellTools) -> TableCell:
    field = MomentField(context, tools.clock, column.label, weekday=False)

    def read() -> JsonValue:
        moment = field.value()
        return moment_text(moment) if moment else None

    cell = TableCell(field, read, lambda value: field.set_value(read_moment(value)))
    field.value_changed.connect(cell.tell)
    return cell


def _number(context: ThemeContext, column: Column, tools: CellTools) -> TableCell:
    del column, tools
    line = NumberLine()
    message = InlineMessage(context, line)

    def check() -> None:
        if line.raw_text():
            message.show_message(MessageLevel.ERROR, NOT_A_NUMBER)
        else:
            message.clear()

    cell = TableCell(line, line.value, line.set_value)
    cell.column.insertWidget(1, message)
    line.editingFinished.connect(check)
    line.textChanged.connect(cell.tell)
    return cell


def _numbered(column: Column, offered: tuple[tuple[int, str], ...]) -> TableCell:
    """A number of which the words are shown; one that is not offered any more stays as it is."""
    box = ChoiceBox(column.label, ((str(number), label) for number, label in offered), nothing="Geen")

    cell = TableCell(
        box,
        lambda: number_of(box.value()),
        lambda value: box.set_value("" if value is None else str(value).removesuffix(".0")),
    )
    box.value_changed.connect(cell.tell)
    return cell


def _tick(context: ThemeContext, column: Column, tools: CellTools) -> TableCell:
    del context, column, tools
    box = QCheckBox()
    cell = TableCell(
        box, lambda: True if box.isChecked() else None, lambda value: box.setChecked(bool(value))
    )
    box.toggled.connect(cell.tell)
    return cell


def _person(context: ThemeContext, column: Column, tools: CellTools) -> TableCell:
    picker = PersonPicker(context, column.label, tools.people(), add_label="Toevoegen")

    def write(value: JsonValue) -> None:
        picker.set_value(picks_from_json(value, tools.people()))

    cell = TableCell(picker, lambda: picks_to_json(picker.value()) or None, write)
    picker.value_changed.connect(cell.tell)
    return cell


_MAKERS: dict[QuestionKind, Callable[[ThemeContext, Column, CellTools], TableCell]] = {
    QuestionKind.SHORT_TEXT: _short_text,
    QuestionKind.LONG_TEXT: _long_text,
    QuestionKind.CHOICE: _choice,
    QuestionKind.CHOICES: _choices,
    QuestionKind.DATE: _date,
    QuestionKind.MOMENT: _moment,
    QuestionKind.NUMBER: _number,
    QuestionKind.TICK: _tick,
    QuestionKind.PERSON: _person,
}

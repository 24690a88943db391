"""Step 2: the talk: when, where, who was there, what was discussed, and what the client said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planbureau.clock import Clock
from planbureau.rules.dutch import sentence
from planbureau.ui.paper.entries import AdoptEntries
from planbureau.ui.paper.table import Table
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid


class TalkCard(Card):
    """`entries_changed` after each keystroke or choice; `day_changed` when others may be asked to agree."""

    entries_changed = Signal()
    day_changed = Signal()

    def __init__(self, theme: ThemeContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(theme, "2. De bespreking", parent=parent)
        self._theme = theme
        self._sections: tuple[str, ...] = ()
        self._order: tuple[str, ...] = ()
        self.day = DateField(theme, clock, "Besproken op")
        self.place = _line("Waar of hoe", "bijvoorbeeld thuis, op kantoor, beeldbellen")
        self.present = ChipRow(theme, "Wie waren erbij")
        self.others = _line("Wie nog meer", "namen, met wat zij voor de cliënt zijn")
        self.discussed = ChipRow(theme, "Wat is besproken")
        self.all = Button(theme, "Alles", ButtonKind.QUIET, icon="check-check")
        self.discussed.append(self.all)
        self.said = LongTextEdit(theme, "Wat de cliënt zei, in eigen woorden", lines=3)
        self.copied = DateField(theme, clock, "Plan gegeven op")
        grid = ResponsiveGrid(theme)
        grid.add(self._field("Besproken op", self.day))
        grid.add(self._field("Waar of hoe", self.place))
        grid.add(self._group("Wie waren erbij?", self.present), wide=True)
        grid.add(self._field("Wie nog meer?", self.others), wide=True)
        grid.add(self._group("Wat is besproken?", self.discussed), wide=True)
        self._said_label, self._copied_label = FieldLabel("", self.said), FieldLabel("", self.copied)
        grid.add(self._stack(self._said_label, self.said), wide=True)
        grid.add(self._stack(self._copied_label, self.copied))
        self._name_fields(family=False)
        self.add(grid)
        self._connect()

    def _connect(self) -> None:
        self.day.value_changed.connect(self.day_changed)
        for field in (self.day, self.copied, self.said):
            field.value_changed.connect(self.entries_changed)
        for line in (self.place, self.others):
            line.textChanged.connect(lambda _: self.entries_changed.emit())
        for row in (self.present, self.discussed):
            row.chip_toggled.connect(lambda _: self.entries_changed.emit())
        self.all.clicked.connect(self._tick_all)

    def _field(self, label: str, field: QWidget) -> QWidget:
        return self._stack(FieldLabel(label, field), field)

    def _group(self, label: str, field: QWidget) -> QWidget:
        return self._stack(TextLabel(label, TextRole.STRONG), field)

    def _stack(self, *widgets: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        for widget in widgets:
            column.addWidget(widget)
        return box

    def _name_fields(self, *, family: bool) -> None:
        whose = "het gezin" if family else "de cliënt"
        who_said = ", en wie zei het" if family else ""
        self.others.setPlaceholderText(f"namen, met wat zij voor {whose} zijn")
        self._said_label.setText(f"Wat zei {whose}, in eigen woorden{who_said}?")
        self._copied_label.setText(f"{sentence(whose)} kreeg het plan op (mag later)")
        self.said.focus_target().setAccessibleName(f"Wat {whose} zei, in eigen woorden")

    def show_entries(self, table: Table, entries: AdoptEntries) -> None:
        """Show who could be there and what can be discussed, with what was filled in."""
        self._name_fields(family=table.about_family)
        self._order = tuple(person.id for person in table.people)
        self._sections = tuple(section_id for section_id, _ in table.sections)
        self.present.set_chips(table.named())
        self.present.set_checked(entries.present)
        self.discussed.set_chips(table.sections)
        self.discussed.set_checked(entries.discussed)
        self.day.set_value(entries.on)
        self.copied.set_value(entries.copy_given_on)
        for line, text in ((self.place, entries.place), (self.others, entries.present_others)):
            if line.text() != text:
                line.setText(text)
                line.setCursorPosition(0)
        self.said.set_value(entries.client_said)

    def read_into(self, entries: AdoptEntries) -> AdoptEntries:
        """The entries with what stands on this card now."""
        present, discussed = self.present.checked(), self.discussed.checked()
        return replace(
            entries,
            on=self.day.value(),
            place=self.place.text(),
            present=tuple(i for i in self._order if i in present),
            present_others=self.others.text(),
            discussed=tuple(i for i in self._sections if i in discussed),
            client_said=self.said.value(),
            copy_given_on=self.copied.value(),
        )

    def first_chip(self, row: ChipRow) -> QWidget:
        """The first chip of a row, for the focus."""
        ids = self._order if row is self.present else self._sections
        return (row.chip(ids[0]) if ids else None) or self.day.line

    def talked_on(self, today: date) -> date:
        """The day by which ages count."""
        return self.day.value() or today

    def _tick_all(self) -> None:
        everything = set(self._sections)
        self.discussed.set_checked(() if self.discussed.checked() == everything else everything)
        self.entries_changed.emit()


def _line(name: str, placeholder: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(placeholder)
    return line

"""Handing in a plan of the client or the family itself: a day, and what they want to say with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planbureau.clock import Clock
from planbureau.rules.names import join_names
from planbureau.ui.paper.entries import AdoptEntries
from planbureau.ui.paper.lacking import Lacking
from planbureau.ui.paper.table import Table
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid

_FREE = (
    "Dit plan is van de cliënt of het gezin. Het mag worden ingeleverd zoals het is: alles mag leeg zijn en "
    "niemand hoeft akkoord te geven. Wat is ingeleverd, blijft zo bewaard."
)

HEARD = (("ja", "Ja"), ("nee", "Nee"))


class HandInCard(Card):
    """`hand_in_requested` from the button; everything but the day may stay empty."""

    entries_changed = Signal()
    hand_in_requested = Signal()

    def __init__(self, theme: ThemeContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Wanneer, en door wie", parent=parent)
        self._theme, self._clock = theme, clock
        self._order: tuple[str, ...] = ()
        self.add(TextLabel(_FREE, TextRole.MUTED))
        self.day = DateField(theme, clock, "Ingeleverd op")
        self.who = ChipRow(theme, "Wie levert het plan in")
        self.others = QLineEdit()
        self.others.setPlaceholderText("namen, bijvoorbeeld oma of de cliëntondersteuner")
        self.said = LongTextEdit(theme, "Wat erbij gezegd wordt, in eigen woorden", lines=3)
        grid = ResponsiveGrid(theme)
        grid.add(self._stack(FieldLabel("Ingeleverd op", self.day), self.day))
        grid.add(
            self._stack(TextLabel("Wie levert het plan in? (mag leeg)", TextRole.STRONG), self.who), wide=True
        )
        grid.add(self._stack(FieldLabel("Wie hielp erbij? (mag leeg)", self.others), self.others), wide=True)
        grid.add(
            self._stack(FieldLabel("Wat wil je erbij zeggen? (mag leeg)", self.said), self.said), wide=True
        )
        self.heard = ChoiceBox("Is het kind gehoord", HEARD, nothing="Niet ingevuld")
        self._heard_label = FieldLabel("", self.heard)
        self._heard_box = self._stack(self._heard_label, self.heard)
        grid.add(self._heard_box, wide=True)
        self.add(grid)
        self.problem = Banner(theme, "", Tone.ERR)
        self.problem.hide()
        self.lacking = TextLabel("", TextRole.STRONG)
        self.button = Button(theme, "Inleveren", ButtonKind.PRIMARY, icon="file-check")
        for widget in (self.problem, self.lacking, self.button):
            self.add(widget)
        for field in (self.day, self.said, self.heard):
            field.value_changed.connect(self.entries_changed)
        self.others.textChanged.connect(lambda _: self.entries_changed.emit())
        self.who.chip_toggled.connect(lambda _: self.entries_changed.emit())
        self.button.clicked.connect(self.hand_in_requested)

    def _stack(self, *widgets: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        for widget in widgets:
            column.addWidget(widget)
        return box

    def show_entries(self, table: Table, entries: AdoptEntries) -> None:
        """Show who could hand it in, with what was filled in."""
        self._order = tuple(person.id for person in table.people)
        self.who.set_chips(table.named())
        self.who.set_checked(entries.present)
        self.day.set_value(entries.on)
        self.others.blockSignals(True)
        if self.others.text() != entries.present_others:
            self.others.setText(entries.present_others)
        self.others.blockSignals(False)
        self.said.set_value(entries.client_said)
        children = table.children_to_hear(entries.on or self._clock.today())
        names = join_names([child.short_name for child in children])
        self._heard_label.setText(f"{'Zijn' if len(children) > 1 else 'Is'} {names} gehoord? (mag leeg)")
        self._heard_box.setVisible(bool(children))
        self.heard.set_value(entries.child_heard)

    def read_into(self, entries: AdoptEntries) -> AdoptEntries:
        """The entries with what stands on this card now."""
        on = self.who.checked()
        return replace(
            entries,
            on=self.day.value(),
            present=tuple(i for i in self._order if i in on),
            present_others=self.others.text(),
            client_said=self.said.value(),
            child_heard=self.heard.value(),
        )

    def show_state(self, lacking: Sequence[Lacking]) -> None:
        """Say what is missing, which can only be the day, and open or close the button."""
        told = " ".join(one.text for one in lacking)
        self.lacking.setText(told)
        self.lacking.setVisible(bool(told))
        self.button.setEnabled(not lacking)
        self.button.setAccessibleDescription(told)

    def show_problem(self, text: str) -> None:
        """Say why it was not handed in; an empty text takes the message away."""
        self.problem.set_message(text, Tone.ERR)
        self.problem.setVisible(bool(text))

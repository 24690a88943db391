"""Handing in a plan of the client or the family itself: a day, and what they want to say with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planbureau.clock import Clock
from planbureau.rules.people.names import join_names
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

TITLE = "Wanneer, en door wie"
_FREE = (
    "Dit plan is van de cliënt of het gezin. Het mag worden ingeleverd zoals het is: alles mag leeg zijn en "
    "niemand hoeft akkoord te geven. Wat is ingeleverd, blijft zo bewaard."
)

_ANSWERED = (
    "Hiermee geeft de zorgaanbieder of de gemeente antwoord op wat is ingeleverd. De woorden van de cliënt "
    "blijven zoals ze zijn. Laat de cliënt lezen wat ermee gebeurt."
)


@dataclass(frozen=True)
class StepWords:
    """The words of one step: handing in, handing in again, or answering."""

    button: str
    about: str
    day: str
    who: str
    others: str
    said: str


_HAND_IN = StepWords(
    "Inleveren",
    _FREE,
    "Ingeleverd op",
    "Wie levert het plan in? (mag leeg)",
    "Wie hielp erbij? (mag leeg)",
    "Wat wil je erbij zeggen? (mag leeg)",
)
_AGAIN = replace(_HAND_IN, button="Opnieuw inleveren")
_ANSWER = StepWords(
    "Antwoord vastleggen",
    _ANSWERED,
    "Antwoord gegeven op",
    "Met wie is het besproken? (mag leeg)",
    "Wie was er nog bij? (mag leeg)",
    "Wat zei de cliënt over het antwoord? (mag leeg)",
)


def step_words(*, answer: bool, again: bool) -> StepWords:
    """What this step is called."""
    return _ANSWER if answer else _AGAIN if again else _HAND_IN


HEARD = (("ja", "Ja"), ("nee", "Nee"))


class HandInCard(Card):
    """`hand_in_requested` from the button; everything but the day may stay empty."""

    entries_changed = Signal()
    hand_in_requested = Signal()

    def __init__(self, theme: ThemeContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(theme, TITLE, parent=parent)
        self._theme, self._clock = theme, clock
        self._order: tuple[str, ...] = ()
        self._answer = False
        self._about = TextLabel(_FREE, TextRole.MUTED)
        self.add(self._about)
        self.day = DateField(theme, clock, "Ingeleverd op")
        self.who = ChipRow(theme, "Wie levert het plan in")
        self.others = QLineEdit()
        self.others.setPlaceholderText("namen, bijvoorbeeld oma of de cliëntondersteuner")
        self.said = LongTextEdit(theme, "Wat erbij gezegd wordt, in eigen woorden", lines=3)
        grid = ResponsiveGrid(theme)
        self._day_label = FieldLabel(_HAND_IN.day, self.day)
        self._who_label = TextLabel(_HAND_IN.who, TextRole.STRONG)
        self._others_label = FieldLabel(_HAND_IN.others, self.others)
        self._said_label = FieldLabel(_HAND_IN.said, self.said)
        grid.add(self._stack(self._day_label, self.day))
        grid.add(self._stack(self._who_label, self.who), wide=True)
        grid.add(self._stack(self._others_label, self.others), wide=True)
        grid.add(self._stack(self._said_label, self.said), wide=True)
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

    def show_step(self, *, answer: bool, again: bool) -> None:
        """Call everything by what is done now."""
        words = step_words(answer=answer, again=again)
        self._answer = answer
        self._about.setText(words.about)
        if self.heading is not None:
            self.heading.set_title("Wanneer, en met wie" if answer else TITLE)
        for label, text in (
            (self._day_label, words.day),
            (self._who_label, words.who),
            (self._others_label, words.others),
            (self._said_label, words.said),
        ):
            label.setText(text)
        self.day.set_name(words.day)
        self.who.setAccessibleName(words.who)
        self.said.setAccessibleName(words.said)
        self.button.set_label(words.button)

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
        self._heard_box.setVisible(bool(children) and not self._answer)
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

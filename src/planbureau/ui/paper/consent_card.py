"""One person: agreed or not, how that was said, and how it was explained (rules B6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.consent.record import AdaptedBy, ConsentForm, ConsentOutcome, Explained
from planbureau.rules.dutch import plain_date, sentence
from planbureau.ui.paper.entries import ConsentEntry
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.widgets.status_badge import StatusBadge

OUTCOMES = tuple(
    (outcome.value, sentence(outcome.label))
    for outcome in ConsentOutcome
    if outcome is not ConsentOutcome.HEARD
)
RESISTANCE = ((ConsentOutcome.HEARD.value, "Geen verzet"), (ConsentOutcome.RESISTS.value, "Verzet"))
"""What is asked of somebody whose resistance counts and whose consent does not (Wzd 3a lid 2)."""
FORMS = tuple((form.value, sentence(form.label)) for form in ConsentForm if form is not ConsentForm.NONE)
_WHAT_NOT = frozenset({ConsentOutcome.PARTLY, ConsentOutcome.REFUSED, ConsentOutcome.RESISTS})


def outcome_look(outcome: ConsentOutcome | None, *, heard: bool = False) -> tuple[str, Tone, str]:
    """An answer as words, tone and icon; `heard` for somebody whose view is asked and not consent."""
    if outcome is None:
        return "nog niet gehoord" if heard else "nog niet gevraagd", Tone.IDLE, "circle-dashed"
    if outcome is ConsentOutcome.AGREED:
        return outcome.label, Tone.OK, "circle-check"
    if outcome in _WHAT_NOT:
        return outcome.label, Tone.WARN, "circle-alert"
    return outcome.label, Tone.INFO, "info"


class ConsentCard(Card):
    """With an entry that is only heard it asks what this person thinks, under the Wzd also resistance.

    `entry_changed` after each change; `remove_requested` for somebody who was added by hand.
    """

    entry_changed = Signal()
    remove_requested = Signal()

    def __init__(
        self, theme: ThemeContext, entry: ConsentEntry, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, sunken=True, parent=parent)
        self._theme = theme
        self._entry = entry
        self.setAccessibleName(f"Mening van {name}" if entry.heard else f"Akkoord van {name}")
        self._badge = StatusBadge(theme, " ")
        self._add_head(entry, name)
        options = RESISTANCE if entry.may_resist else OUTCOMES
        self.outcome = ChoiceBox(f"Antwoord van {name}", options, nothing="Nog niet gevraagd")
        self.form = ChoiceBox(f"Hoe {name} antwoordde", FORMS)
        self._form_box = _stack(theme, FieldLabel("Hoe is dat gezegd?", self.form), self.form)
        about = f"Wat {name} vindt" if entry.heard else f"Reden bij {name}"
        self.reason = LongTextEdit(theme, about, lines=2)
        self._reason_label = FieldLabel("", self.reason)
        grid = ResponsiveGrid(theme)
        answer_box = _stack(
            theme,
            FieldLabel(f"Verzet {name} zich?" if entry.may_resist else "Antwoord", self.outcome),
            self.outcome,
        )
        grid.add(answer_box)
        grid.add(self._form_box)
        self.add(grid)
        answer_box.setVisible(not entry.heard or entry.may_resist)
        self.add(self._reason_label)
        self.add(self.reason)
        self.explained = ChipRow(theme, f"Uitgelegd aan {name}")
        self.adapted = ChipRow(theme, f"Hoe de uitleg is aangepast voor {name}")
        self._add_explanation(name)
        self._show(entry)
        self._connect()

    # Build

    def _add_head(self, entry: ConsentEntry, name: str) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(8))
        # Below each other: beside each other a long name breaks off halfway, with room to spare.
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(name, TextRole.STRONG))
        if entry.capacity:
            words.addWidget(TextLabel(Capacity(entry.capacity).label, TextRole.MUTED))
        row.addLayout(words, 1)
        row.addWidget(self._badge)
        if entry.added:
            away = IconButton(self._theme, "x", f"{name} weghalen")
            away.clicked.connect(self.remove_requested)
            row.addWidget(away)
        self.add(head)
        if entry.on is not None:
            self.add(TextLabel(f"Overgenomen: antwoord van {plain_date(entry.on)}.", TextRole.SMALL))

    def _add_explanation(self, name: str) -> None:
        self._more = Button(self._theme, "Wat is uitgelegd, en hoe", ButtonKind.LINK, icon="message-circle")
        self._more.setCheckable(True)
        self._more.setAccessibleName(f"Wat is uitgelegd aan {name}, en hoe")
        self._explanation = _stack(
            self._theme,
            TextLabel("Dit is uitgelegd", TextRole.SMALL_STRONG),
            self.explained,
            TextLabel("Zo is de uitleg aangepast", TextRole.SMALL_STRONG),
            self.adapted,
        )
        self.explained.set_chips((one.value, one.value) for one in Explained)
        self.adapted.set_chips((one.value, one.value) for one in AdaptedBy)
        self._explanation.hide()
        self.add(self._more)
        self.add(self._explanation)

    def _connect(self) -> None:
        self.outcome.value_changed.connect(self._changed)
        self.form.value_changed.connect(self._changed)
        self.reason.value_changed.connect(self._changed)
        self.explained.chip_toggled.connect(lambda _: self._changed())
        self.adapted.chip_toggled.connect(lambda _: self._changed())
        self._more.toggled.connect(self._explanation.setVisible)

    # Show and read

    @property
    def entry(self) -> ConsentEntry:
        """What is filled in now."""
        return replace(
            self._entry,
            outcome=self._outcome(),
            form=self.form.value(),
            reason=self.reason.value(),
            explained=_in_order((one.value for one in Explained), self.explained.checked()),
            adapted=_in_order((one.value for one in AdaptedBy), self.adapted.checked()),
        )

    def _outcome(self) -> str:
        if not self._entry.heard or self._entry.may_resist:
            return self.outcome.value()
        return ConsentOutcome.HEARD.value if self.reason.value().strip() else ""

    def focus_target(self) -> QWidget:
        """The first thing that is not filled in."""
        if self._entry.heard and not self._entry.may_resist:
            return self.reason.edit
        answer = self.entry.answer
        if answer is not None and answer.is_answer and not self.form.value():
            return self.form
        return self.reason.edit if answer is not None and answer.needs_reason else self.outcome

    def _show(self, entry: ConsentEntry) -> None:
        self.outcome.set_value(entry.outcome)
        self.form.set_value(entry.form)
        self.reason.set_value(entry.reason)
        self.explained.set_checked(entry.explained)
        self.adapted.set_checked(entry.adapted)
        self._arrange()

    def _changed(self) -> None:
        self._arrange()
        self.entry_changed.emit()

    def _arrange(self) -> None:
        answer = self.entry.answer
        heard = self._entry.heard
        words, tone, icon = outcome_look(answer, heard=heard)
        self._badge.set_status(words, tone, icon)
        answered = answer is not None and answer.is_answer
        reasoned = answer is not None and answer.needs_reason
        self._form_box.setVisible(answered)
        self._more.setVisible(answered)
        self._explanation.setVisible(answered and self._more.isChecked())
        self._reason_label.setText(self._question(answer))
        self._reason_label.setVisible(reasoned or heard)
        self.reason.setVisible(reasoned or heard)

    def _question(self, answer: ConsentOutcome | None) -> str:
        if self._entry.may_resist:
            return "Wat zag of hoorde je?"
        if self._entry.heard:
            return "Wat vindt deze persoon ervan, in eigen woorden?"
        return "Waarmee niet, en waarom?" if answer in _WHAT_NOT else "Waarom?"


def _in_order(values: Iterable[str], chosen: frozenset[str]) -> tuple[str, ...]:
    return tuple(value for value in values if value in chosen)


def _stack(theme: ThemeContext, *widgets: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(4))
    for widget in widgets:
        column.addWidget(widget)
    return box

"""After adopting: what somebody answers later, and an agreement that is withdrawn (rules B1.7, B6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.clock import Clock
from planbureau.rules.dutch import plain_date
from planbureau.ui.paper.consent_card import ConsentCard
from planbureau.ui.paper.entries import ConsentEntry
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.focus import focus_target
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.views import ConsentView


class LaterAnswer(QWidget):
    """`save_requested` carries a `ConsentEntry` with its day."""

    cancelled = Signal()
    save_requested = Signal(object)

    def __init__(
        self,
        theme: ThemeContext,
        clock: Clock,
        entry: ConsentEntry,
        name: str,
        *,
        medical: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._medical = medical
        self.card = ConsentCard(theme, entry, name)
        self.day = DateField(theme, clock, f"Wanneer {name} dit zei")
        self.day.set_value(clock.today())
        self._message = InlineMessage(theme, self.day.line)
        self.save = Button(theme, "Antwoord bewaren", ButtonKind.PRIMARY, icon="check")
        self.cancel_button = Button(theme, "Annuleren")
        self.card.add(FieldLabel("Op welke dag was dat?", self.day))
        self.card.add(self.day)
        self.card.add(self._message)
        self.card.add(_foot(theme, self.save, self.cancel_button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.save.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.cancelled)

    def start(self) -> None:
        """Puts the focus where the form begins."""
        focus_target(self.card.focus_target()).setFocus()

    def show_problem(self, text: str) -> None:
        """Say why it was not kept; what was filled in stays."""
        self._message.show_message(MessageLevel.ERROR, text)

    def _save(self) -> None:
        self.day.commit()
        entry, day = self.card.entry, self.day.value()
        answer = entry.answer
        if answer is None:
            self.show_problem("Kies eerst wat het antwoord is.")
        elif answer.is_answer and not entry.form:
            self.show_problem("Kies hoe het antwoord is gegeven.")
        elif answer.needs_reason and not entry.reason.strip():
            self.show_problem("Schrijf ook op waarom.")
        elif self._medical and answer.is_answer and not entry.explained:
            self.show_problem("Vink aan wat je hebt uitgelegd.")
        elif day is None:
            self.show_problem("Kies op welke dag dat was.")
        else:
            self.save_requested.emit(replace(entry, on=day))


class Withdrawal(Card):
    """`save_requested` carries the day and the reason, which may stay empty."""

    cancelled = Signal()
    save_requested = Signal(object, str)

    def __init__(
        self,
        theme: ThemeContext,
        clock: Clock,
        consent: ConsentView,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, sunken=True, parent=parent)
        self.setAccessibleName(f"Akkoord van {name} intrekken")
        self.add(TextLabel(f"{name} trekt het akkoord in", TextRole.STRONG))
        said = f" van {plain_date(consent.on)}" if consent.on else ""
        self.add(TextLabel(f"Het antwoord{said} blijft erbij staan.", TextRole.MUTED))
        self.day = DateField(theme, clock, f"Dag waarop {name} het akkoord introk")
        self.day.set_value(clock.today())
        self.reason = LongTextEdit(theme, f"Waarom {name} het akkoord intrekt", lines=2)
        self._message = InlineMessage(theme, self.day.line)
        self.save = Button(theme, "Intrekken", ButtonKind.PRIMARY, icon="check")
        self.cancel_button = Button(theme, "Annuleren")
        self.add(FieldLabel("Ingetrokken op", self.day))
        self.add(self.day)
        self.add(FieldLabel("Waarom? (mag leeg)", self.reason))
        for widget in (self.reason, self._message, _foot(theme, self.save, self.cancel_button)):
            self.add(widget)
        self.save.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.cancelled)

    def start(self) -> None:
        """Puts the focus where the form begins."""
        self.day.line.setFocus()

    def show_problem(self, text: str) -> None:
        """Say why it was not kept; what was filled in stays."""
        self._message.show_message(MessageLevel.ERROR, text)

    def _save(self) -> None:
        self.day.commit()
        day: date | None = self.day.value()
        if day is None:
            self.show_problem("Kies op welke dag dat was.")
        else:
            self.save_requested.emit(day, self.reason.value())


def _foot(theme: ThemeContext, save: Button, cancel: Button) -> QWidget:
    row = Flow(theme.px(8))
    row.add(save)
    row.add(cancel)
    return row

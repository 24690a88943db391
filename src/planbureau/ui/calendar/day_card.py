"""On the start page, the appointments of the day, and the way to make one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from planbureau.clock import Clock
from planbureau.ui.calendar.appointment_look import appointment_entry, appointment_row_id
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.agenda_list import AgendaList
from planbureau.ui.widgets.agenda_model import AgendaSection
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import AppointmentView

_NOTHING = "Vandaag staan er geen afspraken. Met de knop hierboven zet je er een in de agenda."


class DayCard(Card):
    """`appointment_opened` carries an id, `new_requested` asks for the form of a new one."""

    appointment_opened = Signal(str)
    new_requested = Signal()

    def __init__(self, theme: ThemeContext, clock: Clock) -> None:
        self.new_button = Button(theme, "Afspraak", ButtonKind.QUIET, icon="calendar-plus")
        self.new_button.setAccessibleName("Afspraak maken")
        super().__init__(theme, "Afspraken van vandaag", action=self.new_button)
        self._clock = clock
        self._ids: dict[str, str] = {}
        self.list = AgendaList(theme, clock, "Afspraken van vandaag", grows=True)
        # Else the heading of the card would take the room that a list as high as its content leaves.
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._nothing = TextLabel(_NOTHING, TextRole.MUTED)
        self.add(self.list)
        self.add(self._nothing)
        self.new_button.clicked.connect(self.new_requested)
        self.list.entry_opened.connect(lambda entry: self.appointment_opened.emit(self._ids[entry]))

    def show_appointments(self, appointments: Sequence[AppointmentView]) -> None:
        """Shows those of today, by the clock."""
        today = self._clock.today()
        self._ids = {appointment_row_id(one): one.id for one in appointments}
        entries = tuple(appointment_entry(one, today) for one in appointments)
        self.list.set_sections([AgendaSection("vandaag", "", entries)] if entries else [])
        self.list.setVisible(bool(entries))
        self._nothing.setVisible(not entries)

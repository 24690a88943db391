"""The next appointments with a client or household, and the way to make one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.rules.dutch import long_date, relative_day, sentence
from planbureau.ui.calendar.appointment_look import name_of
from planbureau.ui.people.desk import Desk
from planbureau.ui.places import OpenCalendar, OpenClient
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.title_button import TitleButton
from planbureau.views import AppointmentView

SHOWN = 3
_NONE = "Geen afspraken gepland."


class AppointmentsCard(Card):
    """`place` is the calendar of this client or household."""

    def __init__(self, desk: Desk, place: OpenCalendar) -> None:
        self.new_button = Button(desk.theme, "Afspraak", ButtonKind.QUIET, icon="calendar-plus")
        self.new_button.setAccessibleName("Afspraak maken")
        super().__init__(desk.theme, "Afspraken", action=self.new_button)
        self._desk = desk
        self._back = OpenClient(place.client_id, place.household_id)
        self._place = place
        self.new_button.setEnabled(not desk.workspace.read_only)
        self.new_button.clicked.connect(lambda: desk.go(replace(place, new=True, came_from=self._back)))
        found = desk.workspace.appointments.appointments(
            client_id=place.client_id, household_id=place.household_id, start=desk.today
        )
        coming = [one for one in found if not one.cancelled and desk.sees(one.client_id, one.household_id)]
        for one in coming[:SHOWN]:
            self.add(self._line(one), divided=True)
        if not coming:
            self.add(TextLabel(_NONE, TextRole.MUTED))
        self.all_button = Button(desk.theme, "Hele agenda", ButtonKind.LINK)
        self.all_button.clicked.connect(lambda: desk.go(place))
        self.body.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _line(self, one: AppointmentView) -> QWidget:
        theme = self._desk.theme
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        button = TitleButton(theme, name_of(one))
        when = " ".join(part for part in (sentence(long_date(one.day)), one.time) if part)
        words = " · ".join(
            part for part in (when, relative_day(one.day, self._desk.today), one.place) if part
        )
        button.setAccessibleName(f"{name_of(one)}, {words}, openen")
        target = replace(self._place, appointment=one.id, came_from=self._back)
        button.clicked.connect(lambda: self._desk.go(target))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        detail = TextLabel(words, TextRole.SMALL)
        detail.setIndent(theme.px(6))
        column.addWidget(detail)
        return line

"""Progress notes on paper: which days, and for whom."""

from __future__ import annotations

from datetime import timedelta

from planbureau.clock import AMSTERDAM
from planbureau.errors import InvalidInputError
from planbureau.rules.dutch import plain_date
from planbureau.services.api import NotesPrint, PrintedDocument
from planbureau.ui.notes.subjects import NoteSubject
from planbureau.ui.paper.readers_print import ReadersPrint
from planbureau.ui.people.desk import Desk
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.labels import TextLabel, TextRole

_SHOWN = 3
BACK = timedelta(days=91)
"""The period that is proposed: a quarter of a year."""


class PrintPanel(ReadersPrint):
    """Made for one subject."""

    def __init__(self, desk: Desk, subject: NoteSubject) -> None:
        super().__init__(desk, "Rapportage afdrukken", subject.name, subject.subject_id, self._notes_for)
        self._subject = subject
        self.first = DateField(desk.theme, desk.context.clock, "Eerste dag")
        self.last = DateField(desk.theme, desk.context.clock, "Laatste dag")
        self.first.set_value(desk.today - BACK)
        self.last.set_value(desk.today)
        self.add_choice("Eerste dag", self.first)
        self.add_choice("Laatste dag", self.last)
        self.noted = TextLabel("", TextRole.SMALL)
        self.add_line(self.noted)
        before = desk.workspace.notes.printed(subject.ids)[:_SHOWN]
        days = [plain_date(one.at.astimezone(AMSTERDAM).date()) for one in before]
        told = "; ".join(f"{day} door {one.name}" for day, one in zip(days, before, strict=True))
        self.noted.setText(f"Elke afdruk wordt vastgelegd. Eerder: {told or 'nog niet'}.")
        self.make()

    def _notes_for(self, readers: tuple[str, ...]) -> PrintedDocument:
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            raise InvalidInputError("Kies de eerste en de laatste dag.")
        return self._desk.workspace.prints.render_notes(NotesPrint(self._subject.ids, first, last, readers))

"""The calendar on paper: what shows now, with names, initials or codes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planbureau.rules.dutch import sentence
from planbureau.services.api import AgendaPrint, NamesOnPaper, PrintedDocument
from planbureau.ui.calendar.agenda_views import MONTH, WEEK, AgendaViews
from planbureau.ui.paper.readers_print import ReadersPrint
from planbureau.ui.people.desk import Desk
from planbureau.ui.widgets.choice_box import ChoiceBox

_SIZES = ("A4", "A3")
"""The sheets of a month; the first is what everybody has."""


class PrintPanel(ReadersPrint):
    """Made for what the views show when it opens."""

    def __init__(self, desk: Desk, views: AgendaViews, subject_id: str, name: str) -> None:
        super().__init__(desk, "Agenda afdrukken", name, "", lambda _: self._agenda())
        self._subject_id = subject_id
        self._title = f"Agenda {views.title().lower()}" if views.view in (MONTH, WEEK) else "Agenda"
        self._month = views.grid.month() if views.view == MONTH else None
        self._sections = views.sections()
        options = [(one.value, sentence(one.words)) for one in NamesOnPaper]
        self.names = ChoiceBox("Cliënten staan erop met", options, nothing=None)
        self.add_choice("Cliënten staan erop met", self.names)
        self.paper = ChoiceBox("Papier", [(one, one) for one in _SIZES], nothing=None)
        if self._month is not None:
            self.add_choice("Papier", self.paper)
        self.make()

    def first_focus(self) -> QWidget:
        """Where the keyboard starts."""
        return self.save_button

    def _agenda(self) -> PrintedDocument:
        names = NamesOnPaper(self.names.value())
        request = AgendaPrint(
            self._title, self._sections, names, self._month, self._subject_id, self.paper.value()
        )
        return self._desk.workspace.prints.render_agenda(request)

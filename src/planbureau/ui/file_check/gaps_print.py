"""The list of what is missing on paper: what shows now, with names, initials or codes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planbureau.rules.dutch import sentence
from planbureau.services.api import GapsPrint, NamesOnPaper, PrintedDocument
from planbureau.ui.paper.readers_print import ReadersPrint
from planbureau.ui.people.desk import Desk
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.views import GapRow

TITLE = "Dossiercheck afdrukken"


class GapsPrintPanel(ReadersPrint):
    """Made for the rows that showed when it opens; `chosen` says in words which those are."""

    def __init__(self, desk: Desk, rows: tuple[GapRow, ...], chosen: str, subject_id: str) -> None:
        name = rows[0].subject_name if subject_id and rows else ""
        super().__init__(desk, TITLE, name, "", lambda _: self._list())
        self._rows, self._chosen, self._subject_id = rows, chosen, subject_id
        options = [(one.value, sentence(one.words)) for one in NamesOnPaper]
        self.names = ChoiceBox("Cliënten staan erop met", options, nothing=None)
        self.add_choice("Cliënten staan erop met", self.names)
        self.make()

    def first_focus(self) -> QWidget:
        """Where the keyboard starts."""
        return self.save_button

    def _list(self) -> PrintedDocument:
        names = NamesOnPaper(self.names.value())
        request = GapsPrint(self._rows, names, self._chosen, self._subject_id)
        return self._desk.workspace.prints.render_gaps(request)

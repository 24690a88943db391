"""What an incident asks beside its text (Wkkgz 10 lid 3); the report to the MIC stays outside the file."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.clock import Clock
from planbureau.ui.people.field_box import FieldBox, TextLine, WordsBox
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.help_bubble import HelpBubble
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.views import NoteView

KINDS = ("", "vallen", "medicatie", "agressie", "grens over", "weglopen", "verwonding", "iets anders")
_HELP = (
    "Schrijf in het dossier wat er gebeurde: de aard, hoe het ging, wanneer, en wie erbij waren. Vertel het "
    "de cliënt ook. De interne melding (MIC) en wat de organisatie ervan leert, horen niet in het dossier. "
    "Doe die melding op de plek die je organisatie daarvoor heeft."
)
_SOURCE = "Wkkgz artikel 10 lid 3 (aantekening in het dossier)"


class IncidentPart(QWidget):
    """Shown only for an incident."""

    def __init__(self, theme: ThemeContext, clock: Clock) -> None:
        super().__init__()
        self.nature = WordsBox("Aard van het incident", KINDS)
        self.people = TextLine("Wie erbij waren")
        self.course = LongTextEdit(theme, "Hoe het ging (toedracht)", lines=2)
        self.discussed = DateField(theme, clock, "Besproken met de cliënt op")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        grid = ResponsiveGrid(theme, narrow=460)
        grid.add(FieldBox(theme, "Aard", self.nature))
        grid.add(FieldBox(theme, "Wie erbij waren", self.people))
        column.addWidget(grid)
        column.addWidget(FieldBox(theme, "Hoe het ging (toedracht)", self.course))
        column.addWidget(FieldBox(theme, "Besproken met de cliënt op", self.discussed))
        help_bubble = HelpBubble(theme, _HELP, source=_SOURCE, title="Wat hoort in het dossier?")
        column.addWidget(help_bubble, 0, Qt.AlignmentFlag.AlignTop)

    def show_note(self, note: NoteView) -> None:
        """Shows what stands in a note."""
        self.nature.set_value(note.incident_kind)
        self.people.set_value(note.incident_people)
        self.course.set_value(note.incident_course)
        self.discussed.set_value(note.incident_discussed_on)

    def fields(self) -> dict[str, Any]:
        """What was filled in, by field of NoteView."""
        return {
            "incident_kind": self.nature.value(),
            "incident_people": self.people.value(),
            "incident_course": self.course.value().strip(),
            "incident_discussed_on": self.discussed.value(),
        }

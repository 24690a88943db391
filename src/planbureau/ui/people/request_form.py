"""What somebody asked about the file (rules RCT): access, a copy, destruction, an own statement."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from planbureau.ui.people.desk import Desk
from planbureau.ui.people.field_box import FieldBox, TextLine
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.words import REQUESTS
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.views import FormKey, RequestView

_HELP = {
    "ACCESS": "Geef inzage of een afschrift zo snel als het kan. Houd een maand aan (AVG). Kijk eerst of er "
    "iets van een ander in staat.",
    "DESTRUCTION": "De Jeugdwet en de Wgbo noemen geen vaste termijn: houd een maand aan. Bij de Wmo is het "
    "drie maanden na een schriftelijk verzoek. Gegevens over onvrijwillige zorg (Wzd) blijven eerst vijf "
    "jaar bewaard. Weiger je iets? Schrijf dan de wettelijke reden op.",
    "OWN_STATEMENT": "Een eigen verklaring komt dezelfde dag in het dossier. Je mag er niets aan veranderen.",
    "IN_WRITING": "De jongere, een ouder of de aanbieder mag hierom vragen. Onder de Jeugdwet staat het plan "
    "dan binnen twee weken op papier.",
}


class RequestForm(FormPanel):
    """Without `request` it makes a new one, asked today."""

    def __init__(
        self, desk: Desk, client_id: str, request: RequestView | None = None, parent: QWidget | None = None
    ) -> None:
        key = FormKey("request", client_id, request.id if request else "")
        super().__init__(desk, key, "Verzoek over het dossier", parent=parent)
        self._before = request
        start = request or RequestView("", client_id, asked_on=desk.today)
        self._start = start
        theme, clock = desk.theme, desk.context.clock
        self.kind = ChoiceBox("Wat is gevraagd", REQUESTS, nothing=None)
        self.kind.set_value(start.kind)
        self.help = TextLabel("", TextRole.HELP)
        self.requester = TextLine("Wie vroeg het", start.requester)
        self.asked = DateField(theme, clock, "Gevraagd op")
        self.asked.set_value(start.asked_on)
        self.done = DateField(theme, clock, "Gedaan op")
        self.done.set_value(start.done_on)
        self.written = QCheckBox("Schriftelijk gevraagd (brief of mail)")
        self.written.setChecked(start.written)
        self.note = LongTextEdit(theme, "Wat is gedaan of besloten, en waarom", lines=3)
        self.note.set_value(start.note)
        grid = self.fields(
            FieldBox(theme, "Wat is gevraagd", self.kind),
            FieldBox(theme, "Wie vroeg het", self.requester),
            FieldBox(theme, "Gevraagd op", self.asked),
            FieldBox(theme, "Gedaan op", self.done),
        )
        note = FieldBox(theme, "Wat is gedaan of besloten, en waarom", self.note)
        self.add_card("", self.help, grid, self.written, note)
        self.kind.value_changed.connect(self._explain)
        self._explain()
        self.ready()

    def state(self) -> object:
        return self._made()

    def first_field(self) -> QWidget:
        return self.kind

    def write(self) -> str:
        made = self._made()
        if self._before is None:
            self.desk.clients.add_request(made)
        else:
            self.desk.clients.save_request(self._before, made)
        return "Verzoek bewaard."

    def _made(self) -> RequestView:
        return replace(
            self._start,
            kind=self.kind.value(),
            requester=self.requester.value(),
            asked_on=self.asked.value(),
            done_on=self.done.value(),
            written=self.written.isChecked(),
            note=self.note.value().strip(),
        )

    def _explain(self) -> None:
        self.help.setText(_HELP.get(self.kind.value(), ""))

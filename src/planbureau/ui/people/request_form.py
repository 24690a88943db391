"""What somebody asked about the file (rules RCT): access, a copy, destruction, an own statement."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from planbureau.rules.deadlines import RequestKind
from planbureau.rules.deadlines.requests import grounds_for
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.field_box import FieldBox, TextLine
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.words import REQUESTER_ROLES, REQUESTS
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
    "dan binnen twee weken op papier. Vraagt een ander erom, dan loopt er geen termijn.",
    "CORRECTION": "Een fout in een feit, zoals een naam of geboortedatum, verbeter je. Wat een beroepskracht "
    "zag of dacht, blijft staan; de cliënt kan er een eigen verklaring bij laten doen. De oude waarde blijft "
    "in de geschiedenis.",
    "BY_RELATIVES": "Na een overlijden zien nabestaanden het dossier alleen als daar een reden voor is. "
    "Maakte de cliënt (12 jaar of ouder) bij leven bezwaar, dan gaat dat voor. Geef niet meer dan nodig is.",
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
        self.role = ChoiceBox("Wie is dat", REQUESTER_ROLES, nothing="Nog niet gekozen")
        self.role.set_value(start.requester_role)
        self.refused = QCheckBox("Geweigerd")
        self.refused.setChecked(start.refused)
        self.ground = ChoiceBox("De reden", (), nothing="Nog niet gekozen")
        self.written = QCheckBox("Schriftelijk gevraagd (brief of mail)")
        self.written.setChecked(start.written)
        self.note = LongTextEdit(theme, "Wat is gedaan of besloten, en waarom", lines=3)
        self.note.set_value(start.note)
        self._role_box = FieldBox(theme, "Wie is dat", self.role)
        self._ground_box = FieldBox(theme, "De reden", self.ground)
        grid = self.fields(
            FieldBox(theme, "Wat is gevraagd", self.kind),
            FieldBox(theme, "Wie vroeg het", self.requester),
            FieldBox(theme, "Gevraagd op", self.asked),
            FieldBox(theme, "Gedaan op", self.done),
        )
        note = FieldBox(theme, "Wat is gedaan of besloten, en waarom", self.note)
        self.add_card("", self.help, grid, self._role_box, self.written, self.refused, self._ground_box, note)
        self.kind.value_changed.connect(self._explain)
        self.refused.toggled.connect(self._explain)
        self._explain()
        self.ground.set_value(start.ground)
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
            requester_role=self.role.value() if self.kind.value() == RequestKind.IN_WRITING.name else "",
            refused=self.refused.isChecked() and self.kind.value() != RequestKind.OWN_STATEMENT.name,
            ground=self.ground.value() if self._grounds() else "",
        )

    def _explain(self) -> None:
        kind = self.kind.value()
        self.help.setText(_HELP.get(kind, ""))
        self._role_box.setVisible(kind == RequestKind.IN_WRITING.name)
        self.refused.setVisible(kind != RequestKind.OWN_STATEMENT.name)
        grounds = self._grounds()
        if self.ground.value() not in {name for name, _ in grounds}:
            self.ground.set_value("")
        self.ground.set_options(grounds)
        self._ground_box.setVisible(bool(grounds))

    def _grounds(self) -> tuple[tuple[str, str], ...]:
        found = grounds_for(RequestKind[self.kind.value()], refused=self.refused.isChecked())
        return tuple((ground.value, ground.label) for ground in found)

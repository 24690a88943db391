"""What care needs to know of a client, beside who he or she is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from planbureau.rules.people.identifiers import check_bsn
from planbureau.ui.people.bsn_field import BsnField
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.field_box import FieldBox, TextLine
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.needed import required_name
from planbureau.ui.people.person_fields import PersonFields
from planbureau.ui.people.photo_field import PhotoField
from planbureau.ui.people.words import COMMUNICATION
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import ClientView, FormKey

_CONSENT = "Alleen als de cliënt dat goed vindt. De foto blijft in de kluis."
_CARE_ENDED = (
    "Vul dit in als de zorg is gestopt, niet eerder: open termijnen vervallen dan. Het dossier blijft "
    "bewaard zolang de wet dat vraagt. Begint de zorg opnieuw? Maak dit leeg en zet in het plan, bij Kader "
    "en datums, de nieuwe eerste dag."
)


class ClientForm(FormPanel):
    """Everything about one client that is no plan."""

    def __init__(self, desk: Desk, client: ClientView, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, FormKey("client", client.id), f"Gegevens van {client.person.short_name}", parent=parent
        )
        self._before = client
        self.photo = PhotoField(desk, client.person.full_name, client.photo, _CONSENT)
        self.photo.failed.connect(self.show_error)
        self.person = PersonFields(desk, client.person, client.id)
        theme = desk.theme
        self.code = TextLine("Cliëntcode", client.code)
        self.bsn = BsnField(theme, client.bsn)
        self.languages = TextLine("Talen", client.languages)
        self.ways = ChipRow(theme, "Hoe praat je met deze cliënt")
        self.ways.set_chips(COMMUNICATION)
        self.ways.set_checked(client.communication)
        self.ended = DateField(theme, desk.context.clock, "Zorg beëindigd op", weekday=False)
        self.ended.set_value(client.care_ended_on)
        self._bsn_box = FieldBox(theme, "Burgerservicenummer (alleen als de wet het vraagt)", self.bsn)
        self.person.put_in(self, work=False)
        self.add_card(
            "Voor de zorg",
            self.fields(FieldBox(theme, "Cliëntcode", self.code), self._bsn_box),
            self.fields(FieldBox(theme, "Talen", self.languages), QWidget()),
            TextLabel("Hoe praat je met deze cliënt?", TextRole.STRONG),
            self.ways,
        )
        self.add_card("Foto", self.photo)
        self.add_card(
            "Zorg beëindigd", FieldBox(theme, "Zorg beëindigd op", self.ended, help_text=_CARE_ENDED)
        )
        self.bsn.line.editingFinished.connect(lambda: self._bsn_box.show_hints(check_bsn(self.bsn.value())))
        self.ready()

    def state(self) -> object:
        return self._made(), self.person.marks.state()

    def first_field(self) -> QWidget:
        return self.person.given

    def write(self) -> str:
        made = self._made()
        required_name(self.person.given, self.person.call, self.person.family)
        if made != self._before:
            self.desk.clients.save_client(self._before, made)
        self._before = self.desk.clients.client(made.id)
        self.person.marks.write()
        return "Gegevens bewaard."

    def _made(self) -> ClientView:
        return replace(
            self._before,
            person=self.person.value(),
            code=self.code.value(),
            bsn=self.bsn.value(),
            languages=self.languages.value(),
            communication=tuple(way for way, _ in COMMUNICATION if way in self.ways.checked()),
            photo=self.photo.value(),
            care_ended_on=self.ended.value(),
        )

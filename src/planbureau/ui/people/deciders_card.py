"""Who decides with the client: custody or representation, measures, and what the age means for it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from planbureau.ui.people.custody_form import CustodyForm
from planbureau.ui.people.deciding import deciding, during, is_minor
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.measure_form import MeasureForm
from planbureau.ui.people.person_form import PersonForm
from planbureau.ui.people.person_line import PersonLine
from planbureau.ui.people.words import MEASURES, decider_label, label_of, period_words
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import ClientView, CustodyView, MeasureView

_WILLING = {True: "wil dit doen", False: "wil dit niet doen", None: ""}


class DecidersCard(Card):
    """The card "Wie beslist mee" of one client."""

    def __init__(
        self,
        desk: Desk,
        client: ClientView,
        custody: tuple[CustodyView, ...],
        measures: tuple[MeasureView, ...],
    ) -> None:
        super().__init__(desk.theme, "Wie beslist mee")
        self._desk = desk
        self._client = client
        facts = deciding(client.person, custody, desk.today)
        self.add(TextLabel(facts.now))
        if facts.needed:
            self.add(Banner(desk.theme, facts.needed, Tone.WARN))
        for one in custody:
            self.add(self._decider(one))
        for measure in measures:
            self.add(self._measure(measure))
        for words, source in during(measures, desk.today):
            self.add(TextLabel(words))
            self.add(TextLabel(f"Bron: {source}", TextRole.SMALL))
        if facts.next:
            self.add(TextLabel(facts.next, TextRole.HELP))
        if facts.source:
            self.add(TextLabel(f"Bron: {facts.source}", TextRole.SMALL))
        self.add(self._buttons())

    def _buttons(self) -> QWidget:
        desk, client = self._desk, self._client
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        adult = is_minor(client.person, desk.today) is False
        words = "Vertegenwoordiger" if adult else "Gezag"
        self.add_button = Button(desk.theme, words, ButtonKind.QUIET, icon="plus")
        self.add_button.setAccessibleName(f"{words} toevoegen")
        self.add_button.clicked.connect(lambda: desk.open_form(CustodyForm(desk, client)))
        self.measure_button = Button(desk.theme, "Maatregel", ButtonKind.QUIET, icon="plus")
        self.measure_button.setAccessibleName("Maatregel toevoegen")
        self.measure_button.clicked.connect(lambda: desk.open_form(MeasureForm(desk, client.id)))
        line.addWidget(self.add_button)
        line.addWidget(self.measure_button)
        line.addStretch()
        return row

    def _decider(self, one: CustodyView) -> PersonLine:
        desk = self._desk
        willing = one.person.died or _WILLING[one.willing]
        parts = (decider_label(one.kind), willing, period_words(one.start, one.end), one.proof)
        return PersonLine(
            desk.theme,
            one.person.full_name,
            " · ".join(part for part in parts if part),
            open_person=lambda: desk.open_form(PersonForm(desk, one.person, self._client.id)),
            edit=lambda: desk.open_form(CustodyForm(desk, self._client, one)),
            edit_name=f"{decider_label(one.kind)} {one.person.full_name} wijzigen",
        )

    def _measure(self, measure: MeasureView) -> QWidget:
        desk = self._desk
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(desk.theme.px(6), 0, 0, 0)
        label = label_of(MEASURES, measure.kind) or "maatregel"
        parts = (label, measure.authority, period_words(measure.start, measure.end))
        line.addWidget(TextLabel(" · ".join(part for part in parts if part)), 1)
        edit = IconButton(desk.theme, "pencil", f"Maatregel {label} wijzigen")
        edit.clicked.connect(lambda: desk.open_form(MeasureForm(desk, self._client.id, measure)))
        line.addWidget(edit)
        return row

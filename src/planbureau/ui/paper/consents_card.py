"""Step 3: everyone who is asked to agree, why they are, and who is asked too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.dutch import sentence
from planbureau.ui.paper.consent_card import ConsentCard
from planbureau.ui.paper.entries import ConsentEntry
from planbureau.ui.paper.table import Table
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.help_bubble import HelpBubble
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import ClientView

UNABLE = (
    "Ga ervan uit dat iemand zelf kan beslissen. Vink dit alleen aan als voor dit ene besluit is beoordeeld "
    "dat het nu niet gaat. Leg in het plan vast wie dat beoordeelde en hoe. Wie beslist, wordt dan opnieuw "
    "bepaald."
)
HEARD = (
    "Hun akkoord is niet nodig, hun mening telt wel. Schrijf op wat ieder vindt. Leeg laten houdt het "
    "vaststellen niet tegen."
)
WZD = "wzd_van_toepassing"
_ONLY_WZD = frozenset({Capacity.CARE_COORDINATOR, Capacity.PHYSICIAN, Capacity.WZD_OFFICER})
"""Roles that only the Wzd knows; elsewhere these words would confuse."""


def capacities(*, wzd: bool) -> tuple[tuple[str, str], ...]:
    """In which capacities somebody can be asked too."""
    return tuple((one.value, sentence(one.label)) for one in Capacity if wzd or one not in _ONLY_WZD)


class ConsentsCard(Card):
    """`entries_changed` after each change; `competence_changed` when others must be asked."""

    entries_changed = Signal()
    competence_changed = Signal()

    def __init__(self, theme: ThemeContext, title: str = "3. Akkoord", parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent=parent)
        self._theme = theme
        self._table: Table | None = None
        self._unable: dict[str, QCheckBox] = {}
        self.cards: list[ConsentCard] = []
        self._why = TextLabel("", TextRole.MUTED)
        self.add(self._why)
        self._list = QWidget()
        self.add(self._list)
        self._build_adding()

    def _build_adding(self) -> None:
        theme = self._theme
        self.more = Button(theme, "Nog iemand vragen", ButtonKind.QUIET, icon="user-plus")
        self.person = ChoiceBox("Wie", (), nothing="Kies een persoon")
        self.capacity = ChoiceBox("In welke rol", capacities(wzd=False))
        self.put = Button(theme, "Toevoegen", icon="plus")
        self._adding = ResponsiveGrid(theme, weights=(2, 2, 1))
        for label, field in (("Wie", self.person), ("In welke rol", self.capacity)):
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.px(4))
            column.addWidget(FieldLabel(label, field))
            column.addWidget(field)
            self._adding.add(box)
        place = QWidget()
        below = QVBoxLayout(place)
        below.setContentsMargins(0, 0, 0, 0)
        below.addStretch()
        below.addWidget(self.put)
        self._adding.add(place)
        self._adding.hide()
        self.add(self.more)
        self.add(self._adding)
        self.more.clicked.connect(self._toggle_adding)
        self.put.clicked.connect(self._add_person)

    # Show and read

    def show_consents(
        self,
        table: Table,
        entries: Sequence[ConsentEntry],
        why: str,
        deciding: Sequence[ClientView],
        not_competent: Sequence[str],
    ) -> None:
        """Show a card for everyone; `deciding` are the clients who may be judged unable to decide."""
        self._table = table
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.person.set_options(table.named())
        self.capacity.set_options(capacities(wzd=WZD in table.plan.flags))
        self._refill(entries, deciding, not_competent)

    def entries(self) -> tuple[ConsentEntry, ...]:
        """What is filled in for everyone."""
        return tuple(card.entry for card in self.cards)

    def not_competent(self) -> tuple[str, ...]:
        """The clients who were judged not able to decide about this plan."""
        return tuple(client_id for client_id, tick in self._unable.items() if tick.isChecked())

    def card_of(self, key: tuple[str, str]) -> ConsentCard | None:
        """The card of one person in one capacity."""
        return next((card for card in self.cards if card.entry.key == key), None)

    # Fill

    def _refill(
        self, entries: Sequence[ConsentEntry], deciding: Sequence[ClientView], unable: Sequence[str]
    ) -> None:
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(10))
        self.cards, self._unable = [], {}
        for entry in entries:
            if not entry.heard:
                column.addWidget(self._card(entry))
        if not self.cards:
            column.addWidget(TextLabel("Er wordt nu niemand om akkoord gevraagd.", TextRole.STRONG))
        heard = [entry for entry in entries if entry.heard]
        if heard:
            column.addWidget(TextLabel("Ook horen", TextRole.STRONG))
            column.addWidget(TextLabel(HEARD, TextRole.MUTED))
        for entry in heard:
            column.addWidget(self._card(entry))
        for client in deciding:
            column.addWidget(self._tick(client, client.id in unable))
        if deciding:
            column.addWidget(HelpBubble(self._theme, UNABLE, source="Wlz 8.1.2; Jeugdwet 7.3.15; Wzd 3",
                                        title="Wanneer is dat zo?"))  # fmt: skip
        self.body.replaceWidget(self._list, fresh)
        fresh.show()
        self._list.hide()
        self._list.deleteLater()
        self._list = fresh
        follow_layout(self, self.more)

    def _card(self, entry: ConsentEntry) -> ConsentCard:
        name = self._table.name(entry.person_id) if self._table else ""
        card = ConsentCard(self._theme, entry, name)
        card.entry_changed.connect(self.entries_changed)
        card.remove_requested.connect(lambda: self._remove(card))
        self.cards.append(card)
        return card

    def _tick(self, client: ClientView, checked: bool) -> QCheckBox:
        name = client.person.short_name.replace("&", "&&")
        tick = QCheckBox(f"{name} kan hier nu niet zelf over beslissen")
        tick.setChecked(checked)
        tick.toggled.connect(lambda _: self.competence_changed.emit())
        self._unable[client.id] = tick
        return tick

    # Somebody more

    def _toggle_adding(self) -> None:
        self._adding.setVisible(self._adding.isHidden())
        if not self._adding.isHidden():
            self.person.setFocus()

    def _add_person(self) -> None:
        entry = ConsentEntry(self.person.value(), self.capacity.value(), added=True)
        if not all(entry.key) or self.card_of(entry.key) is not None:
            (self.capacity if entry.person_id else self.person).setFocus()
            return
        layout = self._list.layout()
        card = self._card(entry)
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(sum(not one.entry.heard for one in self.cards) - 1, card)
        self._adding.hide()
        self.person.set_value("")
        self.capacity.set_value("")
        follow_layout(self, self.more)
        card.outcome.setFocus()
        self.entries_changed.emit()

    def _remove(self, card: ConsentCard) -> None:
        self.cards.remove(card)
        card.hide()
        card.deleteLater()
        self.more.setFocus()
        self.entries_changed.emit()

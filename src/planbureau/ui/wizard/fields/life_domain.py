"""The life domains: one tap for what does not matter now, room for what does."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.formats.domain_parts import domain_parts
from planbureau.formats.marks import SCALES
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.wizard.fields.domain_card import DomainCard
from planbureau.ui.wizard.fields.field import Field

_HOW = "Cijfers geven"
REST = "De rest: nu niet"


class LifeDomainField(Field):
    """One card per domain; nobody is made to fill in eight of them."""

    MARKABLE = False

    def make_editor(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.px(8))
        asked = any(part.id == "marks" for part in domain_parts(self.question))
        scale = self._make_scale()
        column.addWidget(scale)
        scale.setVisible(asked and bool(self.desk.plan.clients))
        domains = self.desk.format.domain_set(self.question.domain_set).domains
        self.cards = {domain.id: DomainCard(self.desk, self.question, domain) for domain in domains}
        for card in self.cards.values():
            column.addWidget(card)
        self.rest = Button(self.theme, REST, ButtonKind.QUIET, icon="check-check")
        self.rest.clicked.connect(self._put_rest_aside)
        column.addWidget(self.rest)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return box

    def _untouched(self) -> list[DomainCard]:
        return [card for card in self.cards.values() if not card.answer().state]

    def _put_rest_aside(self) -> None:
        """One tap for every domain that nobody touched (rules C3, row 5)."""
        for card in self._untouched():
            card.put_aside()
        self._show_rest()
        self.focus_widget().setFocus()

    def _show_rest(self) -> None:
        self.rest.setVisible(len(self._untouched()) > 1)

    def _make_scale(self) -> QWidget:
        """How this client gives marks; what was given before keeps its own scale."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.px(4))
        column.addWidget(TextLabel(_HOW, TextRole.STRONG))
        self.scale = ChipRow(self.theme, _HOW, exclusive=True)
        self.scale.set_chips((str(scale), words) for scale, words in SCALES.items())
        for scale, words in SCALES.items():
            chip = self.scale.chip(str(scale))
            if chip is not None:
                chip.setAccessibleName(f"{_HOW}: {words}")
        self.scale.chip_toggled.connect(self._choose_scale)
        column.addWidget(self.scale)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return box

    def _choose_scale(self, scale: str) -> None:
        clients = self.desk.context.workspace.clients
        for client in self.desk.plan.clients:
            if client.mark_scale != int(scale) and self.flush():
                after = replace(client, mark_scale=int(scale))
                self.desk.write(partial(clients.save_client, client, after))
        self.refresh()

    def focus_widget(self) -> QWidget:
        """The first domain that nobody dealt with yet."""
        cards = tuple(self.cards.values())
        first = next((card for card in cards if not card.stored().marked), cards[0])
        return first.focus_target()

    def value(self) -> JsonValue:
        return None

    def show_value(self, value: JsonValue) -> None:
        del value
        self.scale.set_checked({str(self.desk.mark_scale)})
        self._show_rest()

    def easy_here(self) -> bool:
        return False

    def flush(self) -> bool:
        saved = [card.flush() for card in self.cards.values()]
        return all(saved)

    def refresh(self) -> None:
        self.scale.set_checked({str(self.desk.mark_scale)})
        for card in self.cards.values():
            card.refresh()
        self._show_rest()
        self._look()

"""The life domains: one tap for what does not matter now, room for what does."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.ui.wizard.fields.domain_card import DomainCard
from planbureau.ui.wizard.fields.field import Field


class LifeDomainField(Field):
    """One card per domain; nobody is made to fill in eight of them."""

    MARKABLE = False

    def make_editor(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.px(8))
        domains = self.desk.format.domain_set(self.question.domain_set).domains
        self.cards = {domain.id: DomainCard(self.desk, self.question, domain) for domain in domains}
        for card in self.cards.values():
            column.addWidget(card)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return box

    def focus_widget(self) -> QWidget:
        """The first domain that nobody dealt with yet."""
        cards = tuple(self.cards.values())
        first = next((card for card in cards if not card.stored().marked), cards[0])
        return first.focus_target()

    def value(self) -> JsonValue:
        return None

    def show_value(self, value: JsonValue) -> None:
        del value

    def easy_here(self) -> bool:
        return False

    def flush(self) -> bool:
        saved = [card.flush() for card in self.cards.values()]
        return all(saved)

    def refresh(self) -> None:
        for card in self.cards.values():
            card.refresh()
        self._look()

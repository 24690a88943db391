"""Records of a plan as cards below each other, with a button for the next."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.formats.flow import hidden_parts
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.chip_row import ChipMode, ChipRow
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.fields.record_card import RecordCard, RecordKind
from planbureau.ui.wizard.fields.record_parts import Part


class RecordsField(Field):
    """A kind gives `kind`, `records` and `fresh`."""

    MARKABLE = False

    def kind(self) -> RecordKind:
        """How these records are kept."""
        raise NotImplementedError

    def records(self) -> tuple[Any, ...]:
        """The records of the plan, in order."""
        raise NotImplementedError

    def fresh(self, what: str) -> Any:
        """A record that is not written yet."""
        raise NotImplementedError

    def parts(self, every: tuple[Part, ...]) -> tuple[Part, ...]:
        """The parts that show in this format."""
        hidden = hidden_parts(self.question, self.desk.state, self.desk.format)
        return tuple(part for part in every if part.name not in hidden)

    def make_editor(self) -> QWidget:
        self._kind = self.kind()
        self.cards: list[RecordCard] = []
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.px(8))
        self._cards_column = QVBoxLayout()
        self._cards_column.setSpacing(self.px(8))
        column.addLayout(self._cards_column)
        word = self._kind.word
        self.add_button = Button(self.theme, f"{word.capitalize()} toevoegen", ButtonKind.QUIET, icon="plus")
        self.add_button.clicked.connect(lambda: self.add(""))
        self._suggestions = ChipRow(self.theme, "Misschien speelt dit", ChipMode.OPEN)
        self._suggestions_title = TextLabel("Misschien speelt dit. Kies wat klopt:", TextRole.SMALL)
        column.addWidget(self._suggestions_title)
        column.addWidget(self._suggestions)
        column.addWidget(self.add_button)
        self._suggestions.open_requested.connect(self.add)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._box = box
        return box

    def focus_widget(self) -> QWidget:
        return self.cards[0].toggle if self.cards else self.add_button

    def value(self) -> JsonValue:
        return None

    def show_value(self, value: JsonValue) -> None:
        del value
        self._show_cards()

    def easy_here(self) -> bool:
        return False

    def flush(self) -> bool:
        saved = [card.flush() for card in self.cards]
        return all(saved)

    def refresh(self) -> None:
        if not any(card.saving_new for card in self.cards):
            self._show_cards()
        self._look()

    def add(self, what: str) -> None:
        """Puts an empty card at the end, or one that begins with a suggestion."""
        if any(not card.record.id and not card.kept.dirty for card in self.cards) and not what:
            next(card for card in self.cards if not card.record.id).open()
            return
        card = self._add_card(self.fresh(""))
        card.open()
        if what:
            card.begin_with(what)
        follow_layout(self._box, self.add_button)

    def _show_cards(self) -> None:
        records = {record.id: record for record in self.records()}
        for card in tuple(self.cards):
            if card.record.id and card.record.id not in records:
                self._drop(card)
        known = {card.record.id: card for card in self.cards}
        for record_id, record in records.items():
            if record_id in known:
                known[record_id].update_record(record)
            else:
                self._add_card(record)
        self._show_suggestions()

    def _show_suggestions(self) -> None:
        taken = {card.record.what.strip() for card in self.cards}
        left = [words for words in self.question.suggestions if words not in taken]
        self._suggestions.set_chips(((words, words) for words in left), icon="plus")
        self._suggestions.setVisible(bool(left))
        self._suggestions_title.setVisible(bool(left))

    def _add_card(self, record: Any) -> RecordCard:
        card = RecordCard(self.desk, self._kind, record, self.question.id)
        card.removed.connect(lambda: self._drop(card))
        card.saved.connect(self._show_suggestions)
        self.cards.append(card)
        self._cards_column.addWidget(card)
        return card

    def _drop(self, card: RecordCard) -> None:
        if card in self.cards:
            self.cards.remove(card)
            self._cards_column.removeWidget(card)
            card.hide()
            card.deleteLater()
            self.add_button.setFocus()

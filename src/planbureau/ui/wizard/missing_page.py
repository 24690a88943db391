"""Everything that is still needed before adopting, each with its way to the question."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from planbureau.formats.completeness import Missing
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.kind_words import words_of

_SIGNS = {
    "danger": ("triangle-alert", Tone.ERR),
    "needed": ("circle-dashed", Tone.WARN),
    "attention": ("circle-alert", Tone.WARN),
    "tip": ("lightbulb", Tone.INFO),
}
_WORDS = {"danger": "let op", "needed": "nog nodig", "attention": "kijk hier nog naar", "tip": "tip"}


class MissingRow(QWidget):
    """One thing: what it is, and the button that goes there."""

    def __init__(self, context: ThemeContext, item: Missing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icon, tone = _SIGNS[item.level]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.px(10))
        row.addWidget(IconLabel(context, icon, tone.value, 18))
        row.addWidget(TextLabel(item.text), 1)
        row.addWidget(TextLabel(_WORDS[item.level], TextRole.SMALL, wrap=False))
        self.button = Button(context, "Ga erheen", ButtonKind.QUIET, icon="arrow-right", icon_after=True)
        self.button.setAccessibleName(f"Ga naar: {item.text} ({_WORDS[item.level]})")
        row.addWidget(self.button)


class MissingPage(ScrollPage):
    """`question_requested` carries the id of the section and of the question."""

    question_requested = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.context.theme, parent=parent)
        self._desk = desk
        self._shown: tuple[Missing, ...] | None = None
        self._cards: list[Card] = []
        self.setAccessibleName("Wat nog nodig is")

    def first_button(self) -> QToolButton | Button | None:
        """Where the keyboard starts."""
        return next(iter(self.findChildren(Button)), None)

    def refresh(self) -> None:
        """Shows what is missing now."""
        found = self._desk.missing()
        if found == self._shown:
            return
        self._shown = found
        for card in self._cards:
            self.body.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        titles = {section.id: section.title for section in self._desk.format.sections}
        theme = self._desk.context.theme
        if not found:
            self._add(Card(theme, "Alles is ingevuld"), [])
        for section_id in dict.fromkeys(item.section_id for item in found):
            items = [item for item in found if item.section_id == section_id]
            self._add(Card(theme, titles.get(section_id, "")), items)

    def _add(self, card: Card, items: list[Missing]) -> None:
        if not items:
            card.add(TextLabel(words_of(self._desk).complete))
        for item in items:
            row = MissingRow(self._desk.context.theme, item)
            row.button.clicked.connect(
                lambda _=False, one=item: self.question_requested.emit(one.section_id, one.question_id)
            )
            card.add(row, divided=True)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._cards.append(card)
        self.add(card)

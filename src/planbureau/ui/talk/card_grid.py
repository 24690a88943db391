"""Answer cards beside and below each other; the arrows go from one to the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planbureau.rules.talk.cards import TalkChoice
from planbureau.ui.talk.answer_card import AnswerCard
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.pictograms import PictogramPixmaps

_STEP = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CardGrid(Flow):
    """`pointed` carries the number of the card."""

    pointed = Signal(int)

    def __init__(
        self,
        theme: ThemeContext,
        choices: tuple[TalkChoice, ...],
        pixmaps: PictogramPixmaps,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(10, even=True, parent=parent)
        self.cards: list[AnswerCard] = []
        for number, choice in enumerate(choices):
            card = AnswerCard(theme, choice.label, pixmaps, choice.pictogram)
            card.clicked.connect(lambda _=False, number=number: self.pointed.emit(number))
            self.add(card)
            self.cards.append(card)
        # Not Minimum: its hint is that of one column, and would make every sheet as high as that.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_chosen(self, numbers: Iterable[int]) -> None:
        """Shows which cards hold."""
        wanted = set(numbers)
        for number, card in enumerate(self.cards):
            card.setChecked(number in wanted)

    def set_compact(self, compact: bool) -> None:
        """Smaller cards, for a low window."""
        for card in self.cards:
            card.set_compact(compact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEP.get(Qt.Key(event.key()))
        if step is None or not self._move(*step):
            event.ignore()

    def _move(self, across: int, down: int) -> bool:
        """Goes to the next card in that direction. False when there is none."""
        here = next((card for card in self.cards if card.hasFocus()), None)
        if here is None:
            return False
        if across:
            place = self.cards.index(here) + across
            found = self.cards[place] if 0 <= place < len(self.cards) else None
        else:
            found = self._below(here, down)
        if found is None:
            return down != 0
        found.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _below(self, here: AnswerCard, down: int) -> AnswerCard | None:
        middle = here.geometry().center()
        rows = [card for card in self.cards if (card.y() - here.y()) * down > 0]
        return min(
            rows,
            key=lambda card: (abs(card.y() - here.y()), abs(card.geometry().center().x() - middle.x())),
            default=None,
        )

"""Two people wrote something else in one field: both texts, and a choice."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.rules.dutch import moment_words
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import FieldConflict

_LONGEST = 600


class ConflictCard(QFrame):
    """`chosen` carries the conflict and the value to keep; the other stays in the history."""

    chosen = Signal(object, object)

    def __init__(
        self,
        context: ThemeContext,
        conflict: FieldConflict,
        name_of: Callable[[str], str],
        words: Callable[[JsonValue], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("banner", Tone.WARN.value)
        px = context.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(10))
        column.setSpacing(px(6))
        column.addWidget(TextLabel("Hier schreven twee mensen iets anders", TextRole.MESSAGE, tone=Tone.WARN))
        column.addWidget(TextLabel("Kies wat er in het plan komt. De andere tekst blijft bewaard."))
        for number, (value, author, moment) in enumerate(conflict.values, start=1):
            who = f"{name_of(author)}, {moment_words(moment)}"
            column.addWidget(TextLabel(who, TextRole.SMALL_STRONG))
            column.addWidget(TextLabel(_short(words(value)) or "(leeg gemaakt)"))
            button = Button(context, "Kies deze")
            button.setAccessibleName(f"Kies tekst {number}, van {who}")
            button.clicked.connect(lambda _=False, value=value: self.chosen.emit(conflict, value))
            column.addWidget(button)


class ConflictList(QWidget):
    """The conflicts of one answer or record; hidden while there are none."""

    chosen = Signal(object, object)

    def __init__(
        self,
        context: ThemeContext,
        name_of: Callable[[str], str],
        words: Callable[[JsonValue], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._name_of = name_of
        self._words = words
        self._shown: tuple[FieldConflict, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.cards: list[ConflictCard] = []
        self.hide()

    def show_conflicts(self, conflicts: tuple[FieldConflict, ...]) -> None:
        """Shows these; cards stay as they are while nothing differs."""
        if conflicts == self._shown:
            return
        self._shown = conflicts
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for conflict in conflicts:
            card = ConflictCard(self._context, conflict, self._name_of, self._words)
            card.chosen.connect(self.chosen)
            self.cards.append(card)
            self._column.addWidget(card)
        self.setVisible(bool(conflicts))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"

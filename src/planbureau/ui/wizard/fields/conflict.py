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


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"

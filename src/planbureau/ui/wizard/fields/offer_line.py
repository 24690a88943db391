"""What another plan says at an empty question: offered in a quiet line, copied only when asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.labels import TextLabel, TextRole

MOST = 320
"""So many characters of an answer are shown; all of it is taken over."""


class OfferLine(QFrame):
    """`taken` asks to copy it."""

    taken = Signal()

    def __init__(self, context: ThemeContext, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = context.px
        self.setProperty("card", "sunken")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(px(12), px(8), px(12), px(8))
        inside.setSpacing(px(4))
        self._where = TextLabel("", TextRole.SMALL)
        self._words = TextLabel("")
        inside.addWidget(self._where)
        inside.addWidget(self._words)
        self.button = Button(context, "Overnemen", ButtonKind.LINK, icon="copy")
        self.button.setAccessibleName(f"Overnemen bij {about}")
        self.button.clicked.connect(self.taken)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_offer(self, where: str, words: str, asked: str = "") -> None:
        """Shows where it stands, under which question when that has other words, and what it says."""
        place = f'In {where} staat bij "{asked}":' if asked else f"In {where} staat:"
        self._where.setText(place)
        whole = words.strip()
        self._words.setText(whole if len(whole) <= MOST else f"{whole[:MOST].rstrip()}…")
        self.button.setAccessibleDescription(f"{place} {whole}")

"""What every screen of the start window is: one calm card in the middle, with a place for bad news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.start.words import Told
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from planbureau.ui.start.busy_line import BusyLine
    from planbureau.ui.widgets.banner import Banner

WIDTH = 500
"""The widest that a card becomes, in pixels of the design: a line that is easy to read."""


class Screen(QWidget):
    """Put content in `body`. `tell` shows a message above it, `set_busy` says that work goes on.

    `action_requested` is the button of that message. Both are made when there is something to say.
    """

    action_requested = Signal()

    def __init__(self, theme: ThemeContext, title: str, explanation: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.card = Card(theme)
        self.title = TextLabel(title, TextRole.TITLE)
        self.explanation = TextLabel(explanation, TextRole.MUTED)
        self._banner: Banner | None = None
        self._busy: BusyLine | None = None
        self.body = QVBoxLayout()
        self._messages = QVBoxLayout()
        for part in (self.title, self.explanation):
            self.card.add(part)
        self.card.body.addLayout(self._messages)
        # After it has a parent: shown without one it would be a window of its own for a moment.
        self.explanation.setVisible(bool(explanation))
        self.card.body.addSpacing(theme.px(4))
        self.card.body.addLayout(self.body)
        self._centre()
        theme.theme_changed.connect(self._resize_card)
        self._resize_card()

    def _centre(self) -> None:
        scroll = ScrollPage(self.theme, margins=(16, 16, 16, 16), stretch=False)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card, 100)
        row.addStretch(1)
        scroll.body.addStretch(1)
        scroll.body.addLayout(row)
        scroll.body.addStretch(1)
        self.area = scroll
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _resize_card(self) -> None:
        self.card.setMaximumWidth(self.theme.px(WIDTH))
        self.body.setSpacing(self.theme.px(8))

    def first_focus(self) -> QWidget | None:
        """Where the keyboard starts."""
        return None

    def may_close(self) -> bool:
        """Whether the window may close now."""
        return True

    @property
    def banner(self) -> Banner:
        """The message above the fields."""
        if self._banner is None:
            from planbureau.ui.widgets.banner import Banner

            self._banner = Banner(self.theme, "", Tone.INFO)
            self._banner.hide()
            self._banner.action_requested.connect(self.action_requested)
            self._messages.addWidget(self._banner)
        return self._banner

    def tell(self, message: Told, tone: Tone = Tone.ERR, *, action: str = "") -> None:
        """Shows a message above the fields."""
        self.banner.set_message(message.what, tone, detail=message.advice, action=action)
        self.banner.show()

    def untell(self) -> None:
        """Takes the message away."""
        if self._banner is not None:
            self._banner.hide()

    @property
    def busy(self) -> bool:
        """Whether slow work goes on."""
        return self._busy is not None and not self._busy.isHidden()

    def set_busy(self, words: str) -> None:
        """Says what is going on, with a bar that moves; empty words end it."""
        if self._busy is None:
            if not words:
                return
            from planbureau.ui.start.busy_line import BusyLine

            self._busy = BusyLine()
            self.card.add(self._busy)
        self._busy.show_words(words)


def add_links(theme: ThemeContext, body: QVBoxLayout, links: tuple[tuple[str, str], ...]) -> list[Button]:
    """Buttons that look like links below each other; pairs of icon and words."""
    made = []
    for icon, words in links:
        button = Button(theme, words, ButtonKind.LINK, icon=icon)
        body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        made.append(button)
    return made

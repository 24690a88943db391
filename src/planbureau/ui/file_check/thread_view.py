"""The thread of one goal: a card per link, with its dates, and "ontbreekt" where something is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.rules.dutch import plain_date
from planbureau.rules.file_check import Gap, LinkState
from planbureau.rules.notes.text import said_text
from planbureau.ui.file_check.gap_places import button_of, why_of, words_of
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import GoalThread, ThreadEntry, ThreadPart

LOOKS = {
    LinkState.THERE: (Tone.OK, "circle-check"),
    LinkState.MISSING: (Tone.WARN, "circle-alert"),
    LinkState.NOT_YET: (Tone.IDLE, "circle-dashed"),
    LinkState.ELSEWHERE: (Tone.INFO, "external-link"),
}


class ThreadView(QWidget):
    """`gap_opened` carries the Gap that somebody wants to put right."""

    gap_opened = Signal(object)

    def __init__(self, theme: ThemeContext) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        self.cards: list[Card] = []

    def show_thread(self, thread: GoalThread) -> None:
        """Shows the links of this thread in their order."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(part) for part in thread.parts]
        for card in self.cards:
            self._column.addWidget(card)
        follow_layout(self)

    def _card(self, part: ThreadPart) -> Card:
        theme = self._theme
        tone, icon = LOOKS[part.state]
        badge = StatusBadge(theme, part.state.word, tone, icon=icon)
        card = Card(theme, part.link.title, action=badge)
        card.setAccessibleName(f"{part.link.title}: {part.state.word}")
        for entry in part.entries:
            card.add(self._entry(entry), divided=True)
        if part.note:
            card.add(TextLabel(part.note, TextRole.MUTED))
        for gap in part.gaps:
            card.add(self._gap(gap), divided=True)
        return card

    def _entry(self, entry: ThreadEntry) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(2))
        when = f"{plain_date(entry.on)} · " if entry.on else ""
        column.addWidget(TextLabel(f"{when}{entry.title}", TextRole.STRONG))
        if entry.text:
            column.addWidget(TextLabel(said_text(entry.text)))
        for line in entry.lines:
            column.addWidget(TextLabel(line, TextRole.BODY if entry.quote else TextRole.SMALL))
        if entry.differs:
            differs = StatusBadge(self._theme, entry.differs, Tone.WARN, icon="message-circle")
            column.addWidget(differs, 0, Qt.AlignmentFlag.AlignLeft)
        if not entry.for_client:
            hidden = StatusBadge(self._theme, "niet voor de cliënt", Tone.WARN, icon="eye-off")
            column.addWidget(hidden, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _gap(self, gap: Gap) -> QWidget:
        badge = StatusBadge(self._theme, f"ontbreekt: {words_of(gap)}", Tone.WARN, icon="circle-alert")
        button = Button(self._theme, button_of(gap.kind), icon="arrow-right")
        button.setAccessibleName(f"{button_of(gap.kind)}: {gap.kind.word}")
        button.clicked.connect(lambda: self.gap_opened.emit(gap))
        line = FlowBox(parent=self)
        line.refill([badge, button, TextLabel(why_of(gap), TextRole.SMALL, wrap=False)])
        return line

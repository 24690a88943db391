"""What agreements and actions ask to write down, beside the text: one press says the note is about it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.ui.notes.topic_picker import short
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import TopicView

MOST = 6
"""So many hints at most: all others stand in the list of what a note can be about."""
_TITLE = "Hier letten jullie op:"


class AskedHints(QWidget):
    """`topic_taken` carries the id of an agreement or action."""

    topic_taken = Signal(str)

    def __init__(self, theme: ThemeContext) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        column.addWidget(TextLabel(_TITLE, TextRole.SMALL_STRONG))
        self._box = FlowBox(parent=self)
        column.addWidget(self._box)
        self.buttons: dict[str, Button] = {}

    def show_hints(self, topics: Iterable[TopicView]) -> None:
        """Shows what these ask, the first few; without any nothing shows."""
        asking = [topic for topic in topics if topic.hint.strip()][:MOST]
        self.buttons = {topic.topic.id: self._button(topic) for topic in asking}
        self._box.refill(list(self.buttons.values()))
        self.setVisible(bool(asking))
        follow_layout(self)

    def _button(self, topic: TopicView) -> Button:
        button = Button(self._theme, short(topic.hint.strip()), ButtonKind.LINK, icon="eye")
        button.setToolTip(topic.label)
        button.setAccessibleName(f"Letten op: {topic.hint.strip().rstrip('.')}. Gaat over {topic.label}")
        button.clicked.connect(lambda: self.topic_taken.emit(topic.topic.id))
        return button

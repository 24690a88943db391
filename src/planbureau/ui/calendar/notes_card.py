"""On the start page: what colleagues wrote that is new, and the way to write a note."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.rules.dutch import count
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.tab_order import follow_layout

_NOTHING = "Je hebt alles gelezen. Met Ctrl+R schrijf je zelf een rapportage, vanaf elke plek."


class NotesCard(Card):
    """`write_requested` asks for a new note, `all_requested` for those that are unread."""

    write_requested = Signal()
    all_requested = Signal()

    def __init__(self, theme: ThemeContext) -> None:
        self.write_button = Button(theme, "Rapporteren (Ctrl+R)", ButtonKind.QUIET, icon="pen-line")
        super().__init__(theme, "Rapportage", action=self.write_button)
        self._theme = theme
        self._inside = QWidget()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px(6))
        self.add(self._inside)
        self.write_button.clicked.connect(self.write_requested)

    def show_notes(self, unread: int) -> None:
        """Shows how many notes are unread."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)  # else it stays in the order of Tab until it is gone
                widget.deleteLater()
        if unread:
            words = f"Ongelezen: {count(unread, 'rapportage', 'rapportages')}"
            button = Button(self._theme, words, ButtonKind.LINK, icon="bell")
            button.clicked.connect(self.all_requested)
            self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._lines.addWidget(TextLabel(_NOTHING, TextRole.MUTED))
        follow_layout(self)

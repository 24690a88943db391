"""On the start page: what colleagues wrote that is new, the questions to you, and the way to write a note."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.rules.dutch import count, plain_date
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import NoteView

QUESTIONS = 4
"""So many questions stand here; the rest is behind the button."""

_NOTHING = "Alles is gelezen, en er wacht geen vraag op je."


class NotesCard(Card):
    """`note_opened` carries client and household of a question, `question_settled` the id of its note."""

    write_requested = Signal()
    all_requested = Signal()
    note_opened = Signal(str, str)
    question_settled = Signal(str)

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

    def show_notes(
        self, unread: int, questions: tuple[NoteView, ...], names: dict[str, str], today: date
    ) -> None:
        """Shows how many notes are unread, and the questions; `names` gives whose by subject id."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for note in questions[:QUESTIONS]:
            self._lines.addWidget(self._question(note, names.get(note.subject_id, ""), today))
        if unread or len(questions) > QUESTIONS:
            words = f"Ongelezen: {count(unread, 'rapportage', 'rapportages')}" if unread else "Alle vragen"
            button = Button(self._theme, words, ButtonKind.LINK, icon="bell")
            button.clicked.connect(self.all_requested)
            self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if not self._lines.count():
            self._lines.addWidget(TextLabel(_NOTHING, TextRole.MUTED))
        follow_layout(self)

    def _question(self, note: NoteView, whose: str, today: date) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        late = note.question_by is not None and note.question_by < today
        until = f"vóór {plain_date(note.question_by)}" if note.question_by else "vraag aan jou"
        words = f"te laat: {until}" if late else until
        badge = StatusBadge(self._theme, words, Tone.ERR if late else Tone.WARN, icon="circle-question-mark")
        button = Button(self._theme, whose or "Vraag", ButtonKind.LINK)
        button.setAccessibleName(f"Vraag over {whose}: {note.question}, {words}")
        button.clicked.connect(lambda: self.note_opened.emit(note.client_id, note.household_id))
        head = QHBoxLayout()
        head.addWidget(button)
        head.addStretch()
        head.addWidget(badge)
        done = IconButton(self._theme, "check", f"Vraag over {whose} afvinken")
        done.clicked.connect(lambda: self.question_settled.emit(note.id))
        done.setEnabled(self.write_button.isEnabled())
        head.addWidget(done)
        column.addLayout(head)
        asked = TextLabel(note.question, TextRole.MUTED)
        asked.setIndent(self._theme.px(6))
        column.addWidget(asked)
        return line

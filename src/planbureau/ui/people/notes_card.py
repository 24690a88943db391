"""The last progress notes of a client or household, and the way to write one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planbureau.clock import AMSTERDAM
from planbureau.rules.dutch import plain_date, sentence
from planbureau.rules.notes.text import said_text
from planbureau.ui.people.desk import Desk
from planbureau.ui.places import OpenNotes
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.visiting import sight_of
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import ElidedLabel, TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.views import NoteView

SHOWN = 3
ELSEWHERE = "Jullie rapporteren in een ander systeem. Wat hier staat, blijft leesbaar."
_NONE = "Nog geen rapportages."


class NotesCard(Card):
    """`place` is where all of them stand; `subject_ids` are those whose notes belong together."""

    def __init__(self, desk: Desk, place: OpenNotes, subject_ids: tuple[str, ...]) -> None:
        self.write_button = Button(desk.theme, "Rapporteren", ButtonKind.QUIET, icon="pen-line")
        self.write_button.setToolTip("Ctrl+R")
        self.write_button.clicked.connect(lambda: desk.go(replace(place, write=True)))
        super().__init__(desk.theme, "Rapportage", action=self.write_button)
        self._elsewhere = desk.workspace.organisation.organisation().reports_elsewhere
        self.write_button.setVisible(not self._elsewhere)
        self.write_button.setEnabled(not desk.workspace.read_only)
        sight = sight_of(desk.context)
        found = desk.workspace.notes.notes(subject_ids)
        self._notes = [note for note in found if sight.sees(note.client_id, note.household_id)]
        if self._elsewhere:
            self.add(TextLabel(ELSEWHERE, TextRole.SMALL))
        for note in [note for note in self._notes if not note.replaced_by][:SHOWN]:
            self.add(_line(desk, note), divided=True)
        if not self._notes:
            self.add(TextLabel(_NONE, TextRole.MUTED))
            return
        new = sum(note.unread for note in self._notes)
        words = f"Alle rapportages ({len(self._notes)}{f', {new} nieuw' if new else ''})"
        self.all_button = Button(desk.theme, words, ButtonKind.LINK)
        self.all_button.clicked.connect(lambda: desk.go(place))
        self.body.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)

    def when_used(self) -> tuple[NotesCard, ...]:
        """Itself; nothing when notes are written in another system and there are none here."""
        return () if self._elsewhere and not self._notes else (self,)


def _line(desk: Desk, note: NoteView) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(desk.theme.px(8))
    local = note.happened_at.astimezone(AMSTERDAM)
    words = f"{plain_date(local.date())} · {sentence(note.kind_word)}: {said_text(note.text)}"
    row.addWidget(ElidedLabel(" ".join(words.split())), 1)
    if note.unread:
        row.addWidget(StatusBadge(desk.theme, "nieuw", Tone.INFO, icon="bell"))
    if note.asks:
        row.addWidget(StatusBadge(desk.theme, "vraag", Tone.WARN, icon="circle-question-mark"))
    return line

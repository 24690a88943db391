"""One progress note to read: what it is, who wrote it, its text, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planbureau.rules.notes.notes import NoteKind
from planbureau.rules.notes.text import said_text
from planbureau.ui.notes.note_look import (
    NoteNames,
    author_words,
    incident_words,
    is_late,
    look_of,
    moment_words,
    question_words,
    rich_text,
    settled_words,
    spoken,
)
from planbureau.ui.people.desk import Desk, people_labels
from planbureau.ui.people.not_for_button import SavingNotForButton
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.widgets.title_button import TitleButton
from planbureau.views import NoteView, RestrictionView


class NoteText(QLabel):
    """The text of a note. Only its own styles are markup; what a person typed is never read as that."""

    def __init__(self, note: NoteView) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setText(rich_text(note.text, struck=bool(note.replaced_by)))
        self.setAccessibleName(said_text(note.text))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class NoteCard(Card):
    """Takes the focus as a whole, so that a screen reader says it in one sentence; arrows go to the next."""

    correct_requested = Signal(str)
    settle_requested = Signal(str, bool)
    discussed_requested = Signal(str)
    read_requested = Signal(str)
    subject_requested = Signal(str)
    step_requested = Signal(int)

    def __init__(
        self, desk: Desk, note: NoteView, names: NoteNames, marks: tuple[RestrictionView, ...] = ()
    ) -> None:
        super().__init__(desk.theme)
        self.note = note
        self._desk, self._names = desk, names
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(spoken(note, names))
        self._add_head()
        self.add(NoteText(note))
        for words in incident_words(note):
            self.add(TextLabel(words, TextRole.SMALL))
        about = [names.topics[topic.id] for topic in note.about if topic.id in names.topics]
        if about:
            self.add(TextLabel(" · ".join(about), TextRole.SMALL))
        for words in names.scores_of(note):
            self.add(TextLabel(words, TextRole.SMALL_STRONG))
        if note.question:
            self.add(TextLabel(question_words(note, names), TextRole.STRONG))
        self.foot = FlowBox(parent=self)
        self.add(self.foot)
        self.foot.refill(self._buttons(marks))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self.hasFocus():
            self.step_requested.emit(step)
        else:
            super().keyPressEvent(event)

    def _add_head(self) -> None:
        theme, note = self._desk.theme, self.note
        word, tone, icon = look_of(note)
        badges: list[QWidget] = [StatusBadge(theme, word, tone, icon=icon)]
        if note.unread:
            badges.append(StatusBadge(theme, "nieuw", Tone.INFO, icon="bell"))
        if note.replaced_by:
            badges.append(StatusBadge(theme, "later verbeterd", Tone.IDLE, icon="history"))
        if note.replaces:
            badges.append(StatusBadge(theme, "verbetering", Tone.INFO, icon="pen-line"))
        if not note.for_client:
            badges.append(StatusBadge(theme, "niet voor de cliënt", Tone.WARN, icon="eye-off"))
        if note.question:
            badges.append(self._question_badge())
        whose = self._names.subjects.get(note.subject_id, "")
        if whose:
            link = TitleButton(theme, whose)
            link.setAccessibleName(f"Rapportage van {whose}")
            link.clicked.connect(lambda: self.subject_requested.emit(note.id))
            badges.insert(0, link)
        head = FlowBox(parent=self)
        self.add(head)
        head.refill(badges)
        self.add(TextLabel(f"{moment_words(note.happened_at)} · {author_words(note)}", TextRole.SMALL))

    def _question_badge(self) -> StatusBadge:
        theme, note = self._desk.theme, self.note
        if not note.asks:
            return StatusBadge(theme, settled_words(note), Tone.OK, icon="check")
        late = is_late(note, self._desk.today)
        words = "vraag wacht, te laat" if late else "vraag wacht"
        return StatusBadge(theme, words, Tone.ERR if late else Tone.WARN, icon="circle-question-mark")

    def _buttons(self, marks: tuple[RestrictionView, ...]) -> list[QWidget]:
        theme, note = self._desk.theme, self.note
        when = moment_words(note.happened_at)

        def button(label: str, icon: str, press: Callable[[], None]) -> Button:
            made = Button(theme, label, ButtonKind.QUIET, icon=icon)
            made.setAccessibleName(f"{label}: {note.kind_word} van {when}")
            made.clicked.connect(press)
            made.setEnabled(not self._desk.workspace.read_only)
            return made

        def settle() -> None:
            self.settle_requested.emit(note.id, note.asks)

        def discussed() -> None:
            self.discussed_requested.emit(note.id)

        made: list[QWidget] = []
        if note.unread:
            made.append(button("Gelezen", "check", lambda: self.read_requested.emit(note.id)))
        if note.question:
            words, icon = ("Vraag afvinken", "check-check") if note.asks else ("Vinkje weghalen", "undo-2")
            made.append(button(words, icon, settle))
        if _is_to_discuss(note):
            made.append(button("Vandaag besproken met cliënt", "handshake", discussed))
        if not note.replaced_by:
            made.append(button("Verbeteren", "pencil", lambda: self.correct_requested.emit(note.id)))
        self.not_for = SavingNotForButton(
            theme,
            self._desk.clients,
            "note",
            note.id,
            f"deze rapportage van {when}",
            self._people,
            marks=marks,
        )
        self.not_for.setEnabled(not self._desk.workspace.read_only)
        self.not_for.failed.connect(self._desk.say)
        made.append(self.not_for)
        return made

    def _people(self) -> tuple[tuple[str, str], ...]:
        return people_labels(self._desk.people_around(self.note.subject_id))


def _is_to_discuss(note: NoteView) -> bool:
    """Whether an incident still has to be talked about with the client."""
    told = note.incident_discussed_on is not None or bool(note.replaced_by)
    return note.kind == NoteKind.INCIDENT.value and not told

"""The progress notes beside a goal at an evaluation: to read, folded until somebody wants to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from planbureau.ui.notes.note_card import NoteText
from planbureau.ui.notes.note_look import author_words, moment_words
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.visiting import sight_of
from planbureau.ui.widgets.buttons import GAP, Button, ButtonKind
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.wizard.desk import Desk
from planbureau.views import GoalView, NoteView

ELSEWHERE = (
    "Jullie rapporteren in een ander systeem. Schrijf hier per doel in een paar regels wat er gebeurde; "
    "alles overschrijven hoeft niet."
)
TITLE = "Rapportages sinds de vorige evaluatie"


@dataclass(frozen=True)
class EvaluationNotes:
    """The notes since the last evaluation, and whether new ones are written in another system."""

    notes: tuple[NoteView, ...]
    elsewhere: bool

    @classmethod
    def read(cls, desk: Desk) -> EvaluationNotes:
        """Those of the plan on the table that may be seen here."""
        workspace, sight = desk.context.workspace, sight_of(desk.context)
        found = workspace.notes.since_evaluation(desk.plan_id)
        seen = tuple(note for note in found if sight.sees(note.client_id, note.household_id))
        return cls(seen, workspace.organisation.organisation().reports_elsewhere)

    def about(self, goal: GoalView) -> tuple[NoteView, ...]:
        """Those about this goal or one of its actions."""
        ids = {goal.id, *(action.id for action in goal.actions)}
        return tuple(note for note in self.notes if any(topic.id in ids for topic in note.about))


class NotesFold(QWidget):
    """A quiet button with the notes below it; `about` names the goal for a screen reader."""

    def __init__(self, theme: ThemeContext, about: str, notes: Iterable[NoteView]) -> None:
        super().__init__()
        shown = tuple(notes)
        self._name = f"{TITLE} ({len(shown)})"
        self._about = about
        self.button = Button(theme, self._name, ButtonKind.LINK, icon="notebook-pen")
        self.button.setCheckable(True)
        self.button.setText(GAP + self._name)
        self.panel = QFrame()
        self.panel.setProperty("card", "true")
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        inside.setSpacing(theme.px(4))
        for note in shown:
            head = f"{moment_words(note.happened_at)} · {note.kind_word} · {author_words(note)}"
            inside.addWidget(TextLabel(head, TextRole.SMALL))
            inside.addWidget(NoteText(note))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.panel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.button.toggled.connect(self._toggle)
        self._toggle(is_open=False)

    def _toggle(self, is_open: bool) -> None:
        self.panel.setVisible(is_open)
        state = "uitgeklapt" if is_open else "ingeklapt"
        self.button.setAccessibleName(f"{self._name}, {self._about} ({state})")

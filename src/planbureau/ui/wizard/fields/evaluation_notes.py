"""What happened since the last evaluation, beside a goal, agreement or risk: folded until it is read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from planbureau.clock import AMSTERDAM
from planbureau.rules.dutch import plain_date
from planbureau.rules.notes.notes import NoteKind
from planbureau.rules.notes.text import said_text
from planbureau.ui.goals.looks_part import look_words
from planbureau.ui.notes.note_card import NoteText
from planbureau.ui.notes.note_look import author_words, incident_words, moment_words
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.visiting import sight_of
from planbureau.ui.widgets.buttons import GAP, Button, ButtonKind
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.wizard.desk import Desk
from planbureau.views import GoalView, LookView, NoteView

ELSEWHERE = (
    "Jullie rapporteren in een ander systeem. Schrijf hier per doel in een paar regels wat er gebeurde; "
    "alles overschrijven hoeft niet."
)
_EVALUATION = "evaluation"
_MARKED = "Niet voor iedereen. Neem je dit over, dan geldt dat ook hier."
NOTES, SCORES, INCIDENTS = "Rapportages", "Scores", "Incidenten"


@dataclass(frozen=True)
class EvaluationNotes:
    """Notes and scores since the last evaluation, and whether new notes are written in another system."""

    notes: tuple[NoteView, ...]
    elsewhere: bool
    looks: tuple[LookView, ...] = ()
    since: date | None = None
    away: Mapping[str, frozenset[str]] = field(default_factory=dict)  # who may not read a note, by note

    @classmethod
    def read(cls, desk: Desk) -> EvaluationNotes:
        """Those of the plan on the table that may be seen here."""
        workspace, sight = desk.context.workspace, sight_of(desk.context)
        found = workspace.notes.since_evaluation(desk.plan_id)
        seen = tuple(note for note in found if sight.sees(note.client_id, note.household_id))
        since = workspace.notes.since(desk.plan_id)
        looks = tuple(
            look
            for look in workspace.looks.of_plan(desk.plan_id)
            if not look.replaced_by and look.source_id != desk.plan_id and _is_new(look, since)
        )
        elsewhere = workspace.organisation.organisation().reports_elsewhere
        away = workspace.notes.kept_from([note.id for note in seen])
        return cls(seen, elsewhere, looks, since, away)

    @property
    def period(self) -> str:
        """Of which time they are, in words."""
        return "sinds de vorige evaluatie" if self.since is not None else "tot nu toe"

    def about(self, goal: GoalView) -> tuple[NoteView, ...]:
        """Those about this goal or one of its actions."""
        return self.naming({goal.id, *(action.id for action in goal.actions)})

    def naming(self, ids: Collection[str]) -> tuple[NoteView, ...]:
        """Those about one of these goals, actions or agreements."""
        return tuple(note for note in self.notes if any(topic.id in ids for topic in note.about))

    def incidents(self) -> tuple[NoteView, ...]:
        """Those that tell an incident, whatever they are about."""
        return tuple(note for note in self.notes if note.kind == NoteKind.INCIDENT.value)

    def scores(self, goal: GoalView) -> tuple[LookView, ...]:
        """The moments at which people looked at this goal."""
        return tuple(look for look in self.looks if look.goal_id == goal.id)


def _is_new(look: LookView, since: date | None) -> bool:
    """Whether it came after the last evaluation; the scores of that one are no news."""
    return since is None or look.on > since or (look.on == since and look.source != _EVALUATION)


NOTHING_TOLD = EvaluationNotes((), elsewhere=False)


def taken_text(note: NoteView) -> str:
    """A note as a line of another text: its day, and its words with each impression marked."""
    day = note.happened_at.astimezone(AMSTERDAM).date()
    return f"{plain_date(day)}: {said_text(note.text).strip()}"


class Fold(QWidget):
    """A quiet button with lines below it; `about` names for a screen reader what they belong to.

    `taken` carries the words of a line that goes into the text. What is not for everybody goes into it only
    when the text could be marked, see `mark_with`.
    """

    taken = Signal(str)

    def __init__(self, theme: ThemeContext, title: str, about: str, count: int, icon: str) -> None:
        super().__init__()
        self._theme, self._about = theme, about
        self._mark: Callable[[Collection[str]], bool] = lambda _: False
        self._name = f"{title} ({count})"
        self.button = Button(theme, self._name, ButtonKind.LINK, icon=icon)
        self.button.setCheckable(True)
        self.button.setText(GAP + self._name)
        self.panel = QFrame()
        self.panel.setProperty("card", "true")
        self.inside = QVBoxLayout(self.panel)
        self.inside.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self.inside.setSpacing(theme.px(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.panel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.button.toggled.connect(self._toggle)
        self._toggle(is_open=False)

    def add_take(self, said: str, take: Callable[[], object], away: Collection[str] = ()) -> None:
        """A button that takes the line above it into the text; `away` are those for whom it is not."""
        if away:
            self.inside.addWidget(TextLabel(_MARKED, TextRole.SMALL_STRONG))
        button = Button(self._theme, "Overnemen", ButtonKind.LINK, icon="copy")
        button.setAccessibleName(f"Overnemen in de tekst, {self._about}: {said}")
        button.clicked.connect(lambda _=False: self._take(take, away))
        self.inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def mark_with(self, mark: Callable[[Collection[str]], bool]) -> None:
        """`mark` keeps the text from people (person ids), and answers whether that could be kept."""
        self._mark = mark

    def _take(self, take: Callable[[], object], away: Collection[str]) -> None:
        if not away or self._mark(away):
            take()

    def _toggle(self, is_open: bool) -> None:
        self.panel.setVisible(is_open)
        state = "uitgeklapt" if is_open else "ingeklapt"
        self.button.setAccessibleName(f"{self._name}, {self._about} ({state})")


class NotesFold(Fold):
    """Progress notes, fact and impression apart."""

    def __init__(
        self,
        theme: ThemeContext,
        about: str,
        notes: Iterable[NoteView],
        told: EvaluationNotes,
        title: str = NOTES,
    ) -> None:
        shown = tuple(notes)
        super().__init__(theme, f"{title} {told.period}", about, len(shown), "notebook-pen")
        for note in shown:
            head = f"{moment_words(note.happened_at)} · {note.kind_word} · {author_words(note)}"
            self.inside.addWidget(TextLabel(head, TextRole.SMALL))
            self.inside.addWidget(NoteText(note))
            for words in incident_words(note):
                self.inside.addWidget(TextLabel(words, TextRole.SMALL))
            text = taken_text(note)
            self.add_take(text, partial(self.taken.emit, text), told.away.get(note.id, ()))


class ScoresFold(Fold):
    """Scores and how the client felt, over time; `score_taken` carries a score for the choice."""

    score_taken = Signal(int)

    def __init__(self, theme: ThemeContext, about: str, goal: GoalView, told: EvaluationNotes) -> None:
        shown = told.scores(goal)
        super().__init__(theme, f"{SCORES} {told.period}", about, len(shown), "list-checks")
        for look in shown:
            words = f"{plain_date(look.on)}: {look_words(look, goal)}"
            self.inside.addWidget(TextLabel(words))
            if look.score is not None:
                self.add_take(words, partial(self.score_taken.emit, look.score), look.not_for)

"""Views of progress notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from planbureau.rules.notes.notes import NoteKind
from planbureau.rules.notes.text import TextPart
from planbureau.views.looks import ScaleView


@dataclass(frozen=True)
class NoteTopic:
    """A goal, action or agreement that a note is about."""

    kind: str  # "goal", "action" or "agreement"
    id: str


@dataclass(frozen=True)
class TopicView:
    """Something that a note can be about, with what its plan asks to report."""

    topic: NoteTopic
    label: str
    plan_title: str
    hint: str = ""
    goal_id: str = ""  # the goal itself, or that of the action
    goal_label: str = ""
    scale: ScaleView | None = None  # when a score can be given with it


@dataclass(frozen=True)
class NoteScore:
    """A score that was given with a note, in words; `not_for` are ids of those who may not read it."""

    goal_id: str
    words: str
    not_for: tuple[str, ...] = ()


@dataclass(frozen=True)
class NoteView:
    """One progress note, about a client or else about a household. Its words never change (rules C13 N2).

    `written_at` is the moment of writing, `happened_at` that of what happened. A correction is a new note
    that names the old one in `replaces`. `author` and `function` are those of the day of writing.
    """

    id: str
    client_id: str
    household_id: str
    happened_at: datetime
    written_at: datetime
    kind: str = NoteKind.PROGRESS.value
    text: tuple[TextPart, ...] = ()
    author_id: str = ""  # person id
    author: str = ""
    function: str = ""
    about: tuple[NoteTopic, ...] = ()
    question: str = ""
    question_to: str = ""  # person id
    question_by: date | None = None
    question_done_on: date | None = None
    question_done_by: str = ""
    for_client: bool = True
    replaces: str = ""
    incident_kind: str = ""
    incident_course: str = ""
    incident_people: str = ""
    incident_discussed_on: date | None = None
    replaced_by: str = ""  # the note that corrects this one
    unread: bool = False  # by the user of this device
    heads: tuple[str, ...] = ()

    @property
    def subject_id(self) -> str:
        """The client or household."""
        return self.client_id or self.household_id

    @property
    def kind_word(self) -> str:
        """The kind in Dutch."""
        return NoteKind(self.kind).word

    @property
    def asks(self) -> bool:
        """Whether a question in it still waits for an answer."""
        return bool(self.question) and self.question_done_on is None

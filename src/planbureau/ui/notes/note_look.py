"""How a progress note reads: its icon, its lines, and the one sentence that a screen reader says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from html import escape

from planbureau.clock import AMSTERDAM
from planbureau.rules.dutch import long_date, plain_date, sentence
from planbureau.rules.notes.notes import NoteKind
from planbureau.rules.notes.text import IMPRESSION, TextPart, said_text
from planbureau.ui.theme.tokens import Tone
from planbureau.views import NoteScore, NoteView

_LOOKS: Mapping[str, tuple[Tone, str]] = {
    NoteKind.PROGRESS.value: (Tone.IDLE, "arrow-up-right"),
    NoteKind.DEVIATION.value: (Tone.WARN, "circle-slash"),
    NoteKind.OBSERVATION.value: (Tone.IDLE, "eye"),
    NoteKind.CHANGE.value: (Tone.INFO, "refresh-cw"),
    NoteKind.CONTACT.value: (Tone.IDLE, "message-circle"),
    NoteKind.INCIDENT.value: (Tone.ERR, "triangle-alert"),
}


def look_of(note: NoteView) -> tuple[str, Tone, str]:
    """The kind as word, tone and icon."""
    tone, icon = _LOOKS[note.kind]
    return note.kind_word, tone, icon


@dataclass(frozen=True)
class NoteNames:
    """The names that a note needs: people, and what notes are about, by id; whose it is when that differs."""

    people: Mapping[str, str]
    topics: Mapping[str, str]
    subjects: Mapping[str, str]
    scores: Mapping[str, tuple[NoteScore, ...]] = field(default_factory=dict)  # by note

    def scores_of(self, note: NoteView) -> tuple[str, ...]:
        """The scores that were given with a note, in words."""
        return tuple(one.words for one in self.scores.get(note.id, ()))


def moment_words(moment: datetime) -> str:
    """Day and time in the Netherlands."""
    local = moment.astimezone(AMSTERDAM)
    return f"{long_date(local.date())} {local:%H:%M}"


def author_words(note: NoteView) -> str:
    """Who wrote it, and when that was later than what it is about."""
    who = f"{note.author}, {note.function}" if note.function else note.author
    happened, written = (moment.astimezone(AMSTERDAM) for moment in (note.happened_at, note.written_at))
    late = (
        ""
        if happened.date() == written.date()
        else f", opgeschreven {plain_date(written.date())} {written:%H:%M}"
    )
    return f"{who or 'onbekend'}{late}"


def question_words(note: NoteView, names: NoteNames) -> str:
    """The question with whom it is for and until when, or how it ended; "" without a question."""
    if not note.question:
        return ""
    to = names.people.get(note.question_to, "een collega")
    until = f", vóór {plain_date(note.question_by)}" if note.question_by else ""
    return f"Vraag aan {to}{until}: {note.question}"


def settled_words(note: NoteView) -> str:
    """That a question was answered."""
    if note.question_done_on is None:
        return ""
    return f"afgevinkt op {plain_date(note.question_done_on)} door {note.question_done_by}"


def incident_words(note: NoteView) -> tuple[str, ...]:
    """What was written about an incident beside the text."""
    if note.kind != NoteKind.INCIDENT.value:
        return ()
    on = note.incident_discussed_on
    lines = (
        ("Aard", note.incident_kind),
        ("Wie erbij waren", note.incident_people),
        ("Toedracht", note.incident_course),
        ("Besproken met de cliënt", plain_date(on) if on else "nog niet"),
    )
    return tuple(f"{label}: {words}" for label, words in lines if words)


def is_late(note: NoteView, today: date) -> bool:
    """Whether a question waits longer than was asked."""
    return note.asks and note.question_by is not None and note.question_by < today


def spoken(note: NoteView, names: NoteNames) -> str:
    """The whole note in one sentence."""
    whose = names.subjects.get(note.subject_id, "")
    head = ", ".join(
        part
        for part in (
            "niet gelezen" if note.unread else "",
            "later verbeterd" if note.replaced_by else "",
            "verbetering" if note.replaces else "",
            note.kind_word,
            whose,
            moment_words(note.happened_at),
            author_words(note),
        )
        if part
    )
    about = [names.topics[topic.id] for topic in note.about if topic.id in names.topics]
    rest = (
        said_text(note.text),
        *incident_words(note),
        *about,
        *names.scores_of(note),
        question_words(note, names),
        settled_words(note),
    )
    return ". ".join((sentence(head), *(part.rstrip(".") for part in rest if part)))


def rich_text(parts: tuple[TextPart, ...], *, struck: bool) -> str:
    """The text with each impression in another style behind its word; a note that was corrected is struck."""
    words = "".join(
        f"<i>(<b>{IMPRESSION}:</b> {_lines(part.words)})</i>" if part.impression else _lines(part.words)
        for part in parts
    )
    return f"<s>{words}</s>" if struck else words


def _lines(words: str) -> str:
    return escape(words).replace("\n", "<br>")

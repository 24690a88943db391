"""Progress notes of a period on paper: the oldest first, fact and impression apart, nothing rewritten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from planbureau.clock import AMSTERDAM
from planbureau.documents.blocks import (
    Block,
    Callout,
    CalloutKind,
    Cover,
    Document,
    Footer,
    Heading,
    KeepTogether,
    KeyValues,
    Pair,
    Paragraph,
    Run,
    TextStyle,
)
from planbureau.documents.editions.note_words import note_runs
from planbureau.documents.editions.scrubbing import NAME_GAP, Scrubber
from planbureau.rules.dutch import long_date, plain_date, sentence
from planbureau.rules.notes.notes import NoteKind
from planbureau.views import NoteView

TITLE = "Rapportage"
LEFT_OUT = "In deze afdruk is iets weggelaten."
_ASK = "Vraag het aan wie je dit gaf als je daar vragen over hebt."
_NOTHING = "In deze periode staat er geen rapportage."
_SHORT = 1500
"""Characters of a note that stays on one page: some fifteen lines."""


@dataclass(frozen=True)
class NotesOnPaper:
    """What is printed. `topics`, `people` and `subjects` give words by id; words in `hidden` stay out."""

    notes: Sequence[NoteView]
    name: str
    first: date
    last: date
    organisation: str
    today: date
    topics: Mapping[str, str]
    people: Mapping[str, str]
    subjects: Mapping[str, str]
    scores: Mapping[str, Sequence[str]] = field(default_factory=dict)  # by note
    hidden: frozenset[str] = frozenset()
    left_out: bool = False


def notes_document(paper: NotesOnPaper) -> Document:
    """The list as a document."""
    clean = Scrubber(paper.hidden, NAME_GAP)
    blocks: list[Block] = [Callout(CalloutKind.INFO, LEFT_OUT, _ASK)] if paper.left_out else []
    notes = sorted(paper.notes, key=lambda note: (note.happened_at, note.written_at, note.id))
    for note in notes:
        blocks += _note(clean(note), paper, clean)
    if not notes:
        blocks.append(Paragraph(_NOTHING))
    period = f"{plain_date(paper.first)} tot en met {plain_date(paper.last)}"
    return Document(
        title=TITLE,
        blocks=tuple(blocks),
        subject=f"{TITLE}, {period}",
        author=paper.organisation,
        cover=Cover(
            organisation=paper.organisation,
            subtitle=f"{clean.text(paper.name)}, {period}",
            facts=(Pair("Gemaakt op", plain_date(paper.today)),),
        ),
        footer=Footer((f"{TITLE}, {clean.text(paper.name)}", period)),
    )


def _note(note: NoteView, paper: NotesOnPaper, clean: Scrubber) -> Iterator[Block]:
    whose = paper.subjects.get(note.subject_id, "")
    kind = f"{note.kind_word}, {clean.text(whose)}" if whose else note.kind_word
    head: list[Block] = [Heading(1, f"{_moment(note.happened_at)}: {kind}")]
    head.append(Paragraph(_author(note), TextStyle.SMALL))
    state = _state(note, paper)
    if state:
        head.append(Paragraph((Run(state, bold=True),)))
    head.append(Paragraph(note_runs(note.text)))
    if (
        sum(len(part.words) for part in note.text) <= _SHORT
    ):  # who wrote it, and when, never stand alone at the end of a page
        yield KeepTogether(tuple(head))
    else:
        yield from head
    pairs = [Pair(label, value) for label, value in _facts(note, paper, clean) if value]
    if pairs:
        yield KeyValues(tuple(pairs))


def _moment(moment: datetime) -> str:
    local = moment.astimezone(AMSTERDAM)
    return sentence(f"{long_date(local.date())} {local:%H:%M}")


def _author(note: NoteView) -> str:
    who = ", ".join(part for part in (note.author, note.function) if part)
    written = note.written_at.astimezone(AMSTERDAM)
    when = f"opgeschreven op {plain_date(written.date())} {written:%H:%M}"
    return f"{who}, {when}" if who else sentence(when)


def _state(note: NoteView, paper: NotesOnPaper) -> str:
    """That a note was corrected, or corrects; with the moment of the other when it is on this paper."""
    if note.replaced_by:
        return f"Deze rapportage is later verbeterd{_written(note.replaced_by, paper)}."
    return f"Dit is een verbetering{_written(note.replaces, paper)}." if note.replaces else ""


def _written(note_id: str, paper: NotesOnPaper) -> str:
    other = next((one for one in paper.notes if one.id == note_id), None)
    if other is None:
        return ""
    local = other.written_at.astimezone(AMSTERDAM)
    of = "op" if other.replaces else "van de rapportage van"
    return f" {of} {plain_date(local.date())} {local:%H:%M}"


def _facts(note: NoteView, paper: NotesOnPaper, clean: Scrubber) -> Iterator[tuple[str, str]]:
    about = [clean.text(paper.topics[topic.id]) for topic in note.about if topic.id in paper.topics]
    yield "Gaat over", "\n".join(about)
    yield "Score", "\n".join(clean.text(words) for words in paper.scores.get(note.id, ()))
    if note.kind == NoteKind.INCIDENT.value:
        on = note.incident_discussed_on
        yield "Aard", note.incident_kind
        yield "Toedracht", note.incident_course
        yield "Wie erbij waren", note.incident_people
        yield "Besproken met cliënt", plain_date(on) if on else "nog niet"
    if note.question:
        to = clean.text(paper.people.get(note.question_to, "een collega"))
        until = f"\nAntwoord vóór {plain_date(note.question_by)}." if note.question_by else ""
        done = note.question_done_on
        yield f"Vraag aan {to}", f"{note.question}{until}"
        yield "Afgevinkt", f"{plain_date(done)}, {note.question_done_by}" if done else ""

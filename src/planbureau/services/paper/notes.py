"""Which progress notes a reader gets on paper, and which words stay out of them (rules B7, end)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planbureau.clock import AMSTERDAM
from planbureau.errors import InvalidInputError
from planbureau.model.reading import notes as note_reading
from planbureau.model.reading import people as people_reading
from planbureau.model.reading.note_marks import kept_from
from planbureau.services.api.requests import NotesPrint
from planbureau.services.context import Context
from planbureau.services.notes.scores import scores_with
from planbureau.services.notes.service import topics_about
from planbureau.services.paper.naming import hidden_names
from planbureau.views import NoteView, TopicView

if TYPE_CHECKING:
    from planbureau.documents.editions.notes import NotesOnPaper


def notes_on_paper(context: Context, request: NotesPrint) -> NotesOnPaper:
    """Everything for the print. Raises InvalidInputError for a period that ends before it begins."""
    from planbureau.documents.editions.notes import NotesOnPaper

    if request.last < request.first:
        raise InvalidInputError("De laatste dag ligt voor de eerste. Er is niets gemaakt.")
    subject = request.subject_ids[0]
    readers = frozenset(request.audience)
    with context.reading() as session:
        found = note_reading.notes_about(session, request.subject_ids, context.user_id)
        topics = topics_about(session, request.subject_ids)
        around = {one.id: one for i in request.subject_ids for one in people_reading.people_of(session, i)}
        ids = [*around, *(i for t in topics for i in (t.topic.id, t.goal_id))]
        marks = [m for m in people_reading.restrictions(session, ids) if readers & set(m.not_for)]
        away = {(mark.target_kind, mark.target_id) for mark in marks}
        kept = kept_from(session, [note.id for note in found])
        secret = {note_id for note_id, people in kept.items() if readers & people}
        wanted = [note for note in found if request.first <= _day(note) <= request.last]
        shown = [note for note in wanted if note.id not in secret]
        gone = [one for one in around.values() if ("person", one.id) in away]
        hidden = hidden_names(around.values(), gone)
        asked = people_reading.persons(session, [note.question_to for note in shown])
        open_topics = [topic for topic in topics if not _is_away(topic, away)]
        scores = scores_with(session, shown, open_topics)
        return NotesOnPaper(
            notes=shown,
            name=people_reading.name_of_subject(session, subject),
            first=request.first,
            last=request.last,
            organisation=people_reading.organisation(session).name,
            today=context.today(),
            topics={t.topic.id: t.label for t in open_topics},
            scores={
                note_id: [one.words for one in told if not readers & set(one.not_for)]
                for note_id, told in scores.items()
            },
            people={person_id: one.full_name for person_id, one in asked.items()},
            subjects={
                i: people_reading.name_of_subject(session, i)
                for i in {note.subject_id for note in shown} - {subject}
            },
            hidden=hidden,
            left_out=len(shown) < len(wanted) or bool(gone) or any(_is_away(t, away) for t in topics),
        )


def _is_away(topic: TopicView, away: set[tuple[str, str]]) -> bool:
    """Whether a topic is not for these readers: an action goes with its goal."""
    return (topic.topic.kind, topic.topic.id) in away or ("goal", topic.goal_id) in away


def _day(note: NoteView) -> date:
    return note.happened_at.astimezone(AMSTERDAM).date()

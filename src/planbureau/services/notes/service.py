"""Progress notes: added and never changed, read by colleagues, and asked about by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from planbureau.changes import Change, Changes
from planbureau.clock import AMSTERDAM
from planbureau.errors import InvalidInputError
from planbureau.formats.annexes import is_talk
from planbureau.formats.model import PlanFormat
from planbureau.model import codec
from planbureau.model.reading import annexes as annex_reading
from planbureau.model.reading import lists, note_marks
from planbureau.model.reading import notes as note_reading
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.rows import NoteReadRow, NoteRow, PlanRecord
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.notes.notes import NoteKind, problem_with
from planbureau.services.calendar.tasks import day_of as day_of_talk
from planbureau.services.context import Context, told_in_words
from planbureau.services.goals.looks import NOTE, write_look
from planbureau.services.notes.scores import scores_with
from planbureau.services.sight.openings import noted_about
from planbureau.views import GoalView, LookView, NoteScore, NoteTopic, NoteView, TopicView
from planbureau.views.access import OpeningLine

READ_KIND = "note_read"
"""The kind in `Changes` of marks that a note was read; it is no record."""

NOTHING_YET = "Er is nog niets bewaard; je tekst staat er nog."


class Notes:
    """`services.api.NoteService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def notes(self, subject_ids: Sequence[str]) -> tuple[NoteView, ...]:
        with self._context.reading() as session:
            return note_reading.notes_about(session, subject_ids, self._context.user_id)

    def printed(self, subject_ids: Sequence[str]) -> tuple[OpeningLine, ...]:
        return noted_about(self._context, subject_ids)

    def topics(self, subject_ids: Sequence[str]) -> tuple[TopicView, ...]:
        with self._context.reading() as session:
            return topics_about(session, subject_ids, closed=False)

    def scores(self, notes: Sequence[NoteView]) -> Mapping[str, tuple[NoteScore, ...]]:
        with self._context.reading() as session:
            topics = topics_about(session, sorted({note.subject_id for note in notes}))
            return scores_with(session, notes, topics)

    def since_evaluation(self, annex_id: str) -> tuple[NoteView, ...]:
        with self._context.reading() as session:
            annex = plan_reading.plan_row(session, annex_id)
            plan = plan_reading.plan_row(session, annex.parent_id or annex.id)
            subjects = people_reading.linked_subjects(session, plan.client_id or plan.household_id)
            since = evaluated_before(self._context, session, annex)
            found = note_reading.notes_about(session, subjects, self._context.user_id)
        return tuple(
            note for note in found if not note.replaced_by and (since is None or _day(note) >= since)
        )

    def kept_from(self, note_ids: Iterable[str]) -> Mapping[str, frozenset[str]]:
        with self._context.reading() as session:
            return note_marks.kept_from(session, note_ids)

    def since(self, annex_id: str) -> date | None:
        with self._context.reading() as session:
            annex = plan_reading.plan_row(session, annex_id)
            return evaluated_before(self._context, session, annex)

    def add(self, note: NoteView, scores: Iterable[LookView] = ()) -> tuple[str, Changes]:
        now = self._context.clock.now()
        behind = self._context.watch.behind() is not None  # then a moment that was typed wins
        latest = max(now, note.happened_at) if behind else now
        wrong = problem_with(note.text, note.happened_at, latest, note.question, note.question_to)
        if wrong is not None:
            raise InvalidInputError(wrong.words, NOTHING_YET)
        if not note.subject_id:
            raise InvalidInputError("Kies over wie dit gaat.", NOTHING_YET)
        with self._context.writing() as work:
            if note.replaces:
                work.get(NoteRow, note.replaces)
            author = people_reading.person(work.session, work.author)
            made = replace(
                note if note.kind == NoteKind.INCIDENT.value else _without_incident(note),
                household_id="" if note.client_id else note.household_id,
                written_at=now,
                author_id=author.id,
                author=author.full_name,
                function=author.function,
                question_done_on=None,
                question_done_by="",
            )
            row = work.create(NoteRow, codec.fields_of(NoteRow, made))
            for score in scores:
                look = replace(score, on=_day(note), source=NOTE, source_id=row.id)
                write_look(work, look, self._context)
            work.touch(note.subject_id)
        return row.id, work.changes

    def settle(self, note_id: str, *, done: bool = True) -> Changes:
        with self._context.writing() as work:
            row = work.get(NoteRow, note_id)
            by = people_reading.person(work.session, work.author).full_name if done else ""
            on = self._context.today().isoformat() if done else None
            _change(work, row, {"question_done_on": on, "question_done_by": by})
        return work.changes

    def discussed(self, note_id: str, on: date) -> Changes:
        if on > self._context.last_day():
            raise InvalidInputError("Deze dag moet nog komen. Er is niets veranderd.")
        with self._context.writing() as work:
            _change(work, work.get(NoteRow, note_id), {"incident_discussed_on": on.isoformat()})
        return work.changes

    def unread(self) -> tuple[NoteView, ...]:
        with self._context.reading() as session:
            return note_reading.unread_notes(session, self._context.user_id)

    def waiting(self) -> tuple[NoteView, ...]:
        with self._context.reading() as session:
            return note_reading.waiting_questions(session, self._context.user_id)

    def answered(self, since: date) -> tuple[NoteView, ...]:
        with self._context.reading() as session:
            return note_reading.answered_questions(session, self._context.user_id, since)

    def mark_read(self, note_ids: Iterable[str]) -> Changes:
        reader = self._context.user_id
        with told_in_words(), self._context.store.writing(reader) as work:
            new = note_reading.unread_ids(work.session, note_ids, reader)
            work.session.add_all(NoteReadRow(reader_id=reader, note_id=note_id) for note_id in new)
        return Changes(tuple(Change(READ_KIND, note_id) for note_id in new))


def topics_about(
    session: ReadSession, subject_ids: Sequence[str], *, closed: bool = True
) -> tuple[TopicView, ...]:
    """What notes about these clients and households can be about; `closed` plans too, to name what was."""
    if not any(subject_ids):
        return ()
    plans = lists.plan_rows(session, subject_ids)
    return tuple(
        topic for plan in plans if closed or plan.status != "closed" for topic in _topics_of(session, plan)
    )


def _day(note: NoteView) -> date:
    return note.happened_at.astimezone(AMSTERDAM).date()


def evaluated_before(context: Context, session: ReadSession, annex: PlanRecord) -> date | None:
    """The day of the last other talk that looked back on the plan, and was finished; none after this one."""
    others = annex_reading.annex_records(session, [annex.parent_id]) if annex.parent_id else []
    own = day_of_talk(context, session, annex)
    days = [
        day_of_talk(context, session, one) or one.adopted_on
        for one in others
        if one.id != annex.id and one.adopted_on is not None and is_talk(annex_format(context, one))
    ]
    return max((day for day in days if day is not None and (own is None or day <= own)), default=None)


def annex_format(context: Context, annex: PlanRecord) -> PlanFormat:
    """The kind of annex."""
    return context.formats.get(annex.format_id, annex.format_version)


def _change(work: UnitOfWork, row: NoteRow, fields: dict[str, str | None]) -> None:
    work.change(row, fields)
    work.touch(row.client_id or row.household_id)


def _without_incident(note: NoteView) -> NoteView:
    return replace(note, incident_kind="", incident_course="", incident_people="", incident_discussed_on=None)


def _topics_of(session: ReadSession, plan: PlanRecord) -> Iterable[TopicView]:
    for goal in plan_reading.goals(session, [plan.id]):
        about = TopicView(
            NoteTopic("goal", goal.id),
            f"Doel {goal.number}: {goal.sentence}",
            plan.title,
            goal_id=goal.id,
            goal_label=f"doel {goal.number}",
            scale=goal.scored_on,
        )
        yield about
        yield from _actions_of(goal, about)
    for agreement in plan_reading.agreements(session, plan.id):
        yield TopicView(
            NoteTopic("agreement", agreement.id),
            f"Afspraak: {agreement.what}",
            plan.title,
            agreement.reporting_hint,
        )


def _actions_of(goal: GoalView, about: TopicView) -> Iterable[TopicView]:
    for action in goal.live_actions:
        label = f"Actie {goal.number}{action.letter}: {action.what}"
        topic = NoteTopic("action", action.id)
        yield replace(about, topic=topic, label=label, hint=action.reporting_hint)

"""Views of progress notes, the last that happened first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from planbureau.model.codec import view_of
from planbureau.model.reading.among import among
from planbureau.model.rows import NoteReadRow, NoteRow
from planbureau.views import NoteView


def notes_about(session: Session, subject_ids: Sequence[str], reader_id: str) -> tuple[NoteView, ...]:
    """The notes about these clients and households, as this reader has read them or not."""
    about = or_(among(NoteRow.client_id, subject_ids), among(NoteRow.household_id, subject_ids))
    return _views(session, _rows(session, about), reader_id)


def unread_notes(session: Session, reader_id: str) -> tuple[NoteView, ...]:
    """What others wrote and this reader has not read."""
    return _views(session, _rows(session, _unread(reader_id)), reader_id)


def waiting_questions(session: Session, reader_id: str) -> tuple[NoteView, ...]:
    """The questions to this reader that have no answer yet, the first due first."""
    asked = (NoteRow.question_to == reader_id) & NoteRow.question_done_on.is_(None)
    found = [view for view in _views(session, _rows(session, asked), reader_id) if not view.replaced_by]
    return tuple(sorted(found, key=lambda note: (note.question_by is None, str(note.question_by))))


def answered_questions(session: Session, author_id: str, since: date) -> tuple[NoteView, ...]:
    """What this author asked somebody else and was ticked off since that day, the last first."""
    asked = (NoteRow.author_id == author_id) & (NoteRow.question_to != author_id)
    found = _views(session, _rows(session, asked & (NoteRow.question_done_on >= since)), author_id)
    return tuple(sorted(found, key=lambda note: str(note.question_done_on), reverse=True))


def unread_ids(session: Session, note_ids: Iterable[str], reader_id: str) -> list[str]:
    """Which of these the reader has not read."""
    wanted = among(NoteRow.id, note_ids) & _unread(reader_id)
    return list(session.scalars(select(NoteRow.id).where(wanted)))


def _unread(reader_id: str) -> ColumnElement[bool]:
    read = select(NoteReadRow.note_id).where(NoteReadRow.reader_id == reader_id)
    return (NoteRow.author_id != reader_id) & NoteRow.id.not_in(read)


def _rows(session: Session, wanted: ColumnElement[bool]) -> list[NoteRow]:
    query = select(NoteRow).where(wanted, NoteRow.removed.is_(False))
    return list(
        session.scalars(query.order_by(NoteRow.happened_at.desc(), NoteRow.written_at.desc(), NoteRow.id))
    )


def _views(session: Session, rows: list[NoteRow], reader_id: str) -> tuple[NoteView, ...]:
    ids = [row.id for row in rows]
    replacing = select(NoteRow.replaces, NoteRow.id).where(among(NoteRow.replaces, ids))
    replaced = {str(old): str(new) for old, new in session.execute(replacing)}
    unread = set(unread_ids(session, ids, reader_id))
    return tuple(
        view_of(row, NoteView, replaced_by=replaced.get(row.id, ""), unread=row.id in unread) for row in rows
    )

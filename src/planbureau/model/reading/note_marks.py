"""For whom progress notes are not: marked "niet voor ...", or not to be read by the client (rules B7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from planbureau.model.reading import people as people_reading
from planbureau.model.reading.among import among
from planbureau.model.rows import NoteRow
from planbureau.rules.notes.notes import with_corrections


class _Note(NamedTuple):
    """What of a note tells who may read it."""

    id: str
    client_id: str
    household_id: str
    for_client: bool
    replaces: str


_PARTS = (NoteRow.id, NoteRow.client_id, NoteRow.household_id, NoteRow.for_client, NoteRow.replaces)


def kept_from(session: Session, note_ids: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """The ids of the people who may not read these notes, by note, of those that not everybody may read.

    What holds for a note holds for what corrects it and what it corrects.
    """
    asked = frozenset(note_ids)
    notes = _beside(session, asked) if asked else {}
    away = {one.target_id: set(one.not_for) for one in people_reading.restrictions(session, notes)}
    silent = [note for note in notes.values() if not note.for_client]
    readers = {
        about: clients_of(session, *about) for about in {(n.client_id, n.household_id) for n in silent}
    }
    for note in silent:
        away.setdefault(note.id, set()).update(readers[note.client_id, note.household_id])
    chains = {note.id: note.replaces for note in notes.values()}
    found = {
        note_id: frozenset(
            person for other in with_corrections(chains, {note_id}) for person in away.get(other, ())
        )
        for note_id in (asked & set(notes) if away else ())
    }
    return {note_id: people for note_id, people in found.items() if people}


def _beside(session: Session, note_ids: frozenset[str]) -> Mapping[str, _Note]:
    """These notes, with all others about the same clients and households: corrections are among them."""
    asked = [_Note(*row) for row in session.execute(select(*_PARTS).where(among(NoteRow.id, note_ids)))]
    about = or_(
        among(NoteRow.client_id, {note.client_id for note in asked} - {""}),
        among(NoteRow.household_id, {note.household_id for note in asked} - {""}),
    )
    rows = session.execute(select(*_PARTS).where(about, NoteRow.removed.is_(False)))
    return {note.id: note for note in (*asked, *(_Note(*row) for row in rows))}


def clients_of(session: Session, client_id: str, household_id: str) -> frozenset[str]:
    """The ids of the people who are the clients that something about this client or household is about."""
    if client_id:
        return frozenset((people_reading.client(session, client_id).person.id,))
    return frozenset(one.person.id for one in people_reading.household(session, household_id).members)

"""Who works with this copy of the vault: which person belongs to which password."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.model.rows import LocalRow, PersonRow

USER = "user"
_SLOT = "user:"
_REMOVED = "removed:"


@dataclass(frozen=True)
class Removal:
    """A password that was taken away: of which person, by whom (empty when that is not known), and when."""

    person_id: str
    by_id: str
    at: datetime


def user_id(session: Session, slot_id: str = "") -> str:
    """The person whose password `slot_id` opens with; of a vault with one person: that one.

    Empty when nobody is known yet.
    """
    row = session.get(LocalRow, _SLOT + slot_id)
    if row is not None:
        return str(json.loads(row.value)["person"])
    first = session.get(LocalRow, USER)
    return first.value if first else ""


def added_by(session: Session, slot_id: str) -> str:
    """The person who gave this password; empty for who made the vault."""
    row = session.get(LocalRow, _SLOT + slot_id)
    return str(json.loads(row.value)["by"]) if row is not None else ""


def slots(session: Session) -> set[str]:
    """The passwords of which the person is written down."""
    keys = session.scalars(select(LocalRow.key).where(LocalRow.key.startswith(_SLOT, autoescape=True)))
    return {key.removeprefix(_SLOT) for key in keys}


def people_with_access(session: Session) -> set[str]:
    """The persons who have a password for this vault."""
    rows = session.scalars(select(LocalRow).where(LocalRow.key.startswith(_SLOT, autoescape=True)))
    found = {str(json.loads(row.value)["person"]) for row in rows}
    return found or {user_id(session)}


def professionals_without(session: Session) -> list[PersonRow]:
    """The professionals who have no password for this vault."""
    inside = people_with_access(session)
    query = select(PersonRow).where(PersonRow.professional.is_(True), PersonRow.removed.is_(False))
    return [row for row in session.scalars(query) if row.id not in inside]


def remember_user(session: Session, person_id: str) -> None:
    """Names the person who made the vault."""
    session.merge(LocalRow(key=USER, value=person_id))


def remember_slot(session: Session, slot_id: str, person_id: str, by: str) -> None:
    """Names the person of a password, and who gave it."""
    session.merge(LocalRow(key=_SLOT + slot_id, value=json.dumps({"person": person_id, "by": by})))


def forget_slot(session: Session, slot_id: str) -> None:
    """The password is no more."""
    row = session.get(LocalRow, _SLOT + slot_id)
    if row is not None:
        session.delete(row)


def note_removal(session: Session, slot_id: str, by: str, at: datetime) -> None:
    """Says who takes this password away; it counts once the password is gone."""
    told = {"person": user_id(session, slot_id), "by": by, "at": at.isoformat()}
    session.merge(LocalRow(key=_REMOVED + slot_id, value=json.dumps(told)))


def removals(session: Session) -> dict[str, Removal]:
    """The passwords that were taken away, the newest first."""
    rows = session.scalars(select(LocalRow).where(LocalRow.key.startswith(_REMOVED, autoescape=True)))
    told = {row.key.removeprefix(_REMOVED): json.loads(row.value) for row in rows}
    found = {
        slot_id: Removal(one["person"], one["by"], datetime.fromisoformat(one["at"]))
        for slot_id, one in told.items()
    }
    return dict(sorted(found.items(), key=lambda item: item[1].at, reverse=True))


def take_back_removal(session: Session, slot_id: str) -> None:
    """The password is still there."""
    row = session.get(LocalRow, _REMOVED + slot_id)
    if row is not None:
        session.delete(row)

"""Who works with this copy of the vault."""

from __future__ import annotations

from sqlalchemy.orm import Session

from planbureau.model.rows import LocalRow

USER = "user"


def user_id(session: Session) -> str:
    """The person id of the user; empty when nobody is known yet."""
    row = session.get(LocalRow, USER)
    return row.value if row else ""


def remember_user(session: Session, person_id: str) -> None:
    """Names the user of this copy."""
    session.merge(LocalRow(key=USER, value=person_id))

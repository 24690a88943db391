"""The row of one answer."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.orm import Session

from planbureau.model.columns import Base
from planbureau.model.rows import AnswerRow

_ROW = select(AnswerRow).where(
    AnswerRow.plan_id == bindparam("of_plan"), AnswerRow.key == bindparam("of_key")
)
_TABLE = Base.metadata.tables[AnswerRow.__tablename__].c


class StoredAnswer(NamedTuple):
    """What is stored under a key: read at each field that is saved."""

    id: str
    heads: list[str]
    conflicts: dict[str, Any]
    value: dict[str, Any]
    easy_text: str
    easy_of: str
    pictograms: list[Any]
    files: list[Any]


_STORED = select(*(_TABLE[name] for name in StoredAnswer._fields)).where(
    _TABLE.plan_id == bindparam("of_plan"), _TABLE.key == bindparam("of_key")
)


def answer_row(session: Session, plan_id: str, key: str) -> AnswerRow | None:
    """The answer under this key, if anything was ever answered."""
    return session.scalar(_ROW, {"of_plan": plan_id, "of_key": key})


def stored_answer(connection: Connection, plan_id: str, key: str) -> StoredAnswer | None:
    """The same without its row; what a session still has to send to the database is not in it."""
    found = connection.execute(_STORED, {"of_plan": plan_id, "of_key": key}).first()
    return StoredAnswer(*found) if found is not None else None

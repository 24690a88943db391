"""The row of one answer."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from planbureau.model.rows import AnswerRow

_ROW = select(AnswerRow).where(
    AnswerRow.plan_id == bindparam("of_plan"), AnswerRow.key == bindparam("of_key")
)


def answer_row(session: Session, plan_id: str, key: str) -> AnswerRow | None:
    """The answer under this key, if anything was ever answered."""
    return session.scalar(_ROW, {"of_plan": plan_id, "of_key": key})

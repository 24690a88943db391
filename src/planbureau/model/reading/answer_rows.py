"""The row of one answer."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.model.rows import AnswerRow


def answer_row(session: Session, plan_id: str, key: str) -> AnswerRow | None:
    """The answer under this key, if anything was ever answered."""
    return session.scalar(select(AnswerRow).where(AnswerRow.plan_id == plan_id, AnswerRow.key == key))

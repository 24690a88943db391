"""Typed text on its way to a revision: kept within two seconds, found again at unlock."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, delete, select
from sqlalchemy.orm import Session

from planbureau.model.columns import Base
from planbureau.model.rows import DraftRow
from planbureau.views import DraftView

OF_NO_PLAN = ""
"""Stands for the plan in the drafts of forms about people."""


_DRAFTS = Base.metadata.tables[DraftRow.__tablename__]
_DROP = delete(_DRAFTS).where(_DRAFTS.c.plan_id == bindparam("of_plan"), _DRAFTS.c.key == bindparam("of_key"))


def put(session: Session, plan_id: str, key: str, text: str, at: datetime) -> None:
    """Keeps what was typed for this answer so far."""
    session.merge(DraftRow(plan_id=plan_id, key=key, text=text, at=at))


def drop(session: Session, plan_id: str, key: str) -> None:
    """Forgets a draft: it became a revision, or a person chose to leave it."""
    session.connection().execute(_DROP, {"of_plan": plan_id, "of_key": key})


def found(session: Session, plan_id: str = "") -> tuple[DraftView, ...]:
    """The drafts of one plan, or of all plans."""
    mine = DraftRow.plan_id == plan_id if plan_id else DraftRow.plan_id != OF_NO_PLAN
    return _views(session, mine)


def found_outside_plans(session: Session) -> tuple[DraftView, ...]:
    """The drafts that belong to no plan: those of forms."""
    return _views(session, DraftRow.plan_id == OF_NO_PLAN)


def _views(session: Session, wanted: ColumnElement[bool]) -> tuple[DraftView, ...]:
    rows = session.scalars(select(DraftRow).where(wanted).order_by(DraftRow.at))
    return tuple(DraftView(row.plan_id, row.key, row.text, row.at) for row in rows)

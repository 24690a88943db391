"""When something was last written in the file of a plan: from then on it is kept (rules A6, BWT)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from planbureau.clock import AMSTERDAM
from planbureau.model.reading.among import among
from planbureau.model.reading.plan_heads import PlanHead
from planbureau.model.rows import (
    AgreementRow,
    AnswerRow,
    ConsentRow,
    NoteRow,
    PlanRecord,
    PlanVersionRow,
    RiskRow,
)

_PARTS: tuple[Any, ...] = (AnswerRow, AgreementRow, RiskRow, ConsentRow, PlanVersionRow)


def last_changes(session: Session, plans: Sequence[PlanHead]) -> dict[str, date]:
    """For each of these plans the day in Amsterdam of its last change, with its reports and notes.

    Every new report begins the time of keeping anew (Jeugdwet 7.3.8 lid 3; BW 7:454 lid 3).
    """
    if not plans:
        return {}
    ids = [plan.id for plan in plans]
    found = {plan.id: plan.edited_on for plan in plans}
    for part in _PARTS:
        _later(found, _latest(session, part, part.plan_id, ids))
    _later(found, _latest(session, PlanRecord, PlanRecord.parent_id, ids))
    clients = {plan.client_id for plan in plans} - {""}
    noted = _latest(session, NoteRow, NoteRow.client_id, sorted(clients))
    _later(found, {plan.id: noted[plan.client_id] for plan in plans if plan.client_id in noted})
    return found


def _latest(session: Session, row: Any, owner: Any, ids: Sequence[str]) -> dict[str, date]:
    query = select(owner, func.max(row.edited_at)).where(among(owner, ids)).group_by(owner)
    rows: Iterable[tuple[str, datetime]] = ((row[0], row[1]) for row in session.execute(query))
    return {of: at.astimezone(AMSTERDAM).date() for of, at in rows}


def _later(found: dict[str, date], days: dict[str, date]) -> None:
    for plan_id, day in days.items():
        found[plan_id] = max(found[plan_id], day)

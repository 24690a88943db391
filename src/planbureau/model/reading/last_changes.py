"""When something was last written in the file of a plan: from then on it is kept (rules A6, BWT)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from planbureau.clock import AMSTERDAM
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
    found = {plan.id: plan.edited_on for plan in plans}
    written = [plan.id for plan in plans if plan.status != "closed"]  # nothing is written in a closed one
    if written:
        for question in _QUESTIONS:
            _later(found, _latest(session, question, written))
    clients = {plan.client_id for plan in plans} - {""}
    noted = _latest(session, _NOTES, clients) if clients else {}
    _later(found, {plan.id: noted[plan.client_id] for plan in plans if plan.client_id in noted})
    return found


def _question(row: Any, owner: Any) -> Any:
    """The last change for each owner; written once, because writing a question takes as long as asking it."""
    wanted = func.json_each(bindparam("wanted")).table_valued("value")
    asked = select(owner, func.max(row.edited_at)).where(owner.in_(select(wanted.c.value)))
    return asked.group_by(owner)


_QUESTIONS = (
    *(_question(part, part.plan_id) for part in _PARTS),
    _question(PlanRecord, PlanRecord.parent_id),
)
_NOTES = _question(NoteRow, NoteRow.client_id)


def _latest(session: Session, question: Any, ids: Iterable[str]) -> dict[str, date]:
    rows = session.execute(question, {"wanted": json.dumps(sorted(ids))})
    found: Iterable[tuple[str, datetime]] = ((row[0], row[1]) for row in rows)
    return {of: at.astimezone(AMSTERDAM).date() for of, at in found}


def _later(found: dict[str, date], days: dict[str, date]) -> None:
    for plan_id, day in days.items():
        found[plan_id] = max(found[plan_id], day)

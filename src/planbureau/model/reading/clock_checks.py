"""What the vault knows of clocks: when somebody called one right, and what closed a term too early."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.model.reading.facts import EVALUATION, NEXT_EVALUATION
from planbureau.model.rows import ClockCheckRow, DoneRow, PlanVersionRow
from planbureau.rules.deadlines import RULES

ADOPTED = "vastgesteld"


def clock_checks(session: Session) -> list[ClockCheckRow]:
    """Each time that somebody called the clock right, the last one first."""
    query = select(ClockCheckRow).where(ClockCheckRow.removed.is_(False))
    return list(session.scalars(query.order_by(ClockCheckRow.made_at.desc())))


def closed_ahead(session: Session, today: date) -> Iterator[tuple[str, str, date]]:
    """Plan, what, and day of all that closed a term on a day after `today`; the first day first."""
    done = select(DoneRow.plan_id, DoneRow.rule_id, DoneRow.on).where(
        DoneRow.removed.is_(False),
        DoneRow.on > today,
        DoneRow.rule_id != NEXT_EVALUATION,
        DoneRow.plan_id != "",
    )
    adopted = select(PlanVersionRow.plan_id, PlanVersionRow.adopted_on).where(
        PlanVersionRow.adopted_on > today
    )
    found = [(plan_id, _words(rule_id), on) for plan_id, rule_id, on in session.execute(done)]
    found += [(plan_id, ADOPTED, on) for plan_id, on in session.execute(adopted)]
    yield from sorted(found, key=lambda one: (one[2], one[0], one[1]))


def _words(rule_id: str) -> str:
    if rule_id == EVALUATION:
        return "evaluatie"
    rule = RULES.get(rule_id)
    return f"‘{rule.title}’ gedaan" if rule is not None else "gedaan"

"""When something of a plan was last kept, and which plans were written in last.

The row of a plan tells only when the plan itself changed, and not that of an answer, a goal or an agreement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, func, select, text, union_all
from sqlalchemy.orm import Session

from planbureau.model.columns import Base
from planbureau.model.reading.among import among
from planbureau.model.rows import (
    ActionRow,
    AgreementRow,
    AnswerRow,
    ConsentRow,
    GoalRow,
    PlanGoalRow,
    PlanRecord,
    RevisionRow,
    RiskRow,
)

_LAST_FEW = 300
"""So many revisions are looked back: what somebody wrote in some hours of unbroken work."""

_PARTS = (AnswerRow, AgreementRow, RiskRow, ConsentRow, PlanGoalRow)
_LINKS = Base.metadata.tables[PlanGoalRow.__tablename__].c
_GOALS = select(_LINKS.goal_id).where(_LINKS.plan_id == bindparam("of_plan")).scalar_subquery()


def _latest(row: type[Base], owner: str, *, of_goals: bool = False) -> Select[Any]:
    table = Base.metadata.tables[row.__tablename__].c
    mine = table[owner].in_(_GOALS) if of_goals else table[owner] == bindparam("of_plan")
    return select(func.max(table.edited_at).label("at")).where(mine)


_EACH = union_all(
    _latest(PlanRecord, "id"),
    _latest(PlanRecord, "parent_id"),
    *(_latest(part, "plan_id") for part in _PARTS),
    _latest(GoalRow, "id", of_goals=True),
    _latest(ActionRow, "goal_id", of_goals=True),
).subquery()
_KEPT = select(func.max(_EACH.c.at))


def kept_at(session: Session, plan_id: str) -> datetime | None:
    """The moment of the last write in a plan, its answers, goals, actions, agreements, risks, annexes."""
    found: datetime | None = session.connection().execute(_KEPT, {"of_plan": plan_id}).scalar()
    return found


def written_last(session: Session, limit: int) -> list[PlanRecord]:
    """The plans that somebody wrote in last, that of an annex for its annex; at most `limit`."""
    query = select(RevisionRow.kind, RevisionRow.record_id).order_by(text("rowid DESC")).limit(_LAST_FEW)
    last = list(dict.fromkeys((kind, record) for kind, record in session.execute(query)))
    records = defaultdict(list)
    for kind, record in last:
        records[kind].append(record)
    plan_of = dict(_plans_of(session, records))
    wanted = list(dict.fromkeys(plan for one in last for plan in plan_of.get(one, ())))
    written = _rows(session, wanted)
    parents = [row.parent_id or row.id for plan in wanted if (row := written.get(plan)) is not None]
    found = written | _rows(session, [plan for plan in parents if plan not in written])
    return [found[plan] for plan in dict.fromkeys(parents) if plan in found][:limit]


def _rows(session: Session, plan_ids: list[str]) -> dict[str, PlanRecord]:
    if not plan_ids:
        return {}
    query = select(PlanRecord).where(PlanRecord.removed.is_(False), among(PlanRecord.id, plan_ids))
    return {row.id: row for row in session.scalars(query)}


def _plans_of(
    session: Session, records: dict[str, list[str]]
) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    for plan in records[PlanRecord.kind]:
        yield (PlanRecord.kind, plan), (plan,)
    for part in _PARTS:
        query = select(part.id, part.plan_id).where(among(part.id, records[part.kind]))
        for record, plan in session.execute(query) if records[part.kind] else ():
            yield (part.kind, record), (plan,)
    for row, column in ((GoalRow, GoalRow.id), (ActionRow, ActionRow.goal_id)):
        wanted = records[row.kind]
        linked = select(row.id, PlanGoalRow.plan_id).join(PlanGoalRow, PlanGoalRow.goal_id == column)
        plans = defaultdict(list)
        for record, plan in session.execute(linked.where(among(row.id, wanted))) if wanted else ():
            plans[record].append(plan)
        for record, several in plans.items():
            yield (row.kind, record), tuple(several)

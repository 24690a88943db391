"""When something of a plan was last kept, and which plans were written in last.

The row of a plan tells only when the plan itself changed, and not that of an answer, a goal or an agreement.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import datetime

from sqlalchemy import column, select, text
from sqlalchemy.orm import Session

from planbureau.model.columns import Moment
from planbureau.model.reading.among import among
from planbureau.model.rows import PlanRecord, RevisionRow

_LAST_FEW = 300
"""So many revisions are looked back: what somebody wrote in some hours of unbroken work."""

_KEPT = text("""
    SELECT max(at) AS at FROM (
        SELECT max(edited_at) AS at FROM plan WHERE id = :plan OR parent_id = :plan
        UNION ALL SELECT max(edited_at) FROM answer WHERE plan_id = :plan
        UNION ALL SELECT max(edited_at) FROM agreement WHERE plan_id = :plan
        UNION ALL SELECT max(edited_at) FROM risk WHERE plan_id = :plan
        UNION ALL SELECT max(edited_at) FROM consent WHERE plan_id = :plan
        UNION ALL SELECT max(edited_at) FROM plan_goal WHERE plan_id = :plan
        UNION ALL SELECT max(edited_at) FROM goal
            WHERE id IN (SELECT goal_id FROM plan_goal WHERE plan_id = :plan)
        UNION ALL SELECT max(edited_at) FROM action
            WHERE goal_id IN (SELECT goal_id FROM plan_goal WHERE plan_id = :plan)
    )
""").columns(column("at", Moment))

_PLANS_OF = text("""
    WITH record AS MATERIALIZED (SELECT value AS id FROM json_each(:records))
    SELECT id, id FROM plan WHERE id IN record
    UNION ALL SELECT id, plan_id FROM answer WHERE id IN record
    UNION ALL SELECT id, plan_id FROM agreement WHERE id IN record
    UNION ALL SELECT id, plan_id FROM risk WHERE id IN record
    UNION ALL SELECT id, plan_id FROM consent WHERE id IN record
    UNION ALL SELECT id, plan_id FROM plan_goal WHERE id IN record
    UNION ALL SELECT goal_id, plan_id FROM plan_goal WHERE goal_id IN record
    UNION ALL SELECT action.id, plan_goal.plan_id FROM action JOIN plan_goal USING (goal_id)
        WHERE action.id IN record
""")


def kept_at(session: Session, plan_id: str) -> datetime | None:
    """The moment of the last write in a plan, its answers, goals, actions, agreements, risks, annexes."""
    found: datetime | None = session.connection().execute(_KEPT, {"plan": plan_id}).scalar()
    return found


def written_last(session: Session, limit: int) -> list[PlanRecord]:
    """The plans that somebody wrote in last, that of an annex for its annex; at most `limit`."""
    query = select(RevisionRow.record_id).order_by(text("rowid DESC")).limit(_LAST_FEW)
    records = list(dict.fromkeys(session.scalars(query)))
    plans_of = defaultdict(list)
    for record, plan in session.connection().execute(_PLANS_OF, {"records": json.dumps(records)}):
        plans_of[record].append(plan)
    wanted = list(dict.fromkeys(plan for record in records for plan in plans_of[record]))
    written = _rows(session, wanted)
    parents = [row.parent_id or row.id for plan in wanted if (row := written.get(plan)) is not None]
    found = written | _rows(session, [plan for plan in parents if plan not in written])
    return [found[plan] for plan in dict.fromkeys(parents) if plan in found][:limit]


def _rows(session: Session, plan_ids: list[str]) -> dict[str, PlanRecord]:
    if not plan_ids:
        return {}
    query = select(PlanRecord).where(PlanRecord.removed.is_(False), among(PlanRecord.id, plan_ids))
    return {row.id: row for row in session.scalars(query)}

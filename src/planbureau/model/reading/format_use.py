"""How many plans were made with each plan type."""

from __future__ import annotations

from sqlalchemy import func, select

from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession


def plans_by_format(session: ReadSession, *, gone_too: bool = False) -> dict[tuple[str, int], int]:
    """The number of plans by id and version of their plan type; with `gone_too` also those taken away."""
    query = select(PlanRecord.format_id, PlanRecord.format_version, func.count())
    if not gone_too:
        query = query.where(PlanRecord.removed.is_(False))
    rows = session.execute(query.group_by(PlanRecord.format_id, PlanRecord.format_version))
    return {(format_id, version): count for format_id, version, count in rows}

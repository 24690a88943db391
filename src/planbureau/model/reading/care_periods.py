"""When the care of a client ended before it began again: that stands in the history only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from planbureau.model.reading.among import among
from planbureau.model.rows import RevisionRow

_ENDED = func.json_extract(RevisionRow.changes, "$.care_ended_on")


def earlier_ends(session: Session, client_ids: Iterable[str]) -> dict[str, tuple[date, ...]]:
    """For each of these clients every day that was ever written as the end of the care."""
    wanted = list(client_ids)
    if not wanted:
        return {}
    query = select(RevisionRow.record_id, _ENDED).where(
        among(RevisionRow.record_id, wanted), _ENDED.is_not(None)
    )
    found: dict[str, set[date]] = defaultdict(set)
    for client_id, day in session.execute(query):
        found[client_id].add(date.fromisoformat(day))
    return {client_id: tuple(sorted(days)) for client_id, days in found.items()}

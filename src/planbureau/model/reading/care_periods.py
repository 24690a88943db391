"""When the care of a client ended before it began again: that stands in the history only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from planbureau.clock import AMSTERDAM
from planbureau.model.reading.among import among
from planbureau.model.rows import ClientRecord, PlanRecord, RevisionRow
from planbureau.rules.deadlines.facts import STARTS_OF_CARE

_IN_ORDER = (RevisionRow.at, text("rowid"))


@dataclass(frozen=True)
class CareEnd:
    """A day that stood as the end of the care until it was taken away, or that still stands.

    `at_once`: it was taken away on the day on which it was written, so it may have been a mistake.
    """

    day: date
    written: datetime
    at_once: bool


def earlier_ends(session: Session, client_ids: Iterable[str]) -> dict[str, tuple[CareEnd, ...]]:
    """For each of these clients every end of the care; a day that was put right is none."""
    wanted = list(client_ids)
    if not wanted:
        return {}
    day = func.json_extract(RevisionRow.changes, "$.care_ended_on")
    told = func.json_type(RevisionRow.changes, "$.care_ended_on").is_not(None)  # also that there is none
    query = (
        select(RevisionRow.record_id, day, RevisionRow.at)
        .where(among(RevisionRow.record_id, wanted), told)
        .order_by(*_IN_ORDER)
    )
    written: dict[str, list[tuple[str | None, datetime]]] = defaultdict(list)
    for client_id, ended, at in session.execute(query):
        if not written[client_id] or written[client_id][-1][0] != ended:
            written[client_id].append((ended, at))
    return {client_id: ends for client_id, days in written.items() if (ends := tuple(_that_stood(days)))}


def _that_stood(days: list[tuple[str | None, datetime]]) -> Iterable[CareEnd]:
    last, written = days[-1]
    if last is not None:
        yield CareEnd(date.fromisoformat(last), written, at_once=False)
    for (ended, at), (then, later) in pairwise(days):
        if ended is not None and then is None:
            at_once = at.astimezone(AMSTERDAM).date() == later.astimezone(AMSTERDAM).date()
            yield CareEnd(date.fromisoformat(ended), at, at_once)


def last_end_before(session: Session, plan_id: str, began: date, ends: Iterable[CareEnd]) -> date | None:
    """The last of these ends before the care of this plan began; None when the client did not come back.

    One that was taken away at once counts only when the first day of the care was written after it.
    """
    found = sorted((one for one in ends if one.day < began), key=lambda one: one.day, reverse=True)
    for one in found:
        if not one.at_once or _written(session, plan_id, began) >= one.written:
            return one.day
    return None


def earlier_care_ended(session: Session, plan: PlanRecord) -> date | None:
    """When the earlier care of the client of this plan ended; None as long as nothing began anew."""
    began = max((day for name in STARTS_OF_CARE if (day := plan.triggers.get(name))), default="")
    client = session.get(ClientRecord, plan.client_id) if plan.client_id and began else None
    if client is None or client.care_ended_on is not None:
        return None
    ends = earlier_ends(session, [client.id]).get(client.id, ())
    return last_end_before(session, plan.id, date.fromisoformat(began), ends)


def _written(session: Session, plan_id: str, began: date) -> datetime:
    """When the present first day of the care was written in this plan."""
    triggers: Any = func.json_extract(RevisionRow.changes, "$.triggers")
    query = (
        select(RevisionRow.changes, RevisionRow.at)
        .where(RevisionRow.record_id == plan_id, triggers.is_not(None))
        .order_by(*_IN_ORDER)
    )
    first: datetime | None = None
    last: datetime | None = None
    for changes, at in session.execute(query):
        last = at
        days = {changes["triggers"].get(name) for name in STARTS_OF_CARE}
        first = (first or at) if began.isoformat() in days else None
    found = first or last
    assert found is not None, "a plan of which the care began has that written somewhere"
    return found

"""What lists and terms need of a plan: a few columns, so that ten thousand are read in a moment."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, String, func, select, type_coerce
from sqlalchemy.orm import Session

from planbureau.clock import AMSTERDAM
from planbureau.model.reading.among import among
from planbureau.model.rows import PlanRecord
from planbureau.rules.regime import Regime


class PlanHead(NamedTuple):
    """One plan without its answers. Days are those in Amsterdam."""

    id: str
    format_id: str
    format_version: int
    title: str
    client_id: str
    household_id: str
    status: str
    regimes: frozenset[Regime]
    flags: frozenset[str]
    triggers: Mapping[str, date]
    moments: Mapping[str, datetime]
    made_on: date
    edited_on: date
    coordinator_id: str
    closed_on: date | None = None


_PLAIN = (
    PlanRecord.id,
    PlanRecord.format_id,
    PlanRecord.format_version,
    PlanRecord.title,
    PlanRecord.client_id,
    PlanRecord.household_id,
    PlanRecord.status,
    PlanRecord.coordinator_id,
    PlanRecord.closed_on,
)
_TEXTS = tuple(
    type_coerce(column, String)
    for column in (
        PlanRecord.regimes,
        PlanRecord.flags,
        PlanRecord.triggers,
        PlanRecord.moments,
        PlanRecord.made_at,
        PlanRecord.edited_at,
    )
)
"""Read as they are kept: turning each into its type costs more than all the rest of a head."""
_HOUR = len("2026-03-16 09")
NO_ANNEX = func.coalesce(PlanRecord.parent_id, "") == ""
"""Holds for plans that are no annex. Wrapped, so that SQLite does not begin with the index of `parent_id`,
where nearly every plan stands at the empty id."""
COUNTS = ("active", "concept_beside_active")
"""The statuses of a plan of which a version counts now."""


def head_of(row: PlanRecord) -> PlanHead:
    """The head of a plan that was read already."""
    return PlanHead(
        row.id,
        row.format_id,
        row.format_version,
        row.title,
        row.client_id,
        row.household_id,
        row.status,
        _regimes(tuple(row.regimes)),
        frozenset(row.flags),
        _days(row.triggers),
        _moments(row.moments),
        _day(row.made_at),
        _day(row.edited_at),
        row.coordinator_id,
        row.closed_on,
    )


def heads(session: Session, *conditions: ColumnElement[bool]) -> list[PlanHead]:
    """The plans for which all of this holds; removed ones never, and annexes neither: they have no terms."""
    query = select(*_PLAIN, *_TEXTS)
    rows = session.execute(query.where(PlanRecord.removed.is_(False), NO_ANNEX, *conditions))
    return [_head(row) for row in rows]


def _head(row: Any) -> PlanHead:
    *plain, coordinator, closed_on, regimes, flags, triggers, moments, made, edited = row
    days = _days(json.loads(triggers))
    times = _moments(json.loads(moments)) if moments != "{}" else {}
    between = (_day_in(made[:_HOUR]), _day_in(edited[:_HOUR]), coordinator, closed_on)
    return PlanHead._make((*plain, _regimes_in(regimes), _words_in(flags), days, times, *between))


def heads_named(session: Session, plan_ids: Iterable[str]) -> list[PlanHead]:
    """The plans with these ids."""
    return heads(session, among(PlanRecord.id, plan_ids))


def _days(triggers: Mapping[str, str]) -> dict[str, date]:
    return {name: date.fromisoformat(day) for name, day in triggers.items()}


def _moments(moments: Mapping[str, str]) -> dict[str, datetime]:
    return {name: datetime.fromisoformat(moment) for name, moment in moments.items()}


def _day(moment: datetime) -> date:
    return moment.astimezone(AMSTERDAM).date()


@lru_cache(maxsize=4096)
def _day_in(hour: str) -> date:
    """The day in Amsterdam of a moment in this hour of UTC: no change of the clock falls inside one."""
    return _day(datetime.fromisoformat(f"{hour}:00").replace(tzinfo=UTC))


@lru_cache(maxsize=1024)
def _words_in(text: str) -> frozenset[str]:
    return frozenset(json.loads(text))


@lru_cache(maxsize=1024)
def _regimes_in(text: str) -> frozenset[Regime]:
    return _regimes(tuple(json.loads(text)))


def _regimes(names: Iterable[Any]) -> frozenset[Regime]:
    return frozenset(Regime(name) for name in names)

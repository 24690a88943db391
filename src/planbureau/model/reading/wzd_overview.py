"""What the overview for the inspectorate is made of, read for all plans in a few queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.formats.answers import JsonValue
from planbureau.model.reading.among import among
from planbureau.model.rows import AnswerRow, PlanRecord


def finished_annexes(session: Session, kinds: Collection[str]) -> list[PlanRecord]:
    """The finished annexes of these kinds, of every plan, the first begun first."""
    query = select(PlanRecord).where(
        among(PlanRecord.format_id, kinds), PlanRecord.version > 0, PlanRecord.removed.is_(False)
    )
    return list(session.scalars(query.order_by(PlanRecord.made_at, PlanRecord.id)))


def answers_of(session: Session, plan_ids: Collection[str]) -> Mapping[str, Mapping[str, JsonValue]]:
    """The answers of each of these annexes, by the id of the annex and of the question."""
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    query = select(AnswerRow.plan_id, AnswerRow.key, AnswerRow.value)
    for plan_id, key, value in session.execute(
        query.where(among(AnswerRow.plan_id, plan_ids), AnswerRow.removed.is_(False))
    ):
        found[plan_id][key] = value.get("v")
    return found

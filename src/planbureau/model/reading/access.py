"""Who may see which protected plan, and what was noted of that."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.formats.model import Access
from planbureau.model.reading.plan_heads import NO_ANNEX
from planbureau.model.rows import (
    PlanAccessRow,
    PlanCodeRow,
    PlanOpeningRow,
    PlanRecord,
    PlanShareRow,
    RevisionRow,
)

TEAM = "team"


def plans_of(session: Session, formats: Collection[str]) -> dict[str, str]:
    """The plans of these types, each with its type."""
    if not formats:
        return {}
    query = select(PlanRecord.id, PlanRecord.format_id).where(PlanRecord.format_id.in_(formats))
    return {str(row[0]): str(row[1]) for row in session.execute(query)}


def types_of(session: Session, plan_ids: Collection[str]) -> dict[str, str]:
    """The type of each of these plans."""
    query = select(PlanRecord.id, PlanRecord.format_id).where(PlanRecord.id.in_(plan_ids))
    return {str(row[0]): str(row[1]) for row in session.execute(query)}


def guarded_without_type(session: Session, known: Collection[str]) -> dict[str, Access]:
    """Plans of a type that is not there, and that are known to be kept: by a list, an opening or a code."""
    query = select(PlanRecord.id).where(PlanRecord.format_id.not_in(known), NO_ANNEX)
    plans = list(session.scalars(query))
    found: dict[str, Access] = {}
    for row, kind in (
        (PlanOpeningRow, Access.LISTED),
        (PlanAccessRow, Access.LISTED),
        (PlanCodeRow, Access.OWNER),  # last: an own plan notes its openings too
    ):
        kept = session.scalars(select(row.plan_id).where(row.plan_id.in_(plans)))
        found |= dict.fromkeys(kept, kind)
    return found


def annexes_of(session: Session, plan_ids: Collection[str]) -> set[str]:
    """The annexes of these plans."""
    if not plan_ids:
        return set()
    return set(session.scalars(select(PlanRecord.id).where(PlanRecord.parent_id.in_(plan_ids))))


def listed(session: Session, plan_id: str) -> list[PlanAccessRow]:
    """Everybody who is or was on the list of a plan, the first one first."""
    query = select(PlanAccessRow).where(PlanAccessRow.plan_id == plan_id)
    return list(session.scalars(query.order_by(PlanAccessRow.made_at, PlanAccessRow.id)))


def may_open(session: Session, plan_ids: Iterable[str], person_id: str) -> set[str]:
    """Which of these plans have this person on the list; without any list that is who made the plan."""
    wanted = list(plan_ids)
    query = select(PlanAccessRow.plan_id, PlanAccessRow.person_id).where(
        PlanAccessRow.plan_id.in_(wanted), PlanAccessRow.removed.is_(False)
    )
    on_list: dict[str, set[str]] = {}
    for plan_id, who in session.execute(query):
        on_list.setdefault(plan_id, set()).add(who)
    return {
        plan_id for plan_id in wanted if person_id in (on_list.get(plan_id) or {maker_of(session, plan_id)})
    }


def maker_of(session: Session, plan_id: str) -> str:
    """Who wrote the first revision of a plan in this vault."""
    query = select(RevisionRow.author).where(RevisionRow.record_id == plan_id)
    return session.scalar(query.order_by(RevisionRow.at, RevisionRow.seq).limit(1)) or ""


def openings(session: Session, plan_id: str) -> list[PlanOpeningRow]:
    """What was noted, the last one first."""
    query = select(PlanOpeningRow).where(PlanOpeningRow.plan_id == plan_id)
    return list(session.scalars(query.order_by(PlanOpeningRow.made_at.desc(), PlanOpeningRow.id)))


def shares(session: Session, plan_ids: Collection[str]) -> dict[str, list[PlanShareRow]]:
    """What the client shares of these plans."""
    found: dict[str, list[PlanShareRow]] = {plan_id: [] for plan_id in plan_ids}
    query = select(PlanShareRow).where(PlanShareRow.plan_id.in_(plan_ids), PlanShareRow.removed.is_(False))
    for row in session.scalars(query):
        found[row.plan_id].append(row)
    return found


def code(session: Session, plan_id: str) -> PlanCodeRow | None:
    """The code of an own plan; None as long as the client chose none."""
    query = select(PlanCodeRow).where(PlanCodeRow.plan_id == plan_id, PlanCodeRow.removed.is_(False))
    return session.scalar(query.order_by(PlanCodeRow.made_at).limit(1))


def shared_sections(rows: Iterable[PlanShareRow], person_id: str) -> set[str]:
    """The sections that this person may read."""
    return {row.section_id for row in rows if row.with_whom and row.with_whom in (TEAM, person_id)}

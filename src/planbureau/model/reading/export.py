"""Records as plain fields, for a file that travels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.model.columns import RECORD_COLUMNS, Record
from planbureau.model.reading import people as people_reading
from planbureau.model.rows import (
    KINDS,
    ActionRow,
    AgreementRow,
    AnswerRow,
    AppointmentRow,
    BlobRow,
    ClientRecord,
    ConsentRow,
    CustodyRow,
    DeviationRow,
    DoneRow,
    GoalRow,
    HouseholdRow,
    LookRow,
    MeasureRow,
    MemberRow,
    NotApplicableRow,
    NoteRow,
    PauseRow,
    PersonRow,
    PlanGoalRow,
    PlanRecord,
    PlanVersionRow,
    RelationRow,
    RequestRow,
    RestrictionRow,
    RiskRow,
    ScaleRow,
    TaskRow,
)

PLAN_PARTS: tuple[Any, ...] = (
    AnswerRow, PlanGoalRow, AgreementRow, RiskRow, ConsentRow, PlanVersionRow, DeviationRow, DoneRow,
    TaskRow, PauseRow, NotApplicableRow,
)  # fmt: skip

GOAL_PARTS: tuple[Any, ...] = (ActionRow, ScaleRow, LookRow)


def as_fields(row: Record) -> dict[str, Any]:
    """One record with its id and every field as JSON."""
    fields: dict[str, Any] = {"id": row.id}
    for column in row.__table__.columns:
        if column.name not in RECORD_COLUMNS and column.name != "removed":
            value = getattr(row, column.name)
            fields[column.name] = value.isoformat() if isinstance(value, date) else value
    return fields


def _where(session: Session, kind: Any, column: Any, ids: Sequence[str]) -> list[Any]:
    return list(session.scalars(select(kind).where(column.in_(ids), kind.removed.is_(False))))


def plan_records(session: Session, plan_ids: Sequence[str]) -> list[Record]:
    """The plans with their annexes, and everything that belongs to them."""
    annexes: list[PlanRecord] = _where(session, PlanRecord, PlanRecord.parent_id, plan_ids)
    plan_ids = [*plan_ids, *(annex.id for annex in annexes)]
    found: list[Record] = _where(session, PlanRecord, PlanRecord.id, plan_ids)
    for part in PLAN_PARTS:
        found += _where(session, part, part.plan_id, plan_ids)
    goal_ids = [row.goal_id for row in found if isinstance(row, PlanGoalRow)]
    found += _where(session, GoalRow, GoalRow.id, goal_ids)
    for of_goal in GOAL_PARTS:
        found += _where(session, of_goal, of_goal.goal_id, goal_ids)
    return found


def subject_records(session: Session, subjects: Sequence[str]) -> list[Record]:
    """Clients and households with the people around them."""
    found: list[Record] = _where(session, ClientRecord, ClientRecord.id, subjects)
    found += _where(session, HouseholdRow, HouseholdRow.id, subjects)
    found += _where(session, MemberRow, MemberRow.household_id, subjects)
    found += _where(session, RelationRow, RelationRow.subject_id, subjects)
    found += _where(session, CustodyRow, CustodyRow.client_id, subjects)
    found += _where(session, MeasureRow, MeasureRow.client_id, subjects)
    found += _where(session, RequestRow, RequestRow.client_id, subjects)
    return found


def note_records(session: Session, subjects: Sequence[str]) -> list[Record]:
    """The progress notes about these clients and households."""
    found: list[Record] = _where(session, NoteRow, NoteRow.client_id, subjects)
    found += _where(session, NoteRow, NoteRow.household_id, subjects)
    return found


def appointment_records(session: Session, subjects: Sequence[str], plans: Sequence[str]) -> list[Record]:
    """The appointments with these clients and households; one about a plan only when that plan goes along."""
    found: list[AppointmentRow] = _where(session, AppointmentRow, AppointmentRow.client_id, subjects)
    found += _where(session, AppointmentRow, AppointmentRow.household_id, subjects)
    return [row for row in found if not row.plan_id or row.plan_id in plans]


def person_records(session: Session, records: Iterable[Record]) -> list[Record]:
    """Everyone whom these records name."""
    named: set[str] = set()
    for record in records:
        _collect(as_fields(record), named)
    return _where(session, PersonRow, PersonRow.id, sorted(named))


def _collect(value: Any, named: set[str]) -> None:
    if isinstance(value, str) and len(value) == 36:
        named.add(value)
    elif isinstance(value, dict):
        for part in value.values():
            _collect(part, named)
    elif isinstance(value, list):
        for part in value:
            _collect(part, named)


def restriction_records(session: Session, records: Iterable[Record]) -> list[Record]:
    """The marks "niet voor ..." on these records and their parts."""
    targets = {record.id for record in records}
    for record in records:
        if isinstance(record, PersonRow):
            targets.update(part["id"] for part in (*record.addresses, *record.contacts))
    ids = [view.id for view in people_reading.restrictions(session, targets)]
    return _where(session, RestrictionRow, RestrictionRow.id, ids)


def blobs_named(session: Session, records: Iterable[Record]) -> list[BlobRow]:
    """The files whose SHA-256 stands somewhere in these records."""
    known = set(session.scalars(select(BlobRow.sha256)))
    text = str([as_fields(record) for record in records])
    wanted = [digest for digest in known if digest in text]
    return list(session.scalars(select(BlobRow).where(BlobRow.sha256.in_(wanted))))


def exists(session: Session, kind: str, record_id: str) -> bool:
    """Whether a record with this id is in the vault, removed or not."""
    return kind in KINDS and session.get(KINDS[kind], record_id) is not None

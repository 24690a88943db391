"""The records, one module per subject. `KINDS` is every kind of record that the revision chain knows."""

from __future__ import annotations

from planbureau.model.columns import Base, Record
from planbureau.model.rows.access import (
    CodeTryRow,
    PlanAccessRow,
    PlanCodeRow,
    PlanOpeningRow,
    PlanShareRow,
)
from planbureau.model.rows.agreements import AgreementRow, RiskRow
from planbureau.model.rows.appointments import AppointmentRow
from planbureau.model.rows.clock import ClockCheckRow
from planbureau.model.rows.goals import ActionRow, GoalRow, PlanGoalRow
from planbureau.model.rows.local import BlobRow, DeadlineIndexRow, DraftRow, LocalRow, RevisionRow, SearchRow
from planbureau.model.rows.looks import LookRow, ScaleRow
from planbureau.model.rows.notes import NoteReadRow, NoteRow
from planbureau.model.rows.organisation import OrganisationRow, ReadyGoalRow
from planbureau.model.rows.people import (
    ClientRecord,
    CustodyRow,
    HouseholdRow,
    MeasureRow,
    MemberRow,
    PersonRow,
    RelationRow,
    RequestRow,
    RestrictionRow,
)
from planbureau.model.rows.plans import (
    AnswerRow,
    ConsentRow,
    DeviationRow,
    DoneRow,
    NotApplicableRow,
    PauseRow,
    PlanRecord,
    PlanVersionRow,
)
from planbureau.model.rows.scratch import ScratchLineRow, ScratchPadRow
from planbureau.model.rows.sent import SentRow
from planbureau.model.rows.tasks import TaskRow

RECORDS: tuple[type[Record], ...] = (
    OrganisationRow,
    ReadyGoalRow,
    PersonRow,
    ClientRecord,
    HouseholdRow,
    MemberRow,
    RelationRow,
    CustodyRow,
    MeasureRow,
    RequestRow,
    RestrictionRow,
    PlanRecord,
    AnswerRow,
    GoalRow,
    PlanGoalRow,
    ActionRow,
    ScaleRow,
    LookRow,
    AgreementRow,
    RiskRow,
    ConsentRow,
    PlanVersionRow,
    DeviationRow,
    DoneRow,
    PauseRow,
    NotApplicableRow,
    NoteRow,
    AppointmentRow,
    TaskRow,
    SentRow,
    PlanAccessRow,
    PlanOpeningRow,
    PlanShareRow,
    PlanCodeRow,
    ClockCheckRow,
)
KINDS: dict[str, type[Record]] = {row.kind: row for row in RECORDS}

__all__ = [
    "KINDS",
    "RECORDS",
    "ActionRow",
    "AgreementRow",
    "AnswerRow",
    "AppointmentRow",
    "Base",
    "BlobRow",
    "ClientRecord",
    "ClockCheckRow",
    "CodeTryRow",
    "ConsentRow",
    "CustodyRow",
    "DeadlineIndexRow",
    "DeviationRow",
    "DoneRow",
    "DraftRow",
    "GoalRow",
    "HouseholdRow",
    "LocalRow",
    "LookRow",
    "MeasureRow",
    "MemberRow",
    "NotApplicableRow",
    "NoteReadRow",
    "NoteRow",
    "OrganisationRow",
    "PauseRow",
    "PersonRow",
    "PlanAccessRow",
    "PlanCodeRow",
    "PlanGoalRow",
    "PlanOpeningRow",
    "PlanRecord",
    "PlanShareRow",
    "PlanVersionRow",
    "ReadyGoalRow",
    "RelationRow",
    "RequestRow",
    "RestrictionRow",
    "RevisionRow",
    "RiskRow",
    "ScaleRow",
    "ScratchLineRow",
    "ScratchPadRow",
    "SearchRow",
    "SentRow",
    "TaskRow",
]

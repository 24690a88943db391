"""What a screen or a document may see of a record: frozen, with ids, never a database row.

`heads` are the revisions that a view was read with; a form gives them back when it saves, so that
a form that was open too long becomes a visible difference and not an overwrite.
"""

from __future__ import annotations

from planbureau.views.access import AccessLine, OpeningLine, OwnPlanView, PlanAccessView, ShareLine
from planbureau.views.appointments import AppointmentView
from planbureau.views.clock import AheadView, ClockCheckView
from planbureau.views.file_check import GapRow, GoalLabel, GoalThread, ThreadEntry, ThreadPart
from planbureau.views.goals import (
    ActionView,
    AgreementView,
    EvaluatedGoal,
    GoalView,
    RiskView,
)
from planbureau.views.guide import (
    AnswerOfferView,
    FileAnswer,
    FileDate,
    GuideKnowledge,
    StartPlan,
)
from planbureau.views.lists import (
    AnnexRow,
    ClientRow,
    DeadlineRow,
    DueAction,
    HouseholdLine,
    NextDeadline,
    PlanRow,
    SearchHit,
    WaitingConsent,
)
from planbureau.views.looks import LookView, ScaleView
from planbureau.views.notes import NoteScore, NoteTopic, NoteView, TopicView
from planbureau.views.own_goals import EarlierWording, GoalWording, LibraryGoal
from planbureau.views.people import (
    Address,
    ClientView,
    ContactPoint,
    CustodyView,
    FieldConflict,
    HouseholdView,
    MeasureView,
    MemberView,
    OrganisationView,
    PersonView,
    RelationView,
    RequestView,
    RestrictionView,
    answer_targets,
)
from planbureau.views.plans import (
    AnnexOf,
    AnswerView,
    AttachmentView,
    ConsentView,
    DraftView,
    FormDraftView,
    FormKey,
    LostPlanView,
    PlanView,
    VersionRow,
)
from planbureau.views.scratch import ScratchLineView, ScratchPadView
from planbureau.views.tasks import TaskView
from planbureau.views.terms import CorrectionView, PauseView, TermRecordView

__all__ = [
    "AccessLine",
    "ActionView",
    "Address",
    "AgreementView",
    "AheadView",
    "AnnexOf",
    "AnnexRow",
    "AnswerOfferView",
    "AnswerView",
    "AppointmentView",
    "AttachmentView",
    "ClientRow",
    "ClientView",
    "ClockCheckView",
    "ConsentView",
    "ContactPoint",
    "CorrectionView",
    "CustodyView",
    "DeadlineRow",
    "DraftView",
    "DueAction",
    "EarlierWording",
    "EvaluatedGoal",
    "FieldConflict",
    "FileAnswer",
    "FileDate",
    "FormDraftView",
    "FormKey",
    "GapRow",
    "GoalLabel",
    "GoalThread",
    "GoalView",
    "GoalWording",
    "GuideKnowledge",
    "HouseholdLine",
    "HouseholdView",
    "LibraryGoal",
    "LookView",
    "LostPlanView",
    "MeasureView",
    "MemberView",
    "NextDeadline",
    "NoteScore",
    "NoteTopic",
    "NoteView",
    "OpeningLine",
    "OrganisationView",
    "OwnPlanView",
    "PauseView",
    "PersonView",
    "PlanAccessView",
    "PlanRow",
    "PlanView",
    "RelationView",
    "RequestView",
    "RestrictionView",
    "RiskView",
    "ScaleView",
    "ScratchLineView",
    "ScratchPadView",
    "SearchHit",
    "ShareLine",
    "StartPlan",
    "TaskView",
    "TermRecordView",
    "ThreadEntry",
    "ThreadPart",
    "TopicView",
    "VersionRow",
    "WaitingConsent",
    "answer_targets",
]

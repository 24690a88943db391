"""What the services offer to a screen or a command line: protocols and requests, nothing heavy.

The protocols name views only for the type checker: the first window imports this room, and nothing behind it.

A verb that writes returns `Changes`; whoever subscribed to the workspace hears of them too.
Saving takes the view that a form was opened with (`before`) and what it holds now (`after`): only the
difference is written, on top of the revisions that `before` was read with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planbureau.services.api.appointments import AppointmentService
from planbureau.services.api.clock import ClockService
from planbureau.services.api.file_check import FileCheckService
from planbureau.services.api.formats import FormatService
from planbureau.services.api.guide import GuideService, OfferService
from planbureau.services.api.looks import LookService
from planbureau.services.api.notes import NoteService
from planbureau.services.api.own_goals import OwnGoalService
from planbureau.services.api.own_plans import OwnPlanService
from planbureau.services.api.people import (
    ClientService,
    FormDraftService,
)
from planbureau.services.api.plans import (
    GoalService,
    PlanService,
)
from planbureau.services.api.protection import ProtectionService
from planbureau.services.api.requests import (
    AgendaPrint,
    BroughtIn,
    CreateVault,
    Edition,
    FileCheckPrint,
    GapsPrint,
    Gate,
    GoalsPrint,
    GoalsShape,
    IncomingFile,
    NamesOnPaper,
    NewRecoveryCode,
    NotesPrint,
    PageImage,
    PasswordStrength,
    PictogramChoice,
    PrintedDocument,
    PrintRequest,
)
from planbureau.services.api.scratch import ScratchService
from planbureau.services.api.terms import TermService
from planbureau.services.api.vaults import NewVault, VaultService
from planbureau.services.api.workspace import (
    CalendarService,
    ExchangeService,
    OrganisationService,
    PictogramService,
    PreviewDocument,
    PrintService,
    Workspace,
)

if TYPE_CHECKING:
    from planbureau.services.api.adoption import AdoptionCheck, AdoptPlan, VersionConsents

__all__ = [
    "AdoptPlan",
    "AdoptionCheck",
    "AgendaPrint",
    "AppointmentService",
    "BroughtIn",
    "CalendarService",
    "ClientService",
    "ClockService",
    "CreateVault",
    "Edition",
    "ExchangeService",
    "FileCheckPrint",
    "FileCheckService",
    "FormDraftService",
    "FormatService",
    "GapsPrint",
    "Gate",
    "GoalService",
    "GoalsPrint",
    "GoalsShape",
    "GuideService",
    "IncomingFile",
    "LookService",
    "NamesOnPaper",
    "NewRecoveryCode",
    "NewVault",
    "NoteService",
    "NotesPrint",
    "OfferService",
    "OrganisationService",
    "OwnGoalService",
    "OwnPlanService",
    "PageImage",
    "PasswordStrength",
    "PictogramChoice",
    "PictogramService",
    "PlanService",
    "PreviewDocument",
    "PrintRequest",
    "PrintService",
    "PrintedDocument",
    "ProtectionService",
    "ScratchService",
    "TermService",
    "VaultService",
    "VersionConsents",
    "Workspace",
]


def __getattr__(name: str) -> Any:
    """Adopting knows views and rules, and those take time to import: not before the first window."""
    if name in ("AdoptPlan", "AdoptionCheck", "VersionConsents"):
        from planbureau.services.api import adoption

        return getattr(adoption, name)
    raise AttributeError(name)

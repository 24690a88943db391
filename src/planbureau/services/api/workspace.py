"""An open vault."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.changes import Changes
    from planbureau.rules.deadlines.regions import Region
    from planbureau.services.api.annexes import AnnexService
    from planbureau.services.api.appointments import AppointmentService
    from planbureau.services.api.clock import ClockService
    from planbureau.services.api.file_check import FileCheckService
    from planbureau.services.api.formats import FormatService
    from planbureau.services.api.guide import GuideService, OfferService
    from planbureau.services.api.looks import LookService
    from planbureau.services.api.notes import NoteService
    from planbureau.services.api.own_goals import OwnGoalService
    from planbureau.services.api.own_plans import OwnPlanService
    from planbureau.services.api.people import ClientService, FormDraftService
    from planbureau.services.api.plans import GoalService, PlanService
    from planbureau.services.api.protection import ProtectionService
    from planbureau.services.api.requests import (
        AgendaPrint,
        BroughtIn,
        CareOverview,
        FileCheckPrint,
        GapsPrint,
        GoalsPrint,
        IncomingFile,
        NewRecoveryCode,
        NotesPrint,
        PageImage,
        PasswordStrength,
        PictogramChoice,
        PrintedDocument,
        PrintRequest,
    )
    from planbureau.services.api.scratch import ScratchService
    from planbureau.services.api.sending import SendService
    from planbureau.services.api.tasks import TaskService
    from planbureau.services.api.terms import TermService
    from planbureau.services.api.users import UserService
    from planbureau.views import DeadlineRow, OrganisationView, PersonView, SearchHit


class PreviewDocument(Protocol):
    """The pages of a print as pictures: the very file that is saved or printed."""

    @property
    def page_count(self) -> int: ...

    def page(self, number: int, scale: float) -> PageImage: ...

    def close(self) -> None: ...


class CalendarService(Protocol):
    """Deadlines of all plans."""

    def deadlines(
        self,
        *,
        client_id: str = "",
        household_id: str = "",
        start: date | None = None,
        end: date | None = None,
        open_only: bool = False,
        within: Collection[str] | None = None,
    ) -> tuple[DeadlineRow, ...]:
        """The terms of everyone, or of a client or household with what belongs to them.

        `within` are the clients and households that may be seen, as during a home visit: what stands once
        for a person then stands with a plan of theirs.
        """
        ...

    def first(
        self, end: date, at_most: int, *, client_id: str = "", household_id: str = ""
    ) -> tuple[tuple[DeadlineRow, ...], int]:
        """The first open terms until `end`, with those that are announced earlier; and how many more."""
        ...

    def mark_done(self, plan_id: str, rule_id: str, subject: str, on: date, reason: str = "") -> Changes: ...

    def deviate(
        self,
        plan_id: str,
        rule_id: str,
        new_date: date | None,
        reason: str,
        asked_by: str,
        *,
        told_right: bool = False,
        consent_of: Sequence[str] = (),
        subject: str = "",
    ) -> Changes:
        """Records a deviation (rules A1); `consent_of` are names with their capacity.

        Raises InvalidInputError where the law allows none.
        """
        ...

    def note_overview_sent(self, last: date) -> Changes:
        """Remembers that the overview for the inspectorate was sent, of a period that ends on `last`."""
        ...

    def today(self) -> date: ...


class PrintService(Protocol):
    """Paper."""

    def render(self, request: PrintRequest) -> PrintedDocument: ...

    def locked(self, document: PrintedDocument, password: str) -> PrintedDocument:
        """The same pages behind a password, to send by mail. Raises InvalidInputError for a short one."""
        ...

    def archived(self, document: PrintedDocument, request: PrintRequest) -> PrintedDocument:
        """The same pages as a copy that lasts (PDF/A), with the plan as data in it."""
        ...

    def render_notes(self, request: NotesPrint) -> PrintedDocument:
        """Progress notes of a period; what is not for the readers stays out, with its corrections.

        Raises InvalidInputError for a period that ends before it begins.
        """
        ...

    def render_goals(self, request: GoalsPrint) -> PrintedDocument:
        """Goals of several plans together; what is not for the readers stays out. Raises NotFoundError."""
        ...

    def render_file_check(self, request: FileCheckPrint) -> PrintedDocument:
        """The thread of a goal, or of all goals of a plan; what is not for the readers stays out.

        Raises NotFoundError.
        """
        ...

    def render_gaps(self, request: GapsPrint) -> PrintedDocument:
        """What is missing in files, as a list; what is about a guarded plan stays out."""
        ...

    def render_tasks(self, plan_id: str, meeting_on: date) -> PrintedDocument:
        """The tasks before the talk on this day, to tick with a pen. Raises NotFoundError."""
        ...

    def render_agenda(self, request: AgendaPrint) -> PrintedDocument:
        """A calendar as a month (A4 on its side) or a list; what is of a guarded plan stays out."""
        ...

    def preview(self, document: PrintedDocument) -> PreviewDocument: ...

    def save(self, document: PrintedDocument, path: Path) -> None: ...

    def recovery_sheet(self, code: str, organisation: str) -> PrintedDocument: ...


class PictogramService(Protocol):
    """Pictures for the screen."""

    def search(self, text: str, limit: int = 60) -> tuple[PictogramChoice, ...]: ...

    def suggest(self, text: str) -> tuple[PictogramChoice, ...]: ...

    def name(self, pictogram_id: str) -> str: ...

    def svg(self, pictogram_id: str) -> bytes: ...


class OrganisationService(Protocol):
    """The organisation, its choices, and who works with the vault."""

    def organisation(self) -> OrganisationView: ...

    def save(self, before: OrganisationView, after: OrganisationView) -> Changes: ...

    def regions(self) -> tuple[Region, ...]:
        """The regions to choose from: those that come with the program, and the organisation's own."""
        ...

    def choose_region(self, region_id: str) -> Changes:
        """Sets the terms that belong to a region as it chose them; empty goes back to the defaults."""
        ...

    def keep_region(self, name: str, source: str) -> Changes:
        """Keeps the numbers of now as a region with a name and a source. Raises InvalidInputError."""
        ...

    def remove_region(self, region_id: str) -> Changes:
        """Takes a region of the organisation itself away; the numbers stay."""
        ...

    def user(self) -> PersonView: ...

    def save_user(self, before: PersonView, after: PersonView) -> Changes: ...

    def password_strength(self, password: str) -> PasswordStrength:
        """Judged with the names of the organisation and the user in mind."""
        ...

    def change_password(self, old: str, new: str) -> None:
        """Slow. Raises InvalidInputError (too weak), WrongSecretError, VaultError."""
        ...

    def new_recovery_code(self, password: str) -> NewRecoveryCode:
        """A new code, to be shown and then kept: the old paper is worthless from then. Slow.

        Raises WrongSecretError, VaultError.
        """
        ...

    def backup(self, target: Path) -> str:
        """Makes a verified copy; the answer says in Dutch what was made."""
        ...

    def verify(self) -> str: ...


class ExchangeService(Protocol):
    """Portable JSON of one client or plan, and the overview of involuntary care of all of them."""

    def export_client(self, client_id: str, readers: Sequence[str] = ()) -> bytes:
        """A client as a portable file; what is not for `readers` (person ids) stays out.

        Plans that have a list of who may open them are never in it: see `left_out`.
        """
        ...

    def left_out(self, client_id: str) -> int:
        """How many plans of a client are in no file of that client, because they have a list."""
        ...

    def export_plan(self, plan_id: str, readers: Sequence[str] = ()) -> bytes:
        """A plan as a portable file; what is not for `readers` (person ids) stays out."""
        ...

    def save(self, path: Path, content: bytes) -> None:
        """Writes a readable file to the chosen place: whole or not at all, for its owner alone.

        Raises InvalidInputError when that cannot be done there.
        """
        ...

    def care_overview(self, first: date, last: date) -> CareOverview:
        """The overview for the inspectorate of this period (Wzd 17), as a file that is not encrypted.

        Raises InvalidInputError when the period ends before it begins.
        """
        ...

    def look(self, path: Path) -> IncomingFile:
        """What stands in a file, after trying whether it can come in; nothing is changed. Slow.

        Raises ImportFileError.
        """
        ...

    def bring_in(self, incoming: IncomingFile, *, as_copy: bool = False) -> BroughtIn:
        """Imports a file that was looked at. Raises ImportFileError; then nothing was changed."""
        ...

    def import_file(self, content: bytes, *, as_copy: bool = False) -> tuple[str, Changes]:
        """Imports a client or plan; the answer says in Dutch what came in.

        Raises ImportFileError when it is damaged, cut off, too new, or exists already.
        """
        ...


class Workspace(Protocol):
    """An open vault."""

    @property
    def clients(self) -> ClientService: ...

    @property
    def forms(self) -> FormDraftService: ...

    @property
    def plans(self) -> PlanService: ...

    @property
    def guide(self) -> GuideService: ...

    @property
    def offers(self) -> OfferService: ...

    @property
    def annexes(self) -> AnnexService: ...

    @property
    def goals(self) -> GoalService: ...

    @property
    def own_goals(self) -> OwnGoalService: ...

    @property
    def looks(self) -> LookService: ...

    @property
    def calendar(self) -> CalendarService: ...

    @property
    def appointments(self) -> AppointmentService: ...

    @property
    def terms(self) -> TermService: ...

    @property
    def sending(self) -> SendService: ...

    @property
    def prints(self) -> PrintService: ...

    @property
    def pictograms(self) -> PictogramService: ...

    @property
    def organisation(self) -> OrganisationService: ...

    @property
    def users(self) -> UserService: ...

    @property
    def scratch(self) -> ScratchService: ...

    @property
    def notes(self) -> NoteService: ...

    @property
    def file_check(self) -> FileCheckService: ...

    @property
    def tasks(self) -> TaskService: ...

    @property
    def own_plans(self) -> OwnPlanService: ...

    @property
    def protection(self) -> ProtectionService: ...

    @property
    def own_formats(self) -> FormatService: ...

    @property
    def exchange(self) -> ExchangeService: ...

    @property
    def clock_checks(self) -> ClockService: ...

    @property
    def folder(self) -> Path: ...

    @property
    def read_only(self) -> bool: ...

    def search(self, text: str, limit: int = 30) -> tuple[SearchHit, ...]: ...

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        """Calls `listener` after every write; the answer stops that."""
        ...

    def lock(self) -> None:
        """Closes the database and forgets the key."""
        ...

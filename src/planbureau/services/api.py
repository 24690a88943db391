"""What the services offer to a screen or a command line: protocols and requests, nothing heavy.

A verb that writes returns `Changes`; whoever subscribed to the workspace hears of them too.
Saving takes the view that a form was opened with (`before`) and what it holds now (`after`): only the
difference is written, on top of the revisions that `before` was read with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Protocol

from planbureau.changes import Changes
from planbureau.formats.answers import JsonValue
from planbureau.formats.completeness import Missing
from planbureau.formats.goals import GoalLibrary
from planbureau.formats.model import PlanFormat
from planbureau.views import (
    ActionView,
    AgreementView,
    AttachmentView,
    ClientRow,
    ClientView,
    ConsentView,
    CustodyView,
    DeadlineRow,
    DraftView,
    GoalView,
    HouseholdView,
    MeasureView,
    MemberView,
    OrganisationView,
    PersonView,
    PlanRow,
    PlanView,
    RelationView,
    RequestView,
    RestrictionView,
    RiskView,
    SearchHit,
    VersionRow,
)


class Edition(Enum):
    """The ways in which a plan is printed."""

    PROFESSIONAL = "professional"
    EASY = "easy"
    START = "start"
    MATRIX = "matrix"

    @property
    def label(self) -> str:
        """The Dutch word on buttons and in file names."""
        return {
            "professional": "volledig plan",
            "easy": "makkelijke versie",
            "start": "startafspraken",
            "matrix": "doelenmatrix",
        }[self.value]


@dataclass(frozen=True)
class CreateVault:
    """What the first-start assistant asks."""

    folder: Path
    organisation: str
    user_name: str
    user_function: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class PasswordStrength:
    """How strong a password is: 0 (very weak) to 4 (strong), in words, with advice."""

    score: int
    word: str
    advice: str
    accepted: bool


@dataclass(frozen=True)
class NewVault:
    """A vault that was made. It opens only after the recovery code has been confirmed."""

    workspace: Workspace
    recovery_code: str = field(repr=False)


@dataclass(frozen=True)
class Gate:
    """Something that stands between a concept and adopting it."""

    id: str
    text: str
    why: str
    blocks: bool  # False: a reason is enough
    section_id: str = ""
    question_id: str = ""
    source: str = ""


@dataclass(frozen=True)
class AdoptionCheck:
    """What is still needed before a plan can be adopted, and who is asked to agree."""

    gates: tuple[Gate, ...]
    expected: tuple[ConsentView, ...]  # one open consent per person who is asked, prefilled
    expected_why: str = ""

    @property
    def blocked(self) -> bool:
        """Whether something required is missing."""
        return any(gate.blocks for gate in self.gates)


@dataclass(frozen=True)
class AdoptPlan:
    """The record of the talk in which a plan is adopted (rules B6, part 'aantekening')."""

    plan_id: str
    on: date
    place: str
    present: tuple[str, ...]  # person ids
    present_others: str
    discussed: tuple[str, ...]  # section ids
    client_said: str
    consents: tuple[ConsentView, ...]
    not_competent: tuple[str, ...] = ()  # clients judged not able to decide about this plan (rules B5)
    reason_without_consent: str = ""
    copy_given_on: date | None = None
    material_change: bool = True


@dataclass(frozen=True)
class PrintRequest:
    """One print. `audience` are the people who will read it: what is not for them stays out."""

    plan_id: str
    edition: Edition
    version: int | None = None  # None: as it stands now
    audience: tuple[str, ...] = ()


@dataclass(frozen=True)
class PrintedDocument:
    """A PDF that validates, with what a person must know before handing it over."""

    pdf: bytes = field(repr=False)
    file_name: str  # proposed, without client names
    missing_signs: tuple[str, ...] = ()
    left_out: bool = False


@dataclass(frozen=True)
class PageImage:
    """One page as pixels, RGBA rows from the top."""

    width: int
    height: int
    rgba: bytes = field(repr=False)


class PreviewDocument(Protocol):
    """The pages of a print as pictures: the very file that is saved or printed."""

    @property
    def page_count(self) -> int: ...

    def page(self, number: int, scale: float) -> PageImage: ...

    def close(self) -> None: ...


@dataclass(frozen=True)
class PictogramChoice:
    """One pictogram in a picker."""

    id: str
    name: str


class ClientService(Protocol):
    """Clients, households, the people around them, and who may not see what."""

    def rows(self) -> tuple[ClientRow, ...]: ...

    def client(self, client_id: str) -> ClientView: ...

    def add_client(self, person: PersonView, code: str = "") -> tuple[str, Changes]: ...

    def save_client(self, before: ClientView, after: ClientView) -> Changes: ...

    def end_care(self, client_id: str, on: date | None) -> Changes: ...

    def person(self, person_id: str) -> PersonView: ...

    def people(self) -> tuple[PersonView, ...]:
        """Everyone in the vault, professionals first; outside a home visit only."""
        ...

    def people_of(self, subject_id: str) -> tuple[PersonView, ...]:
        """Everyone who may be named in plans of this client or household."""
        ...

    def add_person(self, person: PersonView) -> tuple[str, Changes]: ...

    def save_person(self, before: PersonView, after: PersonView) -> Changes: ...

    def household(self, household_id: str) -> HouseholdView: ...

    def households(self) -> tuple[HouseholdView, ...]: ...

    def add_household(self, name: str) -> tuple[str, Changes]: ...

    def save_household(self, before: HouseholdView, name: str) -> Changes: ...

    def add_member(
        self, household_id: str, person_id: str, role: str, *, main_home: bool = True
    ) -> tuple[str, Changes]: ...

    def save_member(self, before: MemberView, after: MemberView) -> Changes: ...

    def remove_member(self, member: MemberView) -> Changes: ...

    def relations(self, subject_id: str) -> tuple[RelationView, ...]:
        """The people around a client or a household, those to call first on top."""
        ...

    def add_relation(self, relation: RelationView) -> tuple[str, Changes]: ...

    def save_relation(self, before: RelationView, after: RelationView) -> Changes: ...

    def remove_relation(self, relation: RelationView) -> Changes: ...

    def custody(self, client_id: str) -> tuple[CustodyView, ...]: ...

    def add_custody(self, custody: CustodyView) -> tuple[str, Changes]: ...

    def save_custody(self, before: CustodyView, after: CustodyView) -> Changes: ...

    def remove_custody(self, custody: CustodyView) -> Changes: ...

    def measures(self, client_id: str) -> tuple[MeasureView, ...]: ...

    def add_measure(self, measure: MeasureView) -> tuple[str, Changes]: ...

    def save_measure(self, before: MeasureView, after: MeasureView) -> Changes: ...

    def remove_measure(self, measure: MeasureView) -> Changes: ...

    def requests(self, client_id: str) -> tuple[RequestView, ...]:
        """What was asked about the file of this client (rules RCT)."""
        ...

    def add_request(self, request: RequestView) -> tuple[str, Changes]: ...

    def save_request(self, before: RequestView, after: RequestView) -> Changes: ...

    def restrictions(self, target_ids: Sequence[str]) -> tuple[RestrictionView, ...]: ...

    def restrict(self, target_kind: str, target_id: str, not_for: Sequence[str], reason: str = "") -> Changes:
        """Sets for whom something is not; an empty `not_for` takes the mark away."""
        ...


class PlanService(Protocol):
    """Plans: starting, answering, adopting."""

    def formats(self) -> tuple[PlanFormat, ...]: ...

    def format_problems(self) -> tuple[str, ...]: ...

    def rows(self, subject_id: str = "") -> tuple[PlanRow, ...]:
        """The plans of one client or household, or of everyone; the last edited first."""
        ...

    def start_plan(
        self, format_id: str, client_id: str = "", household_id: str = ""
    ) -> tuple[str, Changes]: ...

    def plan(self, plan_id: str) -> PlanView: ...

    def save_frame(
        self,
        plan: PlanView,
        regimes: Sequence[str],
        flags: Sequence[str],
        triggers: Mapping[str, date | None],
        reason: str = "",
    ) -> Changes:
        """Regime, flags and trigger dates. A corrected trigger keeps its old value in the history (T13)."""
        ...

    def set_coordinator(self, plan: PlanView, person_id: str) -> Changes: ...

    def save_answer(
        self,
        plan_id: str,
        key: str,
        value: JsonValue,
        heads: Sequence[str],
        *,
        easy_text: str | None = None,
        pictograms: Sequence[str] | None = None,
    ) -> Changes:
        """Saves one answer. `None` for easy text or pictograms leaves them as they are.

        A question with `bind` is written to the record it belongs to.
        """
        ...

    def save_draft(self, plan_id: str, key: str, text: str) -> None:
        """Keeps typed text within two seconds, without making a revision of it."""
        ...

    def drafts(self, plan_id: str = "") -> tuple[DraftView, ...]: ...

    def drop_draft(self, plan_id: str, key: str) -> None: ...

    def missing(self, plan_id: str) -> tuple[Missing, ...]: ...

    def adoption_check(self, plan_id: str, on: date, not_competent: Sequence[str] = ()) -> AdoptionCheck:
        """What is still needed, and who is asked to agree on that day.

        `not_competent` are clients who were judged not able to decide about this plan themselves.
        """
        ...

    def adopt(self, request: AdoptPlan) -> tuple[VersionRow, Changes]:
        """Freezes an immutable version and starts the dates that follow from it.

        Raises InvalidInputError when a required part is missing, or consent without a reason.
        """
        ...

    def version_plan(self, plan_id: str, number: int) -> PlanView:
        """An adopted version, for ever as it was."""
        ...

    def start_next_version(self, plan_id: str) -> Changes:
        """A concept beside the active version."""
        ...

    def close_plan(self, plan_id: str, reason: str) -> Changes: ...

    def add_agreement(self, agreement: AgreementView) -> tuple[str, Changes]: ...

    def save_agreement(self, before: AgreementView, after: AgreementView) -> Changes: ...

    def remove_agreement(self, agreement: AgreementView) -> Changes: ...

    def add_risk(self, risk: RiskView) -> tuple[str, Changes]: ...

    def save_risk(self, before: RiskView, after: RiskView) -> Changes: ...

    def remove_risk(self, risk: RiskView) -> Changes: ...

    def add_attachment(self, path: Path) -> AttachmentView:
        """Reads a file into the vault. Raises InvalidInputError when it is too large (50 MB)."""
        ...

    def attachment(self, sha256: str) -> bytes: ...

    def resolve_conflict(self, record_id: str, field: str, value: JsonValue) -> Changes: ...


class GoalService(Protocol):
    """Goals and actions."""

    def library(self) -> GoalLibrary: ...

    def goals_of(self, subject_id: str) -> tuple[GoalView, ...]:
        """The goals of every plan of a client or household."""
        ...

    def goal(self, goal_id: str) -> GoalView: ...

    def tick(self, plan_id: str, code: str, person_ids: Sequence[str]) -> tuple[str, Changes]:
        """Ticks a ready-made goal for these people: makes one goal card with the names filled in."""
        ...

    def add_goal(self, goal: GoalView) -> tuple[str, Changes]: ...

    def save_goal(self, before: GoalView, after: GoalView) -> Changes: ...

    def move_goal(self, goal_id: str, status: str, reason: str = "", on: date | None = None) -> Changes:
        """Changes the status. Raises InvalidInputError when the move is not allowed or lacks a reason."""
        ...

    def untick(self, goal_id: str, *, mistake: bool, reason: str = "") -> Changes:
        """Takes a tick away: a mistake removes a concept goal, otherwise the goal stops and is kept."""
        ...

    def add_action(self, action: ActionView) -> tuple[str, Changes]: ...

    def save_action(self, before: ActionView, after: ActionView) -> Changes: ...

    def cancel_action(self, action: ActionView) -> Changes: ...


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
    ) -> tuple[DeadlineRow, ...]: ...

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

    def today(self) -> date: ...


class PrintService(Protocol):
    """Paper."""

    def render(self, request: PrintRequest) -> PrintedDocument: ...

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

    def user(self) -> PersonView: ...

    def save_user(self, before: PersonView, after: PersonView) -> Changes: ...

    def change_password(self, old: str, new: str) -> None: ...

    def backup(self, target: Path) -> str:
        """Makes a verified copy; the answer says in Dutch what was made."""
        ...

    def verify(self) -> str: ...


class ExchangeService(Protocol):
    """Portable JSON of one client or plan."""

    def export_client(self, client_id: str) -> bytes: ...

    def export_plan(self, plan_id: str) -> bytes: ...

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
    def plans(self) -> PlanService: ...

    @property
    def goals(self) -> GoalService: ...

    @property
    def calendar(self) -> CalendarService: ...

    @property
    def prints(self) -> PrintService: ...

    @property
    def pictograms(self) -> PictogramService: ...

    @property
    def organisation(self) -> OrganisationService: ...

    @property
    def exchange(self) -> ExchangeService: ...

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


class VaultService(Protocol):
    """Vaults before they are open. The slow verbs are meant for a worker thread."""

    def default_folder(self) -> Path: ...

    def exists(self, folder: Path) -> bool: ...

    def place_warning(self, folder: Path) -> str: ...

    def password_strength(self, password: str, own_words: Sequence[str] = ()) -> PasswordStrength: ...

    def wait_after(self, failures: int) -> float:
        """Seconds to wait after so many wrong passwords."""
        ...

    def create(self, request: CreateVault) -> NewVault: ...

    def unlock(self, folder: Path, password: str, *, read_only: bool = False) -> Workspace: ...

    def unlock_with_recovery(self, folder: Path, code: str, new_password: str) -> Workspace: ...

    def restore(self, backup: Path, folder: Path) -> None: ...

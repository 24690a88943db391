"""Views of plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from planbureau.formats.answers import Answer, JsonValue
from planbureau.formats.marks import Mark
from planbureau.formats.model import PlanFormat, Subject
from planbureau.rules.consent.capacity import is_foster_parent
from planbureau.rules.deadlines import Deadline
from planbureau.rules.goals.status import AgreedBy, agreement_of
from planbureau.views.goals import AgreementView, GoalView, RiskView
from planbureau.views.looks import LookView
from planbureau.views.people import (
    ClientView,
    CustodyView,
    FieldConflict,
    HouseholdView,
    MeasureView,
    PersonView,
    RelationView,
    RestrictionView,
)


@dataclass(frozen=True)
class ConsentView:
    """Agreement of one person with one version of a plan (rules B6)."""

    id: str
    plan_id: str
    version: int  # 0 as long as the version is a concept
    subject: str = "whole_plan"  # a value of rules.consent.record.ConsentSubject
    person_id: str = ""
    capacity: str = ""  # a value of rules.consent.capacity.Capacity
    outcome: str = ""  # a value of rules.consent.record.ConsentOutcome; "" as long as nobody asked
    form: str = ""  # a value of rules.consent.record.ConsentForm
    on: date | None = None
    recorded_by: str = ""
    information: tuple[str, ...] = ()
    adapted: tuple[str, ...] = ()
    reason: str = ""
    withdrawn_on: date | None = None
    withdrawn_reason: str = ""
    attachment: str = ""
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnswerView:
    """The answer to one question or part of one, with what it was read with."""

    key: str
    answer: Answer
    heads: tuple[str, ...] = ()
    conflicts: tuple[FieldConflict, ...] = ()


@dataclass(frozen=True)
class AttachmentView:
    """A file kept encrypted in the vault."""

    sha256: str
    name: str
    media_type: str
    size: int


def how_done(*, handed_in: bool, answered: bool) -> str:
    """What was done with a version, as it is said."""
    return "beantwoord" if answered else "ingeleverd" if handed_in else "vastgesteld"


@dataclass(frozen=True)
class VersionRow:
    """One adopted version of a plan."""

    plan_id: str
    number: int
    adopted_on: date
    adopted_by: str
    content_hash: str
    without_consent: bool = False
    reason: str = ""
    handed_in: bool = False  # by the client or the family, who made it themselves
    answered: bool = False  # with the answer to what was handed in before

    @property
    def agreed_by(self) -> AgreedBy:
        """How it stands now. A version that was adopted without agreement always keeps the reason why."""
        return agreement_of(without=self.without_consent, withdrawn=not self.reason.strip())

    @property
    def how(self) -> str:
        """What was done with it, as it is said."""
        return how_done(handed_in=self.handed_in, answered=self.answered)


@dataclass(frozen=True)
class LostPlanView:
    """A plan whose plan type is not there, as far as it can be read: its words as headings and texts."""

    id: str
    title: str
    subject_name: str
    client_id: str
    household_id: str
    problems: tuple[str, ...]  # of the files of plan types that are broken
    versions: tuple[VersionRow, ...]
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class AnnexOf:
    """The plan that an annex belongs to."""

    id: str
    title: str
    format_id: str
    subject: str  # a value of formats.model.Subject
    version: int = 0  # of the plan, when the annex was read


@dataclass(frozen=True)
class PlanView:
    """Everything a plan's wizard and documents show.

    For an annex, `parent` names its plan: regimes, flags, people and goals are those of the plan, and
    `triggers` and `moments` the days that the annex itself gives.
    """

    id: str
    format: PlanFormat
    title: str
    status: str
    version: int
    client: ClientView | None
    clients: tuple[ClientView, ...]  # one for a client's plan; the clients of the family for a gezinsplan
    household: HouseholdView | None
    regimes: tuple[str, ...]
    flags: tuple[str, ...]
    triggers: Mapping[str, date]
    coordinator: PersonView | None
    answers: Mapping[str, AnswerView]
    goals: tuple[GoalView, ...] = ()
    agreements: tuple[AgreementView, ...] = ()
    risks: tuple[RiskView, ...] = ()
    consents: tuple[ConsentView, ...] = ()
    relations: tuple[RelationView, ...] = ()
    custody: tuple[CustodyView, ...] = ()
    measures: tuple[MeasureView, ...] = ()
    people: Mapping[str, PersonView] = field(default_factory=dict)  # everyone who may be named
    attachments: tuple[AttachmentView, ...] = ()
    restrictions: tuple[RestrictionView, ...] = ()
    versions: tuple[VersionRow, ...] = ()
    then: Mapping[str, Mark] = field(default_factory=dict)  # "question/domain" -> mark in the version before
    deadlines: tuple[Deadline, ...] = ()
    organisation: str = ""
    edited_at: datetime | None = None
    heads: tuple[str, ...] = ()
    moments: Mapping[str, datetime] = field(default_factory=dict)  # triggers that have a time
    parent: AnnexOf | None = None
    listed_care: tuple[tuple[date, date | None], ...] = ()  # of Wzd 2 lid 2: first and last day of each
    looks: tuple[LookView, ...] = ()  # at the goals, the first day first; of a version those until its day

    def answer(self, key: str) -> Answer:
        """The answer under this key, empty when nothing was answered."""
        found = self.answers.get(key)
        return found.answer if found else Answer()

    def foster_parents(self, on: date) -> tuple[str, ...]:
        """The person ids of foster parents on a day, in the network or in the family of the plan."""
        around = [(one.person, one.role) for one in self.relations]
        around += [(one.person, one.role) for one in (self.household.members if self.household else ())]
        found = (person.id for person, role in around if is_foster_parent(role) and person.alive_on(on))
        return tuple(dict.fromkeys(found))

    @property
    def agreed_by(self) -> AgreedBy:
        """On what ground the goals of the last adopted version stand."""
        return self.versions[-1].agreed_by if self.versions else AgreedBy.NOBODY

    def spoken_of(self, goal: GoalView) -> str:
        """What the client is called whom a goal is about; empty when that is nobody or more than one."""
        if self.client is not None and self.format.subject is Subject.CLIENT:
            return self.client.person.short_name
        only = self.people.get(goal.for_whom[0]) if len(goal.for_whom) == 1 else None
        return only.short_name if only is not None else ""

    @property
    def subject_name(self) -> str:
        """The client's full name, or the name of the household."""
        if self.household is not None and self.format.subject.value == "household":
            return self.household.name
        return self.client.person.full_name if self.client else "(zonder naam)"


@dataclass(frozen=True)
class FormKey:
    """Which form, on the page of which client or household, and about which record; empty is a new one."""

    form: str
    subject_id: str = ""
    record_id: str = ""


@dataclass(frozen=True)
class FormDraftView:
    """What was typed in a form that could not be saved yet. `typed` holds each field that was changed."""

    key: FormKey
    title: str
    subject_name: str  # of the client or household; empty for somebody new
    typed: Mapping[str, JsonValue]
    at: datetime
    by: str = ""  # as in DraftView


@dataclass(frozen=True)
class DraftView:
    """Typed text that had not been made into a revision when the program stopped."""

    plan_id: str
    key: str
    text: str
    at: datetime
    by: str = ""  # the name of who typed it, when that is somebody else, who has no password any more

"""What a screen or a document may see of a record: frozen, with ids, never a database row.

`heads` are the revisions that a view was read with; a form gives them back when it saves, so that
a form that was open too long becomes a visible difference and not an overwrite.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from planbureau.formats.answers import Answer, JsonValue
from planbureau.formats.model import PlanFormat
from planbureau.rules.deadlines import Deadline


@dataclass(frozen=True)
class FieldConflict:
    """Two people wrote something else in one field; both are kept until a person chooses."""

    record_id: str
    field: str
    values: tuple[tuple[JsonValue, str, datetime], ...]  # value, author, moment; the first is shown


@dataclass(frozen=True)
class ContactPoint:
    """A phone number or e-mail address. `kind` is "phone" or "email"."""

    id: str
    kind: str
    value: str
    label: str = ""


@dataclass(frozen=True)
class Address:
    """A place where someone lives or can be found."""

    id: str
    street: str = ""
    postcode: str = ""
    city: str = ""
    label: str = ""


@dataclass(frozen=True)
class PersonView:
    """One person, once, whatever roles he or she has."""

    id: str = ""
    given_name: str = ""
    prefix: str = ""  # "van den"
    family_name: str = ""
    call_name: str = ""
    birth_date: date | None = None
    addresses: tuple[Address, ...] = ()
    contacts: tuple[ContactPoint, ...] = ()
    organisation: str = ""
    function: str = ""
    professional: bool = False
    deceased_on: date | None = None
    note: str = ""
    heads: tuple[str, ...] = ()
    conflicts: tuple[FieldConflict, ...] = ()

    @property
    def short_name(self) -> str:
        """The name used in speech: call name, else given name, else the full name."""
        return self.call_name or self.given_name or self.family_name or "(zonder naam)"

    @property
    def full_name(self) -> str:
        """The name as it is spoken: Fatima van den Berg."""
        parts = (self.call_name or self.given_name, self.prefix, self.family_name)
        return " ".join(part for part in parts if part) or "(zonder naam)"

    @property
    def sort_name(self) -> str:
        """The name as it is sorted: Berg, Fatima van den."""
        first = " ".join(part for part in (self.call_name or self.given_name, self.prefix) if part)
        if not self.family_name:
            return first or "(zonder naam)"
        return f"{self.family_name}, {first}" if first else self.family_name


@dataclass(frozen=True)
class ClientView:
    """A client: a person with what care needs to know."""

    id: str
    person: PersonView
    code: str = ""
    bsn: str = ""
    languages: str = ""
    communication: tuple[str, ...] = ()  # "praten", "gebaren", "picto", "tolk", "anders"
    photo: str = ""  # SHA-256 of an attachment
    care_ended_on: date | None = None
    household_ids: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClientRow:
    """One line of the list of clients."""

    id: str
    sort_name: str
    full_name: str
    birth_date: date | None
    code: str
    regimes: tuple[str, ...]
    next_deadline: Deadline | None
    draft_plans: int
    closed: bool = False


@dataclass(frozen=True)
class MemberView:
    """Someone who belongs to a household; a child can belong to two."""

    id: str
    person: PersonView
    role: str  # "moeder", "vader", "kind", "partner", "opa", ...
    main_home: bool = True
    client_id: str = ""
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class HouseholdView:
    """People who live together, or who are one family for a plan."""

    id: str
    name: str
    members: tuple[MemberView, ...] = ()
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class RelationView:
    """Someone around a client or a household: own network or professional."""

    id: str
    subject_id: str  # client or household
    person: PersonView
    role: str = ""  # "moeder", "mentor", "persoonlijk begeleider", "huisarts", "school", ...
    contribution: str = ""
    may_read: str = ""  # "ja", "nee", "deel"
    signs: bool = False
    contact_order: int = 0  # 1 is the first to call; 0 is not on the list
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class CustodyView:
    """Who decides for a client: custody of a child, or representation of an adult."""

    id: str
    client_id: str
    person: PersonView
    # Over a child "parent", "guardian", "gi_guardian" or "parent_without_custody"; for an adult a value of
    # rules.representation.Relation ("mentor", "zus", ...).
    kind: str = ""
    proof: str = ""
    willing: bool | None = None
    start: date | None = None
    end: date | None = None
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeasureView:
    """A court order or other measure: supervision, guardianship, youth probation, ..."""

    id: str
    client_id: str
    kind: str = ""
    authority: str = ""
    start: date | None = None
    end: date | None = None
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class RequestView:
    """What somebody asked for about the file. `kind` is a name of rules.deadlines.RequestKind."""

    id: str
    client_id: str
    kind: str = "ACCESS"
    asked_on: date | None = None
    requester: str = ""
    written: bool = True
    done_on: date | None = None
    note: str = ""
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class RestrictionView:
    """The mark "niet voor ...": this never reaches the print, export or calendar of these people.

    `target_kind` is "person", "person_field", "address", "contact", "goal", "action", "agreement",
    "risk" or "answer"; `target_id` the id of that thing ("<person id>:<field>" for a person's field,
    "<plan id>:<question key>" for an answer).
    """

    id: str
    target_kind: str
    target_id: str
    not_for: tuple[str, ...]  # person ids
    reason: str = ""
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class ActionView:
    """One action of a goal. `letter` never moves and is never given twice."""

    id: str
    goal_id: str
    letter: str
    what: str = ""
    easy_text: str = ""
    easy_stale: bool = False
    pictograms: tuple[str, ...] = ()
    responsible_person: str = ""  # person id
    responsible_function: str = ""  # "avonddienst"; used when no person is named
    helpers: tuple[str, ...] = ()  # person ids
    doer_kind: str = ""  # a value of rules.actions.DoerKind
    start: date | None = None
    done_by: date | None = None
    how_often: str = ""
    status: str = "not_started"  # a value of rules.action_status.ActionStatus
    reporting_hint: str = ""
    cancelled: bool = False  # deleted, but it keeps its letter
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class GoalView:
    """One goal with its card and its actions."""

    id: str
    plan_id: str
    number: int
    matrix_code: str = ""  # "VEI-1"; "EIG-n" for one's own
    area: str = ""  # code of the result area ("VEI"), or id of the life domain
    for_whom: tuple[str, ...] = ()  # person ids
    kind: str = "reach"  # a value of rules.smart.GoalKind
    form: str = "smart"  # "smart" or "goz"
    sentence: str = ""
    easy_text: str = ""
    easy_stale: bool = False
    pictograms: tuple[str, ...] = ()
    origin_kind: str = ""  # "wens" or "zorg"
    origin: str = ""  # the wish or worry in the client's words
    context: str = ""  # where, when, why
    measure: str = ""
    agreed_by: tuple[str, ...] = ()  # person ids
    feasible: str = ""  # "ja", "twijfel"
    feasible_note: str = ""
    start: date | None = None
    target_date: date | None = None
    no_end_date: bool = False
    no_end_reason: str = ""
    look_date: date | None = None
    own_words: str = ""
    observe_what: str = ""
    observe_who: str = ""
    observe_often: str = ""
    meaningful: str = ""
    status: str = "concept"  # a value of rules.goal_status.GoalStatus
    status_reason: str = ""
    reached_on: date | None = None
    help_ends_on: date | None = None
    actions: tuple[ActionView, ...] = ()
    heads: tuple[str, ...] = ()
    conflicts: tuple[FieldConflict, ...] = ()


@dataclass(frozen=True)
class AgreementView:
    """A standing agreement: what, who, when, what to note."""

    id: str
    plan_id: str
    order: int = 0
    what: str = ""
    easy_text: str = ""
    easy_stale: bool = False
    pictograms: tuple[str, ...] = ()
    who: str = ""  # person id
    who_function: str = ""
    when: str = ""
    reporting_hint: str = ""
    valid_until: date | None = None
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class RiskView:
    """What may go wrong, how one sees it and what is done."""

    id: str
    plan_id: str
    order: int = 0
    what: str = ""
    signs: str = ""
    likelihood: str = ""  # laag, midden, hoog
    impact: str = ""  # laag, midden, hoog
    measures: str = ""
    who: str = ""  # person id
    who_function: str = ""
    look_again_on: date | None = None
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class ConsentView:
    """Agreement of one person with one version of a plan (rules B6)."""

    id: str
    plan_id: str
    version: int  # 0 as long as the version is a concept
    subject: str = "whole_plan"  # a value of rules.consent_record.ConsentSubject
    person_id: str = ""
    capacity: str = ""  # a value of rules.capacity.Capacity
    outcome: str = ""  # a value of rules.consent_record.ConsentOutcome; "" as long as nobody asked
    form: str = ""  # a value of rules.consent_record.ConsentForm
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


@dataclass(frozen=True)
class PlanRow:
    """One line of a list of plans. `status` is "concept", "active", "concept_beside_active" or "closed"."""

    id: str
    format_id: str
    title: str
    subject_name: str
    client_ids: tuple[str, ...]
    household_id: str
    status: str
    version: int  # 0 when never adopted
    adopted_on: date | None
    edited_at: datetime | None
    needed: int  # how many parts are still needed before adopting


@dataclass(frozen=True)
class PlanView:
    """Everything a plan's wizard and documents show."""

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
    deadlines: tuple[Deadline, ...] = ()
    organisation: str = ""
    edited_at: datetime | None = None
    heads: tuple[str, ...] = ()

    def answer(self, key: str) -> Answer:
        """The answer under this key, empty when nothing was answered."""
        found = self.answers.get(key)
        return found.answer if found else Answer()

    @property
    def subject_name(self) -> str:
        """The client's full name, or the name of the household."""
        if self.household is not None and self.format.subject.value == "household":
            return self.household.name
        return self.client.person.full_name if self.client else "(zonder naam)"


@dataclass(frozen=True)
class DeadlineRow:
    """A deadline in a list, with whom and what it is about."""

    deadline: Deadline
    client_id: str
    client_name: str
    household_id: str
    plan_id: str
    plan_title: str


@dataclass(frozen=True)
class SearchHit:
    """One answer of the search. `kind` is "client", "person", "plan" or "goal"."""

    kind: str
    record_id: str
    client_id: str
    title: str
    detail: str


@dataclass(frozen=True)
class DraftView:
    """Typed text that had not been made into a revision when the program stopped."""

    plan_id: str
    key: str
    text: str
    at: datetime


@dataclass(frozen=True)
class OrganisationView:
    """The organisation that keeps the vault, and its choices."""

    id: str = ""
    name: str = ""
    complaint_contact: str = ""
    client_support: str = ""
    terms: Mapping[str, JsonValue] = field(default_factory=dict)  # keys of rules part G1
    heads: tuple[str, ...] = ()

"""Views of people: who they are, where they belong, who decides for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from planbureau.formats.answers import JsonValue
from planbureau.rules.dutch import plain_date
from planbureau.rules.preparation import PreparationStep


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
    photo: str = ""  # SHA-256 of an attachment; the photo of a client stands with the client
    heads: tuple[str, ...] = ()
    conflicts: tuple[FieldConflict, ...] = ()

    def alive_on(self, day: date) -> bool:
        """Whether somebody had not died yet on this day, as far as known."""
        return self.deceased_on is None or day < self.deceased_on

    @property
    def died(self) -> str:
        """When somebody died, in words; empty of who lives."""
        return f"overleden {plain_date(self.deceased_on)}" if self.deceased_on else ""

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
    mark_scale: int = 10  # how this client gives marks: 3 faces, 1 to 5, or 1 to 10
    household_ids: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()


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
    # rules.consent.representation.Relation ("mentor", "zus", ...).
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
    requester_role: str = ""  # a value of rules.deadlines.requests.RequesterRole
    refused: bool = False
    ground: str = ""  # a value of rules.deadlines.requests.Ground
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class RestrictionView:
    """The mark "niet voor ...": this never reaches the print, export or calendar of these people.

    `target_kind` is "person", "person_field", "address", "contact", "goal", "action", "agreement",
    "risk", "answer" or "note"; `target_id` the id of that thing ("<person id>:<field>" for a person's field,
    "<plan id>:<question key>" for an answer).
    """

    id: str
    target_kind: str
    target_id: str
    not_for: tuple[str, ...]  # person ids
    reason: str = ""
    heads: tuple[str, ...] = ()


def answer_targets(plan_id: str, key: str) -> frozenset[str]:
    """The target ids of marks that hold for an answer: its own, and that of the whole question (rules B7)."""
    return frozenset((f"{plan_id}:{key}", f"{plan_id}:{key.partition('/')[0]}"))


@dataclass(frozen=True)
class OrganisationView:
    """The organisation that keeps the vault, and its choices."""

    id: str = ""
    name: str = ""
    complaint_contact: str = ""
    client_support: str = ""
    terms: Mapping[str, JsonValue] = field(default_factory=dict)  # keys of rules part G1
    preparation: tuple[PreparationStep, ...] = ()  # tasks before a talk; empty: the usual ones
    reports_elsewhere: bool = False  # progress notes are written in another system
    hidden_goals: tuple[str, ...] = ()  # codes of ready-made goals that are not offered
    heads: tuple[str, ...] = ()

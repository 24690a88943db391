"""Records of people: who they are, where they belong, who decides for them, and what is not for whom."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import String, text
from sqlalchemy.orm import Mapped, mapped_column

from planbureau.model.columns import Record


class PersonRow(Record):
    """One person, once, whatever roles he or she has."""

    __tablename__ = "person"
    kind = "person"

    given_name: Mapped[str] = mapped_column(default="")
    prefix: Mapped[str] = mapped_column(default="")
    family_name: Mapped[str] = mapped_column(default="")
    call_name: Mapped[str] = mapped_column(default="")
    birth_date: Mapped[date | None]
    addresses: Mapped[list[Any]] = mapped_column(default=list)
    contacts: Mapped[list[Any]] = mapped_column(default=list)
    organisation: Mapped[str] = mapped_column(default="")
    function: Mapped[str] = mapped_column(default="")
    professional: Mapped[bool] = mapped_column(default=False)
    deceased_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")
    photo: Mapped[str] = mapped_column(default="")


class ClientRecord(Record):
    """A person who gets care."""

    __tablename__ = "client"
    kind = "client"

    person_id: Mapped[str] = mapped_column(String(36), index=True)
    code: Mapped[str] = mapped_column(default="")
    bsn: Mapped[str] = mapped_column(default="")
    languages: Mapped[str] = mapped_column(default="")
    communication: Mapped[list[Any]] = mapped_column(default=list)
    photo: Mapped[str] = mapped_column(default="")
    care_ended_on: Mapped[date | None]
    mark_scale: Mapped[int] = mapped_column(default=10)


class HouseholdRow(Record):
    """People who live together, or who are one family for a plan."""

    __tablename__ = "household"
    kind = "household"

    name: Mapped[str] = mapped_column(default="")


class MemberRow(Record):
    """A person in a household. A child can stand in two."""

    __tablename__ = "member"
    kind = "member"

    household_id: Mapped[str] = mapped_column(String(36), index=True)
    person_id: Mapped[str] = mapped_column(String(36), index=True)
    role: Mapped[str] = mapped_column(default="")
    main_home: Mapped[bool] = mapped_column(default=True)


class RelationRow(Record):
    """Someone around a client or a household."""

    __tablename__ = "relation"
    kind = "relation"

    subject_id: Mapped[str] = mapped_column(String(36), index=True)
    person_id: Mapped[str] = mapped_column(String(36), index=True)
    role: Mapped[str] = mapped_column(default="")
    contribution: Mapped[str] = mapped_column(default="")
    may_read: Mapped[str] = mapped_column(default="")
    signs: Mapped[bool] = mapped_column(default=False)
    contact_order: Mapped[int] = mapped_column(default=0)


class CustodyRow(Record):
    """Custody of a child, or representation of an adult."""

    __tablename__ = "custody"
    kind = "custody"

    client_id: Mapped[str] = mapped_column(String(36), index=True)
    person_id: Mapped[str] = mapped_column(String(36), index=True)
    custody_kind: Mapped[str] = mapped_column(default="")
    proof: Mapped[str] = mapped_column(default="")
    willing: Mapped[bool | None]
    start: Mapped[date | None]
    end: Mapped[date | None]


class MeasureRow(Record):
    """A court order or other measure about a client."""

    __tablename__ = "measure"
    kind = "measure"

    client_id: Mapped[str] = mapped_column(String(36), index=True)
    measure_kind: Mapped[str] = mapped_column(default="")
    authority: Mapped[str] = mapped_column(default="")
    start: Mapped[date | None]
    end: Mapped[date | None]


class RequestRow(Record):
    """What somebody asked for about the file: access, a copy, destruction, an own statement (rules RCT)."""

    __tablename__ = "request"
    kind = "request"

    client_id: Mapped[str] = mapped_column(String(36), index=True)
    request_kind: Mapped[str] = mapped_column(default="")
    asked_on: Mapped[date]
    requester: Mapped[str] = mapped_column(default="")
    written: Mapped[bool] = mapped_column(default=True)
    done_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")
    requester_role: Mapped[str] = mapped_column(default="", server_default="")
    refused: Mapped[bool] = mapped_column(default=False, server_default=text("0"))
    ground: Mapped[str] = mapped_column(default="", server_default="")


class RestrictionRow(Record):
    """The mark "niet voor ..." on one thing."""

    __tablename__ = "restriction"
    kind = "restriction"

    target_kind: Mapped[str] = mapped_column(default="")
    target_id: Mapped[str] = mapped_column(index=True, default="")
    not_for: Mapped[list[Any]] = mapped_column(default=list)
    reason: Mapped[str] = mapped_column(default="")

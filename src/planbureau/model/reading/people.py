"""Views of people, clients, households and what surrounds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import Session

from planbureau.errors import NotFoundError
from planbureau.model.codec import view_of
from planbureau.model.columns import Record
from planbureau.model.rows import (
    ClientRecord,
    CustodyRow,
    HouseholdRow,
    MeasureRow,
    MemberRow,
    OrganisationRow,
    PersonRow,
    RelationRow,
    RequestRow,
    RestrictionRow,
)
from planbureau.views import (
    ClientView,
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
)

GONE = "Dit gegeven bestaat niet meer."


def conflicts_of(row: Record) -> tuple[FieldConflict, ...]:
    """The fields of a record in which two people wrote something else."""
    return tuple(
        FieldConflict(row.id, name, tuple((v, who, datetime.fromisoformat(at)) for v, who, at in kept))
        for name, kept in row.conflicts.items()
    )


def person_view(row: PersonRow) -> PersonView:
    """The view of one person."""
    return view_of(row, PersonView, conflicts=conflicts_of(row))


def person(session: Session, person_id: str) -> PersonView:
    """One person. Raises NotFoundError."""
    row = session.get(PersonRow, person_id)
    if row is None:
        raise NotFoundError(GONE, "Open het overzicht opnieuw.")
    return person_view(row)


def full_name(session: Session, person_id: str, unknown: str = "") -> str:
    """The name of somebody; `unknown` of who does not exist."""
    row = session.get(PersonRow, person_id)
    return person_view(row).full_name if row is not None else unknown


def persons(session: Session, ids: Iterable[str]) -> dict[str, PersonView]:
    """These people by id; who does not exist is left out."""
    wanted = [i for i in set(ids) if i]
    found: dict[str, PersonView] = {}
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        rows = session.scalars(select(PersonRow).where(PersonRow.id.in_(part)))
        found.update((row.id, person_view(row)) for row in rows)
    return found


def all_persons(session: Session) -> tuple[PersonView, ...]:
    """Everyone, professionals first, then by name."""
    rows = session.scalars(select(PersonRow).where(PersonRow.removed.is_(False)))
    views = [person_view(row) for row in rows]
    return tuple(sorted(views, key=lambda p: (not p.professional, p.sort_name.casefold())))


def client(session: Session, client_id: str) -> ClientView:
    """One client. Raises NotFoundError."""
    row = session.get(ClientRecord, client_id)
    if row is None:
        raise NotFoundError("Deze cliënt bestaat niet (meer).", "Open het overzicht opnieuw.")
    households = session.scalars(
        select(MemberRow.household_id)
        .where(MemberRow.person_id == row.person_id, MemberRow.removed.is_(False))
        .order_by(MemberRow.main_home.desc(), MemberRow.id)
    )
    return view_of(
        row, ClientView, person=person(session, row.person_id), household_ids=tuple(dict.fromkeys(households))
    )


def client_ids_by_person(session: Session, person_ids: Sequence[str]) -> dict[str, str]:
    """Which of these people are clients: person id to client id."""
    query = select(ClientRecord.person_id, ClientRecord.id).where(
        ClientRecord.person_id.in_(person_ids), ClientRecord.removed.is_(False)
    )
    return {str(row[0]): str(row[1]) for row in session.execute(query)}


def household(session: Session, household_id: str) -> HouseholdView:
    """One household with its members. Raises NotFoundError."""
    row = session.get(HouseholdRow, household_id)
    if row is None or row.removed:
        raise NotFoundError("Dit gezin bestaat niet (meer).", "Open het overzicht opnieuw.")
    rows = list(
        session.scalars(
            select(MemberRow).where(MemberRow.household_id == household_id, MemberRow.removed.is_(False))
        )
    )
    people = persons(session, [member.person_id for member in rows])
    clients = client_ids_by_person(session, list(people))
    members = [
        view_of(
            member, MemberView, person=people[member.person_id], client_id=clients.get(member.person_id, "")
        )
        for member in rows
        if member.person_id in people
    ]
    members.sort(key=_by_age)
    return view_of(row, HouseholdView, members=tuple(members))


def _by_age(member: MemberView) -> tuple[bool, str, str]:
    born = member.person.birth_date
    return (born is None, born.isoformat() if born else "", member.person.sort_name)


def households(session: Session) -> tuple[HouseholdView, ...]:
    """All households by name."""
    ids = session.scalars(select(HouseholdRow.id).where(HouseholdRow.removed.is_(False)))
    views = [household(session, household_id) for household_id in list(ids)]
    return tuple(sorted(views, key=lambda view: view.name.casefold()))


def main_home(session: Session, person_id: str) -> str:
    """The household that is this person's main address; empty when none is."""
    query = (
        select(HouseholdRow.id)
        .join(MemberRow, MemberRow.household_id == HouseholdRow.id)
        .where(
            MemberRow.person_id == person_id,
            MemberRow.main_home.is_(True),
            MemberRow.removed.is_(False),
            HouseholdRow.removed.is_(False),
        )
        .order_by(HouseholdRow.name, HouseholdRow.id)
    )
    return session.scalars(query).first() or ""


def relations(session: Session, subject_ids: Sequence[str]) -> tuple[RelationView, ...]:
    """The people around these clients and households, those to call first on top."""
    rows = list(
        session.scalars(
            select(RelationRow).where(RelationRow.subject_id.in_(subject_ids), RelationRow.removed.is_(False))
        )
    )
    people = persons(session, [row.person_id for row in rows])
    views = [view_of(r, RelationView, person=people[r.person_id]) for r in rows if r.person_id in people]
    views.sort(key=lambda v: (v.contact_order or 99, v.person.professional, v.person.sort_name.casefold()))
    return tuple(views)


def custody(session: Session, client_ids: Sequence[str]) -> tuple[CustodyView, ...]:
    """Who decides for these clients."""
    rows = list(
        session.scalars(
            select(CustodyRow).where(CustodyRow.client_id.in_(client_ids), CustodyRow.removed.is_(False))
        )
    )
    people = persons(session, [row.person_id for row in rows])
    return tuple(view_of(r, CustodyView, person=people[r.person_id]) for r in rows if r.person_id in people)


def measures(session: Session, client_ids: Sequence[str]) -> tuple[MeasureView, ...]:
    """Court orders and other measures about these clients."""
    rows = session.scalars(
        select(MeasureRow).where(MeasureRow.client_id.in_(client_ids), MeasureRow.removed.is_(False))
    )
    return tuple(view_of(row, MeasureView) for row in rows)


def requests(session: Session, client_ids: Sequence[str]) -> tuple[RequestView, ...]:
    """What was asked about the files of these clients, the oldest first."""
    rows = session.scalars(
        select(RequestRow)
        .where(RequestRow.client_id.in_(client_ids), RequestRow.removed.is_(False))
        .order_by(RequestRow.asked_on, RequestRow.id)
    )
    return tuple(view_of(row, RequestView) for row in rows)


def restrictions(session: Session, target_ids: Iterable[str]) -> tuple[RestrictionView, ...]:
    """The marks "niet voor ..." on these things; a target id with a part behind ":" counts too."""
    wanted = {i for i in target_ids if i}
    rows = session.scalars(select(RestrictionRow).where(RestrictionRow.removed.is_(False)))
    return tuple(
        view_of(row, RestrictionView)
        for row in rows
        if row.not_for and (row.target_id in wanted or row.target_id.split(":", 1)[0] in wanted)
    )


def terms_of_organisation(session: Session) -> Mapping[str, object]:
    """The numbers that the organisation chose for terms."""
    return session.scalar(select(OrganisationRow.terms).limit(1)) or {}


def organisation(session: Session) -> OrganisationView:
    """The organisation of this vault."""
    row = session.scalar(select(OrganisationRow).limit(1))
    return OrganisationView() if row is None else view_of(row, OrganisationView)


def subjects_of_person(session: Session, person_id: str) -> frozenset[str]:
    """The clients and households in which a person plays a part."""
    found: set[str] = set()
    found.update(session.scalars(select(ClientRecord.id).where(ClientRecord.person_id == person_id)))
    found.update(session.scalars(select(MemberRow.household_id).where(MemberRow.person_id == person_id)))
    found.update(session.scalars(select(RelationRow.subject_id).where(RelationRow.person_id == person_id)))
    found.update(session.scalars(select(CustodyRow.client_id).where(CustodyRow.person_id == person_id)))
    return frozenset(found)


def name_of_subject(session: Session, subject_id: str) -> str:
    """The full name of a client, or the name of a household; empty when it is gone."""
    row = session.get(ClientRecord, subject_id)
    if row is not None:
        return person(session, row.person_id).full_name
    home = session.get(HouseholdRow, subject_id)
    return home.name if home is not None else ""


_HOUSEHOLDS_OF_CLIENT = (
    select(MemberRow.household_id)
    .select_from(ClientRecord)
    .outerjoin(MemberRow, and_(MemberRow.person_id == ClientRecord.person_id, MemberRow.removed.is_(False)))
    .where(ClientRecord.id == bindparam("client"))
    .order_by(MemberRow.main_home.desc(), MemberRow.id)
)
"""Of a client without a household one empty row; of what is no client none."""


def linked_subjects(session: Session, subject_id: str) -> tuple[str, ...]:
    """A client with its households, or a household with its clients: everything that belongs together."""
    rows = session.execute(_HOUSEHOLDS_OF_CLIENT, {"client": subject_id}).all()
    if rows:
        return tuple(dict.fromkeys((subject_id, *(home for (home,) in rows if home))))
    found = session.get(HouseholdRow, subject_id)
    if found is None:
        return (subject_id,)
    members = household(session, subject_id).members
    return (subject_id, *(member.client_id for member in members if member.client_id))


def people_of(session: Session, subject_id: str) -> tuple[PersonView, ...]:
    """Everyone who may be named in plans of this client or household."""
    linked = linked_subjects(session, subject_id)
    found: dict[str, PersonView] = {}
    for linked_id in linked:
        if (client_row := session.get(ClientRecord, linked_id)) is not None:
            found[client_row.person_id] = person(session, client_row.person_id)
        elif session.get(HouseholdRow, linked_id) is not None:
            found.update((m.person.id, m.person) for m in household(session, linked_id).members)
    found.update((r.person.id, r.person) for r in relations(session, linked))
    found.update((c.person.id, c.person) for c in custody(session, linked))
    return tuple(found.values())


def restriction_on(session: Session, target_kind: str, target_id: str) -> RestrictionRow | None:
    """The mark on one thing."""
    return session.scalar(
        select(RestrictionRow).where(
            RestrictionRow.target_kind == target_kind,
            RestrictionRow.target_id == target_id,
            RestrictionRow.removed.is_(False),
        )
    )

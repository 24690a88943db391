"""Views of own appointments, by day and time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from planbureau.model.codec import view_of
from planbureau.model.reading import lists
from planbureau.model.reading.among import among
from planbureau.model.rows import AppointmentRow, ClientRecord, HouseholdRow, PersonRow, PlanRecord
from planbureau.views import AppointmentView, PersonView


def appointments(
    session: Session,
    *,
    subjects: Iterable[str] = (),
    start: date | None = None,
    end: date | None = None,
    ids: Iterable[str] = (),
) -> tuple[AppointmentView, ...]:
    """Those from `start` to `end`, of everyone or of these clients and households, or with these ids."""
    wanted: list[ColumnElement[bool]] = [AppointmentRow.removed.is_(False)]
    if start is not None:
        wanted.append(AppointmentRow.day >= start)
    if end is not None:
        wanted.append(AppointmentRow.day <= end)
    named = [one for one in ids if one]
    if named:
        wanted.append(among(AppointmentRow.id, named))
    limited = [subject for subject in subjects if subject]
    if limited:
        wanted.append(
            or_(among(AppointmentRow.client_id, limited), among(AppointmentRow.household_id, limited))
        )
    rows = list(session.scalars(select(AppointmentRow).where(*wanted)))
    names = lists.names_of_subjects(session, ((row.client_id, row.household_id) for row in rows))
    views = (
        view_of(row, AppointmentView, subject_name=names.get(row.client_id or row.household_id, ""))
        for row in rows
    )
    return tuple(sorted(views, key=lambda one: one.order))


def colleagues(session: Session, user_id: str) -> tuple[tuple[str, str], ...]:
    """Ids and names of who coordinates a plan or takes part in an appointment from work; the user first."""
    ids = set(session.scalars(select(PlanRecord.coordinator_id).distinct()))
    for who in session.scalars(select(AppointmentRow.who).distinct()):
        ids.update(who)
    query = select(PersonRow).where(among(PersonRow.id, ids | {user_id}), PersonRow.removed.is_(False))
    people = [view_of(row, PersonView) for row in session.scalars(query)]
    known = [one for one in people if one.professional or one.id == user_id]
    ordered = sorted(known, key=lambda one: (one.id != user_id, one.full_name.casefold()))
    return tuple((one.id, one.full_name) for one in ordered)


def subjects(session: Session) -> tuple[tuple[str, str, str], ...]:
    """Client id, household id and name of every client in care and every household, by name."""
    name = (PersonRow.given_name, PersonRow.prefix, PersonRow.family_name, PersonRow.call_name)
    clients = (
        select(ClientRecord.id, *name)
        .join(PersonRow, PersonRow.id == ClientRecord.person_id)
        .where(ClientRecord.removed.is_(False), ClientRecord.care_ended_on.is_(None))
    )
    found = []
    for client_id, given, prefix, family, call in session.execute(clients):
        person = PersonView(given_name=given, prefix=prefix, family_name=family, call_name=call)
        found.append((person.sort_name.casefold(), (client_id, "", person.full_name)))
    homes = select(HouseholdRow.id, HouseholdRow.name).where(HouseholdRow.removed.is_(False))
    named = sorted((str(row[1]).casefold(), ("", str(row[0]), str(row[1]))) for row in session.execute(homes))
    return (*(one for _, one in sorted(found)), *(one for _, one in named))

"""How clients and households are meant outside the vault, and the names that may not stand there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.model.reading.among import among
from planbureau.model.rows import ClientRecord, HouseholdRow, MemberRow, PersonRow
from planbureau.rules.people.initials import home_initials, initials

_NAMED = 2
_NAMES = (PersonRow.call_name, PersonRow.given_name, PersonRow.prefix, PersonRow.family_name)


@dataclass(frozen=True)
class Label:
    """A client or household without its name. `code` is empty when there is none."""

    initials: str
    code: str = ""


def labels_of(session: Session, subject_ids: Iterable[str]) -> dict[str, Label]:
    """The labels of these clients and households by id; of a household the codes of its clients count."""
    wanted = set(subject_ids) - {""}
    clients = select(ClientRecord.id, ClientRecord.code, *_NAMES).join(
        PersonRow, PersonRow.id == ClientRecord.person_id
    )
    found: dict[str, Label] = {}
    for client_id, code, call, given, prefix, family in session.execute(
        clients.where(among(ClientRecord.id, wanted))
    ):
        found[client_id] = Label(initials(call or given, prefix, family), code)
    homes = select(HouseholdRow.id, HouseholdRow.name).where(among(HouseholdRow.id, wanted))
    names = {str(row[0]): str(row[1]) for row in session.execute(homes)}
    codes = _codes_in(session, names)
    found |= {home: Label(home_initials(name), _together(codes[home])) for home, name in names.items()}
    return found


def _together(codes: list[str]) -> str:
    """The codes of one home: two by name, of the others how many."""
    more = [str(len(codes) - _NAMED)] if len(codes) > _NAMED else []
    return " + ".join([*codes[:_NAMED], *more])


def _codes_in(session: Session, home_ids: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    query = (
        select(MemberRow.household_id, ClientRecord.code)
        .join(ClientRecord, ClientRecord.person_id == MemberRow.person_id)
        .where(among(MemberRow.household_id, home_ids), MemberRow.removed.is_(False), ClientRecord.code != "")
        .order_by(ClientRecord.code)
    )
    for home, code in session.execute(query):
        found[home].append(code)
    return found


def everyones_names(session: Session) -> list[tuple[str, ...]]:
    """The names of every person, household and client that the vault knows."""
    people = session.execute(select(PersonRow.call_name, PersonRow.given_name, PersonRow.family_name))
    homes = session.scalars(select(HouseholdRow.name))
    return [*(tuple(row) for row in people), *((name,) for name in homes)]

"""Who may agree to a deviation for a client: the client, or who decides for the client (rules B2, B4).

WLZ-04 asks for the client or the representative (Wlz 8.1.1 lid 6); a neighbour or a colleague cannot agree.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from planbureau.rules.consent.capacity import Capacity, CustodyKind
from planbureau.rules.consent.representation import Relation, capacity_of
from planbureau.rules.dates import age_on
from planbureau.ui.page import PageContext
from planbureau.ui.visiting import people_around
from planbureau.views import ClientView, CustodyView, DeadlineRow

_DECIDES_FROM, _ADULT = 12, 18
_CUSTODY = {kind.value: kind.capacity for kind in CustodyKind}
_RELATIONS = {relation.value: relation for relation in Relation}


def consenters(context: PageContext, row: DeadlineRow) -> list[tuple[str, str]]:
    """Ids with name and capacity of who may agree, for a client or for every client of a household."""
    if not row.plan_id:
        return []  # of the organisation: nobody of a plan agrees to it
    clients, today = context.workspace.clients, context.clock.today()
    seen = {person.id for person in people_around(context, row.client_id or row.household_id)}
    ids = [row.client_id] if row.client_id else []
    if not ids and row.household_id:
        ids = [member.client_id for member in clients.household(row.household_id).members if member.client_id]
    found: dict[str, str] = {}
    for client_id in ids:
        for person_id, name in deciders(clients.client(client_id), clients.custody(client_id), today):
            if person_id in seen:
                found.setdefault(person_id, name)
    return list(found.items())


def deciders(client: ClientView, custody: Iterable[CustodyView], today: date) -> list[tuple[str, str]]:
    """The client from twelve on, who has custody of a minor, and who represents an adult and is willing."""
    born = client.person.birth_date
    age = _ADULT if born is None else age_on(born, today)
    found = []
    if age >= _DECIDES_FROM:
        found.append((client.person.id, f"{client.person.full_name} ({Capacity.CLIENT.label})"))
    for one in custody:
        capacity = _capacity(one, age)
        runs = (one.start is None or one.start <= today) and (one.end is None or today <= one.end)
        if capacity is not None and runs and one.willing is not False:
            found.append((one.person.id, f"{one.person.full_name} ({capacity.label})"))
    return found


def _capacity(one: CustodyView, age: int) -> Capacity | None:
    if one.kind in _CUSTODY:
        return _CUSTODY[one.kind] if age < _ADULT else None
    relation = _RELATIONS.get(one.kind)
    return capacity_of(relation) if relation is not None and age >= _ADULT else None

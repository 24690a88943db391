"""For whom a print keeps a line to sign on: a signature is one form of agreement, never the only one (B1)."""

from __future__ import annotations

from dataclasses import dataclass

from planbureau.documents.editions.paper import Paper
from planbureau.rules.capacity import Capacity
from planbureau.rules.consent_topics import free_of_consent
from planbureau.rules.dates import age_on
from planbureau.rules.dutch import sentence
from planbureau.rules.smart import CONSENT_AGE
from planbureau.views import PersonView

_DECIDES = frozenset(one.value for one in Capacity)


@dataclass(frozen=True)
class Signer:
    """Somebody who may sign, with what he or she is to the client."""

    person_id: str
    name: str
    capacity: str


def expected_signers(paper: Paper) -> tuple[Signer, ...]:
    """The client from twelve on, who decides for the client, who signs too, and the coordinator.

    A plan that may be kept without consent is not put before the client and who decides to sign.
    """
    view = paper.view
    found: dict[str, Signer] = {}

    def add(person: PersonView, capacity: str) -> None:
        found.setdefault(person.id, Signer(person.id, person.full_name, sentence(capacity)))

    clients = [one.person for one in view.clients]
    if view.client is not None and view.client.person not in clients:
        clients.insert(0, view.client.person)
    free = free_of_consent(view.format.id)
    for person in () if free else clients:
        if _old_enough(person, paper):
            add(person, "gezinslid" if paper.is_household else "cliënt")
    for member in view.household.members if view.household and paper.is_household else ():
        if _old_enough(member.person, paper):
            add(member.person, member.role)
    for one in () if free else view.custody:
        if one.kind in _DECIDES and one.willing is not False:
            add(one.person, Capacity(one.kind).label)
    for relation in view.relations:
        if relation.signs:
            add(relation.person, relation.role or relation.person.function)
    if view.coordinator is not None:
        add(view.coordinator, "regisseur" if paper.is_household else "coördinator van het plan")
    return tuple(found.values())


def _old_enough(person: PersonView, paper: Paper) -> bool:
    return person.birth_date is None or age_on(person.birth_date, paper.context.today) >= CONSENT_AGE

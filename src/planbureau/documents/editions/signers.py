"""For whom a print keeps a line to sign on: a signature is one form of agreement, never the only one (B1)."""

from __future__ import annotations

from dataclasses import dataclass

from planbureau.documents.editions.paper import Paper
from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.dutch import sentence
from planbureau.views import PersonView


@dataclass(frozen=True)
class Signer:
    """Somebody who may sign, with what he or she is to the client."""

    person_id: str
    name: str
    capacity: str


def expected_signers(paper: Paper) -> tuple[Signer, ...]:
    """Who is asked to agree, who signs along by agreement, and the coordinator."""
    view = paper.view
    found: dict[str, Signer] = {}

    def add(person: PersonView | None, capacity: str) -> None:
        if person is not None:  # who may not be named to these readers gets no line either
            found.setdefault(person.id, Signer(person.id, person.full_name, sentence(capacity)))

    for one in paper.context.asked:
        add(paper.person(one.person_id), _word(one.capacity, paper))
    for relation in view.relations:
        if relation.signs:
            add(relation.person, relation.role or relation.person.function)
    add(view.coordinator, "regisseur" if paper.is_household else "coördinator van het plan")
    return tuple(found.values())


def _word(capacity: str, paper: Paper) -> str:
    """In the plan of a family nobody is called the client."""
    if paper.is_household and capacity == Capacity.CLIENT.value:
        return "gezinslid"
    return Capacity(capacity).label

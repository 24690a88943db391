"""Which records, fields and questions of a plan are kept from a group of readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from planbureau.views import PlanView

KINDS = (
    "person",
    "person_field",
    "address",
    "contact",
    "goal",
    "action",
    "agreement",
    "risk",
    "answer",
    "look",
)
"""The values of `RestrictionView.target_kind`, and the looks at goals that came with a note."""


@dataclass(frozen=True)
class Hidden:
    """Ids per kind. `questions` are keys of answers of this plan ("leefgebieden/mensen")."""

    ids: Mapping[str, frozenset[str]]
    questions: frozenset[str] = frozenset()
    person_fields: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    @property
    def people(self) -> frozenset[str]:
        """Persons who may not be named at all."""
        return self.ids["person"]

    @property
    def anything(self) -> bool:
        """Whether anything is hidden."""
        return any(self.ids.values())

    def fields_of(self, person_id: str) -> frozenset[str]:
        """The hidden fields of one person."""
        return frozenset(name for owner, name in self.person_fields if owner == person_id)


def hidden_for(view: PlanView, audience: frozenset[str]) -> Hidden:
    """What the marks on a plan keep from these readers together."""
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for mark in view.restrictions:
        if audience & set(mark.not_for):
            found.setdefault(mark.target_kind, set()).add(mark.target_id)
    found["look"] |= {look.id for look in view.looks if audience & set(look.not_for)}
    of_plan = f"{view.id}:"
    answers = {target for target in found["answer"] if target.startswith(of_plan)}
    return Hidden(
        {kind: frozenset(ids if kind != "answer" else answers) for kind, ids in found.items()},
        frozenset(target.removeprefix(of_plan) for target in answers),
        frozenset(_split(target) for target in found["person_field"]),
    )


def _split(target: str) -> tuple[str, str]:
    owner, _, name = target.rpartition(":")
    return owner, name

"""Whose name a ready-made goal of a parent gets ("{naam} geeft elke dag duidelijke en vaste regels")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planbureau.rules.consent.capacity import is_child_role, is_parent_role
from planbureau.rules.dates import age_on

ADULT = 18
A_PARENT = "een ouder"
"""Stands in the sentence as long as nobody knows who the parents are."""


@dataclass(frozen=True)
class Relative:
    """Somebody in or around the family; without a birth date the role says whether it is a child."""

    person_id: str
    role: str = ""
    birth_date: date | None = None

    def is_child(self, today: date) -> bool:
        """Whether this is a minor who brings up no child, as far as known."""
        if is_parent_role(self.role):
            return False
        if self.birth_date is not None:
            return age_on(self.birth_date, today) < ADULT
        return is_child_role(self.role)


def parents_for(chosen: Iterable[Relative], family: Iterable[Relative], today: date) -> tuple[str, ...]:
    """The person ids whose goal it is: of the chosen who are no children, else the parents in the family.

    Empty when only children are chosen and no parent is known.
    """
    grown_up = [one.person_id for one in chosen if not one.is_child(today)]
    if grown_up:
        return tuple(grown_up)
    return tuple(dict.fromkeys(one.person_id for one in family if is_parent_role(one.role)))

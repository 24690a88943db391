"""Which plan types stand apart in the menu of a client, because they are for somebody younger."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from planbureau.formats.model import PlanFormat, Subject
from planbureau.rules.regime import Regime
from planbureau.ui.people.deciding import is_minor
from planbureau.views import HouseholdView, PersonView

WHY = "Jeugdplannen ({name} is 18 jaar of ouder)"


def for_the_young(
    formats: Iterable[PlanFormat], person: PersonView, homes: Iterable[HouseholdView], today: date
) -> frozenset[str]:
    """The types under the Jeugdwet alone, for an adult. A plan of a family counts with a child at home.

    They stay within reach: jeugdhulp can go on after the eighteenth birthday. Without one nothing is apart.
    """
    if is_minor(person, today) is not False:
        return frozenset()
    children = any(is_minor(member.person, today) is not False for home in homes for member in home.members)
    youth = (one for one in formats if one.regimes == (Regime.JEUGDWET.value,))
    return frozenset(one.id for one in youth if not (children and one.subject is Subject.HOUSEHOLD))

"""What who works here may see of the protected plans: a rule of the program, not a second lock."""

from __future__ import annotations

from planbureau.formats.library import FormatLibrary
from planbureau.formats.model import Access
from planbureau.model.reading import access
from planbureau.model.sight import Sight
from planbureau.model.store import ReadSession

DECIDES_SIGHT = ("plan", "plan_access", "plan_share")
"""Records that decide it."""


def sight_of(
    session: ReadSession, formats: FormatLibrary, user_id: str, *, visiting: bool, opened: str
) -> Sight:
    """The sight of this user; `opened` is the plan that its client opened with the own code."""
    kinds = {one.id: one for one in formats.all() if one.access is not Access.TEAM}
    plans = access.plans_of(session, list(kinds))
    if not plans:
        return Sight()
    with_list = [plan for plan, kind in plans.items() if kinds[kind].access is Access.LISTED]
    seen = set() if visiting else access.may_open(session, with_list, user_id)
    hidden = set(with_list) - seen
    own = [plan for plan, kind in plans.items() if kinds[kind].access is Access.OWNER and plan != opened]
    shares = access.shares(session, own)
    kept = {}
    for plan in own:
        sections = access.shared_sections(shares[plan], user_id)
        kept[plan] = frozenset(
            question.id
            for section in kinds[plans[plan]].sections
            if section.id in sections
            for question in section.questions
        )
    hidden |= access.annexes_of(session, [*hidden, *own])
    return Sight(frozenset(hidden), kept)

"""What who works here may see of the protected plans: a rule of the program, not a second lock."""

from __future__ import annotations

from planbureau.formats.library import FormatLibrary
from planbureau.formats.model import Access
from planbureau.model.reading import access
from planbureau.model.sight import Sight
from planbureau.model.store import ReadSession

DECIDES_SIGHT = ("plan", "plan_access", "plan_share")
"""Records that decide it."""


def guarded_plans(session: ReadSession, formats: FormatLibrary) -> dict[str, Access]:
    """Every plan that not everybody may open, with who may.

    A type counts in any of its versions, and a plan stays kept when the file of its type is gone or broken:
    a fault in a file must not open what somebody closed.
    """
    kinds = {one.id: one.access for one in formats.formats if one.access is not Access.TEAM}
    plans = {plan: kinds[kind] for plan, kind in access.plans_of(session, list(kinds)).items()}
    return plans | access.guarded_without_type(session, {one.id for one in formats.formats})


def sight_of(
    session: ReadSession, formats: FormatLibrary, user_id: str, *, visiting: bool, opened: str
) -> Sight:
    """The sight of this user; `opened` is the plan that its client opened with the own code."""
    plans = guarded_plans(session, formats)
    if not plans:
        return Sight()
    with_list = [plan for plan, kept in plans.items() if kept is Access.LISTED]
    seen = set() if visiting else access.may_open(session, with_list, user_id)
    hidden = set(with_list) - seen
    own = [plan for plan, kept in plans.items() if kept is Access.OWNER and plan != opened]
    types = access.types_of(session, own)
    shares = access.shares(session, own)
    known = {one.id: one for one in formats.all()}
    kept = {}
    for plan in own:
        shared = access.shared_sections(shares[plan], user_id)
        sections = known[types[plan]].sections if types[plan] in known else ()
        kept[plan] = frozenset(
            question.id for section in sections if section.id in shared for question in section.questions
        )
    hidden |= access.annexes_of(session, [*hidden, *own])
    return Sight(frozenset(hidden), kept)

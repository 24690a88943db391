"""Whether a plan is adopted or handed in, and whether its required parts count.

A plan of the client or the family itself is form-free: it is handed in and nothing may stand in its way
(Wlz 8.1.1; Wmo 2015 2.3.2 lid 2; Jeugdwet 1.1). It is an ordinary plan as soon as its own condition holds,
such as a family plan that takes the place of the hulpverleningsplan.
"""

from __future__ import annotations

from .answered import holds
from .answers import PlanState
from .model import PlanFormat


def handed_in(plan: PlanFormat, state: PlanState) -> bool:
    """Whether this plan is handed in: no gate, no missing part and no consent stands in the way."""
    return plan.hand_in and not demanding(plan, state)


def demanding(plan: PlanFormat, state: PlanState) -> bool:
    """Whether what is needed before adopting counts for this plan."""
    if plan.need_when is None:
        return not plan.hand_in
    return holds(plan.need_when, state, plan)

"""Where a plan is told about that cannot be opened, because its plan type is gone or broken."""

from __future__ import annotations

from planbureau.errors import NotFoundError
from planbureau.ui.page import PageContext
from planbureau.ui.places import OpenLostPlan, OpenPlan, Place


def instead_of(context: PageContext, place: Place) -> Place | None:
    """The place for a plan without its plan type; None when this place is something else, or nowhere."""
    if not isinstance(place, OpenPlan):
        return None
    try:
        lost = context.workspace.plans.row(place.plan_id).lost
    except NotFoundError:
        return None
    return OpenLostPlan(place.plan_id) if lost else None

"""Noting who opened, printed or exported a plan that has a list."""

from __future__ import annotations

from datetime import timedelta

from planbureau.errors import VaultError
from planbureau.formats.model import Access
from planbureau.model.reading import plans as plan_reading
from planbureau.model.rows import PlanOpeningRow
from planbureau.services.context import Context, told_in_words
from planbureau.views import PlanView

OPENED, PRINTED, EXPORTED = "geopend", "afdruk gemaakt", "geëxporteerd"
ONCE_IN = timedelta(minutes=30)
"""A screen reads its plan again and again: within this time that is one opening. Own choice (O)."""


def note_plan(context: Context, view: PlanView, what: str) -> None:
    """Notes it when the plan, or the plan of this annex, has a list."""
    format_id, plan_id = view.format.id, view.id
    if view.parent is not None:
        format_id, plan_id = view.parent.format_id, view.parent.id
    if has_list(context, format_id):
        note(context, plan_id, what)


def has_list(context: Context, format_id: str) -> bool:
    """Whether plans of this type have a list of who may open them."""
    return any(one.id == format_id and one.access is Access.LISTED for one in context.formats.all())


def note(context: Context, plan_id: str, what: str) -> None:
    """Notes it, once for all that is read shortly after each other.

    Raises VaultError when nothing can be written: then the plan does not open either.
    """
    now = context.clock.now()
    last = context.noted.get((plan_id, what))
    if last is not None and last <= now < last + ONCE_IN:
        return
    if context.store.read_only:
        raise VaultError(
            "Een afgeschermd plan gaat alleen open als dat kan worden vastgelegd. "
            "De kluis is nu alleen om te lezen open.",
            "Sluit het andere venster en open de kluis opnieuw.",
        )
    with told_in_words(), context.store.writing(context.user_id) as work:
        plan_reading.plan_row(work.session, plan_id)
        work.create(PlanOpeningRow, {"plan_id": plan_id, "person_id": context.user_id, "what": what})
    context.noted[plan_id, what] = now

"""Noting who opened, printed or exported a plan that has a list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from planbureau.errors import VaultError
from planbureau.formats.model import Access
from planbureau.model.reading import access
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.rows import PlanOpeningRow
from planbureau.services.context import Context, told_in_words
from planbureau.views import PlanView
from planbureau.views.access import OpeningLine

OPENED, PRINTED, EXPORTED = "geopend", "afdruk gemaakt", "geëxporteerd"
NOTES_PRINTED = "afdruk van rapportage gemaakt"
PLAN_READ_ONLY = (
    "Een afgeschermd plan gaat alleen open als dat kan worden vastgelegd. "
    "De kluis is nu alleen om te lezen open."
)
NOTES_READ_ONLY = (
    "Een afdruk van rapportage wordt vastgelegd. Dat kan nu niet: de kluis is alleen om te lezen open."
)
ONCE_IN = timedelta(minutes=30)
"""A screen reads its plan again and again: within this time that is one opening. Own choice (O)."""


def note_plan(context: Context, view: PlanView, what: str) -> None:
    """Notes it when the plan, or the plan of this annex, has a list."""
    format_id, plan_id = view.format.id, view.id
    if view.parent is not None:
        format_id, plan_id = view.parent.format_id, view.parent.id
    if has_list(context, format_id):
        note(context, plan_id, what)


def note_notes(context: Context, subject_ids: Iterable[str], what: str) -> None:
    """Notes that the progress notes about these clients and households left the screen.

    What is noted stands with whom they are about. Raises VaultError when nothing can be written.
    """
    for subject_id in subject_ids:
        _write(context, subject_id, what, NOTES_READ_ONLY)


def noted_about(context: Context, subject_ids: Iterable[str]) -> tuple[OpeningLine, ...]:
    """Who printed the progress notes about these clients and households, the last one first."""
    with context.reading() as session:
        rows = [row for subject_id in subject_ids for row in access.openings(session, subject_id)]
        people = people_reading.persons(session, [row.person_id for row in rows])
    lines = {
        (row.made_at, row.person_id): OpeningLine(people[row.person_id].full_name, row.what, row.made_at)
        for row in rows
        if row.person_id in people and row.what == NOTES_PRINTED
    }
    return tuple(line for _, line in sorted(lines.items(), reverse=True))


def has_list(context: Context, format_id: str) -> bool:
    """Whether plans of this type have a list of who may open them."""
    return any(one.id == format_id and one.access is Access.LISTED for one in context.formats.all())


def note(context: Context, plan_id: str, what: str) -> None:
    """Notes it, once for all that is read shortly after each other.

    Raises VaultError when nothing can be written: then the plan does not open either.
    """
    with context.reading() as session:
        plan_reading.plan_row(session, plan_id)
    _write(context, plan_id, what, PLAN_READ_ONLY)


def _write(context: Context, about: str, what: str, refused: str) -> None:
    now = context.clock.now()
    last = context.noted.get((about, what))
    if last is not None and last <= now < last + ONCE_IN:
        return
    if context.store.read_only:
        raise VaultError(refused, "Sluit het andere venster en open de kluis opnieuw.")
    with told_in_words(), context.store.writing(context.user_id) as work:
        work.create(PlanOpeningRow, {"plan_id": about, "person_id": context.user_id, "what": what})
    context.noted[about, what] = now

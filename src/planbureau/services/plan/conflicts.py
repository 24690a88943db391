"""Two people wrote something else in one field: a person chooses."""

from __future__ import annotations

from planbureau.changes import Changes
from planbureau.formats.answers import JsonValue
from planbureau.model.reading.revisions import kind_of
from planbureau.model.rows import KINDS
from planbureau.services.context import Context


def resolve(context: Context, record_id: str, field: str, value: JsonValue) -> Changes:
    """Writes the chosen value on top of everything that was written. Raises NotFoundError."""
    with context.writing() as work:
        row = work.get(KINDS[kind_of(work.session, record_id)], record_id)
        work.change(row, {field: value})
        work.touch(*(str(getattr(row, name, "")) for name in ("plan_id", "client_id", "household_id")))
    return work.changes

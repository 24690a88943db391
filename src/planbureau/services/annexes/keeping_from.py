"""Who may not read something in a report does not read in the plan what came from it (rules B7)."""

from __future__ import annotations

from collections.abc import Iterable

from planbureau.model.columns import Record
from planbureau.model.reading import people as people_reading
from planbureau.model.rows import RestrictionRow
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.views import PlanView, answer_targets


def keep_from(work: UnitOfWork, view: PlanView, keys: Iterable[str], row: Record) -> None:
    """Lets the marks "niet voor" of these answers of the report go along to a record of the plan."""
    targets = {target for key in keys for target in answer_targets(view.id, key)}
    marks = [one for one in view.restrictions if one.target_kind == "answer" and one.target_id in targets]
    not_for = {person for mark in marks for person in mark.not_for}
    if not not_for:
        return
    known = people_reading.restriction_on(work.session, row.kind, row.id)
    fields = {"not_for": sorted(not_for.union(known.not_for if known is not None else ()))}
    if known is not None:
        work.change(known, fields)
    else:
        about = {"target_kind": row.kind, "target_id": row.id, "reason": marks[0].reason}
        work.create(RestrictionRow, {**about, **fields})

"""A plan or an annex as it stands now, put together from its records."""

from __future__ import annotations

from dataclasses import replace

from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading.annexes import annex_view
from planbureau.model.reading.assembling import plan_view
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.services.adoption.versions import last_version
from planbureau.services.calendar.terms import deadlines_of_plan
from planbureau.services.context import Context
from planbureau.services.plan.own_plans import shared_part
from planbureau.views import PlanView


def current_view(
    context: Context, session: ReadSession, row: PlanRecord, *, deadlines: bool = True
) -> PlanView:
    """Everything of a plan; without its deadlines when those are not needed, because they take most time.

    A finished annex is shown as it was finished, whatever became of the plan since.
    """
    plan_format = context.formats.get(row.format_id, row.format_version)
    if not row.parent_id:
        found = deadlines_of_plan(session, context.formats, row, context.clock) if deadlines else ()
        return plan_view(session, row, shared_part(context, row.id, plan_format), found)
    kept = last_version(context, session, row.id) if row.status == "active" else None
    if kept is not None:
        return replace(kept, status=row.status, heads=tuple(row.heads), edited_at=row.edited_at)
    return open_annex_view(context, session, row)


def open_annex_view(context: Context, session: ReadSession, row: PlanRecord) -> PlanView:
    """An annex as its records stand, finished or not."""
    parent = current_view(context, session, plan_reading.plan_row(session, row.parent_id), deadlines=False)
    annex = context.formats.get(row.format_id, row.format_version)
    view = annex_view(session, row, annex, parent)
    kept = last_version(context, session, row.id)
    if kept is None:
        return view
    # What is added later is said about what was looked at then, whatever became of it in the plan.
    return replace(view, goals=kept.goals, agreements=kept.agreements, risks=kept.risks)

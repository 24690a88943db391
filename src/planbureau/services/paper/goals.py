"""Which goals a reader gets on paper when those of several plans are printed together (rules B7, end)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.services.api.requests import GoalsPrint
from planbureau.services.context import Context
from planbureau.services.plan.viewing import current_view
from planbureau.services.sight.openings import PRINTED, note_plan

if TYPE_CHECKING:
    from planbureau.documents.editions.goal_overview import GoalsOnPaper


def goals_on_paper(
    context: Context, request: GoalsPrint, pictogram_name: Callable[[str], str]
) -> GoalsOnPaper:
    """Everything for the print. Raises NotFoundError for a plan that is not there."""
    from planbureau.documents.blocks import PaperSize
    from planbureau.documents.editions.context import EditionContext
    from planbureau.documents.editions.goal_overview import GoalsOnPaper
    from planbureau.documents.editions.paper import Paper

    with context.reading() as session:
        views = [
            current_view(context, session, plan_reading.plan_row(session, plan_id), deadlines=False)
            for plan_id in request.plan_ids
        ]
        name = people_reading.name_of_subject(session, request.subject_id)
        organisation = people_reading.organisation(session)
    for view in views:
        note_plan(context, view, PRINTED)
    edition = EditionContext(
        today=context.today(),
        audience=frozenset(request.audience),
        organisation=organisation,
        goal_library=context.goal_library,
        pictogram_name=pictogram_name,
    )
    papers = tuple(Paper.of(view, edition) for view in views)
    wanted = frozenset(request.goal_ids)
    kept = {goal.id for paper in papers for goal in paper.view.goals}
    return GoalsOnPaper(
        papers=papers,
        name=name,
        organisation=organisation.name,
        today=context.today(),
        shown=wanted,
        chosen=request.chosen,
        size=PaperSize(request.size) if request.size else None,
        doer=request.doer,
        about=next(
            (one.person.id for view in views for one in view.clients if one.id == request.subject_id), ""
        ),
        left_out=any(paper.redacted.left_out for paper in papers) or not wanted <= kept,
    )

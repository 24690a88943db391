"""The guide "Welk plan past?": what the file tells already, and beginning the plans that were chosen."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from planbureau.changes import Changes
from planbureau.services.context import Context
from planbureau.services.plan.starting import begin
from planbureau.views import GuideKnowledge, StartPlan


class Guide:
    """`services.api.GuideService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def known(
        self, client_id: str, household_ids: Sequence[str], plan_ids: Collection[str]
    ) -> GuideKnowledge:
        # Lazy: what the guide knows is of no use until somebody asks it.
        from planbureau.services.guide.knowledge import knowledge

        with self._context.reading() as session:
            return knowledge(
                session,
                self._context.today(),
                client_id,
                household_ids,
                plan_ids,
                self._context.formats,
            )

    def start(self, plans: Sequence[StartPlan]) -> tuple[tuple[str, ...], Changes]:
        with self._context.writing() as work:
            made = tuple(begin(work, self._context.formats.get(plan.format_id), plan) for plan in plans)
        return made, work.changes

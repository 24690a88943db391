"""Calling the clock of the computer right, with a reason that stays."""

from __future__ import annotations

from datetime import date

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError
from planbureau.model.reading import clock_checks as reading
from planbureau.model.reading import lists
from planbureau.model.reading import people as people_reading
from planbureau.model.reading.plan_heads import heads_named
from planbureau.model.rows import ClockCheckRow
from planbureau.services.context import Context
from planbureau.views import AheadView, ClockCheckView


class ClockChecks:
    """`services.api.ClockService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def doubt(self) -> str:
        return self._context.watch.doubt()

    def last_day(self) -> date:
        return self._context.last_day()

    @property
    def can_call_right(self) -> bool:
        return not self._context.store.read_only and not self._context.client_writes

    def call_right(self, reason: str) -> Changes:
        watch = self._context.watch
        doubted = watch.doubted()
        if doubted is None:
            raise InvalidInputError("De klok klopt al. Er hoefde niets te worden vastgelegd.")
        if not reason.strip():
            raise InvalidInputError(
                "Schrijf in een zin op wat er met de klok was.", "Er is nog niets vastgelegd."
            )
        with watch.called_right(), self._context.writing() as work:
            work.create(ClockCheckRow, {"reason": reason.strip(), "doubted": doubted.isoformat()})
        return work.changes

    def checks(self) -> tuple[ClockCheckView, ...]:
        with self._context.reading() as session:
            rows = reading.clock_checks(session)
            known = people_reading.persons(session, {row.edited_by for row in rows})
            return tuple(
                ClockCheckView(
                    row.id,
                    row.made_at,
                    known[row.edited_by].full_name if row.edited_by in known else "",
                    row.reason,
                    row.doubted,
                )
                for row in rows
            )

    def ahead(self) -> tuple[AheadView, ...]:
        if self._context.visiting or self._context.client_writes:
            return ()  # these are the names of others
        with self._context.reading() as session:
            found = list(reading.closed_ahead(session, self._context.today()))
            plans = {one.id: one for one in heads_named(session, {plan_id for plan_id, _, _ in found})}
            names = lists.subject_names(session, plans.values())
        return tuple(
            AheadView(plan_id, names[plan_id], plans[plan_id].title, what, day)
            for plan_id, what, day in found
            if plan_id in plans
        )

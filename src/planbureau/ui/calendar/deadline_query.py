"""Reads what a calendar shows: of everyone, of one client or household, or of a search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from planbureau.errors import NotFoundError
from planbureau.rules.deadlines.outline import ONCE
from planbureau.services.api import Workspace
from planbureau.ui.calendar.agenda_lines import Line, line_id, order_of
from planbureau.ui.calendar.deadline_look import row_id
from planbureau.ui.calendar.filter_bar import Filters
from planbureau.ui.visiting import Sight
from planbureau.views import AppointmentView, DeadlineRow, SearchHit

MOST_HITS = 8
"""How many clients one search may bring together."""


def _named(name: str, query: str) -> bool:
    return all(word in name.casefold() for word in query.casefold().split())


@dataclass(frozen=True)
class DeadlineQuery:
    """`client_id` and `household_id` limit to what belongs to them; empty ids mean everyone."""

    workspace: Workspace
    client_id: str = ""
    household_id: str = ""
    sight: Sight = field(default_factory=Sight)

    @property
    def limited(self) -> bool:
        """Whether only one client or household shows."""
        return bool(self.client_id or self.household_id)

    def rows(self, filters: Filters, start: date | None, end: date | None) -> tuple[Line, ...]:
        """The terms with a last day from `start` to `end` and the appointments of those days, by day."""
        today = self.workspace.calendar.today()
        found: dict[str, Line] = {
            line_id(line): line
            for line in self._read(filters, start, end)
            if self.sight.sees(line.client_id, line.household_id) and filters.wants(line, today)
        }
        return tuple(sorted(found.values(), key=order_of))

    def _read(self, filters: Filters, start: date | None, end: date | None) -> Iterator[Line]:
        calendar, appointments = self.workspace.calendar, self.workspace.appointments
        searched = not self.limited and bool(filters.query)
        hits = self.workspace.search(filters.query, 4 * MOST_HITS) if searched else ()
        subjects = self._subjects(filters.query, hits) if searched else [(self.client_id, self.household_id)]
        if filters.asks_appointments:
            yield from self._named_appointments(hits, start, end)
        for client_id, household_id in subjects:
            if filters.asks_deadlines:
                # The past of everyone is long: what is done is only read when somebody asks for it.
                everyone = not (self.limited or searched)
                yield from calendar.deadlines(
                    client_id=client_id,
                    household_id=household_id,
                    start=start,
                    end=end,
                    open_only=filters.only_open and start is None and everyone,
                    within=self.sight.subjects,
                )
            if filters.asks_tasks:
                yield from self.workspace.tasks.tasks(
                    client_id=client_id, household_id=household_id, start=start, end=end,
                    open_only=filters.only_open,
                )  # fmt: skip
            if filters.asks_appointments:
                first = self.workspace.calendar.today() if filters.only_open and start is None else start
                yield from appointments.appointments(
                    client_id=client_id, household_id=household_id, start=first, end=end
                )

    def _named_appointments(
        self, hits: Sequence[SearchHit], start: date | None, end: date | None
    ) -> Iterator[AppointmentView]:
        """The appointments that were found by their own words."""
        for hit in hits:
            if hit.kind == "appointment":
                found = self.workspace.appointments.appointment(hit.record_id)
                if (start is None or found.day >= start) and (end is None or found.day <= end):
                    yield found

    def _subjects(self, query: str, hits: Sequence[SearchHit]) -> list[tuple[str, str]]:
        """The clients that match, and the households whose plan carries a name that does, as ids."""
        clients = [(hit.client_id, "") for hit in hits if hit.kind == "client"]
        plans = [h for h in hits if h.kind == "plan" and not h.client_id and _named(h.detail, query)]
        rows = [self.workspace.plans.row(hit.record_id) for hit in plans[:MOST_HITS]]
        homes = [("", hit.record_id) for hit in hits if hit.kind == "household"]
        return [*dict.fromkeys(clients + homes + [("", row.household_id) for row in rows])][:MOST_HITS]

    def one(self, plan_id: str, key: str) -> DeadlineRow | None:
        """The deadline of a plan with this key, when it may be seen here."""
        if not plan_id:
            everything = () if self.limited else self.workspace.calendar.deadlines()
            return next((one for one in everything if not one.plan_id and one.deadline.key == key), None)
        row = self.workspace.plans.row(plan_id)
        client_id = row.client_ids[0] if row.client_ids else ""
        seen = self.sight.subjects
        listed = self.workspace.calendar.deadlines(
            client_id=client_id, household_id=row.household_id, within=seen
        )
        for found in listed:
            same = found.plan_id == plan_id or found.deadline.rule_id in ONCE  # shown with another plan
            if same and found.deadline.key == key and self._seen(found):
                return found
        return None

    def _seen(self, row: DeadlineRow) -> bool:
        if not self.sight.sees(row.client_id, row.household_id):
            return False
        if not self.limited:
            return True
        own = self.workspace.calendar.deadlines(
            client_id=self.client_id, household_id=self.household_id, within=self.sight.subjects
        )
        return any(row_id(row) == row_id(one) for one in own)

    def day_of(self, appointment_id: str) -> date | None:
        """The day of an appointment that may be seen here."""
        try:
            found = self.workspace.appointments.appointment(appointment_id)
        except NotFoundError:
            return None
        return found.day if self.sight.sees(found.client_id, found.household_id) else None

    def subject(self, subject_id: str) -> tuple[str, str]:
        """A client or a household as both ids, of which one is empty; without an id that which shows."""
        if not subject_id:
            return self.client_id, "" if self.client_id else self.household_id
        try:
            return self.workspace.clients.client(subject_id).id, ""
        except NotFoundError:
            return "", subject_id

    def subject_name(self) -> str:
        """The name of the client or household that shows, or an empty text for everyone."""
        if self.client_id:
            return self.workspace.clients.client(self.client_id).person.full_name
        if self.household_id:
            return self.workspace.clients.household(self.household_id).name
        return ""

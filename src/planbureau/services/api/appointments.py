"""The verbs about own appointments and home visits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.changes import Changes
    from planbureau.views import AppointmentView


class AppointmentService(Protocol):
    """Own appointments: made, changed, and called off; a called-off one stays readable."""

    def appointments(
        self,
        *,
        client_id: str = "",
        household_id: str = "",
        start: date | None = None,
        end: date | None = None,
    ) -> tuple[AppointmentView, ...]:
        """Those from `start` to `end`, by day and time; of a client also those of its households."""
        ...

    def appointment(self, appointment_id: str) -> AppointmentView:
        """One appointment. Raises NotFoundError."""
        ...

    def colleagues(self) -> tuple[tuple[str, str], ...]:
        """Ids and names of who coordinates a plan or takes part from work; the user is the first."""
        ...

    def subjects(self) -> tuple[tuple[str, str, str], ...]:
        """Client id, household id (one of both is empty) and name of everyone an appointment can be about."""
        ...

    def add(self, appointment: AppointmentView) -> tuple[str, Changes]:
        """Makes an appointment; without a title it is called by its kind.

        Raises InvalidInputError when its times cannot be.
        """
        ...

    def save(self, before: AppointmentView, after: AppointmentView) -> Changes:
        """Writes what differs. Raises InvalidInputError when its times cannot be."""
        ...

    def cancel(self, appointment_ids: Sequence[str], *, cancelled: bool = True) -> Changes:
        """Calls appointments off, or on again."""
        ...

"""Views of own appointments and home visits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planbureau.rules.appointments import AppointmentKind, time_words


@dataclass(frozen=True)
class AppointmentView:
    """An appointment about a client, a household or neither, and perhaps about one plan.

    `starts` and `ends` are times on the clock of the Netherlands ("14:30"), empty for the whole day.
    `who` are the people who take part (person ids). A cancelled one stays readable.
    """

    id: str
    day: date
    title: str = ""
    kind: str = AppointmentKind.APPOINTMENT.value
    starts: str = ""
    ends: str = ""
    place: str = ""
    client_id: str = ""
    household_id: str = ""
    plan_id: str = ""
    who: tuple[str, ...] = ()
    remark: str = ""
    cancelled: bool = False
    subject_name: str = ""  # of the client or household, for lists
    heads: tuple[str, ...] = ()

    @property
    def kind_word(self) -> str:
        """The kind in Dutch."""
        return AppointmentKind(self.kind).word

    @property
    def time(self) -> str:
        """The time as lists show it; empty for the whole day."""
        return time_words(self.starts, self.ends)

    @property
    def order(self) -> tuple[date, str, str]:
        """Sorts by day and time; what takes the whole day comes first."""
        return self.day, self.starts, self.title

"""Own appointments and home visits: their kinds, the clock as people write it, and what cannot be."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from enum import Enum

from planbureau.clock import AMSTERDAM

_CLOCK = re.compile(
    r"(?:om\s+)?(?P<hour>\d{1,2})(?:\s*[:.u]\s*(?P<minute>\d{2})(?:\s*u(?:ur)?\.?)?|\s*u(?:ur)?\.?)?",
    re.ASCII,
)
_BARE = re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})", re.ASCII)
_KEPT = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d", re.ASCII)


class AppointmentKind(Enum):
    """What sort of appointment it is. The value is what is kept, `word` what is said."""

    APPOINTMENT = "appointment"
    HOME_VISIT = "home_visit"
    MEETING = "meeting"

    @property
    def word(self) -> str:
        """The kind in Dutch."""
        return _WORDS[self]


_WORDS = {
    AppointmentKind.APPOINTMENT: "afspraak",
    AppointmentKind.HOME_VISIT: "huisbezoek",
    AppointmentKind.MEETING: "bespreking",
}


def parse_clock(text: str) -> str | None:
    """What `text` means ("14.30", "9u", "0930") as "HH:MM"; "" for nothing, None when it is no time."""
    typed = " ".join(text.lower().split())
    if not typed:
        return ""
    found = _BARE.fullmatch(typed) or _CLOCK.fullmatch(typed)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def is_clock(text: str) -> bool:
    """Whether this is a time as it is kept: "HH:MM"."""
    return _KEPT.fullmatch(text) is not None


def moment_on(day: date, clock: str) -> datetime:
    """The moment of a time ("HH:MM") on a day in the Netherlands.

    In the night on which an hour comes twice, the first one is meant.
    """
    return datetime.combine(day, time.fromisoformat(clock), AMSTERDAM)


def exists(day: date, clock: str) -> bool:
    """Whether clocks show this time on this day: in one night of the year an hour is skipped."""
    moment = moment_on(day, clock)
    return moment.astimezone(UTC).astimezone(AMSTERDAM).time() == moment.time()


def problem_with(day: date | None, starts: str, ends: str) -> str:
    """Why an appointment cannot be at this time, in Dutch; empty when it can."""
    if day is None:
        return "Kies de dag van de afspraak."
    if ends and not starts:
        return "Schrijf ook hoe laat het begint."
    if starts and not exists(day, starts):
        return "Deze tijd bestaat niet: die nacht gaat de klok een uur vooruit."
    if ends and not exists(day, ends):
        return "De eindtijd bestaat niet: die nacht gaat de klok een uur vooruit."
    if ends and ends <= starts:
        return "Het einde ligt niet na het begin."
    return ""


def time_words(starts: str, ends: str) -> str:
    """The time as it stands in lists: "14:00-15:30", or nothing for the whole day."""
    return f"{starts}-{ends}" if ends else starts

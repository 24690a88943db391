"""A file for another calendar: iCalendar (RFC 5545), for Outlook, Thunderbird, Google and others.

What has no time takes a whole day and leaves the person free. Times carry the zone of the Netherlands with
its rules written out, because Outlook does not know the names of zones. An entry keeps its UID for ever; a
change raises its SEQUENCE; one that falls away goes out once more as cancelled. One file can hold all of
these, so it is published (METHOD:PUBLISH) and has no organizer: nobody is invited (docs/decisions/0025).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from planbureau.rules.appointments import moment_on

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone

ZONE = "Europe/Amsterdam"
PRODUCER = "-//Planbureau//Agenda//NL"
FELL_AWAY = "Vervallen: "
AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class CalendarEntry:
    """One thing in another calendar. Times are those of the Netherlands ("14:30"), empty for a whole day."""

    uid: str
    summary: str
    day: date
    starts: str = ""
    ends: str = ""
    place: str = ""
    note: str = ""
    sequence: int = 0
    cancelled: bool = False


def uid_of(source: str) -> str:
    """The name of an entry in every other calendar: always the same, and it tells nothing of its source."""
    return f"{hashlib.sha256(f'planbureau agenda {source}'.encode()).hexdigest()[:32]}@planbureau"


def calendar_file(entries: Iterable[CalendarEntry], now: datetime) -> bytes:
    """The bytes of a calendar file, in the order of the entries; `now` is the moment of writing."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", PRODUCER)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    listed = list(entries)
    if any(entry.starts for entry in listed):
        made.add_component(_zone())
    for entry in listed:
        made.add_component(_event(entry, now))
    return _bytes(made)


def _event(entry: CalendarEntry, now: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("last-modified", now.astimezone(UTC))
    event.add("sequence", entry.sequence)
    summary = " ".join(_printable(entry.summary).split())
    event.add("summary", f"{FELL_AWAY}{summary}" if entry.cancelled else summary)
    if entry.starts:
        begin = moment_on(entry.day, entry.starts)
        event.add("dtstart", begin)
        event.add("dtend", moment_on(entry.day, entry.ends) if entry.ends else _an_hour_after(begin))
    else:
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
    if entry.place:
        event.add("location", _printable(entry.place))
    if entry.note:
        event.add("description", _printable(entry.note))
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.starts and not entry.cancelled else "TRANSPARENT")
    return event


def _printable(text: str) -> str:
    """The text without signs that no calendar may hold; the ends of lines stay."""
    kept = (sign if sign.isprintable() or sign == "\n" else " " if sign.isspace() else "" for sign in text)
    return "".join(kept)


def _an_hour_after(begin: datetime) -> datetime:
    """An hour later on the clock, also in a night on which it changes; always after the beginning."""
    end = (begin.astimezone(UTC) + AN_HOUR).astimezone(begin.tzinfo)
    # In the night with an hour that comes twice, an hour later shows the same time: then the next one.
    return end if end.replace(fold=0) > begin else begin + AN_HOUR


def _zone() -> Timezone:
    """The Netherlands since 1996: forward on the last Sunday of March, back on the last one of October."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", ZONE)
    winter, summer = timedelta(hours=1), timedelta(hours=2)
    for part, name, begin, before, after in (
        (TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), winter, summer),  # noqa: DTZ001 - on the clock
        (TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), summer, winter),  # noqa: DTZ001 - on the clock
    ):
        part.add("dtstart", begin)
        part.add("rrule", {"freq": "yearly", "bymonth": begin.month, "byday": "-1SU"})
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        zone.add_component(part)
    return zone


def _bytes(calendar: Calendar) -> bytes:
    # Sorted would put the method behind the zone; some programs read the head of a file only.
    content: bytes = calendar.to_ical(sorted=False)
    return content

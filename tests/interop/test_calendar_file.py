"""Calendar files as read by `icalendar`, that wrote them, and by `vobject`, that shares no code with it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from planbureau.interop.calendar_file import CalendarEntry, calendar_file, uid_of

NOW = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def entry(**more: Any) -> CalendarEntry:
    return CalendarEntry(
        **{"uid": uid_of("a"), "summary": "F.V.: huisbezoek", "day": date(2026, 3, 20), **more}
    )


def read_twice(content: bytes) -> tuple[Any, Any]:
    """The only event, as both readers see it."""
    (ours,) = Calendar.from_ical(content).walk("VEVENT")
    (theirs,) = vobject.readOne(content.decode()).vevent_list
    return ours, theirs


def test_a_term_takes_the_whole_day_and_leaves_the_person_free() -> None:
    content = calendar_file([entry()], NOW)
    ours, theirs = read_twice(content)
    assert (ours.decoded("dtstart"), ours.decoded("dtend")) == (date(2026, 3, 20), date(2026, 3, 21))
    assert (theirs.dtstart.value, theirs.dtend.value) == (date(2026, 3, 20), date(2026, 3, 21))
    assert (theirs.transp.value, theirs.status.value, theirs.sequence.value) == (
        "TRANSPARENT",
        "CONFIRMED",
        "0",
    )
    assert b"DTSTART;VALUE=DATE:20260320\r\n" in content
    assert b"VTIMEZONE" not in content


# Beginning and end of an appointment as moments: in winter, in summer, and in both nights of the clock.
@pytest.mark.parametrize(
    ("day", "starts", "ends", "begin", "hours"),
    [
        (date(2026, 1, 15), "14:00", "15:30", "13:00", 1.5),
        (date(2026, 7, 15), "14:00", "15:30", "12:00", 1.5),
        (date(2026, 7, 15), "14:00", "", "12:00", 1),
        (date(2026, 3, 29), "01:30", "03:30", "00:30", 1),  # from two to three does not exist
        (date(2026, 3, 29), "01:30", "", "00:30", 1),
        (date(2026, 10, 25), "01:30", "03:30", "23:30", 3),  # from two to three comes twice
        (date(2026, 10, 25), "02:30", "", "00:30", 2),
        (date(2026, 12, 31), "23:30", "", "22:30", 1),
    ],
)
def test_times_mean_the_same_moment_to_every_reader(
    day: date, starts: str, ends: str, begin: str, hours: float
) -> None:
    content = calendar_file([entry(day=day, starts=starts, ends=ends)], NOW)
    ours, theirs = read_twice(content)
    for first, last in (
        (ours.decoded("dtstart"), ours.decoded("dtend")),
        (theirs.dtstart.value, theirs.dtend.value),
    ):
        assert f"{first.astimezone(UTC):%H:%M}" == begin
        assert last.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=hours)
    assert f"DTSTART;TZID=Europe/Amsterdam:{day:%Y%m%d}T{starts.replace(':', '')}00\r\n".encode() in content
    assert theirs.transp.value == "OPAQUE"


def test_the_zone_stands_in_the_file_with_the_rules_of_the_netherlands() -> None:
    """Outlook reads the rules, not the name: they must give the same hours as the clock does."""
    content = calendar_file([entry(starts="14:00")], NOW)
    zone = vobject.readOne(content.decode()).vtimezone.gettzinfo()
    for day in (date(2026, 1, 1) + timedelta(days=at) for at in range(0, 1500, 3)):
        noon = datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001 - a time on the clock
        assert noon.replace(tzinfo=zone).utcoffset() == noon.replace(tzinfo=AMSTERDAM).utcoffset(), day


def test_what_fell_away_is_said_in_the_status_and_in_words() -> None:
    _, theirs = read_twice(calendar_file([entry(sequence=3, cancelled=True, starts="14:00")], NOW))
    assert (theirs.status.value, theirs.sequence.value) == ("CANCELLED", "3")
    assert theirs.summary.value == "Vervallen: F.V.: huisbezoek"
    assert theirs.transp.value == "TRANSPARENT"


def test_the_head_of_the_file() -> None:
    lines = calendar_file([entry()], NOW).decode().split("\r\n")
    assert lines[:3] == ["BEGIN:VCALENDAR", "PRODID:-//Planbureau//Agenda//NL", "VERSION:2.0"]
    assert lines[3:5] == ["CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert not any(line.startswith(("ORGANIZER", "ATTENDEE", "X-")) for line in lines)


def test_a_uid_stays_and_tells_nothing() -> None:
    source = "appointment:5f3a9c1e-0000-4000-8000-000000000001"
    assert uid_of(source) == uid_of(source) != uid_of(f"{source}x")
    assert "5f3a9c1e" not in uid_of(source)


TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from('\n,;\\:"é😀'), max_size=300)


def cleaned(text: str) -> str:
    kept = (sign if sign.isprintable() or sign == "\n" else " " if sign.isspace() else "" for sign in text)
    return "".join(kept)


@given(TEXTS, TEXTS, TEXTS)
def test_any_text_comes_back_and_no_line_is_too_long(summary: str, place: str, note: str) -> None:
    content = calendar_file([entry(summary=f"a{summary}z", place=f"a{place}z", note=f"a{note}z")], NOW)
    assert b"\n" not in content.replace(b"\r\n", b"")
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)  # no line is folded inside a character
    ours, theirs = read_twice(content)
    assert str(ours["summary"]) == theirs.summary.value == " ".join(cleaned(f"a{summary}z").split())
    for name, text in (("location", place), ("description", note)):
        assert str(ours[name]) == theirs.contents[name][0].value == cleaned(f"a{text}z")

"""The forgiving reader of a moment as people type it: "1 mei 14.00", "gisteren 9u30", "14:30", "nu".

A time without a day is today; a day without a time is no moment. All times are those in the Netherlands.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from planbureau.clock import AMSTERDAM
from planbureau.errors import InvalidInputError
from planbureau.rules.dutch_date_input import parse_date

_ADVICE = "Schrijf een dag met een tijd, zoals 1 mei 14:00 of gisteren 9.30."
_TIME = r"(?:om\s+)?(?P<hour>\d{1,2})(?:\s*[:.u]\s*(?P<minute>\d{2})(?:\s*u(?:ur)?\.?)?|\s*u(?:ur)?\.?)"
_AFTER = re.compile(rf"(?P<day>.*?)(?:^|[\s,t]+){_TIME}", re.ASCII)
_BEFORE = re.compile(rf"{_TIME}[\s,]+(?:op\s+)?(?P<day>.+)", re.ASCII)
_ISO = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})t(?P<hour>\d{2}):(?P<minute>\d{2})", re.ASCII)


def parse_moment(text: str, now: datetime) -> datetime | None:
    """The moment that `text` means, in the zone of Amsterdam; None for an empty text.

    In the night on which a clock hour comes twice, the first one is meant: no term gets longer by it.
    Raises InvalidInputError with a Dutch message when it means none, or a time that does not exist.
    """
    typed = " ".join(text.strip().lower().split())
    if not typed:
        return None
    local = now.astimezone(AMSTERDAM)
    if typed == "nu":
        return local.replace(second=0, microsecond=0)
    for pattern in (_ISO, _AFTER, _BEFORE):
        match = pattern.fullmatch(typed)
        if match is not None:
            return _moment(match, local.date())
    day = _day(typed, local.date())
    raise InvalidInputError(
        "Hier hoort ook een tijd bij." if day is not None else "Dit is geen moment.", _ADVICE
    )


def _day(text: str, today: date) -> date | None:
    try:
        return parse_date(text, today)
    except InvalidInputError:
        return None


def _moment(match: re.Match[str], today: date) -> datetime:
    words = match["day"].strip(" ,")
    day = _day(words, today) if words else today
    if day is None:
        raise InvalidInputError("Dit is geen moment.", _ADVICE)
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > 23 or minute > 59:
        raise InvalidInputError("Deze tijd bestaat niet.", _ADVICE)
    found = datetime.combine(day, time(hour, minute), AMSTERDAM)
    if found.astimezone(UTC).astimezone(AMSTERDAM).time() != found.time():
        raise InvalidInputError(
            "Deze tijd bestaat niet: die nacht gaat de klok een uur vooruit.", "Schrijf de tijd op de klok."
        )
    return found

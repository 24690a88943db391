"""The day that an answer names, with its time when it has one."""

from __future__ import annotations

from datetime import date, datetime

from planbureau.clock import AMSTERDAM
from planbureau.formats.answers import JsonValue
from planbureau.formats.moments import read_day, read_moment


def day_and_moment(value: JsonValue) -> tuple[date | None, datetime | None]:
    """What a date or moment answer says: the day in the Netherlands, and the moment when it has a time."""
    moment = read_moment(value)
    if moment is not None:
        return moment.astimezone(AMSTERDAM).date(), moment
    return read_day(value), None

"""Counting with calendar dates as Dutch care law does (rules T1 to T9).

All functions work on calendar days in the Netherlands, without clock times; only `add_hours` counts real
hours. The Algemene termijnenwet (ATW) is named where it matters.
"""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, timedelta
from functools import cache
from types import MappingProxyType

from planbureau.clock import AMSTERDAM

_ATW_LONGEST_DAYS = 84
_ATW_LONGEST_MONTHS = 3
_DAY = timedelta(days=1)
_IN_EVERY_MONTH = 28


def add_days(day: date, days: int) -> date:
    """The day `days` later (negative: earlier); `day` itself counts as day nought (T1)."""
    return day + timedelta(days=days)


def add_months(anchor: date, months: int) -> date:
    """The same day number `months` later, or the last day of that month when it does not exist (T2).

    A series is always computed from its anchor: adding one month twice differs from adding two.
    """
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    if anchor.day <= _IN_EVERY_MONTH:
        return date(year, month + 1, anchor.day)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(anchor.day, last))


def age_reached(birth_date: date, years: int, *, leap_in_february: bool = False) -> date:
    """The birthday on which somebody becomes `years` (T3).

    Born on 29 February, the birthday in another year is 1 March: known from press only, no article was
    found, but the rules for a younger child then hold one day longer. `leap_in_february` chooses 28 February.
    """
    year = birth_date.year + years
    if birth_date.month == 2 and birth_date.day == 29 and not calendar.isleap(year):
        return date(year, 2, 28) if leap_in_february else date(year, 3, 1)
    return birth_date.replace(year=year)


def age_point(birth_date: date, months: int, *, leap_in_february: bool = False) -> date:
    """The day on which an age in months is reached: whole years by T3, half years by T4 (a soft target)."""
    years, rest = divmod(months, 12)
    if rest == 0:
        return age_reached(birth_date, years, leap_in_february=leap_in_february)
    return add_months(birth_date, months)


def age_on(birth_date: date, day: date) -> int:
    """The age in whole years on `day` (T3); nought before the birth."""
    years = day.year - birth_date.year
    if years > 0 and age_reached(birth_date, years) > day:
        years -= 1
    return max(0, years)


def keep_until(start: date, years: int) -> date:
    """The same date `years` later; from 29 February to 1 March when needed, so never a day too short (T5)."""
    return age_reached(start, years)


def add_hours(moment: datetime, hours: int) -> datetime:
    """The moment `hours` real hours later, in Amsterdam time; a clock change does not stretch it (Wzd 15).

    `moment` must be aware; raises ValueError when it is not.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone cannot be counted from")
    return (moment.astimezone(UTC) + timedelta(hours=hours)).astimezone(AMSTERDAM)


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, skip = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon_shift + 15) % 30
    weekday = (32 + 2 * skip + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int) -> MappingProxyType[date, str]:
    """The generally recognised holidays of a year with their Dutch names (T8; ATW 3).

    Good Friday counts by lid 2. Koningsdag moves to Saturday 26 April when the 27th is a Sunday.
    """
    sunday = easter(year)
    king = date(year, 4, 27)
    if king.weekday() == 6:
        king -= _DAY
    days = [
        (date(year, 1, 1), "Nieuwjaarsdag"),
        (sunday - 2 * _DAY, "Goede Vrijdag"),
        (sunday + _DAY, "2e Paasdag"),
        (king, "Koningsdag"),
        (date(year, 5, 5), "Bevrijdingsdag"),
        (sunday + 39 * _DAY, "Hemelvaartsdag"),
        (sunday + 50 * _DAY, "2e Pinksterdag"),
        (date(year, 12, 25), "1e Kerstdag"),
        (date(year, 12, 26), "2e Kerstdag"),
    ]
    names: dict[date, str] = {}
    for day, name in days:
        names[day] = f"{names[day]} en {name}" if day in names else name
    return MappingProxyType(dict(sorted(names.items())))


def holiday_name(day: date) -> str:
    """The Dutch name of the holiday on `day`, or an empty text."""
    return holidays(day.year).get(day, "")


def is_working_day(day: date) -> bool:
    """Monday to Friday, no holiday (T9)."""
    return day.weekday() < 5 and day not in holidays(day.year)


def next_working_day(day: date) -> date:
    """`day` itself when it is a working day, else the first one after it."""
    while not is_working_day(day):
        day += _DAY
    return day


def previous_working_day(day: date) -> date:
    """`day` itself when it is a working day, else the last one before it (the streefdatum of T10)."""
    while not is_working_day(day):
        day -= _DAY
    return day


def add_working_days(day: date, count: int) -> date:
    """The `count`-th working day after `day`; the trigger day itself never counts (T9)."""
    for _ in range(count):
        day = next_working_day(day + _DAY)
    return day


def atw_shift(day: date) -> date:
    """Move the end of a legal term from a weekend or holiday to the next working day (T6; ATW 1 lid 1)."""
    return next_working_day(day)


def atw_covers_days(days: int) -> bool:
    """Whether the ATW holds for a term of this many days: up to twelve weeks (T6; ATW 4).

    Article 4 speaks of ninety days for a term in days and twelve weeks for one in weeks; the care terms
    counted here in days are all stated in weeks or far shorter, so the twelve weeks decide.
    """
    return days <= _ATW_LONGEST_DAYS


def atw_covers_months(months: int) -> bool:
    """Whether the ATW holds for a term of this many months: up to three (T6; ATW 4)."""
    return months <= _ATW_LONGEST_MONTHS

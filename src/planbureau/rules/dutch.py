"""Dates and lengths of time in Dutch words, for screens, print and the explanation of a deadline."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from planbureau.clock import AMSTERDAM

_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_NUMBERS = (
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)


@lru_cache(maxsize=20_000)
def long_date(day: date) -> str:
    """A date in full: "dinsdag 28 april 2026"."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def plain_date(day: date) -> str:
    """A date without its weekday: "28 april 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """A date for a list: "di 28 april"."""
    return f"{_DAYS[day.weekday()][:2]} {day.day} {_MONTHS[day.month - 1]}"


def near_date(day: date, today: date) -> str:
    """A date for a list, with its year when that is not this year: "di 28 april", "28 april 2025"."""
    return short_date(day) if day.year == today.year else plain_date(day)


def number_date(day: date) -> str:
    """A date in figures: "28-4-2026"."""
    return f"{day.day}-{day.month}-{day.year}"


def month_name(day: date) -> str:
    """The month of a date with its year: "april 2026"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def moment_words(moment: datetime) -> str:
    """A moment in Amsterdam time: "zondag 3 mei 2026 om 14.00 uur"."""
    local = moment.astimezone(AMSTERDAM)
    return f"{long_date(local.date())} om {local.hour}.{local.minute:02} uur"


def number_word(number: int) -> str:
    """A number up to twelve as a word, above that in figures; negative numbers in figures too."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def count(number: int, one: str, several: str) -> str:
    """A number with its noun: "een week", "zes weken"."""
    return f"{number_word(number)} {one if number == 1 else several}"


def days_words(days: int) -> str:
    """A length in days as people say it, in whole weeks when it is one: 42 gives "zes weken"."""
    if days > 0 and days % 7 == 0:
        return count(days // 7, "week", "weken")
    return count(days, "dag", "dagen")


def months_words(months: int) -> str:
    """A length in months as people say it, in years when it is whole ones: 12 gives "een jaar"."""
    if months > 0 and months % 12 == 0:
        return years_words(months // 12)
    return count(months, "maand", "maanden")


def years_words(years: int) -> str:
    """A length in years: "20 jaar"."""
    return f"{number_word(years)} jaar"


def hours_words(hours: int) -> str:
    """A length in hours: "48 uur"."""
    return f"{number_word(hours)} uur"


def relative_day(day: date, today: date) -> str:
    """How far away a day is: "vandaag", "morgen", "over zes dagen", "gisteren", "15 dagen geleden"."""
    distance = (day - today).days
    words = {0: "vandaag", 1: "morgen", -1: "gisteren"}.get(distance)
    if words:
        return words
    length = count(abs(distance), "dag", "dagen")
    return f"over {length}" if distance > 0 else f"{length} geleden"


def sentence(text: str) -> str:
    """`text` with a capital at its start; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """`text` as a sentence that is over: with a full stop, unless it ends already; nothing stays nothing."""
    return text if not text or text.endswith((".", "?", "!", "…")) else f"{text}."


def inside(text: str) -> str:
    """`text` as it stands inside a sentence: no capital at its start, except of an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]

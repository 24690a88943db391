"""The forgiving reader of a date as people type it: "1-3-26", "za 1 mrt", "over 6 weken", "+6w".

A date without a year is the one in the year of `today`. Two figures for a year mean 1951 to 2050.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from planbureau.errors import InvalidInputError
from planbureau.rules.dates import add_months

_MONTH_NAMES = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_DAY_NAMES = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_EXTRA_MONTHS = {"mrt": 3, "jan": 1, "sept": 9}
_MIN_YEAR, _MAX_YEAR = 1900, 2199
_LAST_SHORT_YEAR = 50
_ADVICE = "Schrijf een dag als 1-3-2026, 1 maart 2026 of over 6 weken."
_WORDS = {
    "vandaag": 0, "nu": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "eergisteren": -2,
}  # fmt: skip
_COUNTS = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9, "tien": 10, "elf": 11, "twaalf": 12,
}  # fmt: skip

_WEEKDAY = re.compile(rf"(?:(?P<weekday>{'|'.join(_DAY_NAMES)}|ma|di|wo|do|vr|za|zo)\.?,?\s+)?(?P<rest>.+)")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:e)?[\s./-]*([a-z]+\.?|(?<=[\s./-])\d{1,2})(?:[\s./-]+(\d{4}|'?\d{2}))?", re.ASCII
)
_COMPACT = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", re.ASCII)
_RELATIVE = re.compile(
    r"(?P<sign>over\s+|\+\s*|-\s*)(?P<count>\d{1,4}|(?:een\s+)?half|anderhalf|[a-zé]+)?\s*"
    r"(?P<unit>d|dag|dagen|w|wk|week|weken|m|mnd|maand|maanden|j|jr|jaar|jaren)"
    r"|(?P<past>\d{1,4}|[a-zé]+)\s+(?P<past_unit>dag|dagen|week|weken|maand|maanden|jaar|jaren)\s+geleden",
    re.ASCII,
)


def parse_date(text: str, today: date) -> date | None:
    """The date that `text` means, None for an empty text.

    Raises InvalidInputError with a Dutch message when it means none, or a day that does not exist.
    """
    typed = " ".join(text.strip().lower().split())
    if not typed:
        return None
    if len(typed) > 40:
        raise InvalidInputError("Dit is geen datum.", _ADVICE)
    for read in (_word, _relative, _written):
        found = read(typed, today)
        if found is not None:
            return found
    raise InvalidInputError("Dit is geen datum.", _ADVICE)


def _word(typed: str, today: date) -> date | None:
    return _shift(today, days=_WORDS[typed]) if typed in _WORDS else None


def _relative(typed: str, today: date) -> date | None:
    match = _RELATIVE.fullmatch(typed)
    if match is None:
        return None
    back = match["past"] is not None or match["sign"].startswith("-")
    counted = (match["past"] or match["count"] or "1").split()[-1]
    unit = (match["past_unit"] or match["unit"])[0]
    if counted in {"half", "anderhalf"}:
        if unit != "j":
            raise InvalidInputError("Dit is geen datum.", _ADVICE)
        count, unit = (6 if counted == "half" else 18), "m"
    elif counted.isdigit() or counted in _COUNTS:
        count = int(counted) if counted.isdigit() else _COUNTS[counted]
    else:
        return None
    count = -count if back else count
    if unit in {"d", "w"}:
        return _shift(today, days=count * (7 if unit == "w" else 1))
    return _shift(today, months=count * (12 if unit == "j" else 1))


def _shift(today: date, *, days: int = 0, months: int = 0) -> date:
    try:
        found = add_months(today, months) + timedelta(days=days)
    except (ValueError, OverflowError):
        found = None
    if found is None or not _MIN_YEAR <= found.year <= _MAX_YEAR:
        raise InvalidInputError("Deze datum ligt te ver weg.", _ADVICE)
    return found


def _written(typed: str, today: date) -> date | None:
    parts = _WEEKDAY.fullmatch(typed)
    if parts is None:
        return None
    rest = parts["rest"]
    found = None
    if match := _ISO.fullmatch(rest):
        found = _real(int(match[1]), int(match[2]), int(match[3]))
    elif match := _COMPACT.fullmatch(rest):
        found = _real(int(match[3]), int(match[2]), int(match[1]))
    elif match := _DAY_MONTH.fullmatch(rest):
        found = _real(_year(match[3], today), _month(match[2]), int(match[1]))
    if found and parts["weekday"]:
        _check_weekday(parts["weekday"], found)
    return found


def _month(text: str) -> int:
    if text.isdigit():
        return int(text)
    name = text.removesuffix(".")
    if name in _EXTRA_MONTHS:
        return _EXTRA_MONTHS[name]
    fits = [n for n, month in enumerate(_MONTH_NAMES, start=1) if len(name) >= 3 and month.startswith(name)]
    if len(fits) == 1:
        return fits[0]
    raise InvalidInputError("Deze maand ken ik niet.", _ADVICE)


def _year(text: str | None, today: date) -> int:
    if text is None:
        return today.year
    digits = text.removeprefix("'")
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) <= _LAST_SHORT_YEAR else 1900)


def _real(year: int, month: int, day: int) -> date:
    if not _MIN_YEAR <= year <= _MAX_YEAR:
        raise InvalidInputError(f"Het jaar {year} kan niet kloppen.", _ADVICE)
    if not 1 <= month <= 12:
        raise InvalidInputError(f"Maand {month} bestaat niet.", "Schrijf eerst de dag en dan de maand.")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = _MONTH_NAMES[month - 1]
        if (day, month) == (29, 2):
            raise InvalidInputError(f"29 februari bestaat niet in {year}.", "Kies 28 februari of 1 maart.")
        raise InvalidInputError(f"{day} {name} bestaat niet.", f"{name.capitalize()} heeft {last} dagen.")
    return date(year, month, day)


def _check_weekday(typed: str, found: date) -> None:
    real = _DAY_NAMES[found.weekday()]
    if not real.startswith(typed[:2]):
        day = f"{found.day} {_MONTH_NAMES[found.month - 1]} {found.year}"
        raise InvalidInputError(f"{day} is een {real}.", "Kijk de dag of de datum na.")

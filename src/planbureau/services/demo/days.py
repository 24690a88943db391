"""Days of a story, written as a distance from today: "-34j -40d", "+6w", "-3m"; or as a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from planbureau.rules.dates import add_months

_PART = re.compile(r"([+-])(\d+)([jmwd])")
_SATURDAY = 5


@dataclass(frozen=True)
class Days:
    """Reads the days of a story that is told on `today`."""

    today: date

    def read(self, text: str) -> date:
        """The day of a text. Raises ValueError for another notation.

        A day counted in months, weeks or days never falls in a weekend: nobody talks about a plan then.
        """
        parts = text.split()
        matches = [_PART.fullmatch(part) for part in parts]
        if not parts or not all(matches):
            return date.fromisoformat(text)
        day = self.today
        for match in matches:
            assert match is not None
            day = _moved(day, int(match[1] + match[2]), match[3])
        if "j" in text or day.weekday() < _SATURDAY:
            return day
        return day - timedelta(days=day.weekday() - _SATURDAY + 1)


def _moved(day: date, count: int, unit: str) -> date:
    match unit:
        case "j":
            return add_months(day, 12 * count)
        case "m":
            return add_months(day, count)
        case "w":
            return day + timedelta(weeks=count)
        case _:
            return day + timedelta(days=count)

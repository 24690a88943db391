"""What cannot be right about the day somebody was born or died. A child may be expected: that is a tip."""

from __future__ import annotations

from datetime import date

from planbureau.rules.dates import age_on
from planbureau.rules.hints import Hint, tip, wrong

OLDEST = 115
"""Years; own choice: older people are so rare that the year is more often mistyped."""


def check_born(born: date | None, today: date, field: str = "birth_date") -> tuple[Hint, ...]:
    """A hint when a birth date must still come, or makes somebody older than anybody."""
    if born is None:
        return ()
    if born > today:
        return (tip(field, "Deze dag moet nog komen. Klopt het jaar?"),)
    age = age_on(born, today)
    if age > OLDEST:
        return (tip(field, f"Dan is deze persoon {age} jaar. Klopt het jaar?"),)
    return ()


def check_died(
    died: date | None, born: date | None, today: date, field: str = "deceased_on"
) -> tuple[Hint, ...]:
    """A hint when somebody died before the birth, or on a day that must still come."""
    if died is None:
        return ()
    if born is not None and died < born:
        return (wrong(field, "Deze dag ligt vóór de geboorte. Kijk beide datums na."),)
    if died > today:
        return (wrong(field, "Deze dag moet nog komen. Kijk de datum na."),)
    return ()

"""What people agree in a talk about a plan: rows of a table, and agreements that change or stop.

Rules C13 N1 ("nieuwe afspraken"). A row that names a goal by its number is an action of that goal (D2); any
other row is a standing agreement (C0, AFS).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from planbureau.formats.answers import JsonValue
from planbureau.formats.moments import read_day
from planbureau.formats.vocabulary import AGREED_COLUMNS
from planbureau.rules.dutch import plain_date

_WHAT, _WHO, _OFTEN, _DAY, _GOAL = AGREED_COLUMNS


@dataclass(frozen=True)
class Agreed:
    """One row of the table. `person` is an id, `function` words such as "avonddienst"."""

    row_id: str
    what: str
    person: str = ""
    function: str = ""
    often: str = ""
    day: date | None = None
    goal: int | None = None  # the number of a goal of the plan
    question: str = ""  # whose answer is the table

    @property
    def when(self) -> str:
        """When, in the words of a standing agreement."""
        day = plain_date(self.day) if self.day is not None else ""
        return f"{self.often} ({day})" if self.often and day else self.often or day


def agreed_in(value: JsonValue, question: str) -> Mapping[str, Agreed]:
    """The rows of a stored table that say what is agreed, by row id, in their order."""
    return {one.row_id: one for one in _rows(value, question)}


def _rows(value: JsonValue, question: str) -> Iterator[Agreed]:
    for row in value if isinstance(value, list) else []:
        what = _text(row.get(_WHAT)) if isinstance(row, dict) else ""
        if not what:
            continue
        person, function = who_in(row.get(_WHO))
        number = row.get(_GOAL)
        goal = int(number) if isinstance(number, int | float) and not isinstance(number, bool) else None
        yield Agreed(
            _text(row.get("id")),
            what,
            person,
            function,
            _text(row.get(_OFTEN)),
            read_day(row.get(_DAY)),
            goal,
            question,
        )


def who_in(value: JsonValue) -> tuple[str, str]:
    """The id of the one person that an answer names, or the words for a function."""
    picks = [pick for pick in value if isinstance(pick, dict)] if isinstance(value, list) else []
    person = next((_text(pick.get("person")) for pick in picks if pick.get("person")), "")
    functions = [_text(pick.get("function")) for pick in picks if pick.get("function")]
    return person, "" if person else " en ".join(functions)


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""

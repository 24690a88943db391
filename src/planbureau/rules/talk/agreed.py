"""What people agree in a talk about a plan: rows of a table, and agreements that change or stop.

Rules C13 N1 ("nieuwe afspraken"). A row that names a goal by its number is an action of that goal (D2); any
other row is a standing agreement (C0, AFS). An agreement has one who does it: a row with two people is two of
them. An action has one who does it and others who help.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from planbureau.formats.answers import JsonValue
from planbureau.formats.moments import read_day
from planbureau.formats.vocabulary import AGREED_COLUMNS
from planbureau.rules.dutch import plain_date

_WHAT, _WHO, _OFTEN, _DAY, _GOAL = AGREED_COLUMNS
Who = tuple[str, str]
"""The id of a person, or the words for a function."""


@dataclass(frozen=True)
class Agreed:
    """What one row of the table makes. `person` is an id, `function` words such as "avonddienst".

    Of a row that makes more than one, the second and next have a `row_id` of their own.
    """

    row_id: str
    what: str
    person: str = ""
    function: str = ""
    helpers: tuple[str, ...] = ()  # ids of others who do it, of an action
    often: str = ""
    day: date | None = None
    goal: int | None = None  # the number of a goal of the plan
    question: str = ""  # whose answer is the table

    @property
    def when(self) -> str:
        """When, in the words of a standing agreement."""
        day = plain_date(self.day) if self.day is not None else ""
        return f"{self.often} ({day})" if self.often and day else self.often or day


def agreed_in(value: JsonValue, question: str, goals: Collection[int]) -> Mapping[str, Agreed]:
    """What the rows of a stored table make in a plan that has goals with these numbers, in their order."""
    return {one.row_id: one for row in _rows(value, question) for one in _made(*row, goals)}


def _rows(value: JsonValue, question: str) -> Iterator[tuple[Agreed, list[Who]]]:
    for row in value if isinstance(value, list) else []:
        what = _text(row.get(_WHAT)) if isinstance(row, dict) else ""
        if not what:
            continue
        number = row.get(_GOAL)
        goal = int(number) if isinstance(number, int | float) and not isinstance(number, bool) else None
        said = Agreed(
            _text(row.get("id")),
            what,
            often=_text(row.get(_OFTEN)),
            day=read_day(row.get(_DAY)),
            goal=goal,
            question=question,
        )
        yield said, _who_in(row.get(_WHO))


def _made(said: Agreed, who: list[Who], goals: Collection[int]) -> Iterator[Agreed]:
    people = [person for person, _ in who if person]
    if said.goal in goals and people:
        who = [(people[0], ""), *((person, function) for person, function in who if not person)]
        said = replace(said, helpers=tuple(people[1:]))
    for number, (person, function) in enumerate(who or [("", "")]):
        row_id = said.row_id if not number else f"{said.row_id}+{number}"
        helpers = said.helpers if person else ()
        yield replace(said, row_id=row_id, person=person, function=function, helpers=helpers)


def _who_in(value: JsonValue) -> list[Who]:
    """Everybody whom an answer names, once: by id, or by the words for a function."""
    picks = [pick for pick in value if isinstance(pick, dict)] if isinstance(value, list) else []
    named = [(_text(pick.get("person")), _text(pick.get("function"))) for pick in picks]
    found = [(person, "" if person else function) for person, function in named if person or function]
    return list(dict.fromkeys(found))


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""

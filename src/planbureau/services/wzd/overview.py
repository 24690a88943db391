"""The overview of involuntary care for the inspectorate: a line for each care in a plan, time and decision.

The columns follow Wzd 17 lid 1 as it was read; the wording of that article was not confirmed. Clients stand
in it by a code, never by name.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from planbureau.errors import InvalidInputError, NotFoundError
from planbureau.formats.answers import JsonValue
from planbureau.formats.library import FormatLibrary
from planbureau.formats.moments import read_moment
from planbureau.model.reading import people as people_reading
from planbureau.model.reading.annexes import parents_of
from planbureau.model.reading.days import day_and_moment
from planbureau.model.reading.wzd_overview import answers_of, finished_annexes
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.rules.dutch import plain_date
from planbureau.rules.wzd.steps import CARE, EMERGENCY, EXECUTION, OFFICER, ROLES, WIDER_TALK
from planbureau.services.api.requests import CareOverview
from planbureau.views import PersonView

COLUMNS = (
    "soort regel", "cliënt (code)", "plan", "vorm van zorg", "begin", "einde", "duur in minuten",
    "hoe vaak en hoe lang", "waarom noodzakelijk", "minder ingrijpend", "zorgverantwoordelijke",
    "oordeel Wzd-functionaris",
)  # fmt: skip
_WORDS = {
    CARE: "onvrijwillige zorg in het plan",
    WIDER_TALK: "nieuwe termijn na uitgebreid overleg",
    EXECUTION: "toegepast",
    EMERGENCY: "besluit in onvoorziene of noodsituatie",
}
_REASONS = {EXECUTION: "motivering", EMERGENCY: "noodzakelijk"}
_LIGHTER = {EXECUTION: "geprobeerd"}
_STARTS = {EMERGENCY: "besluit"}
_ENDS = {EXECUTION: "einde", EMERGENCY: "tot"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Begins of a cell that a spreadsheet would reckon with instead of show."""
_CODE = 8


@dataclass(frozen=True)
class _Book:
    """Everything that the lines are made of."""

    formats: FormatLibrary
    plans: Mapping[str, PlanRecord]
    said: Mapping[str, Mapping[str, JsonValue]]
    people: Mapping[str, PersonView]
    latest: Mapping[tuple[str, str], PlanRecord]  # (plan id, kind) -> the last record of roles or judgement


def overview(session: ReadSession, formats: FormatLibrary, first: date, last: date) -> CareOverview:
    """The file for a period. Raises InvalidInputError for a period that ends before it begins."""
    if last < first:
        raise InvalidInputError("De laatste dag ligt voor de eerste dag. Er is niets gemaakt.")
    annexes = finished_annexes(session, {*_WORDS, ROLES, OFFICER})
    said = answers_of(session, [one.id for one in annexes])
    latest = {(one.parent_id, one.format_id): one for one in annexes if one.format_id in (ROLES, OFFICER)}
    leaders = {_person(said.get(one.id, {}).get("zorgverantwoordelijke")) for one in latest.values()} - {""}
    book = _Book(
        formats,
        {plan.id: plan for plan in parents_of(session, annexes)},
        said,
        people_reading.persons(session, leaders),
        latest,
    )
    wanted = [one for one in annexes if one.format_id in _WORDS and _within(book, one, first, last)]
    wanted.sort(key=lambda one: _days(book, one)[0] or first)
    lines = [_line(book, one) for one in wanted]
    return CareOverview(_written(lines), len(lines))


def _written(lines: Iterable[tuple[str, ...]]) -> bytes:
    """With a mark at the start and semicolons, so that a Dutch spreadsheet opens it as it is."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(COLUMNS)
    writer.writerows(tuple(_safe(cell) for cell in line) for line in lines)
    return text.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _days(book: _Book, one: PlanRecord) -> tuple[date | None, date | None]:
    said = book.said.get(one.id, {})
    start, _ = day_and_moment(said.get(_STARTS.get(one.format_id, "begin")))
    end, _ = day_and_moment(said.get(_ENDS.get(one.format_id, "eind")))
    return start, end


def _within(book: _Book, one: PlanRecord, first: date, last: date) -> bool:
    """Whether any day of it falls in the period; a talk after which the care stopped has no days."""
    start, end = _days(book, one)
    return start is not None and start <= last and (end or start) >= first


def _line(book: _Book, one: PlanRecord) -> tuple[str, ...]:
    said, kind = book.said.get(one.id, {}), one.format_id
    start, end = _days(book, one)
    plan = book.plans.get(one.parent_id)
    return (
        _WORDS[kind],
        one.client_id[:_CODE],
        plan.title if plan is not None else "",
        _forms(book.formats, one, said.get("vormen")),
        plain_date(start) if start else "",
        plain_date(end) if end else "",
        _minutes(said) if kind == EXECUTION else "",
        _text(said.get("hoe_vaak")),
        _text(said.get(_REASONS.get(kind, "waarom"))),
        _text(said.get(_LIGHTER.get(kind, "minst_ingrijpend"))),
        _leader(book, one.parent_id),
        _judgement(book, one.parent_id),
    )


def _minutes(said: Mapping[str, JsonValue]) -> str:
    begin, end = read_moment(said.get("begin")), read_moment(said.get("einde"))
    return str(round((end - begin).total_seconds() / 60)) if begin and end else ""


def _forms(formats: FormatLibrary, one: PlanRecord, chosen: JsonValue) -> str:
    return "; ".join(_labels(formats, one, "vormen", chosen if isinstance(chosen, list) else ()))


def _labels(formats: FormatLibrary, one: PlanRecord, question: str, chosen: Iterable[Any]) -> Iterator[str]:
    try:
        options = formats.get(one.format_id, one.format_version).question(question).options
    except (NotFoundError, KeyError):  # its format file is gone: the ids are what there is
        options = ()
    labels = {option.id: option.label for option in options}
    for name in chosen:
        yield labels.get(str(name), str(name))


def _leader(book: _Book, plan_id: str) -> str:
    roles = book.latest.get((plan_id, ROLES))
    value = book.said.get(roles.id, {}).get("zorgverantwoordelijke") if roles is not None else None
    person = book.people.get(_person(value))
    if person is not None:
        return person.full_name
    first = value[0] if isinstance(value, list) and value else {}
    return str(first.get("function") or "") if isinstance(first, dict) else ""


def _judgement(book: _Book, plan_id: str) -> str:
    one = book.latest.get((plan_id, OFFICER))
    value = book.said.get(one.id, {}).get("oordeel") if one is not None else None
    return next(_labels(book.formats, one, "oordeel", (value,)), "") if one is not None and value else ""


def _person(value: JsonValue) -> str:
    first = value[0] if isinstance(value, list) and value else {}
    return str(first.get("person") or "") if isinstance(first, dict) else ""


def _text(value: JsonValue) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""

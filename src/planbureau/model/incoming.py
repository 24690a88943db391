"""Whether a record from elsewhere fits its kind: known fields, the right types, dates that exist.

SQLite itself takes a number for a text and a text for a list, and would only show it when the record is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date
from typing import Any, get_type_hints

import cattrs
from sqlalchemy import JSON, Boolean, Date, Integer, String, select
from sqlalchemy.orm import Session

from planbureau.formats.answers import AnswerFile
from planbureau.formats.moments import moment_text, read_moment
from planbureau.model.codec import ALIASES, converter
from planbureau.model.columns import RECORD_COLUMNS, Moment
from planbureau.model.rows import KINDS, RevisionRow
from planbureau.views import (
    ActionView,
    AgreementView,
    AppointmentView,
    ClientView,
    ConsentView,
    GoalView,
    LookView,
    NoteView,
    PersonView,
    PlanView,
    RestrictionView,
    RiskView,
    ScaleView,
    TaskView,
)

_VIEWS: dict[str, Any] = {
    "person": PersonView,
    "client": ClientView,
    "goal": GoalView,
    "action": ActionView,
    "goal_scale": ScaleView,
    "goal_look": LookView,
    "agreement": AgreementView,
    "risk": RiskView,
    "consent": ConsentView,
    "restriction": RestrictionView,
    "plan": PlanView,
    "note": NoteView,
    "appointment": AppointmentView,
    "task": TaskView,
}
"""The view whose types say what stands in the JSON columns of a kind."""
_SHAPES: dict[tuple[str, str], Any] = {
    ("plan", "trigger_history"): list[dict[str, str | None]],
    ("answer", "value"): dict[str, Any],
    ("answer", "pictograms"): tuple[str, ...],
    ("answer", "files"): list[AnswerFile],
    ("plan_version", "meeting"): dict[str, Any],
    ("deviation", "consent_of"): tuple[str, ...],
}
"""JSON columns that no view shows."""
_NOT_TAKEN = RECORD_COLUMNS | {"removed"}
_LARGEST = 2**53
_LONGEST_ID = 36


def misfit(kind: str, record: Mapping[str, Any]) -> str:
    """The first field of a record that does not fit its kind; empty when all do."""
    columns = {column.name: column for column in KINDS[kind].__table__.columns}
    fields = {name: value for name, value in record.items() if name != "id"}
    for name, value in sorted(fields.items()):
        column = columns.get(name)
        if column is None or name in _NOT_TAKEN or not _sayable(value):
            return str(name)
        if value is None:
            if not column.nullable:
                return str(name)
        elif not _fits(kind, name, column.type, value):
            return str(name)
    needed = (c.name for c in columns.values() if c.name not in _NOT_TAKEN and not c.nullable)
    return next((name for name in needed if name not in fields and columns[name].default is None), "")


def _fits(kind: str, name: str, column: Any, value: Any) -> bool:
    match column:
        case JSON():
            return (
                _are_moments(value) if (kind, name) == ("plan", "moments") else _fits_shape(kind, name, value)
            )
        case Boolean():
            return isinstance(value, bool)
        case Integer():
            return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST
        case Date():
            return _is_day(value)
        case Moment():
            return _is_moment(value)
        case String():
            return isinstance(value, str) and (column.length is None or len(value) <= _LONGEST_ID)
    return False


def _fits_shape(kind: str, name: str, value: Any) -> bool:
    shape = _SHAPES.get((kind, name)) or _hints(kind)[name]
    try:
        # cattrs makes the best of what it gets; only what comes out as it went in was right.
        return bool(converter().unstructure(converter().structure(value, shape)) == value)
    except (cattrs.BaseValidationError, KeyError, TypeError, ValueError, AttributeError):
        return False


def _hints(kind: str) -> dict[str, Any]:
    hints = get_type_hints(_VIEWS[kind])
    return {ALIASES.get((kind, name), name): hint for name, hint in hints.items()}


def _are_moments(value: Any) -> bool:
    """Moments by the name of a trigger, each with its distance to UTC and written as we write it."""
    if not isinstance(value, dict):
        return False
    found = [(text, read_moment(text)) for text in value.values()]
    return all(moment is not None and moment_text(moment) == text for text, moment in found)


def _is_moment(value: Any) -> bool:
    """A moment in UTC, written as we write it."""
    moment = read_moment(value)
    return moment is not None and moment.astimezone(UTC).isoformat() == value


def _is_day(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _sayable(value: Any) -> bool:
    """Whether a value can be written: no half characters, no numbers that are none."""
    match value:
        case str():
            return value.isprintable() or _encodable(value)
        case float():
            return value == value and abs(value) != float("inf")  # noqa: PLR0124 - NaN
        case dict():
            return all(_sayable(k) and _sayable(v) for k, v in value.items())
        case list():
            return all(_sayable(part) for part in value)
    return True


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def kinds_of(session: Session, ids: list[str]) -> dict[str, str]:
    """Which of these ids the vault knows, as which kind; an id keeps its kind for ever."""
    found: dict[str, str] = {}
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        query = select(RevisionRow.record_id, RevisionRow.kind).where(RevisionRow.record_id.in_(part))
        found.update((str(row[0]), str(row[1])) for row in session.execute(query))
    return found

"""Between frozen views, record columns and JSON: one converter, no second way of writing a value."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast, get_type_hints

import cattrs
from sqlalchemy import JSON, Date

from planbureau.formats.answers import Answer, AnswerFile
from planbureau.formats.model import PlanFormat
from planbureau.model.columns import RECORD_COLUMNS, Moment, Record

V = TypeVar("V")


@cache
def converter() -> cattrs.Converter:
    """The converter for views and revisions: dates as ISO text, tuples as lists."""
    made = cattrs.Converter(forbid_extra_keys=False)
    made.register_unstructure_hook(date, lambda value: value.isoformat())
    made.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    made.register_unstructure_hook(datetime, lambda value: value.isoformat())
    made.register_structure_hook(datetime, lambda value, _: datetime.fromisoformat(value))
    # A format comes from its own kept text, never from JSON: whoever reads a version hands it in whole.
    made.register_structure_hook(PlanFormat, lambda value, _: value)
    made.register_structure_hook(Answer, lambda value, _: Answer(**_answer(value)))
    return made


def _answer(value: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **value,
        "pictograms": tuple(value.get("pictograms", ())),
        "files": tuple(AnswerFile(**file) for file in value.get("files", ())),
    }


def to_json(value: Any) -> Any:
    """Any view or value as JSON."""
    return converter().unstructure(value)


def from_json(value: Any, wanted: type[V]) -> V:
    """The view or value of this class from its JSON. Raises ValueError when it does not fit."""
    try:
        return converter().structure(value, wanted)
    except cattrs.BaseValidationError as problem:
        raise ValueError(f"no {wanted.__name__}") from problem


ALIASES = {
    ("custody", "kind"): "custody_kind",
    ("measure", "kind"): "measure_kind",
    ("goal", "kind"): "goal_kind",
    ("request", "kind"): "request_kind",
    ("note", "kind"): "note_kind",
    ("pause", "kind"): "pause_kind",
    ("appointment", "kind"): "appointment_kind",
}
"""View fields that carry another name as a column, because every record has a `kind` already."""


@cache
def _fields(row: Any) -> dict[str, Any]:
    table = row.__table__
    return {column.name: column.type for column in table.columns if column.name not in RECORD_COLUMNS}


Reader = Callable[[Any, Any], Any]


@dataclass(frozen=True)
class _Plan:
    """How a view follows from a row: view field, column, and how to read it when it is JSON."""

    columns: tuple[tuple[str, str, Reader | None, Any], ...]
    names: frozenset[str]  # of the fields of the view


@cache
def _plan(row: Any, view: Any) -> _Plan:
    hints = get_type_hints(view)
    known = _fields(row)
    columns = []
    for field in dataclasses.fields(view):
        column = ALIASES.get((row.kind, field.name), field.name)
        if column in known:
            hint = hints[field.name]
            reader = _reader(hint) if isinstance(known[column], JSON) else None
            columns.append((field.name, column, reader, hint))
    return _Plan(tuple(columns), frozenset(field.name for field in dataclasses.fields(view)))


def _reader(hint: Any) -> Reader:
    if hint == tuple[str, ...]:
        return lambda value, _: tuple(value)
    return converter().get_structure_hook(hint)


def view_of(row: Record, view: type[V], **more: Any) -> V:
    """The view of a row; what the row does not know itself comes in `more`."""
    plan = _plan(type(row), cast("Any", view))
    values: dict[str, Any] = {}
    for name, column, read, hint in plan.columns:
        value = getattr(row, column)
        values[name] = value if read is None else read(value, hint)
    values |= {"id": row.id, "heads": tuple(row.heads), **more}
    return view(**{name: value for name, value in values.items() if name in plan.names})


def fields_of(row: type[Record], view: Any) -> dict[str, Any]:
    """All fields of a view that the row keeps, as JSON: what a first revision holds."""
    return {
        column: converter().unstructure(getattr(view, name))
        for name, column, _, _ in _plan(row, cast("Any", type(view))).columns
    }


def difference(row: type[Record], before: Any, after: Any) -> dict[str, Any]:
    """The fields that differ between two views, as JSON of `after`."""
    old, new = fields_of(row, before), fields_of(row, after)
    return {name: value for name, value in new.items() if old[name] != value}


def columns_of(row: type[Record], fields: Mapping[str, Any]) -> dict[str, Any]:
    """The values of these columns from their JSON. Raises KeyError for a field that the kind lacks."""
    known = _fields(row)
    return {name: from_column_json(known[name], value) for name, value in fields.items()}


def from_column_json(kind: Any, value: Any) -> Any:
    """The Python value of a column of this type, from JSON."""
    if isinstance(value, str) and isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(value, str) and isinstance(kind, Moment):
        return datetime.fromisoformat(value)
    return value.value if isinstance(value, Enum) else value

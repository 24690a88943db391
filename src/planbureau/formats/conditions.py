"""Reading a condition: a small closed set of operators, so that no file can hold a program."""

from __future__ import annotations

from typing import cast

from .model import All, AnswerIs, AnyOf, Condition, Fact, Filled, Flag, Not, UnderRegime
from .problems import Problems, nearest
from .reading import TableReader
from .tree import Table
from .vocabulary import FACTS, REGIMES

OPERATORS = {
    "flag": frozenset({"flag"}),
    "regime": frozenset({"regime"}),
    "answer": frozenset({"answer", "is"}),
    "filled": frozenset({"filled"}),
    "fact": frozenset({"fact", "at_least"}),
    "all": frozenset({"all"}),
    "any": frozenset({"any"}),
    "not": frozenset({"not"}),
}
"""Operator -> the keys that may stand in its table."""


def read_condition(table: Table | None, problems: Problems) -> Condition | None:
    """The condition in this table; None without a table or with a fault, which is noted."""
    if table is None:
        return None
    named = [key for key in table.entries if key in OPERATORS]
    if len(named) != 1:
        wrong = next((key for key in table.entries if key not in OPERATORS), "")
        hint = nearest(wrong, OPERATORS) if wrong else f"Mogelijk is: {', '.join(OPERATORS)}."
        problems.add(table.place, wrong, f"een voorwaarde heeft precies één van deze woorden nodig. {hint}")
        return None
    operator = named[0]
    reader = TableReader(table, OPERATORS[operator], problems, f"een voorwaarde met '{operator}'")
    return _READERS[operator](reader)


def _flag(reader: TableReader) -> Condition:
    return Flag(reader.text("flag", required=True))


def _regime(reader: TableReader) -> Condition:
    name = reader.text("regime", required=True)
    if name and name not in REGIMES:
        reader.fault("regime", f"de wet '{name}' is niet bekend. {nearest(name, REGIMES)}")
    return UnderRegime(name)


def _answer(reader: TableReader) -> Condition | None:
    question = reader.text("answer", required=True)
    entry = reader.table.entries.get("is")
    parts = entry.value if entry is not None else ()
    values = tuple(part.value for part in parts) if isinstance(parts, tuple) else ()
    if not values or not all(isinstance(value, str | int | bool) for value in values):
        reader.fault("is", "bij 'answer' hoort 'is' met een lijst van antwoorden, zoals is = [\"ja\"].")
        return None
    return AnswerIs(question, cast("tuple[str | int | bool, ...]", values))


def _filled(reader: TableReader) -> Condition:
    return Filled(reader.text("filled", required=True))


def _fact(reader: TableReader) -> Condition:
    name = reader.text("fact", required=True)
    if name and name not in FACTS:
        reader.fault("fact", f"het feit '{name}' is niet bekend. {nearest(name, FACTS)}")
    at_least = reader.number("at_least", 1, least=1) if "at_least" in reader.table.entries else None
    return Fact(name, at_least)


def _parts(reader: TableReader, key: str) -> tuple[Condition, ...]:
    tables = reader.tables(key)
    if not tables:
        reader.fault(key, f"'{key}' moet minstens één voorwaarde bevatten.")
    parts = (read_condition(table, reader.problems) for table in tables)
    return tuple(part for part in parts if part is not None)


def _all(reader: TableReader) -> Condition:
    return All(_parts(reader, "all"))


def _any(reader: TableReader) -> Condition:
    return AnyOf(_parts(reader, "any"))


def _not(reader: TableReader) -> Condition | None:
    part = read_condition(reader.sub("not"), reader.problems)
    return Not(part) if part is not None else None


_READERS = {
    "flag": _flag,
    "regime": _regime,
    "answer": _answer,
    "filled": _filled,
    "fact": _fact,
    "all": _all,
    "any": _any,
    "not": _not,
}

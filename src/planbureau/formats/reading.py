"""Reading one table strictly: closed keys, checked types, every fault with its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from enum import Enum
from typing import Any, TypeVar

from .problems import Place, Problems, nearest
from .tree import Entry, Table

ID_PATTERN = re.compile(r"[a-z][a-z0-9_-]*")
_EnumT = TypeVar("_EnumT", bound=Enum)


_IN_SECTION = "Een vraag hoort in een hoofdstuk: schrijf [[section.question]], onder een [[section]]."
_IN_QUESTION = "Een kolom hoort bij een vraag: schrijf [[section.question.column]], onder die vraag."
_WHERE_USED = "Zet dit bij de [[section]] die het blok gebruikt, onder 'use'."
_ELSEWHERE = {
    ("een plantype", "question"): _IN_SECTION,
    ("een plantype", "column"): _IN_QUESTION,
    ("een hoofdstuk", "column"): _IN_QUESTION,
    ("een plantype", "block"): "Een eigen blok hoort in een bestand waarvan de naam met _ begint.",
    ("een plantype", "option_list"): "Een eigen lijst hoort in een bestand waarvan de naam met _ begint.",
    ("een [[block]]", "when"): _WHERE_USED,
    ("een [[block]]", "agreed_by"): _WHERE_USED,
    ("een vraag", "flag"): "Een voorwaarde hoort bij 'when', zoals when = { flag = \"pgb\" }.",
    ("een vraag", "regime"): "Een voorwaarde hoort bij 'when', zoals when = { regime = \"wlz\" }.",
}
"""What was put in the wrong place, and where it belongs."""


class TableReader:
    """Reads the values of one table.

    A fault is noted and a harmless value returned, so that one look at a file finds all its faults.
    """

    def __init__(self, table: Table, known: Collection[str], problems: Problems, what: str) -> None:
        self.table = table
        self.problems = problems
        self.what = what
        for key, entry in table.entries.items():
            if key not in known:
                advice = _ELSEWHERE.get((what, key)) or nearest(key, known)
                text = f"de sleutel '{key}' bestaat niet in {what}. {advice}"
                problems.add(entry.place, key, text)

    def place(self, key: str) -> Place:
        """Where `key` stands, or the table itself when it is not there."""
        entry = self.table.entries.get(key)
        return entry.place if entry is not None else self.table.place

    def fault(self, key: str, text: str) -> None:
        """Notes a fault at `key`."""
        self.problems.add(self.place(key), key, text)

    def text(self, key: str, *, required: bool = False, default: str = "") -> str:
        value = self._value(key, str, "een tekst tussen aanhalingstekens")
        if required and (value is None or not value.strip()):
            if key not in self.table.entries or value is not None:
                self.fault(key, f"{self.what} moet '{key}' hebben, een tekst.")
            return ""
        return default if value is None else value

    def identifier(self, key: str) -> str:
        value = self.text(key, required=True)
        if value and not ID_PATTERN.fullmatch(value):
            self.fault(key, f"'{value}' kan geen id zijn. Gebruik kleine letters, cijfers, - en _.")
        return value

    def truth(self, key: str) -> bool:
        return bool(self._value(key, bool, "true of false"))

    def number(self, key: str, default: int, *, least: int = 0) -> int:
        value: int | None = self._value(key, int, "een heel getal")
        if value is None:
            return default
        if isinstance(value, bool) or value < least:
            self.fault(key, f"'{key}' moet een heel getal vanaf {least} zijn.")
            return default
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; `()` when the key is not there."""
        value = self._value(key, tuple, "een lijst van teksten")
        parts: tuple[Entry, ...] = value or ()
        for part in parts:
            if not isinstance(part.value, str):
                self.problems.add(part.place, key, f"'{key}' mag alleen teksten bevatten.")
        return tuple(part.value for part in parts if isinstance(part.value, str))

    def tables(self, key: str) -> list[Table]:
        """A list of tables; `[]` when the key is not there."""
        value = self._value(key, tuple, "een lijst van tabellen")
        parts: tuple[Entry, ...] = value or ()
        for part in parts:
            if not isinstance(part.value, Table):
                self.problems.add(part.place, key, _only_tables(key))
        return self.table.tables(key)

    def sub(self, key: str) -> Table | None:
        """The table at `key`."""
        table: Table | None = self._value(key, Table, 'een tabel, zoals { flag = "pgb" }')
        return table

    def pairs(self, key: str) -> Mapping[str, str]:
        """A table of texts, such as `renamed`."""
        table = self.sub(key)
        if table is None:
            return {}
        for name, entry in table.entries.items():
            if not isinstance(entry.value, str):
                self.problems.add(entry.place, name, f"'{name}' in '{key}' moet een tekst zijn.")
        return {name: e.value for name, e in table.entries.items() if isinstance(e.value, str)}

    def one_of(
        self, key: str, kind: type[_EnumT], default: _EnumT | None = None, hidden: Collection[_EnumT] = ()
    ) -> _EnumT | None:
        """A value of an enum, by its text; without a default the key must be there.

        A file may not choose what is `hidden`.
        """
        choices = {str(member.value): member for member in kind if member not in hidden}
        entry = self.table.entries.get(key)
        if entry is not None and not isinstance(entry.value, str):
            words = _listed(choices)
            self.fault(key, f"'{key}' moet een van deze woorden zijn, met aanhalingstekens: {words}.")
            return default
        value = self.text(key, required=default is None)
        if not value:
            return default
        if value not in choices:
            self.fault(key, f"'{value}' kan niet bij '{key}'. {nearest(value, choices)}")
            return default
        return choices[value]

    def subset(self, key: str, known: Collection[str], default: tuple[str, ...]) -> tuple[str, ...]:
        """A list of texts that must all be known."""
        values = self.texts(key) if key in self.table.entries else default
        for value in values:
            if value not in known:
                self.fault(key, f"'{value}' kan niet bij '{key}'. {nearest(value, known)}")
        return values

    def _value(self, key: str, kind: type, expected: str) -> Any:
        entry = self.table.entries.get(key)
        if entry is None:
            return None
        if not isinstance(entry.value, kind):
            self.problems.add(entry.place, key, f"'{key}' moet {expected} zijn.")
            return None
        return entry.value


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in sorted(names))


def _only_tables(key: str) -> str:
    example = ', zoals { id = "ja", label = "Ja" }' if key == "options" else ""
    return f"'{key}' mag alleen tabellen bevatten{example}."

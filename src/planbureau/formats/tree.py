"""A format file as a tree in which every value knows its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from .problems import Place, Problems
from .toml_positions import KeyPath, Lines


@dataclass(frozen=True, slots=True)
class Entry:
    """One value with its place: a text, number or truth value, a table, or a list of entries."""

    value: Any
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a file; shared blocks are merged into others as tables, places and all."""

    place: Place
    entries: Mapping[str, Entry] = field(default_factory=dict)

    def with_entries(self, more: Mapping[str, Entry], without: tuple[str, ...] = ()) -> Table:
        """The table with `more` over its own entries, and without some of them."""
        kept = {key: entry for key, entry in self.entries.items() if key not in without}
        return replace(self, entries={**kept, **more})

    def tables(self, key: str) -> list[Table]:
        """The tables in the list at `key`; anything else in it is for the reader to refuse."""
        entry = self.entries.get(key)
        if entry is None or not isinstance(entry.value, tuple):
            return []
        return [part.value for part in entry.value if isinstance(part.value, Table)]

    def text(self, key: str) -> str:
        """The text at `key`, "" when there is none."""
        entry = self.entries.get(key)
        return entry.value if entry is not None and isinstance(entry.value, str) else ""

    def plain(self) -> dict[str, Any]:
        """The table as dicts, lists and plain values, without places."""
        return {key: _plain(entry.value) for key, entry in self.entries.items()}


def list_entry(tables: list[Table], place: Place) -> Entry:
    """A list of tables as one entry."""
    return Entry(tuple(Entry(table, table.place) for table in tables), place)


def read_toml(text: str, name: str, problems: Problems) -> Table | None:
    """The tree of a TOML file; a file that is no TOML is a problem and gives None."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = re.search(r"line (\d+)", str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        problems.add_at(name, line, "", f"dit is geen geldige TOML. {_hint(text, line)}")
        return None
    return _Grower(name, Lines(text)).table(data, ())


def _hint(text: str, line: int) -> str:
    """What is most likely wrong in a line that is no TOML."""
    words = (text.splitlines() or [""])[min(line, text.count("\n") + 1) - 1 :][:1]
    wrong = words[0] if words else ""
    if any(mark in wrong for mark in "“”„‘’"):
        return 'Gebruik rechte aanhalingstekens: "zo".'
    if re.search(r"=\s*(ja|nee|waar|onwaar)\b", wrong, re.IGNORECASE):
        return "Ja en nee schrijf je als true en false."
    above = re.match(r"\s*\[\[(\w+)\]\]", wrong)
    if above and f"[[{above[1]}." in "\n".join(text.splitlines()[: line - 1]):
        name = f"[[{above[1]}]]"
        return f"Boven deze regel staat al een deel van {name}. Begin met {name}, en zet de delen eronder."
    if re.match(r"\s*\[(?!\[)", wrong):
        return "Een onderdeel dat vaker voorkomt, krijgt dubbele haken: [[section]]."
    return "Kijk op deze regel en de regel erboven naar aanhalingstekens, haken en komma's."


def table_of(data: Mapping[str, Any], name: str) -> Table:
    """The tree of data that has no lines."""
    return _Grower(name, None).table(data, ())


class _Grower:
    def __init__(self, name: str, lines: Lines | None) -> None:
        self._name = name
        self._lines = lines

    def table(self, data: Mapping[str, Any], path: KeyPath) -> Table:
        entries = {key: self._entry(value, (*path, key)) for key, value in data.items()}
        return Table(self._place(path), entries)

    def _entry(self, value: Any, path: KeyPath) -> Entry:
        if isinstance(value, dict):
            return Entry(self.table(value, path), self._place(path))
        if isinstance(value, list):
            parts = tuple(self._entry(part, (*path, index)) for index, part in enumerate(value))
            return Entry(parts, self._place(path))
        return Entry(value, self._place(path))

    def _place(self, path: KeyPath) -> Place:
        return Place(self._name, path, self._lines)


def _plain(value: Any) -> Any:
    if isinstance(value, Table):
        return value.plain()
    if isinstance(value, tuple):
        return [_plain(part.value) for part in value]
    return value

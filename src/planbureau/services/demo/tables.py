"""Reading a demo file strictly: closed keys, known days, known people."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from planbureau.clock import AMSTERDAM
from planbureau.errors import FormatError
from planbureau.formats.moments import moment_text
from planbureau.services.demo.days import Days

V = TypeVar("V")


@dataclasses.dataclass
class Names:
    """What the keys of a story stand for: ids of people, clients, households, goals and so on."""

    ids: dict[str, str] = dataclasses.field(default_factory=dict)

    def add(self, key: str, record_id: str) -> None:
        """Remembers a key. Raises FormatError when it is taken."""
        if key in self.ids:
            raise FormatError(f"De demo noemt {key} twee keer.")
        self.ids[key] = record_id

    def id(self, key: str) -> str:
        """The id of a key. Raises FormatError when nobody was introduced under it."""
        if key not in self.ids:
            raise FormatError(f"De demo kent {key} (nog) niet.")
        return self.ids[key]


@dataclasses.dataclass(frozen=True)
class Part:
    """One table of a demo file. Whoever reads it names all keys that it knows."""

    name: str
    values: Mapping[str, Any]
    names: Names
    days: Days

    def only(self, *known: str) -> Part:
        """Itself, when it has no other keys than these. Raises FormatError."""
        strange = sorted(set(self.values) - set(known))
        if strange:
            raise FormatError(f"{self.name}: het veld {strange[0]} is onbekend.")
        return self

    def text(self, key: str, default: str | None = None) -> str:
        """The text at `key`. Raises FormatError when it is missing and there is no default."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise FormatError(f"{self.name}: bij {key} hoort een tekst.")
        return value

    def day(self, key: str) -> date | None:
        """The day at `key`, None when there is none. Raises FormatError."""
        return self._day(self.values[key]) if key in self.values else None

    def needed_day(self, key: str) -> date:
        """The day at `key`. Raises FormatError."""
        return self._day(self.text(key))

    def _day(self, value: object) -> date:
        try:
            return self.days.read(str(value))
        except ValueError as problem:
            raise FormatError(f"{self.name}: {value} is geen dag.") from problem

    def time(self, key: str) -> time:
        """The time at `key`, written as "16:30". Raises FormatError."""
        try:
            return time.fromisoformat(self.text(key))
        except ValueError as problem:
            raise FormatError(f"{self.name}: bij {key} hoort een tijd.") from problem

    def number(self, key: str) -> int:
        """The whole number at `key`. Raises FormatError."""
        value = self.values.get(key)
        if not isinstance(value, int):
            raise FormatError(f"{self.name}: bij {key} hoort een getal.")
        return value

    def id(self, key: str) -> str:
        """The id of what `key` names. Raises FormatError when it was not told (yet)."""
        return self._known(self.text(key))

    def _known(self, name: str) -> str:
        try:
            return self.names.id(name)
        except FormatError as problem:
            raise FormatError(f"{self.name}: {problem}") from problem

    def without(self, *keys: str) -> Part:
        """Itself without these keys."""
        return dataclasses.replace(self, values={k: v for k, v in self.values.items() if k not in keys})

    def items(self, key: str) -> list[Any]:
        """The list at `key`. Raises FormatError."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise FormatError(f"{self.name}: bij {key} hoort een lijst.")
        return value

    def person(self, key: str) -> str:
        """The id of the person at `key`; empty when there is none."""
        return self.id(key) if key in self.values else ""

    def people(self, key: str) -> tuple[str, ...]:
        """The ids of the people at `key`."""
        return tuple(self._known(str(name)) for name in self.items(key))

    def table(self, key: str) -> Part:
        """The table at `key`, empty when there is none. Raises FormatError."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise FormatError(f"{self.name}: bij {key} hoort een tabel.")
        return dataclasses.replace(self, name=f"{self.name}.{key}", values=value)

    def parts(self, key: str) -> list[Part]:
        """The tables in the list at `key`."""
        found = self.items(key)
        if not all(isinstance(value, dict) for value in found):
            raise FormatError(f"{self.name}: bij {key} horen tabellen.")
        return [
            dataclasses.replace(self, name=f"{self.name}.{key}[{number}]", values=value)
            for number, value in enumerate(found, start=1)
        ]

    def view(self, kind: type[V], *, people: tuple[str, ...] = (), without: tuple[str, ...] = ()) -> V:
        """A view with the fields that stand here; `people` are fields that name people. Raises FormatError.

        Keys in `without` belong to the story and are no fields of the view.
        """
        hints = get_type_hints(kind)
        self.only(*hints, *without)
        values = {"id": ""} if "id" in hints else {}
        for key, value in self.values.items():
            if key not in without:
                values[key] = self._field(key, value, hints[key], people)
        try:
            return kind(**values)
        except TypeError as problem:
            raise FormatError(f"{self.name}: er ontbreekt iets ({problem}).") from problem

    def _field(self, key: str, value: object, hint: object, people: tuple[str, ...]) -> Any:
        if key in people:
            return self.people(key) if isinstance(value, list) else self.person(key)
        if hint in (date, date | None):
            return self.day(key)
        return tuple(value) if isinstance(value, list) else value

    def answer(self, value: Any) -> Any:
        """An answer as it is stored: {person = "key"} becomes an id, {day = "+3w"} a date.

        {day = "+3w", time = "10:30"} becomes a moment in the Netherlands.
        """
        if isinstance(value, list):
            return [self.answer(part) for part in value]
        if isinstance(value, dict):
            if set(value) == {"person"}:
                return {"person": self._known(str(value["person"]))}
            if set(value) == {"day"}:
                return self._day(value["day"]).isoformat()
            if set(value) == {"day", "time"}:
                at = time.fromisoformat(str(value["time"]))
                return moment_text(datetime.combine(self._day(value["day"]), at, AMSTERDAM))
            return {key: self.answer(part) for key, part in value.items()}
        return value


def read_part(path: Path, names: Names, days: Days) -> Part:
    """One demo file. Raises FormatError."""
    try:
        return Part(path.stem, tomllib.loads(path.read_text("utf-8")), names, days)
    except (OSError, ValueError) as problem:
        raise FormatError(f"Het demobestand {path.name} kan niet worden gelezen: {problem}") from problem

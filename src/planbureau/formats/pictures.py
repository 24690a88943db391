"""Whether every pictogram that a format file names exists: one that does not leaves a hole on paper."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass

from .problems import Problems
from .tree import Entry, Table

_KEY = "pictogram"


@dataclass(frozen=True)
class PictureNames:
    """The pictograms that exist, and a search by Dutch words that gives their names, best first."""

    ids: Container[str]
    search: Callable[[str], tuple[str, ...]]


def check_pictures(table: Table, names: PictureNames, problems: Problems) -> None:
    """Notes every name of a pictogram in this table, and in what stands in it, that leads nowhere."""
    for key, entry in table.entries.items():
        if key == _KEY and entry.value and entry.value not in names.ids:
            text = f"het plaatje '{entry.value}' bestaat niet. {_hint(entry.value, names)}"
            problems.add(entry.place, key, text)
        for part in entry.value if isinstance(entry.value, tuple) else (entry,):
            if isinstance(part, Entry) and isinstance(part.value, Table):
                check_pictures(part.value, names, problems)


def _hint(word: str, names: PictureNames) -> str:
    found = names.search(word)
    if found:
        return f"Dit lijkt erop: {', '.join(found)}."
    return "Zet er een gewoon woord neer, zoals 'huis'. Dan noemt de controle plaatjes die passen."

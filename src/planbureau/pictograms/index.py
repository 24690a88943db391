"""Reading the Dutch index of the built-in sets; every key is known, or it is an error."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planbureau.pictograms.dutch import fold
from planbureau.pictograms.errors import PictogramResourceError
from planbureau.pictograms.values import Pictogram

OPENMOJI = "openmoji"
DRAWINGS = "planbureau"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CODEPOINT = re.compile(r"[0-9A-F]{4,5}(?:-[0-9A-F]{4,5})*")
_DRAWING = re.compile(r"[a-z0-9-]+\.svg")
_REQUIRED = {"id", "name"}
_OPTIONAL = {"synonyms", "forms", "openmoji", "drawing"}


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One line of the index: the words, and the file of the picture.

    `source` is an OpenMoji code point sequence ("1F6BF") or the file name of an own drawing.
    """

    pictogram: Pictogram
    source: str


def read_index(folder: Path) -> tuple[IndexEntry, ...]:
    """Read all `*.toml` of a folder, one theme each, in the order of their names.

    Raises `PictogramResourceError` naming file and entry for a key that is not known or missing, a value of
    the wrong kind, an id that is used twice, or the same word twice in one entry.
    """
    entries: list[IndexEntry] = []
    for path in sorted(folder.glob("*.toml")):
        entries.extend(_read_theme(path))
    if not entries:
        raise PictogramResourceError(f"In {folder.name} staat geen index van pictogrammen.")
    seen: set[str] = set()
    for entry in entries:
        if entry.pictogram.id in seen:
            raise PictogramResourceError(f"Het pictogram '{entry.pictogram.id}' staat twee keer in de index.")
        seen.add(entry.pictogram.id)
    return tuple(entries)


def read_credits(path: Path) -> Mapping[str, str]:
    """Read the credit line of each built-in set: set id -> Dutch line with maker and licence."""
    lines = _load(path)
    if set(lines) != {OPENMOJI, DRAWINGS} or not all(isinstance(line, str) for line in lines.values()):
        raise PictogramResourceError(f"{path.name}: verwacht zijn precies {OPENMOJI} en {DRAWINGS}.")
    return lines


def _read_theme(path: Path) -> Iterable[IndexEntry]:
    content = _load(path)
    if set(content) != {"theme", "pictogram"} or not isinstance(content["theme"], str):
        raise PictogramResourceError(f"{path.name}: verwacht zijn 'theme' en [[pictogram]], en niets anders.")
    for number, table in enumerate(content["pictogram"], start=1):
        where = f"{path.name}, pictogram {number} ({table.get('id', 'zonder id')})"
        yield _entry(table, content["theme"], where)


def _entry(table: dict[str, Any], theme: str, where: str) -> IndexEntry:
    unknown = set(table) - _REQUIRED - _OPTIONAL
    missing = _REQUIRED - set(table)
    if unknown or missing:
        raise PictogramResourceError(
            f"{where}: onbekend {sorted(unknown)}, ontbreekt {sorted(missing)}.",
        )
    if ("openmoji" in table) == ("drawing" in table):
        raise PictogramResourceError(f"{where}: geef 'openmoji' of 'drawing', en niet allebei.")
    set_id, shape = (OPENMOJI, _CODEPOINT) if "openmoji" in table else (DRAWINGS, _DRAWING)
    source = _text(table.get("openmoji", table.get("drawing")), where)
    pictogram = Pictogram(
        id=_text(table["id"], where),
        name=_text(table["name"], where),
        synonyms=_texts(table.get("synonyms", []), where),
        theme=theme,
        set_id=set_id,
        forms=_texts(table.get("forms", []), where),
    )
    if not _ID.fullmatch(pictogram.id) or not shape.fullmatch(source):
        raise PictogramResourceError(f"{where}: de id of de bron is verkeerd geschreven.")
    terms = [fold(term) for term in (pictogram.name, *pictogram.synonyms, *pictogram.forms)]
    if len(set(terms)) != len(terms):
        raise PictogramResourceError(f"{where}: hetzelfde woord staat er twee keer.")
    return IndexEntry(pictogram, source)


def _text(value: object, where: str) -> str:
    if not isinstance(value, str) or not fold(value):
        raise PictogramResourceError(f"{where}: een tekst ontbreekt of is leeg.")
    return value


def _texts(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise PictogramResourceError(f"{where}: een lijst van teksten is nodig.")
    return tuple(_text(item, where) for item in value)


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise PictogramResourceError(f"Het bestand {path.name} van de pictogrammen ontbreekt.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PictogramResourceError(f"{path.name}: {error}") from error

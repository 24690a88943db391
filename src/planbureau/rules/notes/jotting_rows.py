"""Places for a line in what a list or table holds already: a written cell of a row, agreement or risk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from planbureau.formats.answers import JsonValue
from planbureau.formats.model import Question, QuestionKind
from planbureau.formats.wording import lower_first

_TEXTS = frozenset({QuestionKind.SHORT_TEXT, QuestionKind.LONG_TEXT})
_SHORT = 40


@dataclass(frozen=True)
class Cell:
    """A written part of a row: its id and label, what stands there, and whether it takes one line only."""

    id: str
    label: str
    text: str
    one_line: bool


@dataclass(frozen=True)
class RecordPlace:
    """An agreement or risk of the plan that can take a line."""

    id: str
    kind: QuestionKind
    texts: Mapping[str, str]


@dataclass(frozen=True)
class RowPlace:
    """A cell of a row that is there: which row, which cell, and the words to choose it by."""

    row_id: str
    cell: Cell
    label: str
    about: str


RECORD_TEXTS: dict[QuestionKind, tuple[tuple[str, str, bool], ...]] = {
    QuestionKind.AGREEMENTS: (
        ("what", "Wat spreken we af", False),
        ("when", "Wanneer", True),
        ("reporting_hint", "Waar let je op als je erover schrijft", True),
    ),
    QuestionKind.RISKS: (
        ("what", "Wat kan er gebeuren", False),
        ("signs", "Hoe merk je het", False),
        ("measures", "Wat doen we dan, en wat doen we nu al", False),
    ),
}
"""The written parts of an agreement and a risk: field, label on the screen, whether it is one line."""


def shortened(words: str) -> str:
    """The first words of a text, to name it by."""
    line = " ".join(words.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT].rsplit(' ', 1)[0]}…"


def row_places(question: Question, value: object) -> Iterable[RowPlace]:
    """Every written cell of every row of a table."""
    written = [column for column in question.columns if column.kind in _TEXTS]
    rows = value if isinstance(value, list) else []
    for number, row in enumerate(rows, start=1):
        if isinstance(row, dict) and row.get("id"):
            cells = [
                Cell(one.id, one.label, _text(row.get(one.id)), one.kind is QuestionKind.SHORT_TEXT)
                for one in written
            ]
            yield from _cells(str(row["id"]), question.table_head or "regel", number, cells)


def record_places(question: Question, word: str, records: Sequence[RecordPlace]) -> Iterable[RowPlace]:
    """Every written part of every agreement, or of every risk."""
    ours = (one for one in records if one.kind is question.kind)
    for number, record in enumerate(ours, start=1):
        cells = [
            Cell(name, label, record.texts.get(name, ""), line)
            for name, label, line in RECORD_TEXTS[question.kind]
        ]
        yield from _cells(record.id, word, number, cells)


def _cells(row_id: str, word: str, number: int, cells: Sequence[Cell]) -> Iterable[RowPlace]:
    """The cells of a row, which is called by its first words, or by its number while it has none."""
    named = next((cell for cell in cells if cell.text.strip()), None)
    name = f"{word} ‘{shortened(named.text)}’" if named else f"{word} {number}"
    about = " ".join(cell.text for cell in cells)
    for cell in cells:
        there = f" (nu: {shortened(cell.text)})" if cell is not named and cell.text.strip() else ""
        yield RowPlace(row_id, cell, f"Bij {name}: {lower_first(cell.label)}{there}", about)


def _text(value: JsonValue) -> str:
    return value if isinstance(value, str) else ""

"""A table question: as a table, or row by row when its texts are too long for columns."""

from __future__ import annotations

from typing import Any

from planbureau.documents.blocks import Block, Column, Divider, KeyValues, Pair, Paragraph, Table, TextStyle
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.professional.labels import label_of
from planbureau.documents.editions.values import cell_text
from planbureau.formats.answers import has_value
from planbureau.formats.model import Question, QuestionKind, Section

K = QuestionKind
_MOST_COLUMNS = 5
_LONGEST_CELL = 300
_WIDTHS = {K.LONG_TEXT: 1.8, K.SHORT_TEXT: 1.3, K.DATE: 1.2, K.MOMENT: 1.2, K.NUMBER: 0.6, K.TICK: 0.6}


def table_blocks(question: Question, section: Section, paper: Paper) -> list[Block]:
    """The rows in which anything stands; columns that are empty in every row are left out."""
    rows = filled_rows(question, paper)
    columns = [one for one in question.columns if any(has_value(row.get(one.id)) for row in rows)]
    if not rows or not columns:
        return []
    cells = [tuple(cell_text(column, row, paper) for column in columns) for row in rows]
    longest = max(len(text) for row in cells for text in row)
    head = label_of(question, section)
    if len(columns) > _MOST_COLUMNS or longest > _LONGEST_CELL:
        return [*head, *_row_by_row([one.label for one in columns], cells)]
    table = Table(
        tuple(Column(one.label, _WIDTHS.get(one.kind, 1.1)) for one in columns),
        tuple(cells),
        row_headers=True,
    )
    return [*head, table]


def filled_rows(question: Question, paper: Paper) -> list[dict[str, Any]]:
    """The rows of a table question that say something."""
    value = paper.value(question)
    ids = [column.id for column in question.columns]
    rows = value if isinstance(value, list) else []
    return [row for row in rows if isinstance(row, dict) and any(has_value(row.get(name)) for name in ids)]


def _row_by_row(labels: list[str], cells: list[tuple[str, ...]]) -> list[Block]:
    blocks: list[Block] = []
    for number, row in enumerate(cells):
        if number:
            blocks.append(Divider())
        pairs = [Pair(label, text) for label, text in zip(labels, row, strict=True) if text]
        short = [pair for pair in pairs if len(str(pair.value)) <= _LONGEST_CELL]
        if short:
            blocks.append(KeyValues(tuple(short)))
        for pair in pairs:
            if pair not in short:
                blocks += [Paragraph(pair.label, TextStyle.LABEL), Paragraph(pair.value)]
    return blocks

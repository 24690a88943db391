"""The block tree: what it refuses, and that it costs nothing to import."""

from __future__ import annotations

import subprocess
import sys

import pytest

from planbureau.documents.blocks import (
    Cell,
    Column,
    Document,
    Figure,
    Heading,
    Matrix,
    MatrixCell,
    MatrixRow,
    Run,
    Table,
    is_empty,
    plain,
)


@pytest.mark.parametrize("level", [0, 5])
def test_a_heading_has_level_one_to_four(level: int) -> None:
    with pytest.raises(ValueError, match="level"):
        Heading(level, "kop")


def test_a_table_row_fills_all_columns() -> None:
    columns = (Column("a"), Column("b"))
    Table(columns, ((Cell(span=2),), ("1", "2")))
    with pytest.raises(ValueError, match="1 cells"):
        Table(columns, (("1",),))


def test_a_matrix_row_has_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="Geld"):
        Matrix("gebied", ("a", "b"), (MatrixRow("Geld", (MatrixCell(),)),))


def test_a_figure_and_a_document_need_words() -> None:
    with pytest.raises(ValueError, match="replaces"):
        Figure(b"", " ")
    with pytest.raises(ValueError, match="title"):
        Document(" ", ())


def test_a_text_is_a_string_or_runs() -> None:
    assert plain((Run("één "), Run("twee", bold=True))) == "één twee"
    assert is_empty((Run(" "),))
    assert not is_empty("x")


def test_importing_the_tree_loads_nothing_heavy() -> None:
    code = (
        "import sys, planbureau.documents.blocks, planbureau.documents.text_dump;"
        "print([m for m in ('reportlab', 'pikepdf', 'pypdfium2', 'PIL', 'PySide6') if m in sys.modules])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  # our own code
    assert done.stdout.strip() == "[]"

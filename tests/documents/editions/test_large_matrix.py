"""The goal matrix of very many people: what can be read, and how many sheets it takes."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2
import pytest
from tests.documents.editions import demir
from tests.documents.editions.shipped import context, pictograms
from tests.pdf_checks import assert_pdf_ua

from planbureau.documents.blocks import (
    Document,
    Matrix,
    MatrixCell,
    MatrixRow,
    PaperSize,
    Status,
    StatusIcon,
    Tone,
)
from planbureau.documents.editions import edit
from planbureau.documents.editions.matrix import large_matrix
from planbureau.documents.pdf import render
from planbureau.documents.text_dump import dump
from planbureau.views import HouseholdView, MemberView, PersonView, PlanView

PEOPLE, AREAS = 60, 30
SMALLEST = 7.0
"""Points; smaller cannot be read on paper."""


def grid(every: int) -> Matrix:
    """Sixty people by thirty areas, with something in one of `every` cells."""

    def cell(at: int) -> MatrixCell:
        if at % every:
            return MatrixCell()
        return MatrixCell((Status(StatusIcon.PARTLY, f"{at % 97}: a, b", Tone.WARN),), "deels behaald")

    rows = (
        MatrixRow(f"Gebied {row}", tuple(cell(row * PEOPLE + at) for at in range(PEOPLE)))
        for row in range(AREAS)
    )
    return Matrix("Gebied", tuple(f"Persoon {at}" for at in range(PEOPLE)), tuple(rows))


def family() -> PlanView:
    """Forty people, of whom eleven have a goal."""
    view = demir.rich()
    people = [PersonView(id=f"p-{at}", given_name=f"Kind{at}", family_name="Demir") for at in range(40)]
    members = tuple(MemberView(one.id, one, "kind") for one in people)
    household = HouseholdView("h-1", "gezin Demir", members)
    goals = tuple(
        replace(view.goals[0], id=f"g-{at}", number=at + 1, for_whom=(people[at].id,)) for at in range(11)
    )
    return replace(view, household=household, goals=goals)


def on_a3(block: Matrix) -> bytes:
    edited = edit(demir.rich(), "matrix", context()).document
    page = replace(edited.page, size=PaperSize.A3)
    return render(replace(edited, blocks=tuple(large_matrix(block, "Uitleg.")), page=page), pictograms())


@pytest.mark.parametrize(("every", "sheets"), [(1, 8), (9, 5), (61, 3)])
def test_sixty_people_and_thirty_areas_fit_on_few_sheets(every: int, sheets: int) -> None:
    pdf = on_a3(grid(every))
    assert_pdf_ua(pdf)
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as opened:
        assert len(opened) <= sheets
        for page in opened:
            sizes = [one.get_font_size() for one in page.get_objects() if hasattr(one, "get_font_size")]
            assert min(sizes, default=SMALLEST) >= SMALLEST


def test_who_has_no_goal_is_named_below_a_large_matrix_and_gets_no_column() -> None:
    document: Document = edit(family(), "matrix", context()).document
    block = next(one for one in document.blocks if isinstance(one, Matrix))
    assert block.columns == tuple(f"Kind{at}" for at in range(11))
    assert [row.header for row in block.rows] == ["Veiligheid"]
    words = dump(document)
    assert "Zonder doel: Kind11, Kind12" in words
    assert "Niets bij: Opvoeden en gezin" in words

"""The goal matrix of very many people: what can be read, and how many sheets it takes."""

from __future__ import annotations

import ctypes
import io
from dataclasses import replace

import pypdfium2
import pytest
from tests.documents.editions import demir, noor
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
from planbureau.documents.editions.fitting import page_count
from planbureau.documents.editions.goal_overview import GoalsOnPaper, matrix_of_plans
from planbureau.documents.editions.matrix import large_matrix, matrix_page, with_matrix
from planbureau.documents.editions.paper import Paper
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


def on_a3(block: Matrix) -> Document:
    edited = edit(demir.rich(), "matrix", context()).document
    return replace(edited, blocks=tuple(large_matrix(block, "Uitleg.")), page=matrix_page(PaperSize.A3))


@pytest.mark.parametrize(("every", "sheets"), [(1, 7), (9, 4), (61, 2)])
def test_sixty_people_and_thirty_areas_fit_on_few_sheets(every: int, sheets: int) -> None:
    assert page_count(on_a3(grid(every))) <= sheets


def test_a_matrix_of_sixty_people_can_be_read() -> None:
    pdf = render(on_a3(grid(37)), pictograms())
    assert_pdf_ua(pdf)
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as opened:
        for page in opened:
            found = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
            sizes = [size_of(one) for one in found]
            assert sizes
            assert min(sizes) >= SMALLEST


def size_of(text: pypdfium2.PdfObject) -> float:
    """The type size of a text on the page, in points."""
    size = ctypes.c_float()
    assert pypdfium2.raw.FPDFTextObj_GetFontSize(text.raw, ctypes.byref(size))
    return size.value


def test_who_has_no_goal_is_named_below_a_large_matrix_and_gets_no_column() -> None:
    document: Document = edit(family(), "matrix", context()).document
    block = next(one for one in document.blocks if isinstance(one, Matrix))
    assert block.columns == tuple(f"Kind{at}" for at in range(11))
    assert [row.header for row in block.rows] == ["Veiligheid"]
    words = dump(document)
    assert "Zonder doel: Kind11, Kind12" in words
    assert "Geen doel bij: Opvoeden en gezin" in words


def areas_with_goals(goals: tuple[int, ...]) -> Matrix:
    """Ten areas by four people; the first person has so many goals in each area."""

    def cell(many: int) -> MatrixCell:
        signs = tuple(Status(StatusIcon.ACTIVE, f"{at}: a, b", Tone.INFO) for at in range(many))
        return MatrixCell(signs, "\n".join("bezig" for _ in range(many)))

    rows = tuple(
        MatrixRow(f"Gebied {at}", (cell(many), MatrixCell(), MatrixCell(), MatrixCell()))
        for at, many in enumerate(goals)
    )
    return Matrix("Gebied", ("Sem", "Daan", "Elif", "Mert"), rows)


@pytest.mark.parametrize(
    ("goals", "named"),
    [
        ((1, 0, 0, 0, 0, 0, 0, 0, 0, 0), False),
        ((1, 1, 0, 0, 0, 0, 0, 0, 0, 0), False),
        ((1, 1, 0, 0, 2, 0, 1, 1, 0, 0), True),
        ((1, 1, 1, 1, 1, 1, 0, 0, 0, 0), True),
    ],
)
def test_a_matrix_stays_on_its_page_and_then_names_the_areas_without_a_goal(
    goals: tuple[int, ...], *, named: bool
) -> None:
    edited = replace(edit(demir.rich(), "matrix", context()).document, blocks=())
    document = with_matrix(edited, areas_with_goals(goals), "Uitleg.", ())
    assert page_count(document) == 1
    assert ("Geen doel bij: Gebied" in dump(document)) is named
    large = replace(edited, page=matrix_page(PaperSize.A3))
    assert "Geen doel bij" not in dump(with_matrix(large, areas_with_goals(goals), "Uitleg.", ()))


def test_a_table_of_a_large_matrix_that_fits_on_a_page_is_not_broken() -> None:
    pdf = render(on_a3(grid(37)), pictograms())
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as opened:
        texts = [page.get_textpage().get_text_bounded() for page in opened]
    for text in texts:  # the heads of a table stand under its own title, never again on the next page
        assert text.count("Gebied Persoon") == text.count("tot en met")


def both() -> GoalsOnPaper:
    """A family and a client together; both kinds of plan have an area "Gezondheid"."""
    papers = tuple(Paper.of(view, context()) for view in (demir.rich(), noor.rich()))
    shown = frozenset(goal.id for paper in papers for goal in paper.view.goals)
    return GoalsOnPaper(papers, "gezin Demir", "Zorg Voorbeeld", context().today, shown)


def test_over_several_plans_an_area_is_one_row_and_those_without_a_goal_are_named() -> None:
    document = matrix_of_plans(both())
    block = next(one for one in document.blocks if isinstance(one, Matrix))
    assert all(any(cell != MatrixCell() for cell in row.cells) for row in block.rows)
    headers = [row.header for row in block.rows]
    assert len(headers) == len(set(headers))
    named = dump(document).partition("Geen doel bij: ")[2].partition('"')[0]
    assert named.count("Mensen om je heen") == 1
    assert not any(header in named.rstrip(".").split(", ") for header in headers)

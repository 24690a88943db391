"""Pieces on pages: what breaks, what stays together, and that layout always ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.samples import FakePictograms

from planbureau.documents.blocks import Document, Page, PictureRow
from planbureau.documents.compose.composer import compose
from planbureau.documents.layout.boxes import Box, BoxStyle, Part, Row
from planbureau.documents.layout.flow import Break, Flow, Room, Stack
from planbureau.documents.layout.graphics import SpaceFlow
from planbureau.documents.layout.grid import Grid, GridCell, GridRow, GridStyle, GridTags
from planbureau.documents.looks import Sheet, sheet_of
from planbureau.documents.pages import split_pages
from planbureau.documents.tagging.tags import Tag

SHEET = Sheet(120, 120, 10, 10, 10, 5)
ROOM = Room(100, 100, 100)


def piece(height: float, *, keep_next: bool = False) -> SpaceFlow:
    made = SpaceFlow(height)
    made.keep_next = keep_next
    return made


def heights(pages: list[Flow]) -> list[list[float]]:
    return [[child.height(100) for child in page.children] for page in pages if isinstance(page, Stack)]


def laid_out(*children: Flow) -> list[list[float]]:
    return heights(list(split_pages(Stack(children), SHEET)))


def test_a_piece_that_does_not_fit_moves_to_the_next_page() -> None:
    assert laid_out(piece(60), piece(30), piece(20)) == [[60, 30], [20]]


def test_a_heading_moves_with_what_follows_it() -> None:
    assert laid_out(piece(60), piece(10, keep_next=True), piece(40)) == [[60], [10, 40]]


def test_headings_before_a_piece_that_no_page_holds_do_not_wait_for_ever() -> None:
    assert laid_out(piece(40, keep_next=True), piece(80)) == [[40, 80]]


def test_a_piece_that_is_too_tall_is_placed_all_the_same() -> None:
    assert laid_out(piece(10), piece(300), piece(10)) == [[10], [300], [10]]


def table(rows: int) -> Grid:
    """A head of ten points, and rows of twenty."""
    head, body = Tag("THead"), Tag("TBody")
    style = GridStyle("", "", pad_x=0, pad_y=0)
    made = [GridRow((GridCell(piece(20), Tag("TD")),), Tag("TR")) for _ in range(rows)]
    return Grid(
        [100], [GridRow((GridCell(piece(10), Tag("TH")),), Tag("TR"))], made, style, GridTags(head, body)
    )


def rows_on(pages: list[Flow]) -> list[int]:
    """How many rows of a table stand on each page."""
    found = [child for page in pages if isinstance(page, Stack) for child in page.children]
    return [len(one.rows) for one in found if isinstance(one, Grid)]


@pytest.mark.parametrize(
    ("above", "rows", "on_pages"),
    [
        (0, 4, [4]),
        (30, 3, [3]),
        (60, 3, [3]),  # one row would stand under the heads: the whole table goes to the next page
        (30, 4, [2, 2]),  # three fit, and then one would be alone
        (60, 6, [4, 2]),
        (0, 5, [3, 2]),
        (65, 2, [2]),
        (0, 9, [4, 3, 2]),
    ],
)
def test_no_row_of_a_table_stands_alone(above: float, rows: int, on_pages: list[int]) -> None:
    pages = list(split_pages(Stack([piece(above), table(rows)]), SHEET))
    assert rows_on(pages) == on_pages


def test_a_break_ends_the_page_and_makes_no_empty_one() -> None:
    assert laid_out(piece(10), Break(), Break(), piece(20), Break()) == [[10], [20]]


def test_space_between_pieces_is_the_larger_of_two() -> None:
    above, below = piece(10), piece(10)
    above.space_after, below.space_before = 7, 12
    assert Stack([above, below]).height(100) == 32


def test_a_whole_stack_moves_when_a_page_can_hold_it() -> None:
    whole = Stack([piece(40), piece(40)], whole=True)
    assert whole.take(Room(100, 50, 100)) == (None, whole)
    tall = Stack([piece(60), piece(60)], whole=True)
    first, rest = tall.take(Room(100, 70, 100))
    assert first is not None
    assert rest is not None


def test_a_box_and_a_row_break_with_what_is_in_them() -> None:
    row = Row([Part(Stack([piece(40), piece(40)]), 50), Part(piece(10), 50)], 0)
    box = Box(row, BoxStyle(pad_y=5))
    first, rest = box.take(Room(100, 60, 100))
    assert first is not None
    assert rest is not None
    assert first.height(100) == 50
    assert rest.height(100) == 50


@given(st.lists(st.tuples(st.integers(1, 150), st.booleans()), max_size=25))
def test_every_piece_lands_on_exactly_one_page(pieces: list[tuple[int, bool]]) -> None:
    pages = laid_out(*(piece(height, keep_next=keep) for height, keep in pieces))
    assert [height for page in pages for height in page] == [height for height, _ in pieces]
    assert all(sum(page) <= 100 or len(page) <= len(pieces) for page in pages)


@pytest.mark.parametrize("left", [0, 1, 8, 20, 40])
def test_the_makers_of_pictures_never_have_a_page_of_their_own(left: float) -> None:
    """Whatever room is left below the last piece of a document, that piece is on the page of their names."""
    sheet = sheet_of(Page())
    story = compose(Document("Proef", (PictureRow(("douchen",), "Thuis."),)), sheet, FakePictograms())
    *above, last, credit = story.children
    width = sheet.text_width
    used = Stack([*above, last]).height(width) + left
    fitted = Stack([piece(sheet.text_height - used), *above, last, credit])
    pages = [page for page in split_pages(fitted, sheet) if isinstance(page, Stack)]
    assert pages[-1].children[-2:] == [last, credit]

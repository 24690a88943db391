"""Tables with column heads, and the matrix of result areas by people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from planbureau.documents.blocks import (
    Align,
    Cell,
    CellContent,
    Column,
    Matrix,
    MatrixCell,
    MatrixRow,
    Status,
    Table,
    TextStyle,
    is_empty,
    plain,
)
from planbureau.documents.compose.context import Context, paragraphs, spans, text_flow
from planbureau.documents.compose.pictures import badge
from planbureau.documents.layout.flow import Flow, Stack
from planbureau.documents.layout.graphics import SpaceFlow
from planbureau.documents.layout.grid import Grid, GridCell, GridRow, GridStyle, GridTags
from planbureau.documents.layout.lines import widest_word
from planbureau.documents.looks import LINE, MM, MUTED, PRIMARY_SOFT, SUNKEN, TextLook
from planbureau.documents.tagging.tags import Tag, table_cell, table_header

_EMPTY_CELL = "–"
_MATRIX_HEAD = 1.5
"""Width of the row heads of a matrix, as a multiple of its other columns."""
_MEASURED_SIGNS = 400
"""Only the start of a long text decides about the width of its column."""
_FEWEST_POINTS = 62.0
"""A matrix with columns narrower than this is cut into several tables below each other."""
_FEW_COLUMNS = 8
_ROOMY, _TIGHT = 6.0, 3.0
"""Points around a sign in a matrix; with many columns there are mostly many rows as well."""


def table(block: Table, context: Context) -> list[Flow]:
    """A table; without rows a line that says so."""
    if not block.rows:
        caption = [_caption(block.caption, context, Tag("P"))] if block.caption else []
        empty = text_flow(block.empty_text, context.looks.styles[TextStyle.HINT], Tag("P"))
        return [_apart(Stack([*caption, empty]), context)]
    shares = [max(column.width, 0.05) for column in block.columns]
    widths = fit_widths(shares, _least_widths(block, context), context.width)
    tag = Tag("Table")
    tags = GridTags(Tag("THead", parent=tag), Tag("TBody", parent=tag))
    aligns = [column.align for column in block.columns]
    maker = _CellMaker(context.compact(), widths, aligns, block.write_mm * MM, block.row_mm * MM)
    head = _head_rows(block.columns, maker)
    rows = [GridRow(tuple(maker.row(row, row_header=block.row_headers)), Tag("TR")) for row in block.rows]
    style = replace(_style(), columns_ruled=block.ruled, whole_rows=block.ruled)
    return _with_caption(block.caption, Grid(widths, head, rows, style, tags), tag, context)


def fit_widths(shares: Sequence[float], least: Sequence[float], total: float) -> list[float]:
    """Divide `total` points by share, where no column gets less than its widest word needs.

    When all words together do not fit, the columns get their share of what there is.
    """
    if sum(least) >= total:
        return [total * each / sum(least) for each in least]
    fixed: set[int] = set()
    while True:
        room = total - sum(least[index] for index in fixed)
        free = sum(share for index, share in enumerate(shares) if index not in fixed)
        widths = [
            least[index] if index in fixed else room * share / free for index, share in enumerate(shares)
        ]
        tight = {index for index, width in enumerate(widths) if width < least[index] - 0.01}
        if not tight:
            return widths
        fixed |= tight


def _least_widths(block: Table, context: Context) -> list[float]:
    """The width that each column needs for its widest word, at most a third of the table."""
    pad = 2 * _style().pad_x + 0.1
    cell, head = context.looks.cell, context.looks.cell_head
    least = [widest_word(spans(column.title, head), head.shape.size) for column in block.columns]
    for row in block.rows:
        if any(isinstance(content, Cell) and content.span > 1 for content in row):
            continue
        for index, content in enumerate(row):
            if isinstance(content, Status):
                least[index] = max(least[index], badge(content, cell).natural_width())
            elif not isinstance(content, Cell):
                bold = head if block.row_headers and index == 0 else cell
                start = plain(content)[:_MEASURED_SIGNS]
                least[index] = max(least[index], widest_word(spans(start, bold), bold.shape.size))
    return [min(width + pad, context.width / 3) for width in least]


def matrix(block: Matrix, context: Context) -> list[Flow]:
    """A matrix; when there are many people, several tables, each with the rows that say something in it."""
    if not block.rows or not block.columns:
        return []
    room = context.width - _MATRIX_HEAD * _FEWEST_POINTS
    most = max(1, int(room // _FEWEST_POINTS))
    tables = -(-len(block.columns) // most)
    if tables == 1:
        return _matrix_part(block, block.caption, context)
    size = -(-len(block.columns) // tables)
    tables = -(-len(block.columns) // size)
    flows: list[Flow] = []
    for number, start in enumerate(range(0, len(block.columns), size), 1):
        part = _columns_of(block, slice(start, start + size))
        whose = " tot en met ".join(dict.fromkeys((part.columns[0], part.columns[-1])))
        title = f"{block.caption}: {whose}" if block.caption else whose
        made = _matrix_part(part, f"{title} ({number} van {tables})", context, size)
        flows.append(_apart(Stack(made, whole=True), context))
    return flows


def _columns_of(block: Matrix, part: slice) -> Matrix:
    """Some columns of a matrix; a row without anything in them is left out, unless that leaves none."""
    rows = [MatrixRow(row.header, row.cells[part]) for row in block.rows]
    filled = [row for row in rows if any(cell != MatrixCell() for cell in row.cells)]
    return replace(block, columns=block.columns[part], rows=tuple(filled or rows))


def _matrix_part(block: Matrix, caption: str, context: Context, places: int = 0) -> list[Flow]:
    """One table; `places` columns have room in it, so that the last of several is no wider."""
    columns = block.columns
    space = _ROOMY if len(columns) <= _FEW_COLUMNS else _TIGHT
    unit = context.width / (max(len(columns), places) + _MATRIX_HEAD)
    widths = [unit * _MATRIX_HEAD] + [unit] * len(columns)
    tag = Tag("Table")
    tags = GridTags(Tag("THead", parent=tag), Tag("TBody", parent=tag))
    head_look = context.looks.cell_head
    titles = (block.corner, *columns)
    head_cells = tuple(
        GridCell(text_flow(name, head_look, Tag("P")), table_header("Column")) for name in titles
    )
    rows = [
        GridRow(
            (
                GridCell(text_flow(row.header, head_look, Tag("P")), table_header("Row"), fill=SUNKEN),
                *(_matrix_cell(cell, context, space) for cell in row.cells),
            ),
            Tag("TR"),
        )
        for row in block.rows
    ]
    head = [GridRow(tuple(head_cells), Tag("TR"))]
    grid = Grid(widths, head, rows, replace(_style(), pad_x=4.0, columns_ruled=True), tags)
    return _with_caption(caption, grid, tag, context)


def _matrix_cell(cell: MatrixCell, context: Context, space: float) -> GridCell:
    look = context.looks.cell
    small = replace(look.shape, size=look.shape.size * 0.9, leading=look.shape.leading * 0.9)
    flows: list[Flow] = [
        _spaced(badge(status, replace(look, shape=small)), space) for status in cell.statuses
    ]
    if cell.text:
        flows.append(text_flow(cell.text, replace(look, shape=small), Tag("P")))
    if not flows:
        flows = [text_flow(_EMPTY_CELL, replace(look, colour=MUTED), Tag("P"))]
    return GridCell(Stack(flows), table_cell())


def _spaced(flow: Flow, space: float) -> Flow:
    flow.space_before = flow.space_after = space
    return flow


def _style() -> GridStyle:
    return GridStyle(head_fill=PRIMARY_SOFT, line=LINE)


def _aligned(look: TextLook, align: Align) -> TextLook:
    return replace(look, shape=replace(look.shape, align=align))


def _caption(text: str, context: Context, tag: Tag) -> Flow:
    flow = text_flow(text, context.looks.styles[TextStyle.LABEL], tag, keep_next=True)
    flow.space_after = 3.0
    return flow


def _with_caption(caption: str, grid: Grid, tag: Tag, context: Context) -> list[Flow]:
    parts: list[Flow] = [_caption(caption, context, Tag("Caption"))] if caption else []
    return [_apart(Stack([*parts, grid], tag), context)]


def _apart(stack: Stack, context: Context) -> Stack:
    stack.space_before = stack.space_after = context.looks.gap * 1.3
    return stack


def _head_rows(columns: Sequence[Column], maker: _CellMaker) -> list[GridRow]:
    """The column titles, below a row of group titles when there are any."""
    titles = GridRow(
        tuple(maker.head(index, column.title) for index, column in enumerate(columns)), Tag("TR")
    )
    if not any(column.group for column in columns):
        return [titles]
    cells = []
    for _, members in groupby(enumerate(columns), key=lambda each: each[1].group or each[0]):
        first, *others = list(members)
        cells.append(maker.head(first[0], first[1].group, span=1 + len(others)))
    return [GridRow(tuple(cells), Tag("TR")), titles]


class _CellMaker:
    """Makes the cells of one table."""

    def __init__(
        self,
        context: Context,
        widths: Sequence[float],
        aligns: Sequence[Align],
        write: float = 0.0,
        least: float = 0.0,
    ) -> None:
        self._context = context
        self._widths = widths
        self._aligns = aligns
        self._pad = 2 * _style().pad_x
        self._least = least
        self._blank: Flow = SpaceFlow(max(write - 2 * _style().pad_y, 0.0))

    def head(self, column: int, title: str, span: int = 1) -> GridCell:
        look = _aligned(self._context.looks.cell_head, self._aligns[column])
        return GridCell(text_flow(title, look, Tag("P")), table_header("Column", span), span)

    def row(self, cells: Sequence[CellContent], *, row_header: bool) -> list[GridCell]:
        made, column = [], 0
        words = cells[1:] if row_header else cells
        written = any(not isinstance(each, (Status, Cell)) and not is_empty(each) for each in words)
        for index, cell in enumerate(cells):
            span = cell.span if isinstance(cell, Cell) else 1
            is_head = row_header and index == 0
            tag = table_header("Row", span) if is_head else table_cell(span)
            flow = self._flow(cell, column, span, bold=is_head)
            if index == 0 and self._least:
                flow = Stack(
                    [flow, SpaceFlow(max(self._least - self._context.looks.cell.shape.leading, 0.0))]
                )
            made.append(GridCell(Stack(()) if written and flow is self._blank else flow, tag, span))
            column += span
        return made

    def _flow(self, cell: CellContent, column: int, span: int, *, bold: bool) -> Flow:
        looks = self._context.looks
        if isinstance(cell, Status):
            return badge(cell, looks.cell)
        if isinstance(cell, Cell):
            width = sum(self._widths[column : column + span]) - self._pad
            return Stack(self._context.blocks(cell.blocks, self._context.narrowed(width)))
        look = _aligned(looks.cell_head if bold else looks.cell, self._aligns[column])
        if is_empty(cell):
            return self._blank
        return Stack([text_flow(part, look, Tag("P")) for part in paragraphs(cell)])

"""A table: columns of fixed width, heads that return on each page, rows that may run over a page end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.lib.colors import HexColor

from planbureau.documents.layout.boxes import take_beside
from planbureau.documents.layout.flow import Flow, Room, Stack
from planbureau.documents.tagging.canvas import TaggedCanvas
from planbureau.documents.tagging.tags import Tag

_FEWEST_ROWS = 2
"""So many rows of a table stay together at either side of the end of a page."""
_SPLIT_FROM = 0.3
"""A row is only broken when it is higher than this share of a page; lower rows move as a whole."""


@dataclass(frozen=True)
class GridCell:
    """A cell with its structure element (TH or TD), its width in columns and its own background."""

    flow: Flow
    tag: Tag
    span: int = 1
    fill: str = ""


@dataclass(eq=False)
class GridRow:
    """One row; `known_height` is filled in once, because all parts of a table have the same columns."""

    cells: tuple[GridCell, ...]
    tag: Tag
    known_height: float = -1.0


@dataclass(frozen=True)
class GridStyle:
    """Colours and sizes in points. With `whole_rows` only a row that no page can hold is broken."""

    head_fill: str
    line: str
    pad_x: float = 6.0
    pad_y: float = 4.5
    columns_ruled: bool = False
    whole_rows: bool = False


@dataclass(frozen=True)
class GridTags:
    head: Tag
    body: Tag


class Grid(Flow):
    """The rows of one table; the caller opens the Table element around it."""

    def __init__(
        self,
        widths: Sequence[float],
        head: Sequence[GridRow],
        rows: Sequence[GridRow],
        style: GridStyle,
        tags: GridTags,
        *,
        continued: bool = False,
    ) -> None:
        self.widths, self.head, self.rows = tuple(widths), tuple(head), tuple(rows)
        self.style, self.tags, self.continued = style, tags, continued

    def height(self, width: float) -> float:  # noqa: ARG002  # columns have their own widths
        return sum(self._row_height(row) for row in (*self.head, *self.rows))

    def take(self, room: Room) -> tuple[Flow | None, Flow | None]:
        used = sum(self._row_height(row) for row in self.head)
        for index, row in enumerate(self.rows):
            height = self._row_height(row)
            if used + height <= room.height + 0.01:
                used += height
                continue
            force = room.force and index == 0
            left = Room(room.width, room.height - used, room.full, force)
            first, rest = self._split_row(row, height, left)
            done = list(self.rows[:index]) + ([first] if first else [])
            todo = ([rest] if rest else []) + list(self.rows[index + 1 :])
            if first is None:
                _even(done, todo, begun=self.continued or room.force)
            if not done:
                return None, self
            return self._copy(done, self.continued), self._copy(todo, continued=True) if todo else None
        return self, None

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:  # noqa: ARG002
        self._draw_decoration(canvas, x, top)
        for row in self.head:
            if self.continued:
                with canvas.repeated():
                    self._draw_cells(canvas, x, top, row)
            else:
                with canvas.container(self.tags.head), canvas.container(row.tag):
                    self._draw_cells(canvas, x, top, row)
            top -= self._row_height(row)
        for row in self.rows:
            with canvas.container(self.tags.body), canvas.container(row.tag):
                self._draw_cells(canvas, x, top, row)
            top -= self._row_height(row)

    def _draw_decoration(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw all fields, and the lines over them."""
        y = top
        for row in (*self.head, *self.rows):
            self._fill(canvas, (x, y), row, self.style.head_fill if row in self.head else "")
            y -= self._row_height(row)
        self._line(canvas, x, top, heavy=True)
        for row in (*self.head, *self.rows):
            top -= self._row_height(row)
            self._line(canvas, x, top, heavy=row in {self.head[-1], self.rows[-1]})

    def _split_row(self, row: GridRow, height: float, room: Room) -> tuple[GridRow | None, GridRow | None]:
        lowest = room.full * (1.0 if self.style.whole_rows else _SPLIT_FROM)
        if height <= lowest and not room.force:
            return None, row
        inner = room.less(height=2 * self.style.pad_y)
        pairs = take_beside(
            list(zip((cell.flow for cell in row.cells), self._inner_widths(row), strict=True)), inner
        )
        if pairs is None:
            return (row, None) if room.force else (None, row)
        if not any(rest for _, rest in pairs):
            return row, None
        return _with_flows(row, [first for first, _ in pairs]), _with_flows(row, [rest for _, rest in pairs])

    def _copy(self, rows: list[GridRow], continued: bool) -> Grid:
        return Grid(self.widths, self.head, rows, self.style, self.tags, continued=continued)

    def _row_height(self, row: GridRow) -> float:
        if row.known_height < 0:
            pairs = zip(row.cells, self._inner_widths(row), strict=True)
            row.known_height = max(cell.flow.height(width) for cell, width in pairs) + 2 * self.style.pad_y
        return row.known_height

    def _outer_widths(self, row: GridRow) -> list[float]:
        widths, column = [], 0
        for cell in row.cells:
            widths.append(sum(self.widths[column : column + cell.span]))
            column += cell.span
        return widths

    def _inner_widths(self, row: GridRow) -> list[float]:
        return [width - 2 * self.style.pad_x for width in self._outer_widths(row)]

    def _draw_cells(self, canvas: TaggedCanvas, x: float, top: float, row: GridRow) -> None:
        for cell, width in zip(row.cells, self._outer_widths(row), strict=True):
            canvas.touch(cell.tag)
            with canvas.container(cell.tag):
                inner = width - 2 * self.style.pad_x
                cell.flow.draw(canvas, x + self.style.pad_x, top - self.style.pad_y, inner)
            x += width

    def _fill(self, canvas: TaggedCanvas, corner: tuple[float, float], row: GridRow, fill: str) -> None:
        x, top = corner
        height = self._row_height(row)
        for index, (cell, width) in enumerate(zip(row.cells, self._outer_widths(row), strict=True)):
            colour = cell.fill or fill
            if colour:
                canvas.setFillColor(HexColor(colour))
                canvas.rect(x, top - height, width, height, stroke=0, fill=1)
            if index and self.style.columns_ruled:
                canvas.setStrokeColor(HexColor(self.style.line))
                canvas.setLineWidth(0.5)
                canvas.line(x, top, x, top - height)
            x += width

    def _line(self, canvas: TaggedCanvas, x: float, y: float, *, heavy: bool) -> None:
        canvas.setStrokeColor(HexColor(self.style.line))
        canvas.setLineWidth(1.0 if heavy else 0.5)
        canvas.line(x, y, x + sum(self.widths), y)


def _even(done: list[GridRow], todo: list[GridRow], *, begun: bool) -> None:
    """No single row at the foot of a page under the heads of its table, nor one alone on top of the next."""
    alone_above = len(done) == 1 and not begun
    alone_below = len(todo) == 1 and len(done) > _FEWEST_ROWS
    if alone_above or alone_below:
        todo.insert(0, done.pop())


def _with_flows(row: GridRow, flows: list[Flow | None]) -> GridRow:
    cells = [replace(cell, flow=flow or Stack(())) for cell, flow in zip(row.cells, flows, strict=True)]
    return GridRow(tuple(cells), row.tag)

"""A table that people fill in: rows come, go and move by keyboard, and become cards in a narrow window."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from uuid import uuid4

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.formats.model import Column
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.ui.widgets.table_cells import MINIMUM_WIDTH, WEIGHT, CellTools
from planbureau.ui.widgets.table_row import TableRow

_MENU_WIDTH, _GAP = 38, 10


def _new_id() -> str:
    return uuid4().hex


class DataTable(QWidget):
    """Holds `[{"id": row id, column id: value}]`, as an answer of kind `table` is stored.

    `word` is the word for one row ("afspraak"). A row without any content is not part of the value.
    A row that was taken away can be put back as long as the table is open.
    """

    value_changed = Signal()

    def __init__(
        self,
        context: ThemeContext,
        name: str,
        columns: Sequence[Column],
        tools: CellTools,
        *,
        word: str = "rij",
        new_id: Callable[[], str] = _new_id,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._columns = tuple(columns)
        self._hidden: frozenset[str] = frozenset()
        self._tools = tools
        self._word = word or "rij"
        self._new_id = new_id
        self._rows: list[TableRow] = []
        self._taken: tuple[int, str, dict[str, JsonValue]] | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._head = QWidget()
        self._head_line = QHBoxLayout(self._head)
        self._head_line.setContentsMargins(0, 0, 0, 0)
        self._heads = [TextLabel(column.label, TextRole.SMALL_STRONG) for column in self._columns]
        for head in self._heads:
            self._head_line.addWidget(head)
        self._head_line.addStretch()
        self._column.addWidget(self._head)
        self._body = QVBoxLayout()
        self._column.addLayout(self._body)
        self.add_button = Button(
            context, f"{self._word.capitalize()} toevoegen", ButtonKind.QUIET, icon="plus"
        )
        self.add_button.clicked.connect(self._add_pressed)
        self.undo_button = Button(context, "Terugzetten", ButtonKind.QUIET, icon="undo-2")
        self.undo_button.clicked.connect(self.put_back)
        self.undo_button.hide()
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addWidget(self.undo_button)
        foot.addStretch()
        self._column.addLayout(foot)
        context.theme_changed.connect(self._arrange)
        self._arrange()

    def rows(self) -> tuple[TableRow, ...]:
        return tuple(self._rows)

    def value(self) -> list[dict[str, JsonValue]]:
        filled = ((row.row_id, row.value()) for row in self._rows)
        return [{"id": row_id, **value} for row_id, value in filled if value]

    def set_value(self, value: Sequence[dict[str, JsonValue]]) -> None:
        """Show these rows without emitting anything; rows that stay keep their editors and the cursor."""
        wanted = [str(row.get("id") or self._new_id()) for row in value]
        if wanted != [row.row_id for row in self._rows if row.value()]:
            for row in tuple(self._rows):
                self._drop(row)
            for row_id in wanted:
                self._insert(len(self._rows), row_id)
        by_id = {row.row_id: row for row in self._rows}
        for row_id, content in zip(wanted, value, strict=True):
            by_id[row_id].set_value({key: part for key, part in content.items() if key != "id"})
        self._arrange()

    def show_columns(self, column_ids: Collection[str]) -> None:
        """Show only these columns; what stands in the others stays part of the value."""
        hidden = frozenset(column.id for column in self._columns) - frozenset(column_ids)
        if hidden != self._hidden:
            self._hidden = hidden
            for row in self._rows:
                row.hide_columns(hidden)
            self._arrange()
            follow_layout(self, self.add_button)

    def lock_rows(self, row_ids: Collection[str], why: str) -> None:
        """These rows can only be read; `why` stands above each."""
        for row in self._rows:
            row.lock(why if row.row_id in row_ids else "")

    def add_row(self) -> TableRow:
        """Add an empty row at the end."""
        row = self._insert(len(self._rows), self._new_id())
        self._arrange()
        return row

    def remove_row(self, row: TableRow) -> None:
        """Take a row away; `put_back` undoes the last time."""
        at = self._rows.index(row)
        self._taken = (at, row.row_id, row.value())
        self._drop(row)
        self._arrange()
        self.undo_button.show()
        self.undo_button.set_label(f"{self._word.capitalize()} terugzetten")
        near = (
            self._rows[min(at, len(self._rows) - 1)].focus_first if self._rows else self.add_button.setFocus
        )
        near()
        self.value_changed.emit()

    def put_back(self) -> None:
        """Put the row back that was taken away last, in its old place."""
        if self._taken is None:
            return
        at, row_id, content = self._taken
        self._taken = None
        self.undo_button.hide()
        row = self._insert(min(at, len(self._rows)), row_id)
        row.set_value(content)
        self._arrange()
        row.focus_first()
        self.value_changed.emit()

    def move_row(self, row: TableRow, step: int) -> None:
        """Move a row one place up (-1) or down (1)."""
        at = self._rows.index(row)
        to = at + step
        if not 0 <= to < len(self._rows):
            return
        self._rows.insert(to, self._rows.pop(at))
        self._body.removeWidget(row)
        self._body.insertWidget(to, row)
        self._arrange()
        follow_layout(self, self.add_button)
        self.value_changed.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._context.px(260), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        # An order set before the table stood in its window is forgotten by Qt.
        super().showEvent(event)
        follow_layout(self, self.add_button)

    def _add_pressed(self) -> None:
        self.add_row().focus_first()

    def _insert(self, at: int, row_id: str) -> TableRow:
        row = TableRow(self._context, row_id, self._columns, self._tools, self._word)
        row.hide_columns(self._hidden)
        row.value_changed.connect(self.value_changed)
        row.move_requested.connect(lambda step: self.move_row(row, step))
        row.remove_requested.connect(lambda: self.remove_row(row))
        self._rows.insert(at, row)
        self._body.insertWidget(at, row)
        follow_layout(self, self.add_button)
        return row

    def _drop(self, row: TableRow) -> None:
        self._rows.remove(row)
        self._body.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _widths(self) -> list[int] | None:
        """The widths of the columns, 0 of a hidden one, or None when they do not fit beside each other."""
        px = self._context.px
        shown = [column.id not in self._hidden for column in self._columns]
        minimum = [
            px(MINIMUM_WIDTH[column.kind]) * there for column, there in zip(self._columns, shown, strict=True)
        ]
        gaps = px(_GAP) * sum(shown) + px(_MENU_WIDTH)
        spare = self.width() - sum(minimum) - gaps
        if spare < 0:
            return None
        weights = [
            WEIGHT.get(column.kind, 0) * there for column, there in zip(self._columns, shown, strict=True)
        ]
        total = sum(weights) or 1
        return [width + spare * weight // total for width, weight in zip(minimum, weights, strict=True)]

    def _arrange(self) -> None:
        px = self._context.px
        widths = self._widths()
        self._column.setSpacing(px(8))
        self._body.setSpacing(px(12 if widths is None else 8))
        self._head_line.setSpacing(px(_GAP))
        self._head.setVisible(widths is not None and bool(self._rows))
        for position, head in enumerate(self._heads):
            head.setHidden(self._columns[position].id in self._hidden)
            if head.isHidden():
                continue  # a width of nothing makes words very high
            head.setFixedWidth(
                widths[position] if widths else px(MINIMUM_WIDTH[self._columns[position].kind])
            )
        for number, row in enumerate(self._rows, start=1):
            row.set_widths(widths, px(_GAP))
            row.set_number(number)

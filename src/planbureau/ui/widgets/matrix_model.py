"""What stands in the matrix: result areas down, people across, a cell where they meet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planbureau.ui.theme.tokens import Tone

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class MatrixHead:
    """A row or a column. `sentence` is read instead of the label when the label is short ("Elif (11)").

    `count` is how many goals stand in it; 0 is not told.
    """

    id: str
    label: str
    sentence: str = ""
    count: int = 0

    @property
    def counted(self) -> str:
        """The label with the number behind it."""
        return f"{self.label} · {self.count}" if self.count else self.label


@dataclass(frozen=True)
class MatrixLine:
    """One goal, or some goals with the same status: icon, word and tone; perhaps a count and letters."""

    icon: str
    word: str
    tone: Tone
    count: int = 1
    letters: str = ""

    @property
    def text(self) -> str:
        """The words of the chip: "Loopt · 3", "Behaald a, c" (in that order)."""
        counted = f"{self.word} · {self.count}" if self.count > 1 else self.word
        return f"{counted} {self.letters}".strip()


@dataclass(frozen=True)
class MatrixCell:
    """What stands in one cell, and how it is said: "behaald, drie doelen"."""

    lines: tuple[MatrixLine, ...]
    sentence: str


@dataclass(frozen=True)
class MatrixPlace:
    """A cell by the ids of its row and its column."""

    row_id: str
    column_id: str


@dataclass(frozen=True)
class MatrixContent:
    """Everything the matrix shows."""

    rows: tuple[MatrixHead, ...] = ()
    columns: tuple[MatrixHead, ...] = ()
    cells: Mapping[MatrixPlace, MatrixCell] = field(default_factory=dict)


class MatrixModel(QAbstractTableModel):
    """A content as a table; nothing in it can be edited."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.content = MatrixContent()

    def replace(self, content: MatrixContent) -> None:
        """Show another content; with the same rows and columns the view keeps its place."""
        heads = (content.rows, content.columns)
        if heads == (self.content.rows, self.content.columns):
            self.content = content
            if content.rows and content.columns:
                last = self.index(len(content.rows) - 1, len(content.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.content = content
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.content.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.content.columns)

    def place(self, index: _Index) -> MatrixPlace:
        return MatrixPlace(self.content.rows[index.row()].id, self.content.columns[index.column()].id)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        heads = self.content.columns if orientation == Qt.Orientation.Horizontal else self.content.rows
        if not 0 <= section < len(heads):
            return None
        head = heads[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return head.counted
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{head.sentence or head.label}, {head.count} doelen" if head.count else head.counted
        return None

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        if role == CELL_ROLE:
            return self.content.cells.get(self.place(index))
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._sentence(index)
        if role == Qt.ItemDataRole.DisplayRole:
            cell = self.content.cells.get(self.place(index))
            return "; ".join(line.text for line in cell.lines) if cell else ""
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _sentence(self, index: _Index) -> str:
        row, column = self.content.rows[index.row()], self.content.columns[index.column()]
        cell = self.content.cells.get(self.place(index))
        said = cell.sentence if cell else "geen doel"
        return f"{row.sentence or row.label}, {column.sentence or column.label}: {said}"

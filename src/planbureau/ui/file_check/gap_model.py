"""The gaps as rows: the name of a client or household, and below it what is missing in its file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planbureau.ui.file_check.gap_places import words_of
from planbureau.views import GapRow

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_TOLD = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class GapHeading:
    """Whose file it is, and how much is missing in it."""

    name: str
    count: int


def title_of(row: GapRow) -> str:
    """What it is about."""
    return row.goal_label or row.plan_title or row.subject_name


class GapModel(QAbstractListModel):
    """Headings can be read, not chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[GapRow | GapHeading, ...] = ()

    def replace(self, gaps: Iterable[GapRow]) -> None:
        """Shows these, in the order in which they come."""
        rows: list[GapRow | GapHeading] = []
        for _, group in groupby(gaps, key=lambda one: (one.subject_name, one.client_id or one.household_id)):
            found = list(group)
            rows += [GapHeading(found[0].subject_name, len(found)), *found]
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role not in _TOLD:
            return None
        if isinstance(row, GapHeading):
            return f"{row.name} ({row.count})"
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(row)
        parts = (row.subject_name, words_of(row.gap), row.goal_label, row.plan_title)
        return ", ".join(part for part in parts if part)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.rows[index.row()], GapHeading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

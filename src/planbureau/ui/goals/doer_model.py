"""Who does what as rows: a heading for each person, and below it what that person does."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planbureau.rules.dutch import long_date, short_date
from planbureau.ui.goals.who import Doer, Task

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_Index = QModelIndex | QPersistentModelIndex


def when(task: Task) -> str:
    """The day of a task, or that there is none."""
    return short_date(task.day) if task.day else "geen datum"


class DoerModel(QAbstractListModel):
    """Headings can be read, not chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Doer | Task, ...] = ()

    def replace(self, doers: Iterable[Doer]) -> None:
        """Show these people with their tasks."""
        rows: list[Doer | Task] = []
        for doer in doers:
            rows += [doer, *doer.tasks]
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
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(row, Doer):
            return f"{row.name} ({len(row.tasks)})"
        if role == Qt.ItemDataRole.DisplayRole:
            return row.what
        day = long_date(row.day) if row.day else "geen datum"
        parts = (f"actie {row.code}", row.what, "helpt mee" if row.helps else "", day, row.status.word)
        return ", ".join(part for part in (*parts, f"bij doel: {row.goal}") if part)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.rows[index.row()], Doer):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

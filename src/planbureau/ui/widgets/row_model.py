"""Rows of a list without a widget for each: any number of them, some of which may be headings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

R = TypeVar("R")

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The row itself, as the model got it."""
Index = QModelIndex | QPersistentModelIndex


class RowModel(QAbstractListModel, Generic[R]):
    """`rows` are frozen values; a subclass says how they are told and which can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[R, ...] = ()

    def set_rows(self, rows: Iterable[R]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def _told(self, row: R, role: int) -> object:
        """What a row is in this role; None where it says nothing."""
        raise NotImplementedError

    def _can_choose(self, row: R) -> bool:  # noqa: ARG002
        return True

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        return row if role == ROW_ROLE else self._told(row, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._can_choose(self.rows[index.row()]):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

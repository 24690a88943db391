"""Whose matrix: a list of clients and households that answers while you type."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from planbureau.ui.page import PageContext
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.search_field import SearchField

_ID = int(Qt.ItemDataRole.UserRole) + 1


class _Names(QListView):
    """Enter opens the current line."""

    opened = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class SubjectChooser(QWidget):
    """`subject_chosen` carries the id of a client or household. Never shown during a home visit."""

    subject_chosen = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theme = context.theme
        self.search = SearchField(theme, "Zoek een cliënt of gezin")
        self.list = _Names()
        self.list.setAccessibleName("Cliënten en gezinnen")
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._count = TextLabel("", TextRole.SMALL)
        self._model = QStandardItemModel(self)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self._model)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list.setModel(self._found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(TextLabel("Van wie wil je de doelen zien?", TextRole.HEADING))
        column.addWidget(self.search)
        column.addWidget(self._count)
        column.addWidget(self.list, 1)
        self.search.query_changed.connect(self._filter)
        self.search.results_requested.connect(self._enter_list)
        self.search.returnPressed.connect(self._choose_first)
        self.list.clicked.connect(self._choose)
        self.list.opened.connect(self._choose)

    def reload(self) -> None:
        """Read the names again; nothing is read during a home visit."""
        self._model.clear()
        if self._context.visiting:
            return
        clients = self._context.workspace.clients
        for household in clients.households():
            self._add(household.id, household.name, "gezin")
        for row in clients.rows():
            self._add(row.id, row.full_name, "zorg gestopt" if row.closed else "cliënt")
        self._filter(self.search.query())

    def _add(self, subject_id: str, name: str, what: str) -> None:
        item = QStandardItem(f"{name} · {what}")
        item.setData(subject_id, _ID)
        self._model.appendRow(item)

    def _filter(self, query: str) -> None:
        self._found.setFilterFixedString(query)
        count = self._found.rowCount()
        if not self._model.rowCount():
            self._count.setText("Er zijn nog geen cliënten. Voeg er eerst een toe bij Cliënten.")
        elif not count:
            self._count.setText("Niemand gevonden. Probeer een ander deel van de naam.")
        else:
            self._count.setText(f"{count} gevonden")

    def _enter_list(self) -> None:
        if self._found.rowCount():
            self.list.setCurrentIndex(self._found.index(0, 0))
            self.list.setFocus()

    def _choose_first(self) -> None:
        if self._found.rowCount():
            self._choose(self._found.index(0, 0))

    def _choose(self, index: QModelIndex) -> None:
        self.subject_chosen.emit(str(index.data(_ID)))

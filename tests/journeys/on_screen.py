"""Every word that a tree of widgets holds, shown or not: texts, names, tooltips, and what lies in models."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.UserRole,
)


def words_in(root: QWidget) -> Iterator[str]:
    """Everything in words; objects in a model by their `repr`, in which their fields stand."""
    for one in (root, *root.findChildren(QWidget)):
        yield from (one.accessibleName(), one.accessibleDescription(), one.toolTip(), one.windowTitle())
        if isinstance(one, QLabel | QAbstractButton | QLineEdit):
            yield one.text()
        if isinstance(one, QLineEdit):
            yield one.placeholderText()
        if isinstance(one, QPlainTextEdit):
            yield one.toPlainText()
        if isinstance(one, QMenu):
            yield from (action.text() for action in one.actions())
        if isinstance(one, QComboBox | QAbstractItemView):
            model = one.model()
            if isinstance(model, QAbstractItemModel):
                yield from _in_model(model)


def _in_model(model: QAbstractItemModel) -> Iterator[str]:
    columns = range(1 if isinstance(model, QAbstractListModel) else model.columnCount())
    rows = range(model.rowCount())
    yield from (
        str(index.data(role))
        for row in rows
        for column in columns
        for index in (model.index(row, column),)
        for role in ROLES
    )
    for orientation, sections in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, rows)):
        yield from (str(model.headerData(n, orientation, role)) for n in sections for role in ROLES)


def named(root: QWidget, name: str) -> list[str]:
    """Where a name stands."""
    return [words for words in words_in(root) if name.casefold() in words.casefold()]

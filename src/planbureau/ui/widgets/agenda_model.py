"""Dates as a list in groups: te laat, deze week, later, and what is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planbureau.rules.dutch import long_date
from planbureau.ui.theme.tokens import Tone

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_TOLD = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_Index = QModelIndex | QPersistentModelIndex


class AgendaGroup(Enum):
    """The groups in the order in which they are shown; the value is the heading."""

    LATE = "Te laat"
    THIS_WEEK = "Deze week"
    LATER = "Later"
    DONE = "Afgerond"


@dataclass(frozen=True)
class AgendaEntry:
    """One date. `when` says how far away it is ("over vijf dagen") and stands in the badge."""

    id: str
    day: date
    title: str
    detail: str = ""
    when: str = ""
    tone: Tone = Tone.IDLE
    icon: str = ""
    done: bool = False  # nothing has to be done any more: it stands last, whatever its day


@dataclass(frozen=True)
class AgendaHeading:
    """The heading of a group with the number of entries in it."""

    group: AgendaGroup
    count: int


def group_of(day: date, today: date) -> AgendaGroup:
    """Before today is late; up to and including Sunday is this week."""
    if day < today:
        return AgendaGroup.LATE
    sunday = today + timedelta(days=6 - today.weekday())
    return AgendaGroup.THIS_WEEK if day <= sunday else AgendaGroup.LATER


def _group(entry: AgendaEntry, today: date) -> AgendaGroup:
    return AgendaGroup.DONE if entry.done else group_of(entry.day, today)


class AgendaModel(QAbstractListModel):
    """Headings and entries as rows; headings can be read, not chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[AgendaEntry | AgendaHeading, ...] = ()

    def replace(self, entries: Iterable[AgendaEntry], today: date) -> None:
        """Show these entries, sorted by day; entries of one day keep their order."""
        ordered = sorted(entries, key=lambda entry: entry.day)
        rows: list[AgendaEntry | AgendaHeading] = []
        for group in AgendaGroup:
            found = [entry for entry in ordered if _group(entry, today) is group]
            if found:
                rows += [AgendaHeading(group, len(found)), *found]
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
        if isinstance(row, AgendaHeading):
            return f"{row.group.value} ({row.count})"
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        parts = (row.title, row.detail, long_date(row.day), row.when)
        return ", ".join(part for part in parts if part)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.rows[index.row()], AgendaHeading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

"""A month as weeks of seven days, each with what happens on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planbureau.rules.dutch import long_date
from planbureau.ui.theme.tokens import Tone

DAY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ITEMS_ROLE = DAY_ROLE + 1
_Index = QModelIndex | QPersistentModelIndex
_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_LAST_YEAR = 9990


@dataclass(frozen=True)
class CalendarItem:
    """One thing on one day. `sentence` is how it is said; without it the text is."""

    id: str
    day: date
    text: str
    icon: str = "calendar"
    tone: Tone = Tone.INFO
    sentence: str = ""


def first_shown(month: date) -> date:
    """The Monday of the week in which a month begins."""
    first = month.replace(day=1)
    return first - timedelta(days=first.weekday())


def next_month(month: date) -> date:
    return (month.replace(day=1) + timedelta(days=32)).replace(day=1)


def weeks_shown(month: date) -> int:
    """Four, five or six weeks."""
    return -(-(next_month(month) - first_shown(month)).days // 7)


class MonthModel(QAbstractTableModel):
    """Rows are weeks, columns are days, Monday first."""

    def __init__(self, month: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.month = month.replace(day=1)
        self.short_names = False
        self._items: dict[date, tuple[CalendarItem, ...]] = {}

    def set_month(self, month: date) -> None:
        self.beginResetModel()
        self.month = month.replace(day=1)
        self.endResetModel()

    def set_items(self, items: Iterable[CalendarItem]) -> None:
        """Show these items; items of other months may be among them. Their order within a day stays."""
        days: dict[date, list[CalendarItem]] = {}
        for item in items:
            days.setdefault(item.day, []).append(item)
        self._items = {day: tuple(found) for day, found in days.items()}
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 6))

    def items_on(self, day: date) -> tuple[CalendarItem, ...]:
        return self._items.get(day, ())

    def day(self, index: _Index) -> date:
        return first_shown(self.month) + timedelta(days=index.row() * 7 + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day that is shown now; an invalid index for any other day."""
        distance = (day - first_shown(self.month)).days
        return self.index(distance // 7, distance % 7) if distance >= 0 else QModelIndex()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else weeks_shown(self.month)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 7

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return _DAYS[section][:2] if self.short_names else _DAYS[section]
            return _DAYS[section] if role == Qt.ItemDataRole.AccessibleTextRole else None
        week = (first_shown(self.month) + timedelta(days=7 * section)).isocalendar().week
        if role == Qt.ItemDataRole.DisplayRole:
            return str(week)
        spoken = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return f"week {week}" if role in spoken else None

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        day = self.day(index)
        if role == DAY_ROLE:
            return day
        if role == ITEMS_ROLE:
            return self.items_on(day)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = "; ".join(item.sentence or item.text for item in self.items_on(day))
            return f"{long_date(day)}, {said or 'geen afspraken'}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(item.text for item in self.items_on(day)) or None
        return None


def month_shifted(day: date, months: int) -> date:
    """The same day some months away, or the last day of that month when it is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not 1 <= year <= _LAST_YEAR:
        return day
    first = date(year, month + 1, 1)
    last = next_month(first) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))

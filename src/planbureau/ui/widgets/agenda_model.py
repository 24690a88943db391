"""Dates as a list in groups: te laat, deze week, later, and what is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QObject, Qt

from planbureau.rules.dutch import long_date
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.row_model import RowModel

_TOLD = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


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
    late: bool = False  # also when its day is today, and its hour is past


@dataclass(frozen=True)
class AgendaSection:
    """Entries under one heading, or under none. `empty` is said when there are none; `day` is its day."""

    key: str
    title: str
    entries: tuple[AgendaEntry, ...] = ()
    empty: str = ""
    day: date | None = None
    today: bool = False


@dataclass(frozen=True)
class AgendaHeading:
    """The heading of a section with the number of entries in it."""

    key: str
    title: str
    count: int
    empty: str = ""
    day: date | None = None
    today: bool = False
    folds: bool = False
    folded: bool = False

    @property
    def words(self) -> str:
        """What stands there: "Te laat (3)", "dinsdag 17 maart: geen afspraken"."""
        if not self.count and self.empty:
            return f"{self.title}: {self.empty}"
        return f"{self.title} ({self.count})"

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        state = (", ingeklapt" if self.folded else ", uitgeklapt") if self.folds else ""
        return f"{self.words}{state}"


def group_of(day: date, today: date) -> AgendaGroup:
    """Before today is late; up to and including Sunday is this week."""
    if day < today:
        return AgendaGroup.LATE
    sunday = today + timedelta(days=6 - today.weekday())
    return AgendaGroup.THIS_WEEK if day <= sunday else AgendaGroup.LATER


def _group(entry: AgendaEntry, today: date) -> AgendaGroup:
    if entry.done:
        return AgendaGroup.DONE
    return AgendaGroup.LATE if entry.late else group_of(entry.day, today)


def grouped(entries: Iterable[AgendaEntry], today: date) -> tuple[AgendaSection, ...]:
    """Entries in the groups that have any, sorted by day; entries of one day keep their order."""
    ordered = sorted(entries, key=lambda entry: entry.day)
    found = {group: [e for e in ordered if _group(e, today) is group] for group in AgendaGroup}
    return tuple(
        AgendaSection(group.name, group.value, tuple(listed)) for group, listed in found.items() if listed
    )


class AgendaModel(RowModel[AgendaEntry | AgendaHeading]):
    """Headings and entries as rows. With `chosen` headings can be chosen, with `folds` they fold too."""

    def __init__(self, parent: QObject | None = None, *, chosen: bool = False, folds: bool = False) -> None:
        super().__init__(parent)
        self._sections: tuple[AgendaSection, ...] = ()
        self._chosen = chosen or folds
        self._folds = folds
        self._folded: set[str] = set()

    def show(self, sections: Iterable[AgendaSection]) -> None:
        """Show these sections; what was folded stays folded."""
        self._sections = tuple(sections)
        self._lay_out()

    def replace(self, entries: Iterable[AgendaEntry], today: date) -> None:
        """Show these entries in their groups."""
        self.show(grouped(entries, today))

    def fold(self, key: str, *, folded: bool) -> bool:
        """Fold or unfold a section; False when it was so already, or nothing folds here."""
        if not self._folds or folded == (key in self._folded):
            return False
        self._folded ^= {key}
        self._lay_out()
        return True

    def position(self, key: str) -> int:
        """The row of a heading; -1 when it does not show."""
        rows = enumerate(self.rows)
        return next((at for at, row in rows if isinstance(row, AgendaHeading) and row.key == key), -1)

    def _lay_out(self) -> None:
        rows: list[AgendaEntry | AgendaHeading] = []
        for one in self._sections:
            folded = self._folds and one.key in self._folded
            head = AgendaHeading(
                one.key, one.title, len(one.entries), one.empty, one.day, one.today, self._folds, folded
            )
            rows += [*([head] if one.title else ()), *(() if folded else one.entries)]
        self.set_rows(rows)

    def _told(self, row: AgendaEntry | AgendaHeading, role: int) -> object:
        if role not in _TOLD:
            return None
        if isinstance(row, AgendaHeading):
            return row.words if role == Qt.ItemDataRole.DisplayRole else row.spoken
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        parts = (row.title, row.detail, long_date(row.day), row.when)
        return ", ".join(part for part in parts if part)

    def _can_choose(self, row: AgendaEntry | AgendaHeading) -> bool:
        return self._chosen or not isinstance(row, AgendaHeading)

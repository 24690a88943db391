"""The gaps as rows: the name of a client or household, and below it what is missing in its file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import Qt

from planbureau.ui.file_check.gap_places import words_of
from planbureau.ui.widgets.row_model import RowModel
from planbureau.views import GapRow

_TOLD = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)

ANSWERED_WORD = "nu geen doel"
"""On a wish of which no goal is made on purpose."""


@dataclass(frozen=True)
class GapHeading:
    """Whose file it is, and how much is missing in it."""

    name: str
    count: int

    @property
    def words(self) -> str:
        """What stands there."""
        return f"{self.name} ({self.count})"


def title_of(row: GapRow) -> str:
    """What it is about."""
    return row.goal_label or row.plan_title or row.subject_name


class GapModel(RowModel[GapRow | GapHeading]):
    """Headings can be read, not chosen."""

    def replace(self, gaps: Iterable[GapRow]) -> None:
        """Shows these, in the order in which they come."""
        rows: list[GapRow | GapHeading] = []
        for _, group in groupby(gaps, key=lambda one: (one.subject_name, one.client_id or one.household_id)):
            found = list(group)
            rows += [GapHeading(found[0].subject_name, len(found)), *found]
        self.set_rows(rows)

    def _told(self, row: GapRow | GapHeading, role: int) -> object:
        if role not in _TOLD:
            return None
        if isinstance(row, GapHeading):
            return row.words
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(row)
        told = f"{ANSWERED_WORD}: {row.answer}" if row.answer else words_of(row.gap)
        parts = (row.subject_name, told, row.goal_label, row.plan_title)
        return ", ".join(part for part in parts if part)

    def _can_choose(self, row: GapRow | GapHeading) -> bool:
        return not isinstance(row, GapHeading)

"""Who does what as rows: a heading for each person, and below it what that person does."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt

from planbureau.rules.dutch import long_date, short_date
from planbureau.ui.widgets.row_model import RowModel
from planbureau.views.doing import Doer, Task


def heading(doer: Doer) -> str:
    """Who it is, and how much there is to do."""
    return f"{doer.name} ({len(doer.tasks)})"


def when(task: Task) -> str:
    """The day of a task, or that there is none."""
    return short_date(task.day) if task.day else "geen datum"


class DoerModel(RowModel[Doer | Task]):
    """Headings can be read, not chosen."""

    def replace(self, doers: Iterable[Doer]) -> None:
        """Show these people with their tasks."""
        rows: list[Doer | Task] = []
        for doer in doers:
            rows += [doer, *doer.tasks]
        self.set_rows(rows)

    def _told(self, row: Doer | Task, role: int) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(row, Doer):
            return heading(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.what
        day = long_date(row.day) if row.day else "geen datum"
        parts = (f"actie {row.code}", row.what, "helpt mee" if row.helps else "", day, row.status.word)
        return ", ".join(part for part in (*parts, f"bij doel: {row.goal}") if part)

    def _can_choose(self, row: Doer | Task) -> bool:
        return not isinstance(row, Doer)

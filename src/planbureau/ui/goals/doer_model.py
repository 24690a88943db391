"""Who does what as rows: a heading for each person, and below it what that person does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Qt

from planbureau.clock import Clock
from planbureau.rules.dutch import long_date, near_date
from planbureau.ui.widgets.row_model import RowModel
from planbureau.views.doing import Doer, Task

_NO_DAY = "geen datum"


def heading(doer: Doer) -> str:
    """Who it is, and how much there is to do."""
    return f"{doer.name} ({len(doer.tasks)})"


class DoerModel(RowModel[Doer | Task]):
    """Headings can be read, not chosen. Where there are several plans, a task says of which one it is."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._plans: Mapping[str, str] = {}

    def replace(self, doers: Iterable[Doer], plans: Mapping[str, str]) -> None:
        """Show these people with their tasks; `plans` are the titles by id."""
        self._plans = plans if len(plans) > 1 else {}
        rows: list[Doer | Task] = []
        for doer in doers:
            rows += [doer, *doer.tasks]
        self.set_rows(rows)

    def about(self, task: Task) -> str:
        """What stands below a task: its day, how often, at which goal, of which plan."""
        day = near_date(task.day, self._clock.today()) if task.day else _NO_DAY
        parts = (day, task.how_often, task.goal, self._plans.get(task.of.plan_id, ""))
        return " · ".join(part for part in parts if part)

    def _told(self, row: Doer | Task, role: int) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(row, Doer):
            return heading(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.what
        day = long_date(row.day) if row.day else _NO_DAY
        parts = (f"actie {row.code}", row.what, "helpt mee" if row.helps else "", day, row.status.word)
        of_plan = self._plans.get(row.of.plan_id, "")
        return ", ".join(part for part in (*parts, f"bij doel: {row.goal}", of_plan) if part)

    def _can_choose(self, row: Doer | Task) -> bool:
        return not isinstance(row, Doer)

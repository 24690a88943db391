"""On the start page: the tasks before talks about plans that are late or near, with a tick before each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from planbureau.ui.tasks.task_lines import TaskLines
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.card import Card
from planbureau.views import TaskView

TITLE = "Voorbereiding van gesprekken"


class TasksCard(Card):
    """`ticked` carries the id of a task and whether it is done; `plan_opened` the id of a plan."""

    ticked = Signal(str, bool)
    plan_opened = Signal(str)

    def __init__(self, theme: ThemeContext) -> None:
        super().__init__(theme, TITLE)
        self.lines = TaskLines(theme, named=True)
        self.lines.ticked.connect(self.ticked)
        self.lines.plan_opened.connect(self.plan_opened)
        self.add(self.lines)

    def show_tasks(self, tasks: Sequence[TaskView], today: date, *, enabled: bool) -> None:
        """Shows these; without any the card goes away."""
        self.lines.show_tasks(tasks, today, enabled=enabled)
        self.setVisible(bool(tasks))

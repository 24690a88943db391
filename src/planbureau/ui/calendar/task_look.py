"""How a task before a talk looks in lists and in the month: icon and words together."""

from __future__ import annotations

from datetime import date

from planbureau.rules.dutch import long_date
from planbureau.ui.tasks.task_lines import LOOKS, state_words
from planbureau.ui.widgets.agenda_model import AgendaEntry
from planbureau.ui.widgets.month_model import CalendarItem
from planbureau.views import TaskView

_PREFIX = "taak|"


def task_row_id(task: TaskView) -> str:
    """Identifies a task among the lines of a calendar."""
    return f"{_PREFIX}{task.id}"


def task_entry(task: TaskView, today: date, *, named: bool = True) -> AgendaEntry:
    """The line of a task in a list, on the working day on which it is best done.

    `named` puts whose it is first.
    """
    tone, icon = LOOKS[task.state(today)]
    whose = task.subject_name if named else ""
    return AgendaEntry(
        task_row_id(task),
        task.target,
        " · ".join(part for part in (whose, task.title) if part),
        " · ".join(part for part in (task.role, task.plan_title) if part),
        state_words(task, today),
        tone,
        icon,
        not task.state(today).is_open,
    )


def task_item(task: TaskView, today: date, *, named: bool = True) -> CalendarItem:
    """The chip of a task in the month."""
    tone, icon = LOOKS[task.state(today)]
    whose = task.subject_name if named else ""
    said = (task.title, task.subject_name, task.role, long_date(task.target), state_words(task, today))
    return CalendarItem(
        task_row_id(task),
        task.target,
        ": ".join(part for part in (whose, task.title) if part),
        icon,
        tone,
        ", ".join(part for part in said if part),
    )

"""Terms of plans, own appointments and tasks before a talk: in a calendar they are lines of one kind."""

from __future__ import annotations

from datetime import date

from planbureau.rules.preparation import TaskState
from planbureau.ui.calendar.appointment_look import (
    appointment_entry,
    appointment_item,
    appointment_row_id,
    is_over,
)
from planbureau.ui.calendar.deadline_look import agenda_entry, calendar_item, is_to_do, row_id
from planbureau.ui.calendar.task_look import task_entry, task_item, task_row_id
from planbureau.ui.widgets.agenda_model import AgendaEntry
from planbureau.ui.widgets.month_model import CalendarItem
from planbureau.views import AppointmentView, DeadlineRow, TaskView

Line = DeadlineRow | AppointmentView | TaskView


def line_id(line: Line) -> str:
    """Identifies a line among all of a calendar."""
    if isinstance(line, TaskView):
        return task_row_id(line)
    return appointment_row_id(line) if isinstance(line, AppointmentView) else row_id(line)


def day_of(line: Line) -> date | None:
    """The day on which it stands; None for a term without a date."""
    if isinstance(line, TaskView):
        return line.target
    return line.day if isinstance(line, AppointmentView) else line.deadline.last_date


def is_open(line: Line, today: date) -> bool:
    """Whether somebody still has to act on it, or be somewhere."""
    if isinstance(line, TaskView):
        return line.state(today).is_open
    return not is_over(line, today) if isinstance(line, AppointmentView) else is_to_do(line.deadline)


def is_late(line: Line, today: date) -> bool:
    """Whether its last day has passed; an appointment is never late."""
    if isinstance(line, TaskView):
        return line.state(today) is TaskState.LATE
    return not isinstance(line, AppointmentView) and line.deadline.is_late


def order_of(line: Line) -> tuple[date, str, str]:
    """By day; on a day first what takes the whole of it, then by the clock."""
    if isinstance(line, AppointmentView):
        return line.order
    if isinstance(line, TaskView):
        return line.target, "", line.subject_name
    return line.deadline.last_date or date.max, "", line.client_name


def entry_of(line: Line, today: date, *, named: bool = True) -> AgendaEntry | None:
    """The line as a list shows it; None without a date."""
    if isinstance(line, AppointmentView):
        return appointment_entry(line, today, named=named)
    if isinstance(line, TaskView):
        return task_entry(line, today, named=named)
    return agenda_entry(line, today, named=named)


def item_of(line: Line, today: date, *, named: bool = True) -> CalendarItem | None:
    """The line as the month shows it; None without a date."""
    if isinstance(line, AppointmentView):
        return appointment_item(line, named=named)
    if isinstance(line, TaskView):
        return task_item(line, today, named=named)
    return calendar_item(line, today, named=named)

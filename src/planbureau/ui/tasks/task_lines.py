"""Tasks with a tick before each: what, who, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.rules.dutch import count, plain_date, relative_day, short_date
from planbureau.rules.preparation import TaskState
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.check_line import CheckLine
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.labels import Divider, TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.ui.widgets.title_button import TitleButton
from planbureau.views import TaskView

LOOKS = {
    TaskState.DONE: (Tone.OK, "circle-check"),
    TaskState.LATE: (Tone.WARN, "triangle-alert"),
    TaskState.TODAY: (Tone.WARN, "bell"),
    TaskState.NEAR: (Tone.WARN, "clock"),
    TaskState.LATER: (Tone.INFO, "calendar-clock"),
    TaskState.PASSED: (Tone.IDLE, "calendar-x"),
    TaskState.CANCELLED: (Tone.IDLE, "ban"),
}


def state_words(task: TaskView, today: date) -> str:
    """How a task stands, as it is said."""
    state = task.state(today)
    if state is TaskState.DONE and task.done_on is not None:
        return f"gedaan op {plain_date(task.done_on)}"
    if state is TaskState.LATE:
        return f"{count((today - task.due).days, 'dag', 'dagen')} te laat"
    if state is TaskState.PASSED:
        return "niet gedaan"
    if state is TaskState.TODAY and task.target < today < task.due:  # in the weekend before its last day
        return f"uiterlijk {relative_day(task.due, today)}"
    return relative_day(max(task.target, today), today)


def detail_of(task: TaskView) -> str:
    """Who does it and until when."""
    last = f"uiterlijk {short_date(task.due)}"
    until = last if task.due == task.target else f"het liefst {short_date(task.target)}, {last}"
    return " · ".join(part for part in (task.role, until) if part)


def talk_of(task: TaskView) -> str:
    """The talk that it prepares."""
    return f"gesprek op {short_date(task.meeting_on)}"


class TaskLines(QWidget):
    """`ticked` carries the id of a task and whether it is done; `plan_opened` the id of a plan.

    With `named` the tasks of one talk stand together, below whose it is; that name opens the plan.
    """

    ticked = Signal(str, bool)
    plan_opened = Signal(str)

    def __init__(self, theme: ThemeContext, *, named: bool = False) -> None:
        super().__init__()
        self._theme, self._named = theme, named
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self.lines: dict[str, CheckLine] = {}

    def show_tasks(self, tasks: Iterable[TaskView], today: date, *, enabled: bool = True) -> None:
        """Shows these in their order; with `named` the talk with the first of them comes first."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)  # else it stays in the order of Tab until it is gone
                widget.deleteLater()
        self.lines = {}
        talks: dict[tuple[str, date], list[TaskView]] = {}
        for task in tasks:
            talks.setdefault((task.plan_id, task.meeting_on) if self._named else ("", date.min), []).append(
                task
            )
        for together in talks.values():
            if self.lines:
                self._column.addWidget(Divider())
            if self._named:
                self._column.addWidget(self._talk(together[0]))
            for number, task in enumerate(together):
                if number and not self._named:
                    self._column.addWidget(Divider())
                self._column.addWidget(self._line(task, today, enabled=enabled))
        follow_layout(self)

    def _talk(self, task: TaskView) -> QWidget:
        """Whose talk it is, and when."""
        link = TitleButton(self._theme, task.subject_name)
        link.setAccessibleName(f"{task.subject_name}: {task.plan_title}, voorbereiding openen")
        link.clicked.connect(lambda: self.plan_opened.emit(task.plan_id))
        head = FlowBox(parent=self)
        head.refill([link, TextLabel(talk_of(task), TextRole.SMALL, wrap=False)])
        return head

    def _line(self, task: TaskView, today: date, *, enabled: bool) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(8))
        check = self.lines[task.id] = CheckLine(self._theme, task.title, detail_of(task))
        # With a stand-in Tab would come back to the tick: a line stands in the order after all the ticks.
        check.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none
        tone, icon = LOOKS[task.state(today)]
        words = state_words(task, today)
        check.set_checked(task.done_on is not None)
        check.box.setEnabled(enabled)
        said = (task.subject_name, detail_of(task), talk_of(task), words)
        check.box.setAccessibleDescription(", ".join(part for part in said if part))
        check.clicked.connect(lambda: self.ticked.emit(task.id, check.checked()))
        row.addWidget(check, 1)
        badge = StatusBadge(self._theme, words, tone, icon=icon)
        if self._named:  # a card beside others is too narrow for words and a badge in one line
            check.words.addWidget(badge, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        return box

"""Tasks with a tick before each: what, who, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.rules.dutch import plain_date, relative_day, short_date
from planbureau.rules.preparation import TaskState
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.check_line import CheckLine
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.labels import Divider
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
        return f"te laat, kon tot {short_date(task.due)}"
    if state is TaskState.PASSED:
        return "niet gedaan"
    return relative_day(task.target, today)


def detail_of(task: TaskView, *, named: bool) -> str:
    """Who does it and until when; `named` adds whose plan it is."""
    last = f"uiterlijk {short_date(task.due)}"
    until = last if task.due == task.target else f"het liefst {short_date(task.target)}, {last}"
    talk = f"gesprek op {short_date(task.meeting_on)}"
    return " · ".join(part for part in (task.role, until, talk if named else "") if part)


class TaskLines(QWidget):
    """`ticked` carries the id of a task and whether it is done; `plan_opened` the id of a plan.

    With `named` each line says whose it is, and opens that plan.
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
        """Shows these in their order."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)  # else it stays in the order of Tab until it is gone
                widget.deleteLater()
        self.lines = {}
        for task in tasks:
            if self.lines:
                self._column.addWidget(Divider())
            self._column.addWidget(self._line(task, today, enabled=enabled))
        follow_layout(self)

    def _line(self, task: TaskView, today: date, *, enabled: bool) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(8))
        check = self.lines[task.id] = CheckLine(self._theme, task.title, detail_of(task, named=self._named))
        # With a stand-in Tab would come back to the tick: a line stands in the order after all the ticks.
        check.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none
        tone, icon = LOOKS[task.state(today)]
        words = state_words(task, today)
        check.set_checked(task.done_on is not None)
        check.box.setEnabled(enabled)
        check.box.setAccessibleDescription(
            ", ".join(part for part in (task.subject_name, detail_of(task, named=True), words) if part)
        )
        check.clicked.connect(lambda: self.ticked.emit(task.id, check.checked()))
        row.addWidget(check, 1)
        badge = StatusBadge(self._theme, words, tone, icon=icon)
        if not self._named:
            row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
            return box
        link = TitleButton(self._theme, task.subject_name)
        link.setAccessibleName(f"{task.subject_name}: {task.plan_title}, voorbereiding openen")
        link.clicked.connect(lambda: self.plan_opened.emit(task.plan_id))
        whose = QWidget()
        below = QVBoxLayout(whose)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(box)
        foot = FlowBox(parent=whose)
        below.addWidget(foot)
        foot.refill([link, badge])
        return whose

"""Preparing the next talk about a plan: when it is, who does what before it, and the list on paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planbureau.errors import PlanbureauError
from planbureau.rules.dutch import long_date, plain_date
from planbureau.services.api import Workspace
from planbureau.services.api.tasks import PlannedMeeting
from planbureau.ui.page import PageContext
from planbureau.ui.people.field_box import FieldBox
from planbureau.ui.tasks.task_lines import TaskLines
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import TaskView

_ABOUT = (
    "Kies wanneer het gesprek is. Planbureau telt terug en zet de taken klaar, met wie wat doet. "
    "Verzet je het gesprek, dan schuiven de taken mee."
)
OTHER = "another"


class PreparationCard(Card):
    """Of one plan. `print_requested` carries the day of the talk; `told` a short sentence."""

    print_requested = Signal(object)
    told = Signal(str)

    def __init__(self, context: PageContext, plan_id: str) -> None:
        theme = context.theme
        self.print_button = IconButton(theme, "printer", "Takenlijst afdrukken")
        super().__init__(theme, "Voorbereiding van het gesprek", action=self.print_button)
        self._page, self._plan_id = context, plan_id
        self._meetings: tuple[PlannedMeeting, ...] = ()
        self.tasks: tuple[TaskView, ...] = ()
        self.about = TextLabel(_ABOUT, TextRole.MUTED)
        self.trouble = Banner(theme, "", Tone.ERR)
        self.trouble.hide()
        self.meeting = ChoiceBox("Welk gesprek", (), nothing=None)
        self.day = DateField(theme, context.clock, "Dag van het gesprek")
        self.plan_button = Button(theme, "Taken klaarzetten", ButtonKind.SECONDARY, icon="list-checks")
        self.drop_button = Button(theme, "Taken afzeggen", ButtonKind.QUIET, icon="calendar-x")
        self.which = FieldBox(theme, "Welk gesprek", self.meeting)
        self.when = FieldBox(theme, "Dag van het gesprek", self.day)
        self.lines = TaskLines(theme)
        self.heading_day = TextLabel("", TextRole.STRONG)
        buttons = FlowBox(parent=self)
        for widget in (
            self.about,
            self.which,
            self.when,
            self.heading_day,
            self.lines,
            self.trouble,
            buttons,
        ):
            self.add(widget)
        buttons.refill([self.plan_button, self.drop_button])
        self.meeting.value_changed.connect(self._meeting_chosen)
        self.plan_button.clicked.connect(self._prepare)
        self.drop_button.clicked.connect(self._drop)
        self.print_button.clicked.connect(self._print)
        self.lines.ticked.connect(self._tick)
        self.reload()

    @property
    def _workspace(self) -> Workspace:
        return self._page.workspace

    def reload(self) -> None:
        """Reads the talks and the tasks again."""
        today, verbs = self._page.clock.today(), self._workspace.tasks
        self._meetings = verbs.meetings(self._plan_id)
        found = verbs.tasks(plan_id=self._plan_id)
        upcoming = [task for task in found if task.meeting_on >= today]
        first = min((task.meeting_on for task in upcoming), default=None)
        self.tasks = tuple(task for task in upcoming if task.meeting_on == first)
        writable = not self._workspace.read_only
        self.lines.show_tasks(self.tasks, today, enabled=writable)
        has = bool(self.tasks)
        self.heading_day.setText(f"Gesprek op {long_date(first)}" if first is not None else "")
        for widget, visible in (
            (self.about, not has),
            (self.which, not has and bool(self._meetings)),
            (self.when, not has),
            (self.heading_day, has),
            (self.lines, has),
            (self.plan_button, not has),
            (self.drop_button, has and any(task.done_on is None for task in self.tasks)),
            (self.print_button, has),
        ):
            widget.setVisible(visible)
        self.plan_button.setEnabled(writable)
        self.drop_button.setEnabled(writable)
        self.meeting.set_options(
            [
                *((one.id, f"{one.words}, {plain_date(one.on)}") for one in self._meetings),
                (OTHER, "Een ander gesprek"),
            ]
        )
        self.meeting.set_value(self._meetings[0].id if self._meetings else OTHER)
        self._meeting_chosen()

    def first_focus(self) -> QWidget:
        """Where the keyboard starts."""
        open_lines = [line for line in self.lines.lines.values() if not line.checked()]
        if open_lines:
            return open_lines[0].box
        return self.meeting if self._meetings and not self.tasks else self.day.line

    def _meeting_chosen(self) -> None:
        chosen = next((one for one in self._meetings if one.id == self.meeting.value()), None)
        if chosen is not None:
            self.day.set_value(chosen.on)
        self.when.setVisible(not self.tasks and chosen is None)

    def _prepare(self) -> None:
        chosen = next((one for one in self._meetings if one.id == self.meeting.value()), None)
        day = chosen.on if chosen is not None else self.day.value()
        if day is None:
            self._tell("Kies eerst de dag van het gesprek.")
            self.day.line.setFocus()
            return
        meeting_id = chosen.id if chosen is not None else ""
        if self._done(lambda: self._workspace.tasks.prepare(self._plan_id, day, meeting_id)):
            self.told.emit("De taken staan klaar. Ze staan ook op Vandaag.")
            self.reload()
            self.first_focus().setFocus()

    def _tick(self, task_id: str, done: bool) -> None:
        if self._done(lambda: self._workspace.tasks.settle([task_id], done=done)):
            self.reload()
            if task_id in self.lines.lines:
                self.lines.lines[task_id].box.setFocus()

    def _drop(self) -> None:
        meeting = self.tasks[0].meeting_id
        if self._done(lambda: self._workspace.tasks.drop(self._plan_id, meeting)):
            self.told.emit("De taken die nog open stonden zijn afgezegd. Wat gedaan is, blijft staan.")
            self.reload()
            self.first_focus().setFocus()

    def _print(self) -> None:
        if self.tasks:
            self.print_requested.emit(self.tasks[0].meeting_on)

    def _done(self, verb: object) -> bool:
        try:
            verb()  # type: ignore[operator]
        except PlanbureauError as problem:
            self._tell(str(problem))
            return False
        self.trouble.hide()
        return True

    def _tell(self, words: str) -> None:
        self.trouble.set_message(words, Tone.ERR)
        self.trouble.show()

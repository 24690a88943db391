"""One ready-made goal with its tick, and the goals that were made of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planbureau.formats.goals import ReadyGoal
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.people.names import join_names
from planbureau.ui.goals.making import filled, names_in, spoken_names, ticked, whose
from planbureau.ui.goals.matrix_content import status_text
from planbureau.ui.goals.scope import GoalScope
from planbureau.ui.page import PageContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.pictograms import PictogramPixmaps
from planbureau.views import GoalView, PlanView

_SIDE = 34


class ReadyGoalRow(QWidget):
    """`ticked` and `unticked` carry the code; `open_requested` the id of a goal that was made."""

    tick_requested = Signal(str)
    untick_requested = Signal(str)
    open_requested = Signal(str)

    def __init__(
        self, context: PageContext, ready: ReadyGoal, pixmaps: PictogramPixmaps, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.ready = ready
        theme = context.theme
        self.box = QCheckBox()
        self._words = TextLabel("")
        self._whose = TextLabel("", TextRole.HELP)
        picture = QLabel()
        side = theme.px(_SIDE)
        picture.setPixmap(pixmaps.pixmap(ready.pictogram, side, self.devicePixelRatioF()))
        picture.setFixedSize(side, side)
        picture.setProperty("decorative", True)
        self._made = FlowBox(gap=6)
        self._shown: tuple[tuple[str, str], ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        row.setSpacing(theme.px(10))
        middle = Qt.AlignmentFlag.AlignTop
        self.box.setMinimumSize(theme.px(26), theme.px(_SIDE))
        row.addWidget(self.box, 0, middle)
        row.addWidget(picture, 0, middle)
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        self._words.setMinimumHeight(theme.px(_SIDE))
        column.addWidget(self._words)
        column.addWidget(self._whose)
        column.addWidget(self._made)
        row.addLayout(column, 1)
        self.box.clicked.connect(self._clicked)

    def show_goals(self, scope: GoalScope, plan: PlanView, people: tuple[str, ...]) -> None:
        """Show the sentence for these people, and what was ticked."""
        today = self._context.clock.today()
        chosen, people = people, whose(self.ready, scope, plan, people, today)
        sentence = filled(self.ready, names_in(self.ready, scope, plan, people, today))
        self._words.setText(sentence)
        self._whose.setText(f"Dit doel is van een ouder: {join_names(spoken_names(scope, people))}.")
        self._whose.setVisible(people != chosen)
        made = ticked(plan, self.ready.code)
        self.box.setChecked(bool(made))
        self.box.setAccessibleName(sentence)
        again = bool(made) and bool(people) and not any(set(g.for_whom) >= set(people) for g in made)
        labels = [(goal.id, made_label(goal, plan, scope)) for goal in made]
        if again:
            labels.append(("", f"Ook voor {' en '.join(spoken_names(scope, people))}"))
        if tuple(labels) != self._shown:
            self._shown = tuple(labels)
            self._made.refill(self._button(goal_id, label, made) for goal_id, label in labels)

    def made_buttons(self) -> tuple[QWidget, ...]:
        """The buttons of the goals that were made."""
        return self._made.inside()

    def _button(self, goal_id: str, label: str, made: tuple[GoalView, ...]) -> Button:
        theme = self._context.theme
        if not goal_id:
            button = Button(theme, label, ButtonKind.QUIET, icon="plus")
            button.clicked.connect(lambda: self.tick_requested.emit(self.ready.code))
            return button
        status = GoalStatus(next(goal.status for goal in made if goal.id == goal_id))
        button = Button(theme, label, ButtonKind.QUIET, icon=status.icon)
        button.setAccessibleName(f"{label}. Openen")
        button.clicked.connect(lambda: self.open_requested.emit(goal_id))
        return button

    def _clicked(self, on: bool) -> None:
        self.box.setChecked(not on)  # the tick follows the goals, which are made or kept elsewhere
        if on:
            self.tick_requested.emit(self.ready.code)
        else:
            self.untick_requested.emit(self.ready.code)


def made_label(goal: GoalView, plan: PlanView, scope: GoalScope) -> str:
    """A goal in a few words: "Doel 1: Sara, Tom · bezig · a, b"."""
    people = ", ".join(spoken_names(scope, scope.asked(plan, goal))) or "nog niemand"
    letters = ", ".join(action.letter for action in goal.live_actions)
    parts = [f"Doel {goal.number}: {people}", status_text(goal, plan), letters]
    return " · ".join(part for part in parts if part)

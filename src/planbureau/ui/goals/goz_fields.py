"""The GOZ part of a goal (rules D3): a direction, what to watch, and whether change makes sense."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planbureau.rules.dates import add_months
from planbureau.rules.deadlines.settings import settings_from
from planbureau.rules.dutch import months_words, plain_date
from planbureau.rules.goals.smart import GozFacts, check_goz
from planbureau.rules.hints import Hint
from planbureau.ui.goals.binding import DateBinding, Labelled, TextBinding
from planbureau.ui.goals.editor import GoalEditor
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid


def look_months(editor: GoalEditor) -> int:
    """After how many months people look together again: a choice of the organisation (rules D3)."""
    terms = editor.context.workspace.organisation.organisation().terms
    return settings_from(terms).goz_kijk_maanden


class GozFields(QWidget):
    """No target date here: a date that was there is said to be there, and can be taken away."""

    def __init__(self, editor: GoalEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        theme = editor.context.theme
        self.context_text = LongTextEdit(theme, "Waar, wanneer en waarom", lines=2)
        self.what = LongTextEdit(theme, "Waar letten we op", lines=2)
        self.who = QLineEdit()
        self.often = QLineEdit()
        self.look = DateField(theme, editor.context.clock, "Kijkdatum")
        self._months = look_months(editor)
        ahead = f"Over {months_words(self._months)}"
        self.in_three_months = Button(theme, ahead, ButtonKind.QUIET, icon="calendar-plus")
        self._earlier = TextLabel("", TextRole.MUTED)
        self._target = InlineMessage(theme)
        self.drop_target = Button(theme, "Streefdatum weghalen", ButtonKind.QUIET, icon="calendar-x")
        self._fields = self._labelled()
        grid = ResponsiveGrid(theme)
        for field in self._fields.values():
            grid.add(field)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        for widget in (self._target, self.drop_target, grid, self._earlier):
            whole.addWidget(widget)
        self._connect()
        self.show_goal()

    def _labelled(self) -> dict[str, Labelled]:
        theme = self._editor.context.theme
        look = Labelled(theme, "Wanneer kijken jullie samen terug", self.look)
        column = look.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 1, self.in_three_months)
        return {
            "context": Labelled(theme, "Waar, wanneer en waarom", self.context_text),
            "watch_what": Labelled(theme, "Waar letten we op", self.what),
            "watch_who": Labelled(theme, "Wie let erop", self.who),
            "watch_often": Labelled(theme, "Hoe vaak", self.often),
            "look_date": look,
        }

    def _connect(self) -> None:
        editor = self._editor
        look = editor.text_look
        self._fields["context"].give_tips(look, TextBinding(editor, "context", self.context_text))
        self._fields["watch_what"].give_tips(look, TextBinding(editor, "observe_what", self.what))
        TextBinding(editor, "observe_who", self.who)
        TextBinding(editor, "observe_often", self.often)
        DateBinding(editor, "look_date", self.look)
        self.in_three_months.clicked.connect(self._look_in_three_months)
        self.drop_target.clicked.connect(lambda: editor.change(target_date=None))
        editor.record_changed.connect(self.show_goal)

    def show_goal(self) -> None:
        """Show the hints, and a target date that does not belong here."""
        goal = self._editor.goal
        hints = goz_hints(self._editor)
        for name, field in self._fields.items():
            field.show_hints(hints, name)
        self._earlier.setText(f"Eerder opgeschreven: {goal.meaningful}")
        self._earlier.setVisible(bool(goal.meaningful.strip()))
        self.in_three_months.setVisible(goal.look_date is None)
        self.drop_target.setVisible(goal.target_date is not None)
        wrong = next((hint for hint in hints if hint.field == "target"), None)
        if wrong is None or goal.target_date is None:
            self._target.clear()
        else:
            text = f"{wrong.text} Nu staat er nog {plain_date(goal.target_date)}."
            self._target.show_message(MessageLevel.ERROR, text)

    def _look_in_three_months(self) -> None:
        day = add_months(self._editor.context.clock.today(), self._months)
        self._editor.change(look_date=day)
        self.look.line.setFocus()


def goz_hints(editor: GoalEditor) -> tuple[Hint, ...]:
    """What the rules say about a GOZ goal as it stands."""
    goal = editor.goal
    return check_goz(
        GozFacts(
            direction=goal.sentence,
            watch_what=goal.observe_what,
            watch_who=goal.observe_who,
            look_date=goal.look_date,
            target=goal.target_date,
        )
    )

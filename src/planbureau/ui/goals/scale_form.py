"""Writing a gradual scale: the one thing that is looked at, and a sentence of one's own for each step."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from planbureau.rules.goals.gas import MEANINGS, ScaleFacts, check_around, check_scale, signed
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.hints import Hint
from planbureau.ui.goals.binding import Labelled, TextBinding
from planbureau.ui.goals.editor import GoalEditor, ScaleEditor
from planbureau.ui.goals.people_chips import PeopleChips
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.views import ScaleView
from planbureau.views.looks import LEVELS

_HELP = (
    "Begin met 0: dan is het doel gehaald. Schrijf dan bij -2 hoe het nu is, en daarna de andere stappen. "
    "Doe dit samen, vóór jullie beginnen. Na de eerste score liggen de teksten vast."
)
_NOT_BEGUN = frozenset({GoalStatus.CONCEPT.value, GoalStatus.AGREED.value})


class ScaleForm(QWidget):
    """Everything is saved when it is left. What the rules notice stops nobody."""

    def __init__(self, editor: ScaleEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        theme = editor.context.theme
        self.variable = QLineEdit()
        self.moment = QLineEdit()
        self.made_with = PeopleChips(theme, "Met wie is de schaal gemaakt")
        self.worse = QCheckBox("Ook een stap voor slechter dan bij de start (-3)")
        self.levels = {name: LongTextEdit(theme, _title(score), lines=1) for name, score in LEVELS.items()}
        self._late = TextLabel("", TextRole.HELP)
        self._fields = {
            "variable": Labelled(
                theme, "Waar kijken jullie naar", self.variable, help_text="Eén ding, zoals: ruzies per week."
            ),
            "moment": Labelled(theme, "Wanneer geven jullie een score", self.moment),
            "made_with": Labelled(theme, "Met wie is de schaal gemaakt", self.made_with),
        }
        self._steps = {
            name: Labelled(theme, _title(score), self.levels[name])
            for name, score in sorted(LEVELS.items(), key=lambda pair: -pair[1])
        }
        grid = ResponsiveGrid(theme)
        grid.add(self._fields["variable"])
        grid.add(self._fields["moment"])
        grid.add(self._fields["made_with"], wide=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(TextLabel(_HELP, TextRole.HELP))
        column.addWidget(grid)
        column.addWidget(self._late)
        for step in self._steps.values():
            column.addWidget(step)
        column.addWidget(self.worse)
        self._connect()
        self.show_scale()

    def _connect(self) -> None:
        editor = self.editor
        TextBinding(editor, "variable", self.variable)
        TextBinding(editor, "moment", self.moment)
        for name, edit in self.levels.items():
            TextBinding(editor, name, edit)
        self.made_with.value_changed.connect(lambda: editor.change(made_with=self.made_with.value()))
        self.worse.clicked.connect(lambda on: editor.change(with_worse=on))
        editor.record_changed.connect(self.show_scale)
        editor.owner.record_changed.connect(self.show_scale)

    def show_scale(self) -> None:
        """Show who can have made it, the extra step, and the hints."""
        scale, goal = self.editor.scale, self.editor.owner
        scope = goal.scope
        doers = (action.responsible_person for action in goal.goal.actions)
        asked = dict.fromkeys((*scope.asked(goal.plan, goal.goal), *doers, *scale.made_with))
        self.made_with.set_people((person, scope.name(person)) for person in asked if person)
        self.made_with.set_value(scale.made_with)
        self.worse.setChecked(scale.with_worse)
        self._steps["worse"].setVisible(scale.with_worse)
        hints = scale_hints(goal, scale)
        for name, field in self._fields.items():
            field.show_hints(hints, name)
        for name, step in self._steps.items():
            step.show_hints(hints, f"level{signed(LEVELS[name])}")
        late = next((hint.text for hint in hints if hint.field == "made_on"), "")
        self._late.setText(late)
        self._late.setVisible(bool(late))


def scale_hints(goal: GoalEditor, scale: ScaleView) -> tuple[Hint, ...]:
    """What the rules say about a scale as it stands; the levels first."""
    begun = goal.goal.status not in _NOT_BEGUN
    facts = ScaleFacts(
        variable=scale.variable,
        moment=scale.moment,
        made_on=scale.made_on,
        started_on=goal.goal.start if begun else None,
        with_somebody=bool(scale.made_with),
    )
    return (*check_scale(scale.gas), *check_around(facts, scale.gas))


def _title(score: int) -> str:
    return f"{signed(score)}: {MEANINGS[score]}"

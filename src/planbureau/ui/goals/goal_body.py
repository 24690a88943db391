"""Everything about one goal, in the order in which people talk about it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.rules.goals.smart import GoalForm
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import kind_of, seen_on_word
from planbureau.ui.goals.action_list import ActionList
from planbureau.ui.goals.binding import DateBinding, Labelled
from planbureau.ui.goals.conflict_panel import ConflictPanel
from planbureau.ui.goals.editor import GoalEditor
from planbureau.ui.goals.goal_about import GoalAbout
from planbureau.ui.goals.goal_texts import GoalTexts
from planbureau.ui.goals.goz_fields import GozFields, goz_hints
from planbureau.ui.goals.looks_part import LooksPart
from planbureau.ui.goals.scale_part import ScalePart
from planbureau.ui.goals.smart_fields import SmartFields, smart_hints
from planbureau.ui.goals.status_bar import GoalStatusBar
from planbureau.ui.people.not_for_button import SavingNotForButton
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.labels import Divider, TextLabel, TextRole
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.widgets.tab_order import follow_layout


class GoalBody(QWidget):
    """SMART and GOZ fields are made when they are first needed; the actions are the same for both."""

    def __init__(self, editor: GoalEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        context = editor.context
        theme = context.theme
        self.conflicts = ConflictPanel(editor)
        self.texts = GoalTexts(editor)
        self.about = GoalAbout(editor)
        self.smart: SmartFields | None = None
        self.goz: GozFields | None = None
        self.acts = ActionList(editor)
        self.scale = ScalePart(editor)
        self.looks = LooksPart(editor)
        self.status = GoalStatusBar(editor)
        self.reached = DateField(theme, context.clock, "")
        self._reached = Labelled(theme, "", self.reached)
        self.help_ends = DateField(theme, context.clock, "De hulp stopt op")
        self.not_for = SavingNotForButton(
            theme,
            context.workspace.clients,
            "goal",
            editor.goal.id,
            f"doel {editor.goal.number}",
            lambda: editor.scope.choices(),  # noqa: PLW0108 - the scope is another one later
        )
        self._form = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        for widget in (self.conflicts, self.texts, self.about):
            column.addWidget(widget)
        column.addLayout(self._form)
        column.addWidget(Divider())
        column.addWidget(self.acts)
        column.addWidget(Divider())
        column.addWidget(self.scale)
        column.addWidget(self.looks)
        column.addWidget(Divider())
        column.addWidget(TextLabel("Hoe staat het met dit doel", TextRole.HEADING))
        column.addWidget(self.status)
        column.addWidget(self._ends())
        column.addWidget(Labelled(theme, "Mag iedereen dit doel lezen", self.not_for))
        DateBinding(editor, "reached_on", self.reached)
        DateBinding(editor, "help_ends_on", self.help_ends)
        self.status.ended.connect(self.reached.line.setFocus)
        self.not_for.failed.connect(editor.failed)
        editor.record_changed.connect(self.show_goal)
        self.show_goal()

    def _ends(self) -> QWidget:
        theme = self._editor.context.theme
        grid = ResponsiveGrid(theme)
        grid.add(self._reached)
        help_text = "Een doel halen is iets anders dan het einde van de hulp."
        grid.add(Labelled(theme, "De hulp stopt op", self.help_ends, help_text=help_text))
        return grid

    def show_goal(self) -> None:
        """Show the fields of the way in which this goal is written, in the words of its kind."""
        goal = self._editor.goal
        now = GoalStatus(goal.status) if goal.reached_on is not None else GoalStatus.REACHED
        seen_on = seen_on_word(kind_of(goal.kind), now)
        self._reached.set_label(seen_on)
        self.reached.set_name(seen_on)
        goz = self._editor.goal.form == GoalForm.GOZ.value
        made = False
        if goz and self.goz is None:
            self.goz = GozFields(self._editor)
            self._form.addWidget(self.goz)
            made = True
        if not goz and self.smart is None:
            self.smart = SmartFields(self._editor)
            self._form.addWidget(self.smart)
            made = True
        if self.goz is not None:
            self.goz.setVisible(goz)
        if self.smart is not None:
            self.smart.setVisible(not goz)
        self.scale.setVisible(not goz)
        self.texts.show_hints(goz_hints(self._editor) if goz else smart_hints(self._editor))
        if made:
            follow_layout(self, self.acts.add_button)

    def leave(self) -> bool:
        """Saves what is being typed in any field."""
        for field in self.findChildren(DateField):
            field.commit()
        saved = [self.acts.leave(), self.scale.leave(), self.looks.leave(), self._editor.autosave.flush()]
        return all(saved)

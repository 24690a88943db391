"""The actions of a goal by letter, with what the rules notice about them together."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.rules.goals.actions import hint_no_own_action
from planbureau.ui.goals.action_row import ActionRow
from planbureau.ui.goals.editor import GoalEditor
from planbureau.ui.goals.who import facts_of_all, overlaps_with
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import ActionView


class ActionList(QWidget):
    """Rows stay in place when something changes: the letters never move."""

    def __init__(self, editor: GoalEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._rows: dict[str, ActionRow] = {}
        theme = editor.context.theme
        self._title = TextLabel("Acties", TextRole.HEADING)
        self._none = TextLabel("Nog geen acties. Een actie is wat iemand doet.", TextRole.MUTED)
        self._box = QVBoxLayout()
        self._box.setSpacing(theme.px(8))
        self._overlap = InlineMessage(theme)
        self._own = InlineMessage(theme)
        self.add_button = Button(theme, "Actie toevoegen", ButtonKind.SECONDARY, icon="plus")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self._title)
        column.addWidget(self._none)
        column.addLayout(self._box)
        for widget in (self._overlap, self._own, self.add_button):
            column.addWidget(widget)
        self.add_button.clicked.connect(self.add)
        editor.record_changed.connect(self.show_actions)
        self.show_actions()

    @property
    def rows(self) -> tuple[ActionRow, ...]:
        """The rows in the order of their letters."""
        return tuple(self._rows.values())

    def row(self, action_id: str) -> ActionRow | None:
        """The row of one action."""
        return self._rows.get(action_id)

    def show_actions(self) -> None:
        """Show every action as it stands, and what the rules notice."""
        actions = self._editor.goal.actions
        made = False
        for action in actions:
            row = self._rows.get(action.id)
            if row is None:
                row = ActionRow(self._editor, action)
                row.opened.connect(self._opened)
                self._rows[action.id] = row
                self._box.addWidget(row)
                made = True
            row.editor.show(action)
        for gone in set(self._rows) - {action.id for action in actions}:
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        self._none.setVisible(not actions)
        self._show_hints()
        if made:
            follow_layout(self, self.add_button)

    def _show_hints(self) -> None:
        goal, scope = self._editor.goal, self._editor.scope
        mine = facts_of_all((goal,), scope)
        texts = [overlap.text for overlap in overlaps_with(goal, scope)]
        if texts:
            self._overlap.show_message(MessageLevel.TIP, " ".join(texts))
        else:
            self._overlap.clear()
        hints = hint_no_own_action(mine)
        if hints:
            self._own.show_message(MessageLevel.TIP, hints[0].text)
        else:
            self._own.clear()

    def add(self) -> None:
        """Make the next action, and open it."""
        goals = self._editor.context.workspace.goals
        try:
            action_id, changes = goals.add_action(ActionView("", self._editor.goal.id, ""))
        except PlanbureauError as problem:
            self._editor.failed.emit(str(problem))
            return
        self._editor.reread()
        self._editor.saved.emit(changes)
        self.open_action(action_id)

    def open_action(self, action_id: str) -> None:
        """Open one action with the keyboard in it."""
        row = self._rows.get(action_id)
        if row is not None:
            row.focus_form()

    def _opened(self, action_id: str) -> None:
        for other_id, row in self._rows.items():
            if other_id != action_id and row.is_open:
                row.set_open(opened=False)
        follow_layout(self, self.add_button)

    def leave(self) -> bool:
        """Saves what is being typed in any of them."""
        saved = [row.leave() for row in self.rows]
        return all(saved)

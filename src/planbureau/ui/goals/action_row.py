"""One action of a goal: a line with its letter, opened to the whole form when somebody works on it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.rules.dutch import near_date
from planbureau.ui.goals.action_form import ActionForm
from planbureau.ui.goals.editor import ActionEditor, GoalEditor
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import IconButton
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.views import ActionView

NO_TEXT = "(nog geen tekst)"


class ActionRow(QFrame):
    """`opened` tells that the form was opened, so that others can close."""

    opened = Signal(str)

    def __init__(self, goal: GoalEditor, action: ActionView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = ActionEditor(goal, action, self)
        self.form: ActionForm | None = None
        self._opened = False
        theme = goal.context.theme
        self.toggle = IconButton(theme, "chevron-right", "")
        self._letter = TextLabel("", TextRole.STRONG, wrap=False)
        self._what = TextLabel("")
        self._who = TextLabel("", TextRole.MUTED)
        self.badge = StatusBadge(theme, "")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addWidget(self._who)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self.toggle, 0, middle)
        row.addWidget(self._letter, 0, middle)
        row.addLayout(words, 1)
        row.addWidget(self.badge, 0, middle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._column.addLayout(row)
        self.toggle.clicked.connect(lambda: self.set_open(opened=not self.is_open))
        self.editor.record_changed.connect(self.show_action)
        goal.record_changed.connect(self.show_action)
        self.show_action()

    @property
    def is_open(self) -> bool:
        """Whether the form shows."""
        return self._opened

    def set_open(self, *, opened: bool) -> None:
        """Open or close the form; it is made the first time. What was typed is saved when it closes."""
        if not opened:
            self.leave()
        self._opened = opened
        if opened and self.form is None:
            self.form = ActionForm(self.editor)
            self._column.addWidget(self.form)
        if self.form is not None:
            self.form.setVisible(opened)
        self.toggle.set_icon("chevron-down" if opened else "chevron-right")
        self.show_action()
        if opened:
            self.opened.emit(self.editor.action.id)

    def show_action(self) -> None:
        """Show the line as it stands."""
        action, scope = self.editor.action, self.editor.owner.scope
        status = action.standing
        self._letter.setText(action.letter)
        self._what.setText(action.what or NO_TEXT)
        self._what.setVisible(not self.is_open)
        who = scope.name(action.responsible_person) if action.responsible_person else ""
        parts = [who or action.responsible_function or "nog niemand"]
        if action.done_by:
            parts.append(f"klaar {near_date(action.done_by, self.editor.context.clock.today())}")
        if action.helpers:
            parts.append(f"helpt: {', '.join(scope.name(person) for person in action.helpers)}")
        self._who.setText(" · ".join(parts))
        self.badge.set_status(status.word, Tone(status.tone), status.icon)
        does = "sluiten" if self.is_open else "openen"
        self.toggle.set_name(f"Actie {action.letter} {does}: {action.what or NO_TEXT}, {status.word}")

    def leave(self) -> bool:
        """Saves what is being typed."""
        if self.form is not None:
            self.form.start.commit()
            self.form.done_by.commit()
        return self.editor.autosave.flush()

    def focus_form(self) -> None:
        """Open the form with the keyboard in its first field."""
        self.set_open(opened=True)
        if self.form is not None:
            self.form.what.edit.setFocus()

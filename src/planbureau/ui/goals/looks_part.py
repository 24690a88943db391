"""How it went with a goal over time: the moments at which people looked, and the form for the next one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.rules.dutch import plain_date
from planbureau.rules.goals.gas import signed
from planbureau.rules.goals.looks import Noticed, Voice
from planbureau.ui.goals.editor import GoalEditor
from planbureau.ui.goals.look_form import LookForm, draft_of
from planbureau.ui.goals.scope import GoalScope
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.goal_picture import GoalPictureView
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import GoalView, LookView
from planbureau.views.series import picture_of

SHOWN = 6
"""So many moments at a time, the last first."""
_NONE = "Nog geen moment waarop jullie samen keken."
_SOURCES = {"note": "uit een rapportage", "evaluation": "uit een evaluatie"}


class LooksPart(QWidget):
    """The list is read when the card opens and after each write."""

    def __init__(self, editor: GoalEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        theme = editor.context.theme
        self.looks: tuple[LookView, ...] = ()
        self.form: LookForm | None = None
        self._most = SHOWN
        self.add_button = Button(theme, "Score geven", ButtonKind.SECONDARY, icon="plus")
        self.more_button = Button(theme, "Oudere momenten tonen", ButtonKind.QUIET, icon="chevron-down")
        self._none = TextLabel(_NONE, TextRole.MUTED)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.px(6))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        self._column.addWidget(TextLabel("Kijkmomenten", TextRole.HEADING))
        self._column.addWidget(self._none)
        self.picture: GoalPictureView | None = None
        self._column.addLayout(self._lines)
        left = Qt.AlignmentFlag.AlignLeft
        self._column.addWidget(self.more_button, 0, left)
        self._column.addWidget(self.add_button, 0, left)
        self.add_button.clicked.connect(self._add)
        self.more_button.clicked.connect(self._more)
        editor.record_changed.connect(self.reload)
        editor.saved.connect(self._saved)
        self.reload()
        if draft_of(editor):
            self.open_form()

    def reload(self) -> None:
        """Read and show them again."""
        goal = self._editor.goal
        try:
            self.looks = self._editor.context.workspace.looks.of_goal(goal.id)
        except PlanbureauError:
            return
        self.add_button.set_label("Score geven" if goal.scored_on else "Moment toevoegen")
        self.add_button.setAccessibleName(f"{self.add_button.text().strip()}, doel {goal.number}")
        self._show_lines()

    def open_form(self, corrects: LookView | None = None) -> LookForm:
        """Open the form, also to correct a moment; a form that is open stays."""
        if self.form is None:
            self.form = LookForm(self._editor, corrects)
            self.form.closed.connect(self._closed)
            self._column.addWidget(self.form)
            self.form.show()  # a layout shows it a moment later: the keyboard goes in now
            self.add_button.hide()
            follow_layout(self)
        target = self.form.score if self._editor.goal.scored_on else None
        (target.focus_target() if target else self.form.on.line).setFocus()
        return self.form

    def _add(self) -> None:
        self.open_form()

    def leave(self) -> bool:
        """Keeps what stands in the form; only its button adds it."""
        return self.form.keep() if self.form is not None else True

    def _closed(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.hide()
            form.deleteLater()
        self.add_button.show()
        self.reload()
        self.add_button.setFocus()

    def _saved(self, changes: object) -> None:
        del changes
        self.reload()

    def _more(self) -> None:
        self._most = len(self.looks)
        self._show_lines()

    def _show_lines(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for look in reversed(self.looks[-self._most :]):
            self._lines.addWidget(self._line(look))
        self._show_picture()
        self._none.setVisible(not self.looks)
        self.more_button.setVisible(len(self.looks) > self._most)
        follow_layout(self, self.add_button)

    def _show_picture(self) -> None:
        """The picture from the second moment on; one moment says nothing more than its line."""
        drawn = picture_of(self._editor.goal, self.looks, self._editor.scope.name)
        if drawn is not None and len(drawn.rows) > 1:
            if self.picture is None:
                self.picture = GoalPictureView(self._editor.context.theme, drawn)
                self._column.insertWidget(2, self.picture)
            self.picture.show_picture(drawn)
        if self.picture is not None:
            self.picture.setVisible(drawn is not None and len(drawn.rows) > 1)

    def _line(self, look: LookView) -> QWidget:
        theme = self._editor.context.theme
        line = QFrame()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        first, second = look_words(look, self._editor.goal), look_about(look, self._editor.scope)
        words.addWidget(TextLabel(first, TextRole.MUTED if look.replaced_by else TextRole.BODY))
        words.addWidget(TextLabel(second, TextRole.SMALL))
        row.addLayout(words, 1)
        if not look.replaced_by:
            button = Button(theme, "Verbeteren", ButtonKind.LINK, icon="pencil")
            button.setAccessibleName(f"Verbeteren: {first}, {second}")
            button.clicked.connect(lambda: self.open_form(look))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line


def look_words(look: LookView, goal: GoalView) -> str:
    """What was seen, in a line: the score with the words of its own scale, what changed, the mark."""
    parts = []
    if look.score is not None:
        scale = next((one for one in goal.scales if one.id == look.scale_id), None)
        text = scale.text(look.score) if scale is not None else ""
        parts.append(f"{signed(look.score)}: {text}" if text else signed(look.score))
    if look.change:
        parts.append(f"verandering: {Noticed(look.change).word}")
    if look.meaningful:
        parts.append(f"zinvol: {Noticed(look.meaningful).word}")
    if look.feeling is not None:
        parts.append(look.feeling.words)
    if look.next_step:
        parts.append(f"volgende stap: {look.next_step}")
    if look.remark:
        parts.append(look.remark)
    return " · ".join(parts)


def look_about(look: LookView, scope: GoalScope) -> str:
    """When, who and from where."""
    who = scope.name(look.said_by) if look.said_by else Voice(look.voice).word
    parts = [plain_date(look.on), who, f"opgeschreven door {look.author}" if look.author else ""]
    parts += [_SOURCES.get(look.source, ""), "verbeterd" if look.replaced_by else ""]
    return " · ".join(part for part in parts if part)

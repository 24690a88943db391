"""The gradual scale of a goal on its card: make it, write it, and read it once it is locked (rules D4)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.rules.dutch import plain_date
from planbureau.ui.goals.editor import GoalEditor, ScaleEditor
from planbureau.ui.goals.scale_form import ScaleForm
from planbureau.ui.goals.scale_ladder import ScaleLadder
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import ScaleView

_WHY = "Met een schaal zie je stap voor stap of het beter gaat. Maak hem samen, vóór jullie beginnen."
_LOCKED = "Met deze schaal is gescoord. De teksten liggen vast. Past hij niet meer, maak dan een nieuwe."


class ScalePart(QWidget):
    """One scale is in use; those before it stay, with their words."""

    def __init__(self, editor: GoalEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        theme = editor.context.theme
        self.form: ScaleForm | None = None
        self._shown: tuple[object, ...] = ()
        self._note = TextLabel("", TextRole.HELP)
        self.make_button = Button(theme, "Schaal maken", icon="plus")
        self.new_button = Button(theme, "Nieuwe schaal", icon="plus")
        self.remove_button = Button(theme, "Schaal weghalen", ButtonKind.QUIET, icon="trash-2")
        self._box = QVBoxLayout()
        self._box.setSpacing(theme.px(8))
        self._buttons = FlowBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(TextLabel("Schaal in stappen (GAS)", TextRole.HEADING))
        column.addWidget(self._note)
        column.addLayout(self._box)
        column.addWidget(self._buttons)
        self._buttons.refill((self.make_button, self.new_button, self.remove_button))
        self.make_button.clicked.connect(self.make)
        self.new_button.clicked.connect(self.make)
        self.remove_button.clicked.connect(self.remove)
        editor.record_changed.connect(self.show_scales)
        editor.saved.connect(self._saved)
        self.show_scales()

    def locked(self) -> frozenset[str]:
        """The scales with which a score was given."""
        try:
            looks = self._editor.context.workspace.looks.of_goal(self._editor.goal.id)
        except PlanbureauError:
            return frozenset(scale.id for scale in self._editor.goal.scales)
        return frozenset(look.scale_id for look in looks if look.scale_id)

    def show_scales(self) -> None:
        """Show the scale in use to write or to read, and the ones before it."""
        scales = self._editor.goal.scales
        locked = self.locked()
        current = scales[-1] if scales else None
        closed = current is not None and current.id in locked
        self.make_button.setVisible(current is None)
        self.new_button.setVisible(closed)
        self.remove_button.setVisible(current is not None and not closed)
        self._note.setText(_WHY if current is None else _LOCKED if closed else "")
        self._note.setVisible(bool(self._note.text()))
        if self.form is not None and current is not None and not closed:
            self.form.editor.show(current)
        shown = (tuple(scales) if closed else scales[:-1], current.id if current else "", closed)
        if shown != self._shown:
            self._shown = shown
            self._fill(current, closed=closed)

    def _fill(self, current: ScaleView | None, *, closed: bool) -> None:
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.form = None
        theme = self._editor.context.theme
        if current is not None and closed:
            self._add_ladder(current)
        elif current is not None:
            self.form = ScaleForm(ScaleEditor(self._editor, current, self))
            self._box.addWidget(self.form)
            self.form.show()  # a layout shows it a moment later: the keyboard goes in now
        for number, scale in enumerate(reversed(self._editor.goal.scales[:-1])):
            day = f" van {plain_date(scale.made_on)}" if scale.made_on else ""
            heading = TextLabel(f"Eerdere schaal{day}", TextRole.STRONG)
            heading.setContentsMargins(0, theme.px(8 if not number else 4), 0, 0)
            self._box.addWidget(heading)
            self._add_ladder(scale)
        follow_layout(self, self.make_button)

    def _add_ladder(self, scale: ScaleView) -> None:
        about = [scale.variable, f"score: {scale.moment}" if scale.moment else ""]
        words = " · ".join(part for part in about if part)
        if words:
            self._box.addWidget(TextLabel(words, TextRole.MUTED))
        self._box.addWidget(ScaleLadder(self._editor.context.theme, scale))

    def make(self) -> None:
        """Begin a scale, the next one with the words of the one before it."""
        goal, looks = self._editor.goal, self._editor.context.workspace.looks
        before = goal.scale
        asked = self._editor.scope.asked(self._editor.plan, goal)
        new = ScaleView("", goal.id, reached=goal.measure.strip(), made_with=asked)
        if before is not None:
            new = ScaleView(
                "", goal.id, variable=before.variable, moment=before.moment, made_with=asked,
                with_worse=before.with_worse, worse=before.worse, start=before.start, better=before.better,
                reached=before.reached, more=before.more, most=before.most,
            )  # fmt: skip
        if self._editor.write(lambda: looks.add_scale(new)[1]) and self.form is not None:
            self.form.variable.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self) -> None:
        """Take away a scale that nobody scored with."""
        scale = self._editor.goal.scale
        if scale is not None:
            looks = self._editor.context.workspace.looks
            self._editor.write(lambda: looks.remove_scale(scale))
            self.make_button.setFocus()

    def leave(self) -> bool:
        """Saves what is being typed."""
        return self.form.editor.autosave.flush() if self.form is not None else True

    def _saved(self, changes: object) -> None:
        del changes
        self.show_scales()

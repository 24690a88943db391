"""The words of a goal: the sentence, the easy text beside it, and pictograms."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.rules.hints import Hint
from planbureau.ui.goals.binding import Labelled, TextBinding
from planbureau.ui.goals.editor import GoalEditor
from planbureau.ui.goals.wording_dialog import WordingDialog, open_wording
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.pictogram_row import PictogramRow
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.widgets.text_tip import TextKind

STALE = "Het doel is veranderd nadat deze tekst werd geschreven. Klopt de makkelijke tekst nog?"


class GoalTexts(QWidget):
    """The easy text says so when the sentence changed after it."""

    def __init__(self, editor: GoalEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        theme = editor.context.theme
        self.sentence = LongTextEdit(theme, "Doel in één zin", lines=2)
        self.easy = LongTextEdit(theme, "Makkelijke tekst van het doel", lines=2)
        self.pictograms = PictogramRow(
            theme, editor.context.workspace.pictograms, f"doel {editor.goal.number}"
        )
        self._sentence = Labelled(
            theme, "Doel in één zin", self.sentence, help_text='Begin met een naam, "ik" of "wij".'
        )
        easy = Labelled(
            theme, "Makkelijke tekst", self.easy, help_text="Zo leest de cliënt het: één korte zin."
        )
        self._stale = InlineMessage(theme, self.easy.edit)
        self.still_right = Button(theme, "Klopt nog", ButtonKind.QUIET, icon="check")
        pictures = QWidget()
        column = QVBoxLayout(pictures)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(FieldLabel("Pictogrammen", self.pictograms))
        column.addWidget(self.pictograms)
        column.addStretch()
        layout = easy.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 1, self._stale)
        layout.insertWidget(layout.count() - 1, self.still_right)
        grid = ResponsiveGrid(theme, weights=(3, 2))
        grid.add(self._sentence, wide=True)
        grid.add(easy)
        grid.add(pictures)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(grid)
        self.keep_button = Button(theme, "Bewaren als kant-en-klaar doel", ButtonKind.QUIET, icon="copy")
        self.keep_button.clicked.connect(self._keep)
        self.dialog: WordingDialog | None = None
        whole.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignLeft)
        look = editor.text_look
        sentence = TextBinding(editor, "sentence", self.sentence)
        self._sentence.give_tips(look, sentence, TextKind(goal=True))
        easy.give_tips(look, TextBinding(editor, "easy_text", self.easy), TextKind(for_client=True))
        self.pictograms.value_changed.connect(lambda: editor.change(pictograms=self.pictograms.value()))
        self.still_right.clicked.connect(self._confirm)
        editor.record_changed.connect(self.show_goal)
        self.show_goal()

    def show_goal(self) -> None:
        """Show pictograms, suggestions and whether the easy text is behind."""
        goal = self._editor.goal
        self.pictograms.set_value(goal.pictograms)
        self.pictograms.suggest_for(goal.easy_text or goal.sentence)
        self.still_right.setVisible(goal.easy_stale)
        self.keep_button.setVisible(bool(goal.sentence.strip()))
        if goal.easy_stale:
            self._stale.show_message(MessageLevel.TIP, STALE)
        else:
            self._stale.clear()

    def _keep(self) -> None:
        """Take the words to the library: first they are shown without names."""
        editor = self._editor
        if not editor.autosave.flush():
            return
        wording = editor.context.workspace.own_goals.from_goal(editor.goal.id)
        areas = {area.code for area in editor.scope.library.areas}
        area = editor.goal.area if editor.goal.area in areas else ""
        made = WordingDialog(editor.context, wording, area=area, parent=self.window())
        self.dialog = open_wording(made, editor.saved.emit, self._closed)

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        self.keep_button.setFocus()

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        """Show what the rules say about the sentence."""
        self._sentence.show_hints(hints, "sentence", "direction")

    def _confirm(self) -> None:
        self._editor.change(easy_stale=False)
        self.easy.edit.setFocus()

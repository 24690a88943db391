"""The ready-made goals of the organisation: add, word anew, hide and offer again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import PlanbureauError
from planbureau.rules.people.names import fill_blank
from planbureau.ui.goals.wording_dialog import WordingDialog, open_wording
from planbureau.ui.page import PageContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import GoalWording, LibraryGoal

_ABOUT = (
    "Vijftig doelen zitten in Planbureau. Voeg eigen doelen toe, kies andere woorden, of verberg wat jullie "
    "niet gebruiken. Wat al in een plan staat, verandert niet."
)


class GoalsCard(Card):
    """One area at a time; each change is kept at once, and `saved` tells it."""

    saved = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        theme = context.theme
        self.new_button = Button(theme, "Nieuw doel", icon="plus")
        super().__init__(theme, "Kant-en-klare doelen", action=self.new_button, parent=parent)
        self._page = context
        self.dialog: WordingDialog | None = None
        areas = context.workspace.goals.library().areas
        self.area = ChoiceBox("Gebied", ((one.code, one.title) for one in areas), nothing=None)
        self.message = InlineMessage(theme)
        self._rows = QWidget()
        self._lines = QVBoxLayout(self._rows)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px(8))
        self.add(TextLabel(_ABOUT, TextRole.HELP))
        self.add(FieldLabel("Gebied", self.area))
        self.add(self.area)
        self.add(self.message)
        self.add(self._rows)
        self.area.value_changed.connect(self.show_goals)
        self.new_button.clicked.connect(self._new)
        self.show_goals()

    def show_goals(self) -> None:
        """Show the goals of the chosen area as they stand."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in self._page.workspace.own_goals.all():
            if one.goal.area == self.area.value():
                self._lines.addWidget(self._line(one))
        follow_layout(self._rows)

    def _line(self, one: LibraryGoal) -> QWidget:
        theme, words = self._page.theme, fill_blank(one.goal.sentence)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(TextLabel(one.goal.code, TextRole.MUTED, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(theme.px(2))
        texts.addWidget(TextLabel(words, TextRole.MUTED if one.hidden else TextRole.BODY))
        texts.addWidget(TextLabel(fill_blank(one.goal.easy_text), TextRole.SMALL))
        row.addLayout(texts, 1)
        badge = _badge(one)
        if badge is not None:
            word, tone, icon = badge
            row.addWidget(StatusBadge(theme, word, tone, icon=icon), 0, Qt.AlignmentFlag.AlignTop)
        buttons = FlowBox()
        reword = Button(theme, "Andere woorden", ButtonKind.QUIET, icon="pencil")
        reword.setAccessibleName(f"Andere woorden voor {one.goal.code}: {words}")
        reword.clicked.connect(lambda: self._reword(one))
        hide = Button(
            theme,
            "Weer aanbieden" if one.hidden else "Verbergen",
            ButtonKind.QUIET,
            icon="eye" if one.hidden else "eye-off",
        )
        hide.setAccessibleName(f"{hide.text().strip()}: {one.goal.code}, {words}")
        hide.clicked.connect(lambda: self._hide(one))
        buttons.refill((reword, hide))
        texts.addWidget(buttons)
        return line

    def _new(self) -> None:
        made = WordingDialog(self._page, GoalWording(), area=self.area.value(), parent=self.window())
        self.dialog = open_wording(made, self._written, self._closed)

    def _reword(self, one: LibraryGoal) -> None:
        goal = one.goal
        wording = GoalWording(goal.sentence, goal.easy_text, goal.pictograms)
        made = WordingDialog(self._page, wording, known=goal, parent=self.window())
        self.dialog = open_wording(made, self._written, self._closed)

    def _hide(self, one: LibraryGoal) -> None:
        try:
            self._page.workspace.own_goals.hide(one.goal.code, hidden=not one.hidden)
        except PlanbureauError as problem:
            self.message.show_message(MessageLevel.ERROR, str(problem))
            return
        self._written(Changes())
        self.area.setFocus()

    def _written(self, changes: Changes) -> None:
        del changes
        self.message.clear()
        self.show_goals()
        self.saved.emit()

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()


def _badge(one: LibraryGoal) -> tuple[str, Tone, str] | None:
    """What is told beside a goal; nothing beside one as it came with the program."""
    if one.hidden:
        return "verborgen", Tone.IDLE, "eye-off"
    if one.goal.own:
        return ("andere woorden" if one.shipped else "eigen doel"), Tone.INFO, "pencil"
    return None

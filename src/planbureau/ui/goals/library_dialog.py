"""The fifty ready-made goals in a window of their own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.goals.ready_goals import ReadyGoals
from planbureau.ui.goals.scope import scope_of_plan
from planbureau.ui.goals.wording_dialog import WordingDialog, open_wording
from planbureau.ui.page import PageContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.dialog_size import fit_on_screen
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.views import GoalWording


class LibraryDialog(QDialog):
    """Each tick makes a goal at once; `open_goal` holds the goal that somebody wants to work on."""

    saved = Signal(object)

    def __init__(
        self, context: PageContext, plan_id: str, *, area: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._plan_id = plan_id
        self.open_goal = ""
        theme = context.theme
        self.setWindowTitle("Kant-en-klare doelen")
        self.setModal(True)
        fit_on_screen(self, theme, 720, 620)
        self.goals = ReadyGoals(context, scope_of_plan(context, plan_id), plan_id)
        self._scroll = ScrollPage(theme)
        self._scroll.add(self.goals)
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(10))
        column.addWidget(TextLabel("Kant-en-klare doelen", TextRole.HEADING))
        column.addWidget(
            TextLabel("Kies voor wie, en vink aan wat past. Elk vinkje wordt een doel.", TextRole.MUTED)
        )
        column.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        self.new_button = Button(theme, "Nieuw kant-en-klaar doel", ButtonKind.QUIET, icon="plus")
        self.new_button.setAutoDefault(False)
        self.new_button.setToolTip("Aanpassen en verbergen kan bij Instellingen")
        self.new_button.clicked.connect(self._new)
        self.wording: WordingDialog | None = None
        foot.addWidget(self.new_button)
        foot.addStretch()
        self.ready = Button(theme, "Klaar", ButtonKind.PRIMARY)
        self.ready.setAutoDefault(False)
        foot.addWidget(self.ready)
        column.addLayout(foot)
        self.ready.clicked.connect(self.accept)
        self._connect_goals()
        for part in self.goals.areas:
            if part.area.code == area:
                part.set_open(opened=True)
        self.goals.search.setFocus()

    def _new(self) -> None:
        made = WordingDialog(self._context, GoalWording(), parent=self)
        self.wording = open_wording(made, self._added, self._wording_closed)

    def _added(self, changes: object) -> None:
        """The list is made anew: a goal stands where its area is."""
        old, query = self.goals, self.goals.search.query()
        self.goals = ReadyGoals(self._context, scope_of_plan(self._context, self._plan_id), self._plan_id)
        self._scroll.body.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._scroll.body.insertWidget(0, self.goals)
        self._connect_goals()
        self.goals.who.set_value(old.who.value())
        self.goals.search.setText(query)
        self.saved.emit(changes)

    def _wording_closed(self) -> None:
        dialog, self.wording = self.wording, None
        if dialog is not None:
            dialog.deleteLater()
        self.new_button.setFocus()

    def _connect_goals(self) -> None:
        self.goals.saved.connect(self._written)
        self.goals.open_requested.connect(self._open)

    def _written(self, changes: object) -> None:
        self.goals.set_scope(scope_of_plan(self._context, self._plan_id))
        self.saved.emit(changes)

    def _open(self, goal_id: str) -> None:
        self.open_goal = goal_id
        self.accept()

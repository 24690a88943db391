"""The goals of one cell of the matrix, with their cards."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.goals.goal_list import GoalList
from planbureau.ui.goals.scope import GoalScope
from planbureau.ui.page import PageContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.views import GoalView


class CellPanel(QWidget):
    """`back_requested` and Escape go back to the matrix; `new_requested` asks for a goal in this cell."""

    back_requested = Signal()
    new_requested = Signal(str)  # "ready" or "own"

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = context.theme
        self.back = Button(theme, "Terug naar de matrix", ButtonKind.QUIET, icon="arrow-left")
        self._title = TextLabel("", TextRole.HEADING)
        self._none = TextLabel("Hier staat nog geen doel.", TextRole.MUTED)
        self.list = GoalList(context)
        self.ready = Button(theme, "Kant-en-klaar doel", icon="list-checks")
        self.own = Button(theme, "Eigen doel", icon="plus")
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(10))
        buttons.addWidget(self.ready)
        buttons.addWidget(self.own)
        buttons.addStretch()
        foot = QWidget()
        foot.setLayout(buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        self._scroll = ScrollPage(theme)
        for widget in (self._title, self._none, self.list, foot):
            self._scroll.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._scroll, 1)
        self.back.clicked.connect(self.back_requested)
        self.ready.clicked.connect(lambda: self.new_requested.emit("ready"))
        self.own.clicked.connect(lambda: self.new_requested.emit("own"))

    def show_goals(self, title: str, scope: GoalScope, goals: Iterable[GoalView]) -> None:
        """Show these goals under this title."""
        found = tuple(goals)
        self._title.setText(title)
        self._none.setVisible(not found)
        self.list.set_goals(scope, found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

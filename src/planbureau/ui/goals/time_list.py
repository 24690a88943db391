"""All goals of a client or household over time: a picture for each, under one stretch of time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from planbureau.rules.dutch import sentence
from planbureau.ui.goals.matrix_content import status_text
from planbureau.ui.goals.scope import GoalScope
from planbureau.ui.page import PageContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.goal_picture import GoalPictureView
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.views import GoalView
from planbureau.views.series import COLUMNS, GoalPicture, picture_of, span_of

_NONE = "Nog geen kijkmomenten. Geef bij een doel een score, dan staat het hier in de tijd."
_ABOUT = "Elke persoon heeft een eigen teken. Er wordt niets gemiddeld."


class TimeList(QWidget):
    """`goal_opened` carries the id of a goal."""

    goal_opened = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._scroll = ScrollPage(context.theme)
        self.pictures: list[GoalPictureView] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self._box = QWidget()
        self._lines = QVBoxLayout(self._box)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(context.theme.px(10))
        self._scroll.add(self._box)

    def set_goals(self, goals: tuple[GoalView, ...], scope: GoalScope) -> None:
        """Show these goals; those that nobody looked at are named below."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.pictures = []
        ids = {goal.id for goal in goals}
        looks = [look for plan in scope.plans for look in plan.looks if look.goal_id in ids]
        span = span_of(looks)
        for goal in goals:
            picture = picture_of(goal, looks, scope.name, span)
            if picture is not None:
                self._lines.addWidget(self._part(goal, picture, scope))
        words = _ABOUT if span is not None else _NONE
        self._lines.insertWidget(0, TextLabel(words, TextRole.MUTED))
        self._lines.addStretch()

    def _part(self, goal: GoalView, picture: GoalPicture, scope: GoalScope) -> QWidget:
        theme = self._context.theme
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, theme.px(6))
        column.setSpacing(theme.px(4))
        plan = scope.plan_of(goal)
        column.addWidget(TextLabel(picture.title, TextRole.STRONG))
        about = (
            f"{plan.title} · {status_text(goal, plan)}" if len(scope.plans) > 1 else status_text(goal, plan)
        )
        column.addWidget(TextLabel(sentence(about), TextRole.SMALL))
        drawn = GoalPictureView(theme, picture)
        self.pictures.append(drawn)
        column.addWidget(drawn)
        fold = Button(theme, "In een tabel", ButtonKind.LINK, icon="table-2")
        fold.setAccessibleName(f"In een tabel: {picture.title}")
        fold.setCheckable(True)
        table = _table(picture)
        table.hide()
        fold.toggled.connect(table.setVisible)
        title = Button(theme, "Doel openen", ButtonKind.LINK, icon="target")
        title.setAccessibleName(f"{picture.title}, openen")
        title.clicked.connect(lambda: self.goal_opened.emit(goal.id))
        below = FlowBox(gap=12)
        below.refill((fold, title))
        column.addWidget(below)
        column.addWidget(table)
        return part


def _table(picture: GoalPicture) -> QTableWidget:
    """The same as the picture, row by row."""
    table = QTableWidget(len(picture.rows), len(COLUMNS))
    table.setAccessibleName(f"Kijkmomenten bij {picture.title}")
    table.setHorizontalHeaderLabels(list(COLUMNS))
    table.verticalHeader().hide()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setWordWrap(True)
    for row, cells in enumerate(picture.rows):
        for column, text in enumerate(cells):
            table.setItem(row, column, QTableWidgetItem(text))
    header = table.horizontalHeader()
    header.setSectionResizeMode(header.ResizeMode.Stretch)
    table.resizeRowsToContents()
    table.setMinimumHeight(min(7, len(picture.rows) + 2) * 34)
    return table

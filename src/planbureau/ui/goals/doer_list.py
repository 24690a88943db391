"""The list "Wie doet wat": per person by date, with how the work is shared."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from planbureau.rules.goals.actions import hint_no_own_action
from planbureau.rules.goals.status import GoalStatus
from planbureau.ui.goals.doer_model import DoerModel, heading
from planbureau.ui.goals.scope import GoalScope
from planbureau.ui.goals.who import doers_of, facts_of_all, overlaps_of, shares_text
from planbureau.ui.page import PageContext
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.painting import draw_icon, fill_tone, font_of
from planbureau.ui.widgets.row_model import ROW_ROLE
from planbureau.ui.widgets.row_view import RowDelegate
from planbureau.views import GoalView
from planbureau.views.doing import Doer, Task

_TASK, _HEADING = 60, 38


class DoerDelegate(RowDelegate):
    """Code and action above; day, goal and the status with its icon below."""

    def __init__(self, context: ThemeContext, view: QListView, model: DoerModel) -> None:
        super().__init__(context, view)
        self._model = model

    def _height(self, row: object) -> int:
        return _HEADING if isinstance(row, Doer) else _TASK

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        if isinstance(row, Doer):
            self._draw_heading(painter, option, heading(row))
        elif isinstance(row, Task):
            self._draw_task(painter, option, row)

    def _draw_task(self, painter: QPainter, option: QStyleOptionViewItem, task: Task) -> None:
        px = self._context.px
        inner = self._ground(painter, option).adjusted(px(16), px(4), -px(8), -px(4))
        taken = self._draw_status(painter, option, inner, task)
        words = inner.adjusted(0, 0, -taken - px(10), 0)
        helps = " (helpt mee)" if task.helps else ""
        title = f"{task.code}  {task.what}{helps}"
        lower = self._draw_title(painter, option, words, title, bold=False)
        self._draw_detail(painter, option, lower, self._model.about(task))

    def _draw_status(
        self, painter: QPainter, option: QStyleOptionViewItem, inner: QRectF, task: Task
    ) -> float:
        context = self._context
        px = context.px
        painter.setFont(font_of(option, context, 13))
        word = task.status.word
        width = QFontMetricsF(painter.font()).horizontalAdvance(word) + px(16) + px(22)
        chip = QRectF(inner.right() - width, inner.center().y() - px(13), width, px(26))
        colours = context.tone(Tone(task.status.tone))
        fill_tone(painter, chip, colours)
        at = QPointF(chip.left() + px(8), chip.center().y() - px(14) / 2)
        draw_icon(painter, context, task.status.icon, task.status.tone, at, 14)
        painter.setPen(colours.ink)
        place = chip.adjusted(px(28), 0, 0, 0)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, int(left), word)
        return width


class _Tasks(QListView):
    """Enter opens the goal of the current line."""

    opened = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class DoerList(QWidget):
    """`task_opened` carries the Task of a line."""

    task_opened = Signal(object)

    def __init__(self, page: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        context = page.theme
        self.model = DoerModel(page.clock, self)
        self._shares = TextLabel("", TextRole.MUTED)
        self._hint = InlineMessage(context)
        self._overlap = InlineMessage(context)
        self.view = _Tasks()
        self.view.setAccessibleName("Wie doet wat")
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setModel(self.model)
        self.view.setItemDelegate(DoerDelegate(context, self.view, self.model))
        self.view.setMinimumHeight(context.px(220))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(8))
        column.addWidget(self._shares)
        column.addWidget(self._overlap)
        column.addWidget(self._hint)
        column.addWidget(self.view, 1)
        self.view.opened.connect(self._open)
        self.view.doubleClicked.connect(self._open)

    def set_goals(self, goals: tuple[GoalView, ...], scope: GoalScope) -> None:
        """Show who does what for these goals."""
        self.model.replace(doers_of(goals, scope), {plan.id: plan.title for plan in scope.plans})
        self._shares.setText(shares_text(goals))
        same = " ".join(overlap.text for overlap in overlaps_of(goals, scope))
        if same:
            self._overlap.show_message(MessageLevel.TIP, same)
        else:
            self._overlap.clear()
        running = (goal for goal in goals if GoalStatus(goal.status).is_open)
        alone = [goal.number for goal in running if hint_no_own_action(facts_of_all((goal,), scope))]
        if alone:
            numbers = ", ".join(str(number) for number in alone)
            text = f"Nog geen actie van de cliënt zelf, het gezin of het netwerk bij doel {numbers}."
            self._hint.show_message(MessageLevel.TIP, text)
        else:
            self._hint.clear()

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, Task):
            self.task_opened.emit(row)

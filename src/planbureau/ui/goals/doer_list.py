"""The list "Wie doet wat": per person by date, with how the work is shared."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from planbureau.rules.actions import hint_no_own_action
from planbureau.ui.goals.doer_model import ROW_ROLE, DoerModel, when
from planbureau.ui.goals.scope import GoalScope
from planbureau.ui.goals.who import Doer, Task, facts_of_all, overlaps_of, shares_text, who_does_what
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.painting import (
    draw_icon,
    draw_line,
    fill_rounded,
    fill_tone,
    font_of,
    frame_rounded,
    has_focus,
    is_hovered,
    is_selected,
)
from planbureau.views import GoalView

_TASK, _HEADING = 60, 38
_Index = QModelIndex | QPersistentModelIndex


class DoerDelegate(QStyledItemDelegate):
    """Code and action above; day, goal and the status with its icon below."""

    def __init__(self, context: ThemeContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option
        heading = isinstance(index.data(ROW_ROLE), Doer)
        return QSize(self._context.px(200), self._context.px(_HEADING if heading else _TASK))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Doer):
            painter.setFont(font_of(option, self._context, 15, bold=True))
            rect = QRectF(option.rect).adjusted(self._context.px(8), self._context.px(8), 0, 0)
            draw_line(painter, rect, f"{row.name} ({len(row.tasks)})", self._context.colour("text"))
        elif isinstance(row, Task):
            self._draw_task(painter, option, row)
        painter.restore()

    def _draw_task(self, painter: QPainter, option: QStyleOptionViewItem, task: Task) -> None:
        context = self._context
        px = context.px
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        if is_selected(option) or is_hovered(option):
            ground = "primary_soft" if is_selected(option) else "sunken"
            fill_rounded(painter, rect, context.colour(ground))
        if has_focus(option):
            frame_rounded(painter, rect, context.colour("focus"))
        inner = rect.adjusted(px(16), px(4), -px(8), -px(4))
        taken = self._draw_status(painter, option, inner, task)
        words = inner.adjusted(0, 0, -taken - px(10), 0)
        half = words.height() / 2
        painter.setFont(font_of(option, context, 15))
        helps = " (helpt mee)" if task.helps else ""
        upper = QRectF(words.left(), words.top(), words.width(), half)
        draw_line(painter, upper, f"{task.code}  {task.what}{helps}", context.colour("text"))
        painter.setFont(font_of(option, context, 13))
        lower = QRectF(words.left(), words.top() + half, words.width(), half)
        detail = " · ".join(part for part in (when(task), task.how_often, task.goal) if part)
        draw_line(painter, lower, detail, context.colour("muted"))

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

    def __init__(self, context: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = DoerModel(self)
        self._shares = TextLabel("", TextRole.MUTED)
        self._hint = InlineMessage(context)
        self._overlap = InlineMessage(context)
        self.view = _Tasks()
        self.view.setAccessibleName("Wie doet wat")
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setModel(self.model)
        self.view.setItemDelegate(DoerDelegate(context, self.view))
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
        self.model.replace(who_does_what(goals, scope))
        self._shares.setText(shares_text(goals, scope))
        same = " ".join(overlap.text for overlap in overlaps_of(goals, scope))
        if same:
            self._overlap.show_message(MessageLevel.TIP, same)
        else:
            self._overlap.clear()
        alone = [goal.number for goal in goals if hint_no_own_action(facts_of_all((goal,), scope))]
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

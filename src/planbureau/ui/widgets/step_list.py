"""The steps of a plan with the state of each; any step can be chosen at any time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.painting import (
    draw_icon,
    draw_line,
    fill_rounded,
    font_of,
    frame_rounded,
    has_focus,
    is_hovered,
    is_selected,
)

_ROW, _LINE = 56, 20
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
STEP_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Step:
    """One step. `needed` counts what adopting still asks for, `attention` what is not right.

    `danger` counts what may harm somebody: it is told first.
    `progress` runs from 0 to 1 and draws the ring; `optional` marks a step nobody has to open.
    """

    id: str
    title: str
    needed: int = 0
    attention: int = 0
    danger: int = 0
    progress: float = 0.0
    optional: bool = False

    @property
    def state(self) -> str:
        """The state in words, as it stands below the title."""
        if self.danger:
            return "let op: gevaar"
        if self.attention:
            return "1 aandachtspunt" if self.attention == 1 else f"{self.attention} aandachtspunten"
        if self.needed:
            return f"nog nodig: {self.needed}"
        if self.optional and self.progress <= 0:
            return "mag leeg blijven"
        return "compleet"

    @property
    def done(self) -> bool:
        return not self.needed and not self.attention and not (self.optional and self.progress <= 0)


class StepModel(QAbstractListModel):
    """The steps as rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.steps: tuple[Step, ...] = ()

    def replace(self, steps: tuple[Step, ...]) -> None:
        """Show other steps; the same steps in another state keep the selection."""
        if [step.id for step in steps] == [step.id for step in self.steps]:
            self.steps = steps
            if steps:
                self.dataChanged.emit(self.index(0), self.index(len(steps) - 1))
            return
        self.beginResetModel()
        self.steps = steps
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.steps)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        step = self.steps[index.row()]
        if role == STEP_ROLE:
            return step
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return step.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"stap {index.row() + 1} van {len(self.steps)}: {step.title}, {step.state}"
        return None


class StepDelegate(QStyledItemDelegate):
    """Draws ring, check or attention sign, the title on one line or two, and the state below it."""

    def __init__(self, context: ThemeContext, view: QListView) -> None:
        super().__init__(view)
        self._context = context
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        px = self._context.px
        more = px(_LINE) if self._is_long(option, index.data(STEP_ROLE)) else 0
        return QSize(px(180), px(_ROW) + more)

    def _is_long(self, option: QStyleOptionViewItem, step: Step) -> bool:
        """Whether the title needs two lines; measured as when it is chosen, so that no row jumps."""
        font = font_of(option, self._context, 15, bold=True)
        return QFontMetricsF(font).horizontalAdvance(step.title) > self._room(self._view.viewport().width())

    def _words_in(self, rect: QRectF, option: QStyleOptionViewItem, step: Step) -> tuple[QRectF, bool]:
        """Where title and state are drawn, and whether the title wraps.

        A title that needs two lines only in bold stands on one, close to its state, in the middle of the row.
        """
        if not self._is_long(option, step):
            return rect, False
        font = font_of(option, self._context, 15, bold=is_selected(option))
        if QFontMetricsF(font).horizontalAdvance(step.title) > self._room(rect.width() + 4):
            return rect, True
        spare = self._context.px(_LINE) / 2
        return rect.adjusted(0, spare, 0, -spare), False

    def _room(self, width: float) -> float:
        return width - 4 - self._context.px(48)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        context = self._context
        step: Step = index.data(STEP_ROLE)
        rect = QRectF(option.rect).adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = is_selected(option)
        if selected or is_hovered(option):
            fill_rounded(painter, rect, context.colour("primary_soft" if selected else "sunken"))
        if has_focus(option):
            frame_rounded(painter, rect, context.colour("focus"))
        self._draw_sign(painter, rect, step)
        painter.setFont(font_of(option, context, 15, bold=selected))
        rect, wraps = self._words_in(rect, option, step)
        left = rect.left() + context.px(42)
        width = rect.right() - left - context.px(6)
        below = context.px(_ROW - 2) / 2
        title = QRectF(left, rect.top() + context.px(4), width, rect.height() - below - context.px(3))
        if wraps:
            painter.setPen(context.colour("text"))
            painter.drawText(title, _WRAPPED, step.title)
        else:
            draw_line(painter, title, step.title, context.colour("text"))
        painter.setFont(font_of(option, context, 13))
        state = QRectF(left, rect.bottom() - below, width, below - context.px(5))
        draw_line(painter, state, step.state, self._state_colour(step))
        painter.restore()

    def _state_colour(self, step: Step) -> QColor:
        return self._context.colour("err" if step.danger else "warn" if step.attention else "muted")

    def _draw_sign(self, painter: QPainter, rect: QRectF, step: Step) -> None:
        context = self._context
        size = context.px(22)
        corner = QPointF(rect.left() + context.px(9), rect.center().y() - size / 2)
        if step.danger:
            draw_icon(painter, context, "triangle-alert", "err", corner, 22)
        elif step.attention:
            draw_icon(painter, context, "circle-alert", "warn", corner, 22)
        elif step.done:
            draw_icon(painter, context, "circle-check", "ok", corner, 22)
        else:
            ring = QRectF(corner.x(), corner.y(), size, size).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(context.colour("control"), 2))
            painter.drawEllipse(ring)
            if step.progress > 0:
                painter.setPen(QPen(context.colour("primary"), 3))
                painter.drawArc(ring, 90 * 16, -round(360 * 16 * min(step.progress, 1)))


class StepList(QListView):
    """Arrows and a click choose a step; `step_requested` carries its id."""

    step_requested = Signal(str)

    def __init__(self, context: ThemeContext, name: str = "Stappen", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._model = StepModel(self)
        self._quiet = False
        self.setModel(self._model)
        self.setItemDelegate(StepDelegate(context, self))
        self.setAccessibleName(name)
        self.setProperty("plain", True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._current_changed)
        context.theme_changed.connect(self.scheduleDelayedItemsLayout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def steps(self) -> tuple[Step, ...]:
        return self._model.steps

    def set_steps(self, steps: tuple[Step, ...]) -> None:
        current = self.current_id()
        self._model.replace(steps)
        if current:
            self.set_current(current)

    def current_id(self) -> str:
        index = self.currentIndex()
        return self._model.steps[index.row()].id if index.isValid() else ""

    def set_current(self, step_id: str) -> None:
        """Mark a step as the one that is open, without asking for it."""
        for row, step in enumerate(self._model.steps):
            if step.id == step_id:
                self._quiet = True
                self.setCurrentIndex(self._model.index(row))
                self._quiet = False

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        del previous
        if current.isValid() and not self._quiet:
            self.step_requested.emit(self._model.steps[current.row()].id)

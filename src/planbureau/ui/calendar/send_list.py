"""What can go to another calendar, each with a tick: thousands of lines without a widget for each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planbureau.rules.dutch import long_date, short_date
from planbureau.services.api.sending import Outgoing, Standing
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
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

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_ENTRY = 60
_Index = QModelIndex | QPersistentModelIndex
_LOOKS = {
    Standing.NEW: (Tone.INFO, "plus"),
    Standing.CHANGED: (Tone.WARN, "refresh-cw"),
    Standing.SAME: (Tone.IDLE, "check"),
    Standing.GONE: (Tone.ERR, "calendar-x"),
}


class SendModel(QAbstractListModel):
    """Lines with a tick each. `ticked_changed` comes after a tick."""

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Outgoing, ...] = ()
        self._by_hand: dict[str, bool] = {}

    def replace(self, rows: Iterable[Outgoing]) -> None:
        """Show these; what a person ticked or unticked stays so."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()
        self.ticked_changed.emit()

    def forget(self) -> None:
        """From here on only the proposal counts."""
        self._by_hand.clear()

    def is_ticked(self, row: Outgoing) -> bool:
        """Whether it goes along."""
        return self._by_hand.get(row.item, row.proposed)

    def ticked(self) -> tuple[str, ...]:
        """The items that go along."""
        return tuple(row.item for row in self.rows if self.is_ticked(row))

    def toggle(self, index: _Index) -> None:
        """Tick or untick one."""
        row = self.rows[index.row()]
        self._by_hand[row.item] = not self.is_ticked(row)
        self.dataChanged.emit(index, index)
        self.ticked_changed.emit()

    def tick_all(self, *, ticked: bool) -> None:
        """Tick or untick everything that shows."""
        self._by_hand.update((row.item, ticked) for row in self.rows)
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))
        self.ticked_changed.emit()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.is_ticked(row) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return row.summary
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            when = " ".join(part for part in (long_date(row.day), row.starts) if part)
            chosen = "gaat mee" if self.is_ticked(row) else "gaat niet mee"
            return f"{row.known_as}, {when}, {row.standing.value}, {chosen}. In het bestand: {row.summary}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class SendDelegate(QStyledItemDelegate):
    """The tick and the words that go out above; below them whose it is, for the user alone."""

    def __init__(self, context: ThemeContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option, index
        return QSize(self._context.px(200), self._context.px(_ENTRY))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        context, px = self._context, self._context.px
        row: Outgoing = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        if is_selected(option) or is_hovered(option):
            fill_rounded(painter, rect, context.colour("primary_soft" if is_selected(option) else "sunken"))
        if has_focus(option):
            frame_rounded(painter, rect, context.colour("focus"))
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        tick, colour = ("square-check", "primary") if ticked else ("square", "muted")
        draw_icon(painter, context, tick, colour, QPointF(rect.left() + px(8), rect.top() + px(8)), 20)
        inner = rect.adjusted(px(38), px(4), -px(8), -px(4))
        half = inner.height() / 2
        painter.setFont(font_of(option, context, 15, bold=True))
        upper = QRectF(inner.left(), inner.top(), inner.width(), half)
        when = " ".join(part for part in (short_date(row.day), row.starts) if part)
        draw_line(painter, upper, f"{when} · {row.summary}", context.colour("text"))
        lower = QRectF(inner.left(), inner.top() + half, inner.width(), half)
        taken = self._draw_badge(painter, option, lower, row)
        painter.setFont(font_of(option, context, 13))
        known = f"In Planbureau: {row.known_as}" + (" · afgeschermd plan" if row.guarded else "")
        draw_line(painter, lower.adjusted(0, 0, -taken - px(8), 0), known, context.colour("muted"))
        painter.restore()

    def _draw_badge(
        self, painter: QPainter, option: QStyleOptionViewItem, lower: QRectF, row: Outgoing
    ) -> float:
        context, px = self._context, self._context.px
        tone, icon = _LOOKS[row.standing]
        painter.setFont(font_of(option, context, 13, bold=True))
        width = QFontMetricsF(painter.font()).horizontalAdvance(row.standing.value) + px(36)
        badge = QRectF(lower.right() - width, lower.center().y() - px(11), width, px(22))
        colours = context.tone(tone)
        fill_tone(painter, badge, colours, 6)
        corner = QPointF(badge.left() + px(8), badge.center().y() - px(7))
        draw_icon(painter, context, icon, tone.value, corner, 14)
        draw_line(painter, badge.adjusted(px(27), 0, 0, 0), row.standing.value, colours.ink)
        return width


class SendList(QListView):
    """Space and Enter tick, Ctrl+A ticks everything. `current_shown` carries the line that is looked at."""

    current_shown = Signal(object)

    def __init__(self, context: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = SendModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(SendDelegate(context, self))
        self.setAccessibleName("Wat gaat er mee")
        self.setProperty("plain", True)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self.lines.toggle)
        self.selectionModel().currentChanged.connect(lambda now, _: self._shown(now))
        context.theme_changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Iterable[Outgoing]) -> None:
        """Show these, and keep the place as well as it can."""
        at = max(0, self.currentIndex().row())
        self.lines.replace(rows)
        if self.lines.rows:
            self.setCurrentIndex(self.lines.index(min(at, len(self.lines.rows) - 1)))
        self._shown(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ticks = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if ticks and self.currentIndex().isValid():
            self.lines.toggle(self.currentIndex())
        elif event.key() == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.lines.tick_all(ticked=True)
        else:
            super().keyPressEvent(event)

    def _shown(self, index: QModelIndex) -> None:
        self.current_shown.emit(index.data(ROW_ROLE) if index.isValid() else None)

"""What can go to another calendar, each with a tick: thousands of lines without a widget for each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from planbureau.rules.dutch import long_date, short_date
from planbureau.services.api.sending import Outgoing, Standing
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.painting import draw_icon
from planbureau.ui.widgets.row_model import ROW_ROLE, Index, RowModel
from planbureau.ui.widgets.row_view import RowDelegate, RowView

_ENTRY = 60
_LOOKS = {
    Standing.NEW: (Tone.INFO, "plus"),
    Standing.CHANGED: (Tone.WARN, "refresh-cw"),
    Standing.SAME: (Tone.IDLE, "check"),
    Standing.GONE: (Tone.ERR, "calendar-x"),
}


class SendModel(RowModel[Outgoing]):
    """Lines with a tick each. `ticked_changed` comes after a tick."""

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by_hand: dict[str, bool] = {}

    def replace(self, rows: Iterable[Outgoing]) -> None:
        """Show these; what a person ticked or unticked stays so."""
        self.set_rows(rows)
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

    def toggle(self, index: Index) -> None:
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

    def _told(self, row: Outgoing, role: int) -> object:
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.is_ticked(row) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return row.summary
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            when = " ".join(part for part in (long_date(row.day), row.starts) if part)
            chosen = "gaat mee" if self.is_ticked(row) else "gaat niet mee"
            return f"{row.known_as}, {when}, {row.standing.value}, {chosen}. In het bestand: {row.summary}"
        return None


class SendDelegate(RowDelegate):
    """The tick and the words that go out above; below them whose it is, for the user alone."""

    def __init__(self, context: ThemeContext, lines: SendModel, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._lines = lines

    def _height(self, row: object) -> int:  # noqa: ARG002
        return _ENTRY

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        if not isinstance(row, Outgoing):
            return
        context, px = self._context, self._context.px
        rect = self._ground(painter, option)
        tick, colour = ("square-check", "primary") if self._lines.is_ticked(row) else ("square", "muted")
        draw_icon(painter, context, tick, colour, QPointF(rect.left() + px(8), rect.top() + px(8)), 20)
        inner = rect.adjusted(px(38), px(4), -px(8), -px(4))
        when = " ".join(part for part in (short_date(row.day), row.starts) if part)
        lower = self._draw_title(painter, option, inner, f"{when} · {row.summary}", bold=True)
        taken = self._draw_badge(painter, option, lower, row.standing.value, *_LOOKS[row.standing])
        known = f"In Planbureau: {row.known_as}" + (" · afgeschermd plan" if row.guarded else "")
        self._draw_detail(painter, option, lower.adjusted(0, 0, -taken - px(8), 0), known)


class SendList(RowView):
    """Space and Enter tick, Ctrl+A ticks everything. `current_shown` carries the line that is looked at."""

    current_shown = Signal(object)

    def __init__(self, context: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "Wat gaat er mee", parent)
        self.lines = SendModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(SendDelegate(context, self.lines, self))
        self.setUniformItemSizes(True)
        self.selectionModel().currentChanged.connect(lambda now, _: self._shown(now))

    def show_rows(self, rows: Iterable[Outgoing]) -> None:
        """Show these, and keep the place as well as it can."""
        at = max(0, self.currentIndex().row())
        self.lines.replace(rows)
        if self.lines.rows:
            self.setCurrentIndex(self.lines.index(min(at, len(self.lines.rows) - 1)))
        self._shown(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.lines.tick_all(ticked=True)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.lines.toggle(index)

    def _shown(self, index: QModelIndex) -> None:
        self.current_shown.emit(index.data(ROW_ROLE) if index.isValid() else None)

"""The list of dates beside the month; at narrow widths the only way to see them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planbureau.clock import Clock
from planbureau.rules.dutch import short_date
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.agenda_model import (
    ROW_ROLE,
    AgendaEntry,
    AgendaHeading,
    AgendaModel,
    AgendaSection,
    grouped,
)
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
from planbureau.ui.widgets.status_badge import TONE_ICON

_ENTRY, _HEADING = 62, 34
_FOLDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right)
_Index = QModelIndex | QPersistentModelIndex


class AgendaDelegate(QStyledItemDelegate):
    """Title above, day and how far away it is below; the badge carries icon, words and colour."""

    def __init__(self, context: ThemeContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option
        heading = isinstance(index.data(ROW_ROLE), AgendaHeading)
        return QSize(self._context.px(200), self._context.px(_HEADING if heading else _ENTRY))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, AgendaHeading):
            self._draw_heading(painter, option, row)
        elif isinstance(row, AgendaEntry):
            self._draw_entry(painter, option, row)
        painter.restore()

    def _draw_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: AgendaHeading) -> None:
        context, px = self._context, self._context.px
        whole = QRectF(option.rect).adjusted(2, 2, -2, -2)
        if is_selected(option):
            fill_rounded(painter, whole, context.colour("primary_soft"))
        if has_focus(option):
            frame_rounded(painter, whole, context.colour("focus"))
        rect = QRectF(option.rect).adjusted(px(8), px(6), 0, 0)
        if row.folds:
            icon = "chevron-right" if row.folded else "chevron-down"
            draw_icon(painter, context, icon, "muted", QPointF(rect.left(), rect.center().y() - px(8)), 16)
            rect.adjust(px(22), 0, 0, 0)
        painter.setFont(font_of(option, context, 14, bold=True))
        draw_line(painter, rect, row.words, context.colour("primary" if row.today else "muted"))

    def _draw_entry(self, painter: QPainter, option: QStyleOptionViewItem, entry: AgendaEntry) -> None:
        context = self._context
        px = context.px
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        if is_selected(option) or is_hovered(option):
            ground = "primary_soft" if is_selected(option) else "sunken"
            fill_rounded(painter, rect, context.colour(ground))
        if has_focus(option):
            frame_rounded(painter, rect, context.colour("focus"))
        inner = rect.adjusted(px(8), px(4), -px(8), -px(4))
        half = inner.height() / 2
        painter.setFont(font_of(option, context, 15, bold=True))
        draw_line(
            painter,
            QRectF(inner.left(), inner.top(), inner.width(), half),
            entry.title,
            context.colour("text"),
        )
        lower = QRectF(inner.left(), inner.top() + half, inner.width(), half)
        taken = self._draw_badge(painter, option, lower, entry)
        painter.setFont(font_of(option, context, 13))
        words = " · ".join(part for part in (short_date(entry.day), entry.detail) if part)
        draw_line(painter, lower.adjusted(0, 0, -taken - px(8), 0), words, context.colour("muted"))

    def _draw_badge(
        self, painter: QPainter, option: QStyleOptionViewItem, lower: QRectF, entry: AgendaEntry
    ) -> float:
        if not entry.when:
            return 0
        context = self._context
        px = context.px
        painter.setFont(font_of(option, context, 13, bold=True))
        width = QFontMetricsF(painter.font()).horizontalAdvance(entry.when) + px(36)
        badge = QRectF(lower.right() - width, lower.center().y() - px(11), width, px(22))
        colours = context.tone(entry.tone)
        fill_tone(painter, badge, colours, 6)
        icon = entry.icon or TONE_ICON[entry.tone]
        corner = QPointF(badge.left() + px(8), badge.center().y() - px(14) / 2)
        draw_icon(painter, context, icon, entry.tone.value, corner, 14)
        draw_line(painter, badge.adjusted(px(27), 0, 0, 0), entry.when, colours.ink)
        return width


class AgendaList(QListView):
    """`entry_opened` carries the id of an entry (Enter, or a click); `today_requested` comes with T.

    With `grows` the list is as high as its content, for use inside a page that scrolls itself. With `folds`
    the groups open and close: Enter or Space, Left and Right, or a click on the heading.
    """

    entry_opened = Signal(str)
    today_requested = Signal()

    def __init__(
        self,
        context: ThemeContext,
        clock: Clock,
        name: str = "Eerstvolgend",
        *,
        grows: bool = False,
        folds: bool = False,
        chosen: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._grows = grows
        self._model = AgendaModel(self, chosen=chosen, folds=folds)
        self.setModel(self._model)
        self.setItemDelegate(AgendaDelegate(context, self))
        self.setAccessibleName(name)
        self.setProperty("plain", True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        context.theme_changed.connect(self._relayout)

    def set_entries(self, entries: Iterable[AgendaEntry]) -> None:
        """Show these entries in their groups, by the day of the clock."""
        self.set_sections(grouped(entries, self._clock.today()))

    def set_sections(self, sections: Iterable[AgendaSection]) -> None:
        """Show these sections; the line that was the current one stays so."""
        current = self.currentIndex().data(ROW_ROLE)
        self._model.show(sections)
        self._relayout()
        if isinstance(current, AgendaEntry):
            self.set_current(current.id)
        elif isinstance(current, AgendaHeading):
            self._choose_heading(current.key)

    def set_current(self, entry_id: str) -> None:
        """Make an entry the current one, without opening it."""
        for position, row in enumerate(self._model.rows):
            if isinstance(row, AgendaEntry) and row.id == entry_id:
                self.setCurrentIndex(self._model.index(position))

    def row(self) -> AgendaEntry | AgendaHeading | None:
        """The line that is the current one."""
        found = self.currentIndex().data(ROW_ROLE)
        return found if isinstance(found, AgendaEntry | AgendaHeading) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.row()
        if isinstance(row, AgendaHeading) and row.folds and key in _FOLDING:
            self._fold(row, {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}.get(Qt.Key(key), not row.folded))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_T and not event.modifiers():
            self.today_requested.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, AgendaEntry):
            self.entry_opened.emit(row.id)
        elif isinstance(row, AgendaHeading) and row.folds:
            self._fold(row, not row.folded)

    def _fold(self, row: AgendaHeading, folded: bool) -> None:
        if self._model.fold(row.key, folded=folded):
            self._relayout()
            self._choose_heading(row.key)

    def _choose_heading(self, key: str) -> None:
        at = self._model.position(key)
        if at >= 0:
            self.setCurrentIndex(self._model.index(at))

    def _relayout(self) -> None:
        self.scheduleDelayedItemsLayout()
        if self._grows:
            px = self._context.px
            heights = (_HEADING if isinstance(row, AgendaHeading) else _ENTRY for row in self._model.rows)
            self.setFixedHeight(sum(px(height) for height in heights) + 6)

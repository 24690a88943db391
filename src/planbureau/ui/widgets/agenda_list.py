"""The list of dates beside the month; at narrow widths the only way to see them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from planbureau.clock import Clock
from planbureau.rules.dutch import short_date
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.agenda_model import (
    AgendaEntry,
    AgendaHeading,
    AgendaModel,
    AgendaSection,
    grouped,
)
from planbureau.ui.widgets.painting import draw_icon, draw_line, font_of
from planbureau.ui.widgets.row_model import ROW_ROLE
from planbureau.ui.widgets.row_view import RowDelegate, RowView
from planbureau.ui.widgets.status_badge import TONE_ICON

_ENTRY, _HEADING = 62, 34
_FOLDING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right)


class AgendaDelegate(RowDelegate):
    """Title above, day and how far away it is below; the badge carries icon, words and colour."""

    def _height(self, row: object) -> int:
        return _HEADING if isinstance(row, AgendaHeading) else _ENTRY

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        if isinstance(row, AgendaHeading):
            self._draw_section(painter, option, row)
        elif isinstance(row, AgendaEntry):
            self._draw_entry(painter, option, row)

    def _draw_section(self, painter: QPainter, option: QStyleOptionViewItem, row: AgendaHeading) -> None:
        context, px = self._context, self._context.px
        self._ground(painter, option, hovers=False)
        rect = QRectF(option.rect).adjusted(px(8), px(6), 0, 0)
        if row.folds:
            icon = "chevron-right" if row.folded else "chevron-down"
            draw_icon(painter, context, icon, "muted", QPointF(rect.left(), rect.center().y() - px(8)), 16)
            rect.adjust(px(22), 0, 0, 0)
        painter.setFont(font_of(option, context, 14, bold=True))
        draw_line(painter, rect, row.words, context.colour("primary" if row.today else "muted"))

    def _draw_entry(self, painter: QPainter, option: QStyleOptionViewItem, entry: AgendaEntry) -> None:
        px = self._context.px
        inner = self._ground(painter, option).adjusted(px(8), px(4), -px(8), -px(4))
        lower = self._draw_title(painter, option, inner, entry.title, bold=True)
        taken = 0.0
        if entry.when:
            icon = entry.icon or TONE_ICON[entry.tone]
            taken = self._draw_badge(painter, option, lower, entry.when, entry.tone, icon)
        words = " · ".join(part for part in (short_date(entry.day), entry.detail) if part)
        self._draw_detail(painter, option, lower.adjusted(0, 0, -taken - px(8), 0), words)


class AgendaList(RowView):
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
        super().__init__(context, name, parent)
        self._clock = clock
        self._grows = grows
        self._model = AgendaModel(self, chosen=chosen, folds=folds)
        self.setModel(self._model)
        self.setItemDelegate(AgendaDelegate(context, self))
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

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
        super()._relayout()
        if self._grows:
            px = self._context.px
            heights = (_HEADING if isinstance(row, AgendaHeading) else _ENTRY for row in self._model.rows)
            self.setFixedHeight(sum(px(height) for height in heights) + 6)

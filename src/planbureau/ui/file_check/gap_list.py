"""The list of gaps: thousands of lines without a widget for each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from planbureau.rules.dutch import plain_date
from planbureau.ui.file_check.gap_model import ANSWERED_WORD, GapHeading, GapModel, title_of
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.row_model import ROW_ROLE
from planbureau.ui.widgets.row_view import RowDelegate, RowView
from planbureau.views import GapRow

_ENTRY, _HEADING = 60, 36


class GapDelegate(RowDelegate):
    """What it is about above; below it what is missing, and since when."""

    def _height(self, row: object) -> int:
        return _HEADING if isinstance(row, GapHeading) else _ENTRY

    def _draw(self, painter: QPainter, option: QStyleOptionViewItem, row: object) -> None:
        if isinstance(row, GapHeading):
            self._draw_heading(painter, option, row.words)
        elif isinstance(row, GapRow):
            self._draw_entry(painter, option, row)

    def _draw_entry(self, painter: QPainter, option: QStyleOptionViewItem, row: GapRow) -> None:
        px = self._context.px
        inner = self._ground(painter, option).adjusted(px(16), px(4), -px(8), -px(4))
        lower = self._draw_title(painter, option, inner, title_of(row), bold=False)
        word, tone, icon = (
            (ANSWERED_WORD, Tone.OK, "circle-check")
            if row.answer
            else (row.gap.kind.word, Tone.WARN, "circle-alert")
        )
        taken = self._draw_badge(painter, option, lower, word, tone, icon, at_right=False)
        since = row.answer or (f"sinds {plain_date(row.gap.since)}" if row.gap.since else "")
        words = " · ".join(part for part in (since, row.plan_title if row.goal_id else "") if part)
        self._draw_detail(painter, option, lower.adjusted(taken + px(10), 0, 0, 0), words)


class GapList(RowView):
    """`gap_opened` (Enter or a click) carries the GapRow."""

    gap_opened = Signal(object)

    def __init__(self, context: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "Wat ontbreekt", parent)
        self._model = GapModel(self)
        self.setModel(self._model)
        self.setItemDelegate(GapDelegate(context, self))

    def show_gaps(self, gaps: Iterable[GapRow]) -> None:
        """Shows these, and keeps the place as well as it can."""
        at = self.currentIndex().row()
        self._model.replace(gaps)
        last = len(self._model.rows) - 1
        if last > 0:
            self.setCurrentIndex(self._model.index(min(max(at, 1), last)))

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, GapRow):
            self.gap_opened.emit(row)

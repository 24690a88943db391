"""The goal matrix as a table: arrows move, Enter opens, and no key changes anything."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QTableView, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.matrix_delegate import MatrixDelegate
from planbureau.ui.widgets.matrix_model import MatrixContent, MatrixModel, MatrixPlace

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEFT_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_CENTRE_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_NARROW_BELOW = 700
_COLUMN = 134
"""The least width of a column: the longest word of a status fits in it, in small letters."""
_HEAD_PADDING = 22


class MatrixGrid(QTableView):
    """`cell_opened` and `place_changed` carry a MatrixPlace. One Tab stop for the whole table."""

    cell_opened = Signal(object)
    place_changed = Signal(object)

    def __init__(
        self, context: ThemeContext, name: str = "Doelenmatrix", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._matrix = MatrixModel(self)
        self.setModel(self._matrix)
        self._delegate = MatrixDelegate(context, self)
        self._measured: tuple[MatrixContent, int, int, int] | None = None
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag(int(_CENTRE_WRAPPED)))
        across.setTextElideMode(Qt.TextElideMode.ElideNone)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setHighlightSections(False)
        down.setDefaultAlignment(Qt.AlignmentFlag(int(_LEFT_WRAPPED)))
        down.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._current_changed)
        context.theme_changed.connect(self._resize_parts)
        self._resize_parts()

    def content(self) -> MatrixContent:
        return self._matrix.content

    def set_content(self, content: MatrixContent) -> None:
        """Show a content; the current cell stays when it still exists."""
        place = self.current_place()
        self._matrix.replace(content)
        self._resize_parts()
        if place is not None:
            self.set_current(place)
        elif content.rows and content.columns:
            self.setCurrentIndex(self._matrix.index(0, 0))

    def current_place(self) -> MatrixPlace | None:
        index = self.currentIndex()
        return self._matrix.place(index) if index.isValid() else None

    def set_current(self, place: MatrixPlace) -> None:
        rows = [head.id for head in self._matrix.content.rows]
        columns = [head.id for head in self._matrix.content.columns]
        if place.row_id in rows and place.column_id in columns:
            self.setCurrentIndex(self._matrix.index(rows.index(place.row_id), columns.index(place.column_id)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._resize_parts()

    def _open(self, index: QModelIndex) -> None:
        self.cell_opened.emit(self._matrix.place(index))

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        del previous
        if current.isValid():
            self.place_changed.emit(self._matrix.place(current))

    def _resize_parts(self) -> None:
        """Make rows high enough for their fullest cell, and heads for their words."""
        px = self._context.px
        content = self._matrix.content
        columns = max(1, len(content.columns))
        small = self.width() < px(_NARROW_BELOW)
        least = px(_COLUMN)
        fits = self.width() - px(215) >= columns * least
        side = px(215 if fits and not small else 140)
        self.horizontalHeader().setMinimumSectionSize(least)
        self.verticalHeader().setFixedWidth(side)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        width = max(least, (self.width() - side - bar) // columns)  # with the bar, that comes when rows grow
        font = self._delegate.chip_font(self.font())
        usual = self._delegate.row_height((), font, width)
        self.verticalHeader().setDefaultSectionSize(usual)
        if self._measured != (content, width, side, usual):
            self._measured = (content, width, side, usual)
            fullest: dict[str, int] = {}
            for place, cell in content.cells.items():
                high = self._delegate.row_height(cell.lines, font, width)
                fullest[place.row_id] = max(fullest.get(place.row_id, usual), high)
            for position, head in enumerate(content.rows):
                cells = fullest.get(head.id, usual)
                self.setRowHeight(position, max(cells, self._words_height(head.counted, side)))
        heights = (self._words_height(head.counted, width) for head in content.columns)
        self.horizontalHeader().setFixedHeight(max(heights, default=px(40)))

    def _words_height(self, words: str, width: int) -> int:
        font = QFont(self.font())
        font.setPixelSize(self._context.px(15))
        font.setWeight(QFont.Weight.DemiBold)
        room = QRect(0, 0, max(1, width - _HEAD_PADDING), 10_000)
        return QFontMetrics(font).boundingRect(room, int(_LEFT_WRAPPED), words).height() + _HEAD_PADDING

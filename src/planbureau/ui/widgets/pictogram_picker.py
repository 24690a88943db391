"""Finding a pictogram: a search box with the pictures that answer it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.dialog_size import fit_on_screen
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.painting import (
    fill_rounded,
    font_of,
    frame_rounded,
    has_focus,
    is_hovered,
    is_selected,
)
from planbureau.ui.widgets.pictograms import PictogramPixmaps, SvgProvider
from planbureau.ui.widgets.search_field import SearchField

PictogramSearch = Callable[[str], Sequence[tuple[str, str]]]
"""Gives (id, Dutch name) of the pictograms that answer a query, best first; everything for ""."""

ID_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_TILE, _PICTURE = 116, 72
_Index = QModelIndex | QPersistentModelIndex


class PictogramModel(QAbstractListModel):
    """The answers of one search."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: tuple[tuple[str, str], ...] = ()

    def replace(self, found: Sequence[tuple[str, str]]) -> None:
        self.beginResetModel()
        self.found = tuple(found)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.found)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        pictogram_id, name = self.found[index.row()]
        if role == ID_ROLE:
            return pictogram_id
        named = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return name if role in named else None


class PictogramDelegate(QStyledItemDelegate):
    """A white tile with the picture and its name; only tiles in sight are drawn."""

    def __init__(self, context: ThemeContext, pixmaps: PictogramPixmaps, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._pixmaps = pixmaps

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option, index
        return QSize(self._context.px(_TILE), self._context.px(_TILE + 26))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        context = self._context
        px = context.px
        rect = QRectF(option.rect).adjusted(4, 4, -4, -4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_selected(option) or is_hovered(option):
            fill_rounded(
                painter, rect, context.colour("primary_soft" if is_selected(option) else "sunken"), 8
            )
        side = px(_PICTURE)
        picture = QRectF(rect.center().x() - side / 2, rect.top() + px(6), side, side)
        fill_rounded(painter, picture.adjusted(-3, -3, 3, 3), QColor("#FFFFFF"), 6)
        pixmap = self._pixmaps.pixmap(index.data(ID_ROLE), side, painter.device().devicePixelRatio())
        painter.drawPixmap(QPointF(picture.left(), picture.top()), pixmap)
        painter.setFont(font_of(option, context, 13))
        painter.setPen(context.colour("text"))
        words = QRectF(
            rect.left() + 2, picture.bottom() + 4, rect.width() - 4, rect.bottom() - picture.bottom() - 4
        )
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(
            words, int(centred) | int(Qt.TextFlag.TextWordWrap), _short(painter, index.data(), words.width())
        )
        if has_focus(option):
            frame_rounded(painter, rect, context.colour("focus"), 8)
        painter.restore()


def _short(painter: QPainter, name: str, width: float) -> str:
    """A name that fits on about three lines."""
    return painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, round(width * 2.5))


class _Tiles(QListView):
    """Enter chooses the current tile."""

    chosen = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class PictogramPicker(QWidget):
    """`pictogram_chosen` carries the id: Enter in the list, a click, or Enter in the box for the best one."""

    pictogram_chosen = Signal(str)

    def __init__(
        self,
        context: ThemeContext,
        search: PictogramSearch,
        provider: SvgProvider,
        *,
        query: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._search = search
        self._model = PictogramModel(self)
        self.field = SearchField(context, "Zoek een pictogram")
        self.tiles = _Tiles()
        self.tiles.setAccessibleName("Gevonden pictogrammen")
        self.tiles.setViewMode(QListView.ViewMode.IconMode)
        self.tiles.setResizeMode(QListView.ResizeMode.Adjust)
        self.tiles.setMovement(QListView.Movement.Static)
        self.tiles.setUniformItemSizes(True)
        self.tiles.setMouseTracking(True)
        self.tiles.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.tiles.setModel(self._model)
        self.tiles.setItemDelegate(PictogramDelegate(context, PictogramPixmaps(provider), self.tiles))
        self._count = TextLabel("", TextRole.SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(8))
        column.addWidget(self.field)
        column.addWidget(self._count)
        column.addWidget(self.tiles, 1)
        self.field.query_changed.connect(self._show)
        self.field.results_requested.connect(self._enter_tiles)
        self.field.returnPressed.connect(self._choose_best)
        self.tiles.clicked.connect(self._choose)
        self.tiles.chosen.connect(self._choose)
        self._show(query)
        self.field.setText(query)

    def focus_target(self) -> QWidget:
        """What gets the focus when the field does."""
        return self.field

    def found(self) -> tuple[tuple[str, str], ...]:
        return self._model.found

    def _show(self, query: str) -> None:
        found = self._search(query)
        self._model.replace(found)
        words = {0: f"Geen pictogram gevonden voor '{query}'. Probeer een ander woord.", 1: "1 pictogram"}
        self._count.setText(words.get(len(found), f"{len(found)} pictogrammen"))

    def _enter_tiles(self) -> None:
        if self._model.found:
            self.tiles.setCurrentIndex(self._model.index(0))
            self.tiles.setFocus()

    def _choose_best(self) -> None:
        if self._model.found:
            self.pictogram_chosen.emit(self._model.found[0][0])

    def _choose(self, index: QModelIndex) -> None:
        self.pictogram_chosen.emit(index.data(ID_ROLE))


class PictogramDialog(QDialog):
    """The picker in a window of its own; after Accepted `chosen` is the id."""

    def __init__(
        self,
        context: ThemeContext,
        search: PictogramSearch,
        provider: SvgProvider,
        *,
        query: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.chosen = ""
        self.setWindowTitle("Pictogram kiezen")
        fit_on_screen(self, context, 640, 520)
        self.picker = PictogramPicker(context, search, provider, query=query)
        column = QVBoxLayout(self)
        column.setContentsMargins(context.px(16), context.px(16), context.px(16), context.px(16))
        column.addWidget(self.picker)
        self.picker.pictogram_chosen.connect(self._accept)
        self.picker.field.setFocus()

    def _accept(self, pictogram_id: str) -> None:
        self.chosen = pictogram_id
        self.accept()

"""The list of clients: search that answers while typing, 2,000 rows without a widget for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from planbureau.ui.people.client_model import ClientLine, ClientModel, line_of_found, line_of_home
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, IconButton
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.empty_state import EmptyState
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
from planbureau.ui.widgets.row_model import ROW_ROLE, Index
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.search_field import SearchField
from planbureau.views import HouseholdLine, SearchHit

CLIENTS, HOMES = "clienten", "gezinnen"
_KINDS = ((CLIENTS, "Cliënten"), (HOMES, "Gezinnen"))
_HEIGHT = 60


class ClientDelegate(QStyledItemDelegate):
    """The name above; below it an icon and the words that matter now."""

    def __init__(self, context: ThemeContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(self._context.px(160), self._context.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(ROW_ROLE)
        if not isinstance(line, ClientLine):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        context, px = self._context, self._context.px
        inner = QRectF(option.rect).adjusted(px(16), px(7), -px(10), -px(7))
        half = inner.height() / 2
        painter.setFont(font_of(option, context, 15, bold=True))
        upper = QRectF(inner.left(), inner.top(), inner.width(), half)
        draw_line(painter, upper, line.name, context.colour("text"))
        lower = upper.translated(0, half)
        corner = QPointF(lower.left(), lower.center().y() - px(14) / 2)
        draw_icon(painter, context, line.icon, line.tone.value, corner, 14)
        painter.setFont(font_of(option, context, 13))
        loud = line.tone.value in ("err", "warn")
        ink = context.colour(line.tone.value if loud else "muted")
        draw_line(painter, lower.adjusted(px(20), 0, 0, 0), line.words, ink)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        context, px = self._context, self._context.px
        rect = QRectF(option.rect).adjusted(2, 2, -2, -2)
        if is_selected(option) or is_hovered(option):
            ground = "primary_soft" if is_selected(option) else "sunken"
            fill_rounded(painter, rect, context.colour(ground))
        if is_selected(option):
            bar = QRectF(rect.left() + 1, rect.top() + px(8), px(4), rect.height() - px(16))
            fill_rounded(painter, bar, context.colour("primary"), 2)
        if has_focus(option):
            frame_rounded(painter, rect, context.colour("focus"))


class _Rows(QListView):
    """Enter opens the current row; a click does too."""

    opened = Signal(object)  # a ClientLine

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def open(self, index: Index) -> None:
        line = index.data(ROW_ROLE)
        if isinstance(line, ClientLine):
            self.opened.emit(line)


class ClientList(QWidget):
    """`find` gives what was found for typed words, `homes` all households; signals carry an id."""

    client_opened = Signal(str)
    household_opened = Signal(str)
    found_opened = Signal(object)  # the place of a note or appointment
    new_requested = Signal()
    import_requested = Signal()

    def __init__(
        self,
        context: ThemeContext,
        find: Callable[[str], Iterable[SearchHit]],
        homes: Callable[[], Iterable[HouseholdLine]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._find = find
        self._homes = homes
        self._lines: dict[str, ClientLine] = {}
        self._current = ""
        self.search = SearchField(context, "Zoek cliënt of gezin")
        self.model = ClientModel(self)
        self.view = self._make_view()
        self.kinds = ChipRow(context, "Wat zie je in de lijst", exclusive=True)
        self.kinds.set_chips(_KINDS)
        self.kinds.set_checked({CLIENTS})
        self.new_button = Button(context, "Nieuwe cliënt", icon="user-plus")
        self.import_button = IconButton(context, "download", "Cliënt of plan importeren uit een bestand")
        self._nothing = EmptyState(
            context,
            "Niets gevonden",
            "Zoek op naam, code, plaats, iemand uit het netwerk, of een woord uit een plan, rapportage of "
            "afspraak.",
            icon="search",
        )
        self._empty = EmptyState(
            context, "Nog geen cliënten", "Voeg de eerste toe. Een naam is genoeg.", icon="users"
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        for words in (self._nothing, self._empty):
            page = ScrollPage(context)
            page.add(words)
            self._stack.addWidget(page)
        self._stack.setMinimumHeight(context.px(80))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(10))
        column.addWidget(self.search)
        column.addWidget(self.kinds)
        column.addWidget(self._stack, 1)
        # Beside each other: on a small screen with large text there is no room for a row more.
        made = QHBoxLayout()
        made.setSpacing(context.px(8))
        made.addWidget(self.new_button, 1)
        made.addWidget(self.import_button)
        column.addLayout(made)
        self.new_button.setSizePolicy(self.search.sizePolicy())
        self.new_button.clicked.connect(self.new_requested)
        self.import_button.clicked.connect(self.import_requested)
        self.search.query_changed.connect(self._show)
        self.kinds.chip_toggled.connect(lambda _: self._show())
        self.search.results_requested.connect(self._to_results)
        self.search.returnPressed.connect(self._open_first)

    def set_lines(self, lines: Iterable[ClientLine]) -> None:
        """Show these clients, as far as they fit what is typed."""
        self._lines = {line.id: line for line in lines}
        self._show()

    def set_current(self, client_id: str) -> None:
        """Mark a client without opening it; an empty id marks none."""
        self._current = client_id
        index = self.model.index_of(client_id)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        else:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())

    def forget(self) -> None:
        """Take every name out of the list."""
        self._lines = {}
        self.kinds.set_checked({CLIENTS})
        self.search.clear()
        self._show()

    def _make_view(self) -> _Rows:
        view = _Rows()
        view.setModel(self.model)
        view.setItemDelegate(ClientDelegate(self._context, view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName("Cliënten")
        view.clicked.connect(view.open)
        view.opened.connect(self._open)
        self._context.theme_changed.connect(view.scheduleDelayedItemsLayout)
        return view

    def _show(self) -> None:
        query = self.search.query()
        self.model.replace(self._found(query) if query else self._all())
        self._stack.setCurrentIndex(self._page())
        self.set_current(self._current)

    def _all(self) -> Iterable[ClientLine]:
        if not self._only_homes():
            return self._lines.values()
        return (line_of_home(home.id, home.name, ", ".join(home.members)) for home in self._homes())

    def _found(self, query: str) -> Iterator[ClientLine]:
        for hit in self._find(query):
            if hit.kind == "household":
                yield line_of_home(hit.record_id, hit.title, hit.detail)
            elif hit.kind in ("note", "appointment", "plan"):
                if not (self._only_homes() and hit.client_id):
                    yield line_of_found(hit)
            elif hit.record_id in self._lines and not self._only_homes():
                yield self._lines[hit.record_id]

    def _only_homes(self) -> bool:
        return HOMES in self.kinds.checked()

    def _open(self, line: ClientLine) -> None:
        if line.opens is not None:
            self.found_opened.emit(line.opens)
            return
        (self.household_opened if line.is_home else self.client_opened).emit(line.id)

    def _page(self) -> int:
        """Of the stack: the rows, nobody found, or nobody at all."""
        if self.model.rows:
            return 0
        return 1 if self._lines or self._only_homes() else 2

    def _to_results(self) -> None:
        if self.model.rows:
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0))
            self.view.setFocus()

    def _open_first(self) -> None:
        if self.search.query() and self.model.rows:
            self._open(self.model.rows[0])

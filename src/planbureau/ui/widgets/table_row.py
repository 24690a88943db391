"""One row of an editable table: editors beside each other, or below each other as a card."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.formats.model import Column
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.properties import set_style_property
from planbureau.ui.widgets.buttons import IconButton
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.table_cells import CellTools, TableCell, make_cell

_ANY_WIDTH = 16_777_215


class TableRow(QFrame):
    """Ctrl+Shift with Up, Down or Delete moves the row or takes it away, as the menu at its end does."""

    value_changed = Signal()
    move_requested = Signal(int)
    remove_requested = Signal()

    def __init__(
        self, context: ThemeContext, row_id: str, columns: Sequence[Column], tools: CellTools, word: str
    ) -> None:
        super().__init__()
        self.row_id = row_id
        self._context = context
        self._columns = tuple(columns)
        self._word = word
        self._cells: dict[str, TableCell] = {}
        self._labels: list[FieldLabel] = []
        self._helps: list[TextLabel] = []
        self._boxes: list[QWidget] = []
        self._keys: list[QShortcut] = []
        self._given: dict[str, JsonValue] = {}
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(context.px(4))
        self._why = TextLabel("", TextRole.SMALL)
        self._why.hide()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        whole.addWidget(self._why)
        whole.addLayout(self._line)
        for column in self._columns:
            cell = make_cell(context, column, tools)
            cell.value_changed.connect(self.value_changed)
            label = FieldLabel(column.label, cell)
            box = QWidget()
            inside = QVBoxLayout(box)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(4)
            inside.addWidget(cell)
            inside.insertWidget(0, label)
            if column.help:
                inside.insertWidget(1, self._help(column, cell))
            inside.addStretch()
            self._cells[column.id] = cell
            self._labels.append(label)
            self._boxes.append(box)
            self._line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        self._more = IconButton(context, "ellipsis-vertical", f"{word.capitalize()}: verplaatsen of weghalen")
        self._more.clicked.connect(self._open_menu)
        self._shortcut("Ctrl+Shift+Up", lambda: self.move_requested.emit(-1))
        self._shortcut("Ctrl+Shift+Down", lambda: self.move_requested.emit(1))
        self._shortcut("Ctrl+Shift+Del", self.remove_requested.emit)
        self._line.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)

    def _help(self, column: Column, cell: TableCell) -> TextLabel:
        """The help of a column: under its name in a card, and always for who hears or points at it."""
        cell.focus_target().setAccessibleDescription(column.help)
        cell.setToolTip(column.help)
        words = TextLabel(column.help, TextRole.HELP)
        self._helps.append(words)
        return words

    def value(self) -> dict[str, JsonValue]:
        """What is filled in, by column id; empty columns are left out."""
        if self._why.text():
            return {column_id: value for column_id, value in self._given.items() if value is not None}
        values = {column_id: cell.value() for column_id, cell in self._cells.items()}
        return {column_id: value for column_id, value in values.items() if value is not None}

    def set_value(self, value: dict[str, JsonValue]) -> None:
        self._given = dict(value)
        for column_id, cell in self._cells.items():
            cell.set_value(value.get(column_id))

    def hide_columns(self, column_ids: Collection[str]) -> None:
        """These columns are not asked; what stands in them stays."""
        for column, box in zip(self._columns, self._boxes, strict=True):
            box.setHidden(column.id in column_ids)

    def lock(self, why: str) -> None:
        """Only to read: what stands here was closed elsewhere, and `why` says so."""
        if why == self._why.text():
            return
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._more.setVisible(not why)
        for keys in self._keys:
            keys.setEnabled(not why)
        for cell in self._cells.values():
            cell.setEnabled(not why)

    def cell(self, column_id: str) -> TableCell:
        return self._cells[column_id]

    def focus_first(self) -> None:
        boxes = zip(self._columns, self._boxes, strict=True)
        first = next((column.id for column, box in boxes if not box.isHidden()), None)
        if first is not None:
            self._cells[first].focus_target().setFocus(Qt.FocusReason.TabFocusReason)

    def set_number(self, number: int) -> None:
        """Tell the row its place, which is part of the names of its editors."""
        for column in self._columns:
            self._cells[column.id].set_name(f"{column.label}, {self._word} {number}")
        self._more.set_name(f"{self._word.capitalize()} {number} verplaatsen of weghalen")

    def set_widths(self, widths: Sequence[int] | None, gap: int) -> None:
        """Beside each other in these widths, or as a card when there are none."""
        as_card = widths is None
        direction = QBoxLayout.Direction.TopToBottom if as_card else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(direction)
        self._line.setSpacing(self._context.px(10) if as_card else gap)
        margin = self._context.px(12) if as_card else 0
        self._whole.setContentsMargins(margin, margin, margin, margin)
        self._line.setContentsMargins(0, 0, 0, 0)
        set_style_property(self, "card", "sunken" if as_card else "")
        side = Qt.AlignmentFlag.AlignRight if as_card else Qt.AlignmentFlag.AlignTop
        self._line.setAlignment(self._more, side)
        for words in self._helps:
            words.setVisible(as_card)
        for position, (box, label) in enumerate(zip(self._boxes, self._labels, strict=True)):
            label.setVisible(as_card)
            self._line.setAlignment(box, Qt.AlignmentFlag(0) if as_card else Qt.AlignmentFlag.AlignTop)
            if box.isHidden():
                continue
            if widths is None:
                box.setMinimumWidth(0)
                box.setMaximumWidth(_ANY_WIDTH)
            else:
                box.setFixedWidth(widths[position])

    def menu(self) -> QMenu:
        """The menu at the end of the row."""
        menu = QMenu(self)
        menu.addAction("Omhoog\tCtrl+Shift+pijl omhoog").triggered.connect(
            lambda: self.move_requested.emit(-1)
        )
        menu.addAction("Omlaag\tCtrl+Shift+pijl omlaag").triggered.connect(
            lambda: self.move_requested.emit(1)
        )
        menu.addSeparator()
        menu.addAction(f"{self._word.capitalize()} weghalen\tCtrl+Shift+Del").triggered.connect(
            self.remove_requested
        )
        return menu

    def _shortcut(self, keys: str, act: Callable[[], None]) -> None:
        # A shortcut and no key handler: combo boxes, dates and buttons would keep the arrows.
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        self._keys.append(shortcut)

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

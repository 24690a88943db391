"""A month at a glance. Arrows go from day to day and over the edge of the month; PageUp and PageDown leap."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from planbureau.clock import Clock
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.month_delegate import MonthDelegate
from planbureau.ui.widgets.month_model import CalendarItem, MonthModel, month_shifted

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_LEAPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHORT_NAMES_BELOW = 760


class MonthGrid(QTableView):
    """`day_changed` and `month_changed` carry a date (of the month: its first day).

    `day_opened` carries a date (Enter or double click); `item_opened` carries the id of a clicked item.
    Home and T go to today.
    """

    day_changed = Signal(object)
    month_changed = Signal(object)
    day_opened = Signal(object)
    item_opened = Signal(str)

    def __init__(
        self, context: ThemeContext, clock: Clock, name: str = "Maandkalender", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._clock = clock
        self._month = MonthModel(clock.today(), self)
        self._painter = MonthDelegate(context, clock, self)
        self.setModel(self._month)
        self.setItemDelegate(self._painter)
        self.setProperty("month", True)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.doubleClicked.connect(lambda index: self.day_opened.emit(self._month.day(index)))
        context.theme_changed.connect(self._resize_parts)
        self._resize_parts()
        self.go_to(clock.today())

    def month(self) -> date:
        """The first day of the month that is shown."""
        return self._month.month

    def current_day(self) -> date:
        index = self.currentIndex()
        return self._month.day(index) if index.isValid() else self._month.month

    def set_items(self, items: Iterable[CalendarItem]) -> None:
        self._month.set_items(items)

    def items_on(self, day: date) -> tuple[CalendarItem, ...]:
        return self._month.items_on(day)

    def go_to(self, day: date) -> None:
        """Make a day the current one, in its own month."""
        if (day.year, day.month) != (self._month.month.year, self._month.month.month):
            self._month.set_month(day)
            self.month_changed.emit(self._month.month)
        self.setCurrentIndex(self._month.index_of(day))

    def leap(self, months: int) -> None:
        """Go to the same day some months further, or back."""
        self.go_to(month_shifted(self.current_day(), months))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.go_to(self.current_day() + timedelta(days=_STEPS[key]))
        elif key in _LEAPS:
            self.leap(_LEAPS[key])
        elif key == Qt.Key.Key_Home or (key == Qt.Key.Key_T and not event.modifiers()):
            self.go_to(self._clock.today())
        elif key in _OPENS:
            self.day_opened.emit(self.current_day())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            item = self._painter.item_at(index, QRectF(self.visualRect(index)), event.position())
            if item is not None:
                self.item_opened.emit(item.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize_parts()

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        del previous
        if current.isValid():
            self.day_changed.emit(self._month.day(current))

    def _resize_parts(self) -> None:
        px = self._context.px
        self.verticalHeader().setFixedWidth(px(34))
        self.verticalHeader().setMinimumSectionSize(px(56))
        short = self.width() < px(_SHORT_NAMES_BELOW)
        if short != self._month.short_names:
            self._month.short_names = short
            self._month.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 6)

"""Short choices beside each other: filters, labels, chosen people. Chips can be on or off, or removable."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QIcon, QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import GAP
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.shortening import bold_metrics, shortened, shortest
from planbureau.ui.widgets.tab_order import follow_layout, in_order


class ChipMode(Enum):
    """What pressing a chip does."""

    TOGGLE = "toggle"
    REMOVE = "remove"
    OPEN = "open"


_SPARE = 12
"""Pixels of the design that bold words may take from the edges of a chip."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Chip(QToolButton):
    """One chip; Enter and Space press it, Delete removes a removable one. In a narrow place it shortens.

    `walked` carries -1 or 1 for an arrow key, when the row is one stop for Tab.
    """

    walked = Signal(int)

    def __init__(self, context: ThemeContext, label: str, mode: ChipMode, icon: str = "") -> None:
        super().__init__()
        self._context = context
        self._mode = mode
        self._label, self._icon_name = label, icon
        self.walks = False
        self.setProperty("chip", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCheckable(mode is ChipMode.TOGGLE)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        name = "x" if mode is ChipMode.REMOVE else icon
        self.setText(f"{label}{GAP}" if mode is ChipMode.REMOVE else f"{GAP}{label}" if icon else label)
        self.setAccessibleName(f"{label} weghalen" if mode is ChipMode.REMOVE else label)
        if mode is ChipMode.REMOVE:
            self.setToolTip(f"{label} weghalen")
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if name:
            self.setIcon(context.icon(name, "muted", "primary"))
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            context.theme_changed.connect(self._rescale)
            self._rescale()

    def sizeHint(self) -> QSize:
        """A chip that is on is bold; long words then need more than the edge has to spare."""
        whole = super().sizeHint()
        if not self.isCheckable():
            return whole
        words = self.text()
        bolder = bold_metrics(self).horizontalAdvance(words) - self.fontMetrics().horizontalAdvance(words)
        return whole + QSize(max(0, bolder - self._context.px(_SPARE)), 0)

    def minimumSizeHint(self) -> QSize:
        return shortest(self, self._context)

    def paintEvent(self, event: QPaintEvent) -> None:
        words = shortened(self)
        if words == self.text():
            super().paintEvent(event)
            return
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = words
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)

    def enterEvent(self, event: QEnterEvent) -> None:
        if not self.toolTip() and shortened(self) != self.text():
            self.setToolTip(self.text().strip())
        super().enterEvent(event)

    def show_parts(self, *, icon: bool = True, words: bool = True) -> None:
        """Show the icon or the words alone, for a narrow window; without words the tooltip has them."""
        self.setIcon(self._context.icon(self._icon_name, "muted", "primary") if icon else QIcon())
        self.setText(f"{GAP if icon else ''}{self._label}" if words else "")
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(beside if words else alone)
        self.setToolTip("" if words else self._label)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        removes = self._mode is ChipMode.REMOVE and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if removes or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        if self.walks and (step := _STEPS.get(Qt.Key(key))) is not None:
            self.walked.emit(step)
            return
        super().keyPressEvent(event)

    def _rescale(self) -> None:
        side = self._context.px(14)
        self.setIconSize(QSize(side, side))


class ChipRow(Flow):
    """Chips with an id each. Signals carry the id of the chip that was pressed.

    With `one_stop` Tab goes to one chip, the one that is on, and the arrow keys go along the others.
    """

    chip_toggled = Signal(str)
    remove_requested = Signal(str)
    open_requested = Signal(str)

    def __init__(
        self,
        context: ThemeContext,
        name: str,
        mode: ChipMode = ChipMode.TOGGLE,
        *,
        exclusive: bool = False,
        one_stop: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._mode = mode
        self._exclusive = exclusive
        self._one_stop = one_stop
        self._chips: dict[str, Chip] = {}
        self._appended: list[QWidget] = []
        self.setAccessibleName(name)

    def set_chips(self, chips: Iterable[tuple[str, str]], icon: str = "") -> None:
        """Show pairs of id and label; what was on stays on."""
        on, old = self.checked(), list(self._chips.values())
        for chip in old:
            self.remove(chip)
        self._chips = {}
        for position, (chip_id, label) in enumerate(chips):
            chip = Chip(self._context, label, self._mode, icon)
            chip.setChecked(chip_id in on)
            chip.clicked.connect(lambda _=False, pressed=chip_id: self._pressed(pressed))
            chip.walks = self._one_stop
            chip.walked.connect(lambda step, at=chip_id: self._walk(at, step))
            self._chips[chip_id] = chip
            self.insert(position, chip)
        self._stop_at_checked()
        follow_layout(self, next(iter((*self._appended, *old)), None))
        for chip in old:
            chip.hide()  # a layout shows what was just added a moment later: then it would be a window
            chip.setParent(None)
            chip.deleteLater()
        self.updateGeometry()

    def append(self, widget: QWidget) -> None:
        """Put another widget after the chips, such as the button that adds one."""
        self._appended.append(widget)
        self.add(widget)

    def checked(self) -> frozenset[str]:
        return frozenset(chip_id for chip_id, chip in self._chips.items() if chip.isChecked())

    def set_checked(self, ids: Iterable[str]) -> None:
        wanted = set(ids)
        for chip_id, chip in self._chips.items():
            chip.setChecked(chip_id in wanted)
        self._stop_at_checked()

    def chip(self, chip_id: str) -> Chip | None:
        return self._chips.get(chip_id)

    def showEvent(self, event: QShowEvent) -> None:
        # An order set before the row stood in its window is forgotten by Qt; one that the page set stays.
        super().showEvent(event)
        if not in_order(self):
            follow_layout(self, self._appended[0] if self._appended else None)

    def _stop_at_checked(self) -> None:
        chips = list(self._chips.values())
        if chips:
            self._stop_at(next((chip for chip in chips if chip.isChecked()), chips[0]))

    def _stop_at(self, stop: Chip) -> None:
        if self._one_stop:
            for chip in self._chips.values():
                policy = Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus
                chip.setFocusPolicy(policy)

    def _walk(self, at: str, step: int) -> None:
        ids = list(self._chips)
        to = self._chips[ids[(ids.index(at) + step) % len(ids)]]
        self._stop_at(to)
        to.setFocus(Qt.FocusReason.TabFocusReason)

    def _pressed(self, chip_id: str) -> None:
        if self._mode is ChipMode.REMOVE:
            self.remove_requested.emit(chip_id)
        elif self._mode is ChipMode.OPEN:
            self.open_requested.emit(chip_id)
        else:
            if self._exclusive:
                self.set_checked({chip_id})
            self.chip_toggled.emit(chip_id)

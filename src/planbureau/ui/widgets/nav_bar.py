"""The places of the program at the left; in a narrow window only their icons."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.properties import set_style_property
from planbureau.ui.widgets.buttons import GAP
from planbureau.ui.widgets.labels import TextLabel, TextRole

NARROW_BELOW = 1100
"""Width of the window, in logical pixels, below which only icons are shown."""

_WIDE, _SMALL = 206, 68


@dataclass(frozen=True)
class NavItem:
    """A place to go (`place=True`, at the top unless `low`) or something to do (below: home visit, lock)."""

    id: str
    label: str
    icon: str
    shortcut: str = ""
    place: bool = True
    low: bool = False


class NavButton(QPushButton):
    """One line of the navigation; the arrow keys go to the line above and below."""

    def __init__(self, context: ThemeContext, item: NavItem) -> None:
        super().__init__()
        self.item = item
        self.setCheckable(item.place)
        self.setIcon(context.icon(item.icon, "nav_text", "nav_active_text"))
        self.setAccessibleName(item.label)

    def set_narrow(self, narrow: bool) -> None:
        set_style_property(self, "nav", "icon" if narrow else "true")
        self.setText("" if narrow else GAP + self.item.label)
        words = f"{self.item.label} ({self.item.shortcut})" if self.item.shortcut else self.item.label
        self.setToolTip(words if narrow or self.item.shortcut else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class NavBar(QFrame):
    """`place_requested` and `action_requested` carry the id of an item."""

    place_requested = Signal(str)
    action_requested = Signal(str)

    def __init__(
        self, context: ThemeContext, items: tuple[NavItem, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._narrow = False
        self._buttons: dict[str, NavButton] = {}
        self.setProperty("nav", True)
        self.setAccessibleName("Navigatie")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._brand = TextLabel("Planbureau", TextRole.BRAND, wrap=False)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.addWidget(self._brand)
        for item in (item for item in items if item.place and not item.low):
            self._add(item)
        self._column.addStretch()
        for item in (item for item in items if not item.place or item.low):
            self._add(item)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(_scrolling(inside))
        context.theme_changed.connect(self._show_width)
        self._show_width()

    def set_current(self, item_id: str) -> None:
        """Mark the place that is open, without asking for it. An unknown id marks none."""
        button = self._buttons.get(item_id)
        if button is not None and button.isCheckable():
            button.setChecked(True)
            return
        self._group.setExclusive(False)
        for other in self._buttons.values():
            other.setChecked(False)
        self._group.setExclusive(True)

    def set_window_width(self, width: int) -> None:
        """Told by the shell when the window changes its width."""
        narrow = width < NARROW_BELOW
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_width()

    def set_item_visible(self, item_id: str, *, visible: bool) -> None:
        """Hide places that may not be seen now, as during a home visit."""
        self._buttons[item_id].setVisible(visible)

    def button(self, item_id: str) -> NavButton:
        return self._buttons[item_id]

    def _add(self, item: NavItem) -> None:
        button = NavButton(self._context, item)
        self._buttons[item.id] = button
        if item.place:
            self._group.addButton(button)
        button.clicked.connect(lambda _=False, pressed=item: self._pressed(pressed))
        self._column.addWidget(button)

    def _pressed(self, item: NavItem) -> None:
        signal = self.place_requested if item.place else self.action_requested
        signal.emit(item.id)

    def _show_width(self) -> None:
        px = self._context.px
        self.setFixedWidth(px(_SMALL if self._narrow else _WIDE))
        # A narrow window is low too: at twice the size the lock must stay on the screen.
        above, below = (8, 4) if self._narrow else (16, 12)
        self._column.setContentsMargins(px(12), px(above), px(12), px(below))
        self._column.setSpacing(0 if self._narrow else px(4))
        self._brand.setContentsMargins(px(6), 0, 0, px(10))
        self._brand.setVisible(not self._narrow)
        for button in self._buttons.values():
            button.setIconSize(QSize(px(20), px(20)))
            button.set_narrow(self._narrow)


def _scrolling(inside: QWidget) -> QScrollArea:
    """In a low window the places scroll, so that the last of them is not out of reach."""
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # No bar either: it would take room from the icons. Tab, arrows and the wheel scroll.
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    inside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    for part in (area.viewport(), inside):
        part.setAutoFillBackground(False)
    return area

"""A window that is as high as what is in it, and never higher than the screen: what is too much scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.dialog_parts import scroll_above
from planbureau.ui.widgets.dialog_size import height_under
from planbureau.ui.widgets.screen_room import room_under
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.tab_order import follow_layout


class SnugDialog(QDialog):
    """Fill it with `add` and `add_layout`; `set_buttons`, once, puts buttons below what scrolls.

    `wide` is in pixels of the design. It grows with what is shown later, and never shrinks: nothing jumps
    away from under the mouse.
    """

    def __init__(self, context: ThemeContext, wide: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._buttons: tuple[Button, ...] = ()
        self.setMinimumWidth(min(context.px(wide), room_under(self).width()))
        self.area = ScrollPage(context, margins=(22, 20, 16, 8))
        self.area.body.setSpacing(context.px(10))
        content = self.area.widget()
        assert content is not None
        content.installEventFilter(self)

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        self.area.add(widget)

    def add_layout(self, layout: QLayout) -> None:
        """Put widgets that are laid out already below the others."""
        self.area.body.insertLayout(self.area.body.count() - 1, layout)

    def set_buttons(self, *buttons: Button) -> None:
        """The buttons at the right below, which stay in sight."""
        self._buttons = buttons
        scroll_above(self, self._context, self.area, *buttons)

    def showEvent(self, event: QShowEvent) -> None:
        follow_layout(self)  # the buttons are mostly made before what stands above them
        self.resize(self.width(), self._wanted())
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._grow()
        return super().eventFilter(watched, event)

    def _wanted(self) -> int:
        """The height for what is in it, as far as the screen has it, in pixels."""
        inside = self.width() - self.area.verticalScrollBar().sizeHint().width()
        body = self.area.body
        high = body.heightForWidth(inside) if body.hasHeightForWidth() else body.sizeHint().height()
        foot = max((button.sizeHint().height() for button in self._buttons), default=0) + self._context.px(24)
        return min(high + foot, height_under(self))

    def _grow(self) -> None:
        if (high := self._wanted()) <= self.height():
            return
        self.resize(self.width(), high)
        over = self.frameGeometry().bottom() - room_under(self).bottom()
        if over > 0:
            self.move(self.x(), self.y() - over)

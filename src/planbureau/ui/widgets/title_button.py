"""A link with the name of something, that shortens where there is no room for it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.shortening import shortened, shortest


class TitleButton(Button):
    """A link with the name of something; in a narrow place it shortens, and pointing at it tells all."""

    def __init__(self, context: ThemeContext, text: str, parent: QWidget | None = None) -> None:
        super().__init__(context, text, ButtonKind.LINK, parent=parent)

    def minimumSizeHint(self) -> QSize:
        return shortest(self, self._context)

    def paintEvent(self, event: QPaintEvent) -> None:
        words = shortened(self)
        if words == self.text():
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = words
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.setToolTip("" if shortened(self) == self.text() else self.text())
        super().enterEvent(event)

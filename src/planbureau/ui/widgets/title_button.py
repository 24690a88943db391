"""A link with the name of something, that shortens where there is no room for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind

SHORTEST = 96
"""Pixels of the design: no button that shortens becomes narrower."""


def shortened(button: QAbstractButton) -> str:
    """The words of a button, with an ellipsis when they do not fit."""
    over = button.sizeHint().width() - button.width()
    if over <= 0:
        return button.text()
    metrics = button.fontMetrics()
    room = metrics.horizontalAdvance(button.text()) - over
    return metrics.elidedText(button.text(), Qt.TextElideMode.ElideRight, room)


class TitleButton(Button):
    """A link with the name of something; in a narrow place it shortens, and pointing at it tells all."""

    def __init__(self, context: ThemeContext, text: str, parent: QWidget | None = None) -> None:
        super().__init__(context, text, ButtonKind.LINK, parent=parent)

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), self._context.px(SHORTEST)), whole.height())

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

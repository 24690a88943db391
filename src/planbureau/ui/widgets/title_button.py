"""A link with the name of something, that shortens where there is no room for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPaintEvent
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
    room = button.fontMetrics().horizontalAdvance(button.text()) - over
    metrics = bold_metrics(button) if button.isChecked() else button.fontMetrics()
    return metrics.elidedText(button.text(), Qt.TextElideMode.ElideRight, room)


def bold_metrics(button: QAbstractButton) -> QFontMetrics:
    """How wide words are as the stylesheet draws them on what is chosen."""
    font = QFont(button.font())
    font.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(font)


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

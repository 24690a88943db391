"""What buttons share that shorten their words where there is no room for them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton

from planbureau.ui.theme.context import ThemeContext

_SHORTEST = 96
"""Pixels of the design: no button that shortens becomes narrower."""


def shortened(button: QAbstractButton) -> str:
    """The words of a button, with an ellipsis when they do not fit."""
    over = button.sizeHint().width() - button.width()
    if over <= 0:
        return button.text()
    room = button.fontMetrics().horizontalAdvance(button.text()) - over
    metrics = bold_metrics(button) if button.isChecked() else button.fontMetrics()
    return metrics.elidedText(button.text(), Qt.TextElideMode.ElideRight, room)


def shortest(button: QAbstractButton, context: ThemeContext) -> QSize:
    """As narrow as a button that shortens may become."""
    whole = button.sizeHint()
    return QSize(min(whole.width(), context.px(_SHORTEST)), whole.height())


def bold_metrics(button: QAbstractButton) -> QFontMetrics:
    """How wide words are as the stylesheet draws them on what is chosen."""
    font = QFont(button.font())
    font.setWeight(QFont.Weight.DemiBold)
    return QFontMetrics(font)

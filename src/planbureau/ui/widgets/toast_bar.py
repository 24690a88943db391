"""A short message at the bottom of a window that goes away by itself: "Bewaard om 14:32"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.announcing import announce
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.labels import TextLabel

_SHORT = 60
"""Signs that are read in the usual time."""
_EDGE, _STEP = 16, 12
"""Pixels from the edge of the window, and between two places that are tried."""


_WATCH = 200
"""Milliseconds between two looks at what came below it."""


class ToastBar(QFrame):
    """Floats above `over`, at the bottom, where it covers nothing that can be pressed or filled in.

    With an action, or with more to read, it stays twice as long.

    `milliseconds` can be set small in a test. Nothing is said here that cannot be found elsewhere.
    """

    action_requested = Signal()

    def __init__(self, context: ThemeContext, over: QWidget, milliseconds: int = 5000) -> None:
        super().__init__(over)
        self._milliseconds = milliseconds
        self._text = TextLabel("", wrap=False)
        self._action = Button(context, "", ButtonKind.SECONDARY)
        row = QHBoxLayout(self)
        row.setContentsMargins(context.px(16), context.px(8), context.px(12), context.px(8))
        row.setSpacing(context.px(12))
        row.addWidget(self._text)
        row.addWidget(self._action)
        self.setProperty("toast", True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._action.clicked.connect(self._act)
        self._watch = QTimer(self)
        self._watch.setInterval(_WATCH)
        self._watch.timeout.connect(self._make_way)
        over.installEventFilter(self)
        self.hide()

    def text(self) -> str:
        return self._text.text()

    def show_message(self, text: str, action: str = "") -> None:
        """Show a message; a message that was still there is replaced."""
        self._text.setText(text)
        self._action.set_label(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        self.show()
        self.raise_()
        announce(self, text)
        self._place()
        self._watch.start()
        self._timer.start(self._milliseconds * (2 if action or len(text) > _SHORT else 1))

    def tell_while(self, text: str, *, holds: bool) -> None:
        """Shows a message that holds, unless another shows; takes it away when it holds no more."""
        if holds and not self.isVisible():
            self.show_message(text)
        elif not holds and self.text() == text:
            self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch.stop()

    def _make_way(self) -> None:
        """Another page or form came below it: it moves aside for what can be pressed there."""
        over = self.parentWidget()
        taken = [one for one in _pressed(over) if not self.isAncestorOf(one)] if over is not None else []
        if over is not None and any(_seen(one, over).intersects(self.geometry()) for one in taken):
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _act(self) -> None:
        self.hide()
        self.action_requested.emit()

    def _place(self) -> None:
        over = self.parentWidget()
        if over is None:
            return
        self.ensurePolished()
        text, most = self._text, 2 * over.width()
        text.setWordWrap(False)
        text.setMinimumSize(0, 0)
        text.setMaximumWidth(most)
        room = over.width() - 2 * _EDGE
        around = self.sizeHint().width() - text.sizeHint().width()
        if around + text.sizeHint().width() > room:  # in a narrow window it goes on in a second line
            text.setWordWrap(True)
            text.setFixedWidth(max(room - around, _EDGE))
            text.setMinimumHeight(text.heightForWidth(text.width()))
        layout = self.layout()
        if layout is not None:
            layout.invalidate()
        self.adjustSize()
        size = QSize(min(self.width(), over.width()), self.height())
        taken = [one for one in _pressed(over) if not self.isAncestorOf(one)]
        self.setGeometry(_free_place(over.size(), size, [_seen(one, over) for one in taken]))


def _pressed(over: QWidget) -> list[QWidget]:
    """Everything in a window that a hand goes to."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
    return [one for kind in kinds for one in over.findChildren(kind) if one.isVisibleTo(over)]


def _seen(widget: QWidget, over: QWidget) -> QRect:
    """The part of a widget that shows, in the coordinates of the window."""
    shown = widget.visibleRegion().boundingRect()
    return shown.translated(widget.mapTo(over, QPoint(0, 0)))


def _free_place(window: QSize, size: QSize, taken: Sequence[QRect]) -> QRect:
    """The lowest place with room, in the middle before the sides; the bottom when there is none."""
    across = sorted({(window.width() - size.width()) // 2, _EDGE, window.width() - size.width() - _EDGE})
    middle = across.pop(len(across) // 2)
    lowest = window.height() - size.height() - _EDGE
    for top in range(lowest, window.height() // 2, -_STEP):
        for left in (middle, *across):
            place = QRect(QPoint(max(left, 0), top), size)
            if not any(place.intersects(one) for one in taken):
                return place
    return QRect(QPoint(max(middle, 0), lowest), size)

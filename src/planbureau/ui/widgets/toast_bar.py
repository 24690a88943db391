"""A short message at the bottom of a window that goes away by itself: "Bewaard om 14:32"."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planbureau.clock import AMSTERDAM
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.labels import TextLabel


def saved_words(moment: datetime) -> str:
    """What a page says after saving, in Amsterdam time: "Bewaard om 14:32"."""
    return f"Bewaard om {moment.astimezone(AMSTERDAM):%H:%M}"


class ToastBar(QFrame):
    """Floats above `over`, in the middle at the bottom. With an action it stays twice as long.

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
        self._place()
        self._timer.start(self._milliseconds * (2 if action else 1))

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
        self.adjustSize()
        width = min(self.width(), over.width())
        self.setGeometry(
            (over.width() - width) // 2, over.height() - self.height() - 16, width, self.height()
        )

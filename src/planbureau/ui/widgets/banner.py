"""A message across the page about the page: a date that comes near, a conflict, an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.properties import set_style_property
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.announcing import announce
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import TONE_ICON

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent  # PySide would prepare it at every start

_NARROW = 520
"""Below this width, in pixels of the design, the action stands under the words."""


class Banner(QFrame):
    """`detail` explains in ordinary weight; `action` is the one thing to do about it."""

    action_requested = Signal()
    dismissed = Signal()

    def __init__(
        self,
        context: ThemeContext,
        message: str,
        tone: Tone = Tone.INFO,
        *,
        detail: str = "",
        action: str = "",
        dismissible: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._narrow = False
        self._tone = tone
        self._icon = IconLabel(context, TONE_ICON[tone], tone.value, 20)
        self._message = TextLabel(message, TextRole.MESSAGE, tone=tone)
        self._detail = TextLabel(detail)
        self._action = Button(context, action, ButtonKind.QUIET)
        self._close = IconButton(context, "x", "Melding sluiten")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        words = self._words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._message)
        words.addWidget(self._detail)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._close.setVisible(dismissible)
        self._action.clicked.connect(self.action_requested)
        self._close.clicked.connect(self._dismiss)
        context.theme_changed.connect(self._respace)
        self._respace()
        self.set_message(message, tone, detail=detail, action=action)

    def set_message(self, message: str, tone: Tone, *, detail: str = "", action: str = "") -> None:
        """Show another message in the same place."""
        other = self._message.text() != message or self._detail.text() != detail
        self._tone = tone
        set_style_property(self, "banner", tone.value)
        self._icon.set_icon(TONE_ICON[tone], tone.value)
        self._message.setText(message)
        self._message.set_tone(tone)
        self._message.style().polish(self._message)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._action.set_label(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(message)
        self.setAccessibleDescription(detail)
        if other and self.isVisible():
            self._say()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._say()

    def _say(self) -> None:
        if self._tone in (Tone.WARN, Tone.ERR):
            words = (self._message.text(), self._detail.text())
            announce(self, " ".join(part for part in words if part), at_once=self._tone is Tone.ERR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._context.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            if narrow:
                self._words.addWidget(self._action, 0, Qt.AlignmentFlag.AlignLeft)
                QWidget.setTabOrder(self._close, self._action)
            else:
                self._row.insertWidget(2, self._action, 0, Qt.AlignmentFlag.AlignVCenter)
                QWidget.setTabOrder(self._action, self._close)

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    def _respace(self) -> None:
        px = self._context.px
        self._row.setContentsMargins(px(12), px(8), px(12), px(8))
        self._row.setSpacing(px(10))

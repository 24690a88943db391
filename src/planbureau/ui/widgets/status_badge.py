"""A state in icon, word and colour together, so that no one depends on the colour."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.properties import set_style_property
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import TextLabel

TONE_ICON = {
    Tone.OK: "circle-check",
    Tone.WARN: "triangle-alert",
    Tone.ERR: "circle-alert",
    Tone.INFO: "info",
    Tone.IDLE: "circle",
}
"""The icon that stands for a tone when the state has none of its own."""


class StatusBadge(QFrame):
    """Give `icon` when the state has its own (a clock, a pen); otherwise the icon of its tone is drawn."""

    def __init__(
        self,
        context: ThemeContext,
        text: str,
        tone: Tone = Tone.IDLE,
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._icon = IconLabel(context, icon or TONE_ICON[tone], tone.value, 14)
        self._text = TextLabel(text, wrap=False, tone=tone)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text)
        self.setProperty("badge", tone.value)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        context.theme_changed.connect(self._respace)
        self._respace()

    def text(self) -> str:
        return self._text.text()

    def set_status(self, text: str, tone: Tone, icon: str = "") -> None:
        """Show another state."""
        self._text.setText(text)
        self._text.set_tone(tone)
        self._icon.set_icon(icon or TONE_ICON[tone], tone.value)
        self.setAccessibleName(text)
        set_style_property(self, "badge", tone.value)
        self._text.style().polish(self._text)

    def _respace(self) -> None:
        px = self._context.px
        self._row.setContentsMargins(px(8), px(2), px(10), px(2))
        self._row.setSpacing(px(5))

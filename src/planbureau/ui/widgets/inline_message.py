"""The line below a field: still needed, not right, or a tip. None of them stops anyone from saving."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from shiboken6 import isValid

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.properties import set_style_property
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.announcing import announce
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import TextLabel, TextRole


@dataclass(frozen=True)
class _Look:
    tone: Tone
    icon: str
    state: str
    spoken: str


class MessageLevel(Enum):
    """How much a message matters; `state` is the property its field gets."""

    TODO = _Look(Tone.WARN, "circle-alert", "todo", "Nog nodig")
    ERROR = _Look(Tone.ERR, "triangle-alert", "error", "Klopt niet")
    DANGER = _Look(Tone.ERR, "triangle-alert", "error", "Let op")
    TIP = _Look(Tone.INFO, "lightbulb", "", "Tip")


class InlineMessage(QWidget):
    """Hidden while there is nothing to say. Also puts the message in its field's description."""

    def __init__(
        self, context: ThemeContext, field: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        self._base_description = ""
        if field is not None:
            self.set_field(field)
        self._icon = IconLabel(context, "lightbulb", Tone.INFO.value, 16)
        self._text = TextLabel("", TextRole.MESSAGE, tone=Tone.INFO)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    @property
    def lost_its_field(self) -> bool:
        """Whether the field was taken away, such as the first of several cards."""
        return self._field is not None and not isValid(self._field)

    def set_field(self, field: QWidget) -> None:
        """The message belongs to this field from now on."""
        self._field = field
        self._base_description = field.accessibleDescription()

    def text(self) -> str:
        return self._text.text()

    def show_message(self, level: MessageLevel, text: str) -> None:
        """Show a message, and colour the outline of the field with it."""
        look = level.value
        new = self.isHidden() or text != self._text.text()
        self._icon.set_icon(look.icon, look.tone.value)
        self._text.setText(text)
        self._text.set_tone(look.tone)
        self._text.style().polish(self._text)
        spoken = f"{look.spoken}: {text}"
        self.setAccessibleName(spoken)
        self._tell_field(look.state, spoken)
        self.show()
        if new and look.tone is Tone.ERR and self.isVisible():
            announce(self, spoken, at_once=True)

    def clear(self) -> None:
        self._text.setText("")
        self._tell_field("", "")
        self.hide()

    def _tell_field(self, state: str, spoken: str) -> None:
        if self._field is None:
            return
        set_style_property(self._field, "state", state)
        parts = (spoken, self._base_description)
        self._field.setAccessibleDescription(" ".join(part for part in parts if part))

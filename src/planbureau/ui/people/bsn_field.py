"""A burgerservicenummer that is not read over a shoulder: masked, until the eye is pressed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.rules.people.identifiers import masked_bsn
from planbureau.ui.people.field_box import TextLine
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import IconButton


class BsnField(QWidget):
    """Empty it can be typed in at once; what is in it shows its last three digits only."""

    value_changed = Signal()

    def __init__(self, context: ThemeContext, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self._open = not value
        self.line = TextLine("Burgerservicenummer")
        self.eye = IconButton(context, "eye", "Nummer laten zien", quiet=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.px(6))
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        self.line.textEdited.connect(self._typed)
        self.eye.clicked.connect(self._toggle)
        self._show()

    def focus_target(self) -> QWidget:
        """What gets the focus when the field does."""
        return self.line

    def value(self) -> str:
        return self._value.strip()

    def typed_name(self) -> str:
        return "Burgerservicenummer"

    def typed(self) -> JsonValue:
        return self._value

    def put_back(self, value: JsonValue) -> None:
        """Show a number that was kept, masked like one that is saved."""
        self._value, self._open = str(value), not value
        self._show()

    def _typed(self, text: str) -> None:
        self._value = text
        self.value_changed.emit()

    def _toggle(self) -> None:
        self._open = not self._open
        self._show()
        self.line.setFocus()

    def _show(self) -> None:
        self.line.setText(self._value if self._open else masked_bsn(self._value))
        self.line.setReadOnly(not self._open)
        self.eye.set_icon("eye-off" if self._open else "eye")
        self.eye.set_name("Nummer verbergen" if self._open else "Nummer laten zien")

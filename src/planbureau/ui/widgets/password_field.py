"""A password that can be looked at, with a bar that says how strong it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from planbureau.ui.widgets.password_meter import PasswordMeter, Strength


class PasswordField(QWidget):
    """`text_changed` carries nothing: the secret is asked for with `secret`, at the moment it is used."""

    text_changed = Signal()
    submit_requested = Signal()

    def __init__(
        self, context: ThemeContext, name: str, *, meter: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(name)
        self._eye = IconButton(context, "eye", "Wachtwoord tonen", quiet=False)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show_letters)
        row = QHBoxLayout()
        row.setSpacing(context.px(6))
        row.addWidget(self.line, 1)
        row.addWidget(self._eye)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(4))
        column.addLayout(row)
        self._meter: PasswordMeter | None = None
        if meter:
            from planbureau.ui.widgets.password_meter import PasswordMeter

            self._meter = PasswordMeter(context)
            column.addWidget(self._meter)
        self.line.textChanged.connect(self._text_changed)
        self.line.returnPressed.connect(self.submit_requested)

    def focus_target(self) -> QWidget:
        """What gets the focus when the field does."""
        return self.line

    def secret(self) -> str:
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed, also what could be brought back with undo."""
        self.line.clear()
        self.line.setModified(False)
        self._eye.setChecked(False)

    def show_strength(self, strength: Strength) -> None:
        """Show a judgement; only with `meter`."""
        assert self._meter is not None
        self.line.setAccessibleDescription(self._meter.show_strength(strength))

    def _text_changed(self, text: str) -> None:
        del text
        self.text_changed.emit()

    def _show_letters(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._eye.set_icon("eye-off" if shown else "eye")
        self._eye.set_name("Wachtwoord verbergen" if shown else "Wachtwoord tonen")

"""A password that can be looked at, with a bar that says how strong it is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.properties import set_style_property
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import IconButton
from planbureau.ui.widgets.labels import TextLabel, TextRole


@dataclass(frozen=True)
class Strength:
    """How strong a password is, judged elsewhere: `score` 0 to 4, in words, and a tip to make it better."""

    score: int
    words: str
    tip: str = ""


_TONES = (Tone.ERR, Tone.ERR, Tone.WARN, Tone.OK, Tone.OK)


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
        self._meter: _Meter | None = None
        if meter:
            self._meter = _Meter(context)
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


class _Meter(QWidget):
    """A bar, and words below it."""

    def __init__(self, context: ThemeContext) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setRange(0, 4)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Sterkte van het wachtwoord")
        self._words = TextLabel("", TextRole.MESSAGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(4))
        column.addWidget(self._bar)
        column.addWidget(self._words)

    def show_strength(self, strength: Strength) -> str:
        """Shows it, and gives its words."""
        score = max(0, min(strength.score, 4))
        tone = _TONES[score]
        self._bar.setValue(score)
        set_style_property(self._bar, "tone", tone.value)
        self._words.setText(f"{strength.words} {strength.tip}".strip())
        self._words.set_tone(tone)
        return self._words.text()

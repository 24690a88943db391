"""How strong a password is: a bar, and words below it. Only a new password has one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.properties import set_style_property
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.labels import TextLabel, TextRole


@dataclass(frozen=True)
class Strength:
    """How strong a password is, judged elsewhere: `score` 0 to 4, in words, and a tip to make it better."""

    score: int
    words: str
    tip: str = ""


_TONES = (Tone.ERR, Tone.ERR, Tone.WARN, Tone.OK, Tone.OK)


class PasswordMeter(QWidget):
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

"""What finishing does, the reason when not everybody agrees, and the button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit

WITHOUT = "Waarom sluit je het af zonder dat iedereen akkoord is?"
CORRECTED = "Wat heb je verbeterd, en waarom?"


class CloseCard(Card):
    """`finish_requested` from the button, `reason_changed` with each keystroke."""

    finish_requested = Signal()
    reason_changed = Signal()

    def __init__(self, theme: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Afsluiten", parent=parent)
        self.about = TextLabel("", TextRole.MUTED)
        self._does = TextLabel("")
        self.reason = LongTextEdit(theme, WITHOUT, lines=2)
        self._without = QWidget()
        column = QVBoxLayout(self._without)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self._asked = FieldLabel(WITHOUT, self.reason)
        column.addWidget(self._asked)
        column.addWidget(self.reason)
        self._missing = TextLabel("", TextRole.STRONG)
        self.problem = Banner(theme, "", Tone.ERR)
        self.problem.hide()
        self.button = Button(theme, "Afsluiten", ButtonKind.PRIMARY, icon="check-check")
        for widget in (self.about, self._does, self._without, self._missing, self.problem, self.button):
            self.add(widget)
        self.reason.value_changed.connect(self.reason_changed)
        self.button.clicked.connect(self.finish_requested)

    def show_effects(self, about: str, effects: Sequence[str]) -> None:
        """Say what finishing does, and what it does to each goal."""
        self.about.setText(about)
        self._does.setText("\n".join(effects))
        self._does.setVisible(bool(effects))

    def ask_correction(self, *, corrected: bool) -> None:
        """Asks what was corrected instead of why not everybody agreed."""
        words = CORRECTED if corrected else WITHOUT
        self._asked.setText(words)
        self.reason.focus_target().setAccessibleName(words)

    def show_state(self, lacking: Sequence[str], *, ask: bool) -> None:
        """Say what is missing, and open the button when nothing is; `ask` whether a reason is asked."""
        self._without.setVisible(ask)
        self._missing.setText(" ".join(lacking))
        self._missing.setVisible(bool(lacking))
        self.button.setEnabled(not lacking)
        self.button.set_kind(ButtonKind.SECONDARY if lacking else ButtonKind.PRIMARY)
        self.button.setAccessibleDescription("Kan nog niet. " + " ".join(lacking) if lacking else "")

    def reason_text(self) -> str:
        """The reason that was given; nothing when none is asked."""
        return "" if self._without.isHidden() else self.reason.value().strip()

    def show_problem(self, text: str) -> None:
        """Say why it was not finished; an empty text takes the message away."""
        self.problem.set_message(text, Tone.ERR)
        self.problem.setVisible(bool(text))

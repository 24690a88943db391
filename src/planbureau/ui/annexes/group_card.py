"""Annexes that belong together under one heading, with the one that comes next first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.rules.wzd.steps import NextStep
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole


class GroupCard(Card):
    """A heading, the next step with a button, and the lines that are added."""

    def __init__(self, theme: ThemeContext, title: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, title, parent=parent)
        self._step = QWidget()
        row = QHBoxLayout(self._step)
        row.setContentsMargins(0, 0, 0, theme.px(6))
        row.setSpacing(theme.px(12))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        self.step_title = TextLabel("", TextRole.STRONG)
        self.step_why = TextLabel("", TextRole.SMALL)
        words.addWidget(self.step_title)
        words.addWidget(self.step_why)
        row.addLayout(words, 1)
        self.begin = Button(theme, "Beginnen", ButtonKind.PRIMARY, icon="arrow-right", icon_after=True)
        row.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignTop)
        self.add(self._step)
        self._step.hide()

    def show_step(self, title: str, step: NextStep, *, begun: bool) -> None:
        """Show which record comes next; `begun` when there is a draft of it."""
        word = "Verder" if begun else "Beginnen"
        self.step_title.setText(f"Volgende stap: {title}")
        self.step_why.setText(f"{step.why} Bron: {step.source} ({step.mark.label}).")
        self.begin.set_label(word)
        self.begin.setAccessibleName(f"{word}: {title}")
        self._step.show()

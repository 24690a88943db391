"""A gradual scale to read: each step with its score, the highest first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from planbureau.rules.goals.gas import MEANINGS, signed
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import ScaleView


class ScaleLadder(QWidget):
    """The words of the steps can be selected, and are read aloud one by one."""

    def __init__(self, context: ThemeContext, scale: ScaleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"Schaal: {scale.variable}" if scale.variable else "Schaal")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(context.px(10))
        grid.setVerticalSpacing(context.px(4))
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        for row, score in enumerate(reversed(scale.gas.scores)):
            sign = TextLabel(signed(score), TextRole.STRONG, wrap=False)
            words = TextLabel(scale.text(score) or "(nog geen tekst)")
            words.setAccessibleName(f"{signed(score)}, {MEANINGS[score]}: {scale.text(score)}")
            grid.addWidget(sign, row, 0, top)
            grid.addWidget(words, row, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

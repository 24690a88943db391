"""Choosing a score on the scale of a goal, with the words of each step in sight."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.rules.goals.gas import signed
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import ScaleView


class ScoreChoice(QWidget):
    """A button for each score, below it the words of what was chosen. Pressing again takes it back."""

    value_changed = Signal()

    def __init__(self, context: ThemeContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._scale: ScaleView | None = None
        self._score: int | None = None
        self.row = ChipRow(context, name, exclusive=True)
        self._words = TextLabel("", TextRole.STRONG)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(4))
        column.addWidget(self.row)
        column.addWidget(self._words)
        self.row.chip_toggled.connect(self._pressed)
        self._show()

    def set_scale(self, scale: ScaleView | None) -> None:
        """Offers the steps of this scale; without one there is nothing to choose."""
        self._scale = scale
        scores: Iterable[int] = scale.gas.scores if scale is not None else ()
        self.row.set_chips((str(score), signed(score)) for score in scores)
        for score in scores:
            chip = self.row.chip(str(score))
            if chip is not None and scale is not None:
                chip.setAccessibleName(f"{self._name}: {signed(score)}, {scale.text(score)}")
                chip.setToolTip(scale.text(score))
        self.set_value(self._score if self._score in tuple(scores) else None)

    def value(self) -> int | None:
        return self._score

    def set_value(self, score: int | None) -> None:
        """Shows a score without emitting anything."""
        self._score = score
        self._show()

    def focus_target(self) -> QWidget:
        """What gets the focus when the question does."""
        first = next(iter(self._scale.gas.scores), None) if self._scale is not None else None
        return self.row.chip(str(first)) or self

    def typed_name(self) -> str:
        return self._name

    def typed(self) -> JsonValue:
        return self._score

    def put_back(self, value: JsonValue) -> None:
        """Shows what was chosen before."""
        known = self._scale.gas.scores if self._scale is not None else ()
        self.set_value(value if isinstance(value, int) and value in known else None)

    def _pressed(self, pressed: str) -> None:
        self._score = None if self._score == int(pressed) else int(pressed)
        self._show()
        self.value_changed.emit()

    def _show(self) -> None:
        self.row.set_checked({str(self._score)} if self._score is not None else ())
        scale, score = self._scale, self._score
        words = f"{signed(score)}: {scale.text(score)}" if scale is not None and score is not None else ""
        self._words.setText(words or "Kies een score om te lezen wat hij betekent.")

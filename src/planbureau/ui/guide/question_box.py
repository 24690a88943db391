"""One question of the guide: its words, its answers as chips, and what the file says about it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.rules.plan_guide import GuideQuestion
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.views import FileAnswer


class QuestionBox(QWidget):
    """Keeps what was chosen also while the question, or one of its answers, does not show."""

    answered = Signal()

    def __init__(self, context: ThemeContext, question: GuideQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self._chosen: frozenset[str] = frozenset()
        self._offered: frozenset[str] = frozenset()
        self._shown: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, context.px(6))
        column.setSpacing(context.px(4))
        self._label = FieldLabel(question.label)
        column.addWidget(self._label)
        if question.help:
            column.addWidget(TextLabel(question.help, TextRole.HELP))
        self.chips = ChipRow(context, question.label)
        self.chips.chip_toggled.connect(self._press)
        column.addWidget(self.chips)
        self._file = TextLabel("", TextRole.SMALL)
        self._file.hide()
        column.addWidget(self._file)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def chosen(self) -> frozenset[str]:
        """The ids of what was chosen, also of answers that do not show."""
        return self._chosen

    def choose(self, ids: Iterable[str]) -> None:
        """Chooses these answers and no others; nothing is emitted."""
        self._chosen = frozenset(ids)
        self.chips.set_checked(self._chosen)

    def offer(self, told: FileAnswer | None) -> None:
        """Fills in what the file says, unless somebody chose otherwise, and says where it stands."""
        offered = frozenset(told.options) if told else frozenset()
        if self._chosen == self._offered:
            self.choose(offered)
        self._offered = offered
        self._file.setText(f"Uit het dossier: {told.where}. Klopt het?" if told else "")
        self._file.setVisible(told is not None)

    def ask(self, question: GuideQuestion) -> None:
        """Shows the answers that can be given now."""
        ids = tuple(option.id for option in question.options)
        if ids == self._shown:
            return
        self._shown = ids
        self.chips.set_chips((option.id, option.label) for option in question.options)
        for option in question.options:
            chip = self.chips.chip(option.id)
            if chip is not None:
                chip.setAccessibleName(f"{question.label} {option.label}")
                chip.setAccessibleDescription(self._file.text())
        self.chips.set_checked(self._chosen)
        self._label.set_field(self.focus_target())

    def focus_target(self) -> QWidget:
        first = self._shown[0] if self._shown else ""
        return self.chips.chip(first) or self

    # What is kept of it

    def typed_name(self) -> str:
        return f"vraag {self.question.id}"

    def typed(self) -> JsonValue:
        return sorted(self._chosen)

    def put_back(self, value: JsonValue) -> None:
        """Shows what was chosen before."""
        if isinstance(value, list):
            self.choose(str(one) for one in value)

    def _press(self, pressed: str) -> None:
        if self.question.many:
            chosen = self._chosen ^ {pressed}
        else:  # pressing the answer again takes it back
            chosen = frozenset() if pressed in self._chosen else frozenset({pressed})
        self.choose(chosen)
        self.answered.emit()

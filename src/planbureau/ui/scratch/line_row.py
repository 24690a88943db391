"""One line of a pad: what it says, where it went, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.clock import AMSTERDAM
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.views import ScratchLineView

TO_PLAN = "Naar het plan"


class LineRow(QWidget):
    """Signals carry the id of the line."""

    plan_requested = Signal(str)
    place_requested = Signal(str)
    change_requested = Signal(str)
    strike_requested = Signal(str, bool)

    def __init__(self, theme: ThemeContext, line: ScratchLineView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        row.setSpacing(theme.px(8))
        time = TextLabel(f"{line.at.astimezone(AMSTERDAM):%H:%M}", TextRole.SMALL, wrap=False)
        row.addWidget(time, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._words(theme), 1)
        for button in self._buttons(theme):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _words(self, theme: ThemeContext) -> QVBoxLayout:
        line = self.line
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        shown = f"“{line.words}”" if line.quote else line.words
        label = TextLabel(shown)
        label.setProperty("struck", line.done)
        state = ", verwerkt" if line.done else ""
        label.setAccessibleName(f"{'Eigen woorden: ' if line.quote else ''}{line.words}{state}")
        column.addWidget(label)
        if line.done:
            went = QHBoxLayout()
            went.setSpacing(theme.px(6))
            went.addWidget(StatusBadge(theme, "verwerkt", Tone.OK, icon="check"))
            if line.went_to:
                self.where = Button(theme, line.went_to, ButtonKind.LINK, icon="arrow-right")
                self.where.setAccessibleName(f"Openen: {line.went_to}")
                self.where.clicked.connect(lambda: self.place_requested.emit(line.id))
                went.addWidget(self.where)
            went.addStretch()
            column.addLayout(went)
        return column

    def _buttons(self, theme: ThemeContext) -> list[QWidget]:
        line = self.line
        about = line.words[:40]
        if line.done:
            back = IconButton(theme, "undo-2", f"Toch niet verwerkt: {about}", colour="muted")
            back.clicked.connect(lambda: self.strike_requested.emit(line.id, False))
            return [back]
        self.to_plan = Button(theme, TO_PLAN, icon="arrow-right")
        self.to_plan.setAccessibleName(f"{TO_PLAN}: {about}")
        self.to_plan.clicked.connect(lambda: self.plan_requested.emit(line.id))
        change = IconButton(theme, "pencil", f"Wijzigen: {about}", colour="muted")
        change.clicked.connect(lambda: self.change_requested.emit(line.id))
        strike = IconButton(theme, "check", f"Klaar, hoeft niet in een plan: {about}", colour="muted")
        strike.clicked.connect(lambda: self.strike_requested.emit(line.id, True))
        return [self.to_plan, change, strike]

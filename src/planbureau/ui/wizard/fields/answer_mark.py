"""For whom one answer of a report is not: shown once there is a mark, which comes along with a note."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QHBoxLayout, QWidget

from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.fields.marking import keep_from, mark, not_for

_REASON = "Overgenomen uit een rapportage die niet voor iedereen is."


class AnswerMark(QWidget):
    """`name` says what the answer is about."""

    def __init__(self, desk: Desk, key: str, name: str) -> None:
        super().__init__()
        self._desk, self._name = desk, name
        self._target = f"{desk.plan_id}:{key}"
        self.button = Button(desk.context.theme, " ", ButtonKind.LINK, icon="eye-off")
        self.button.setEnabled(not desk.read_only)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addStretch()
        self.button.clicked.connect(self._change)
        self.refresh()

    def refresh(self) -> None:
        """Reads the mark again."""
        names = not_for(self._desk, "answer", self._target)
        self.button.set_label(f"Niet voor: {', '.join(names)}")
        self.button.setAccessibleName(f"Niet voor {', '.join(names)}: {self._name}. Wijzigen")
        self.setVisible(bool(names))

    def take_along(self, people: Collection[str]) -> bool:
        """What is taken from a note is not for whom that note is not; False when that could not be kept."""
        kept = keep_from(self._desk, "answer", self._target, people, _REASON)
        self.refresh()
        return kept

    def _change(self) -> None:
        if mark(self._desk, "answer", self._target, self._name, self):
            self.refresh()

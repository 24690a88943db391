"""For whom something is not: these people never get it in a print, an export or a calendar."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.labels import FieldLabel, TextLabel

EXPLANATION = (
    "Wie je aanvinkt, krijgt dit nooit te zien: niet op papier, niet in een export en niet in een agenda. "
    "In de kluis blijft het gewoon staan."
)


class MarkDialog(ConfirmDialog):
    """After Accepted `not_for` are the chosen people and `reason` why."""

    def __init__(
        self,
        context: ThemeContext,
        people: Iterable[tuple[str, str]],
        chosen: Iterable[str],
        reason: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, "Voor wie is dit niet?", EXPLANATION, action="Bewaren", parent=parent)
        on = set(chosen)
        self._boxes: dict[str, QCheckBox] = {}
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for person_id, name in people:
            box = QCheckBox(name.replace("&", "&&"))
            box.setChecked(person_id in on)
            self._boxes[person_id] = box
            column.addWidget(box)
        if not self._boxes:
            column.addWidget(TextLabel("Er staan nog geen mensen bij deze cliënt."))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        self.extra.addWidget(area)
        self._reason = QLineEdit(reason)
        self.extra.addWidget(FieldLabel("Waarom (komt nooit op papier)", self._reason))
        self.extra.addWidget(self._reason)

    def not_for(self) -> tuple[str, ...]:
        return tuple(person for person, box in self._boxes.items() if box.isChecked())

    def reason(self) -> str:
        return self._reason.text().strip()

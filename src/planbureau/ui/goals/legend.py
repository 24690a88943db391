"""What the signs in the matrix mean: each status with its icon and its word."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QWidget

from planbureau.rules.dutch import sentence
from planbureau.rules.status_look import StatusLook
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import TextLabel, TextRole


class StatusLegend(FlowBox):
    """Shows the statuses that occur, each with how many goals have it."""

    def __init__(self, context: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(gap=16, parent=parent)
        self._context = context
        self._shown: tuple[tuple[StatusLook, int], ...] = ()
        self.setAccessibleName("Uitleg van de tekens")

    def show_statuses(self, counts: Mapping[StatusLook, int]) -> None:
        """Show these statuses in their order, each with its number."""
        shown = tuple(counts.items())
        if shown != self._shown:
            self._shown = shown
            self.refill(self._entry(status, number) for status, number in shown)

    def _entry(self, status: StatusLook, number: int) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._context.px(6))
        row.addWidget(IconLabel(self._context, status.icon, status.tone, 16))
        row.addWidget(TextLabel(f"{sentence(status.word)} {number}", TextRole.SMALL, wrap=False))
        return entry
